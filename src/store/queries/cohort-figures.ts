import { type Day, day } from '../../domain/kernel/day.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { type Db, first, integerOf, optionalText, type Row } from '../sql.ts'
import { allCohorts, type CohortRow } from './cohort.ts'

export type CohortFigures = {
  /** First and last day of the programme; undefined while it has none. */
  readonly start: Day | undefined
  readonly end: Day | undefined
  readonly days: number
  readonly participants: number
  /** Sales VAT included, without voided ones and tips. */
  readonly takingsCents: Cents
}

const FIGURES = `
  SELECT (SELECT min(day) FROM cohort_day WHERE cohort = :code) AS start,
    (SELECT max(day) FROM cohort_day WHERE cohort = :code) AS end,
    (SELECT count(*) FROM cohort_day WHERE cohort = :code) AS days,
    (SELECT count(*) FROM participant WHERE cohort = :code) AS participants`

const optionalDay = (row: Row, column: string): Day | undefined => {
  const text = optionalText(row, column)
  return text === undefined ? undefined : day(text)
}

/** Reads the cohort's own days and people, and its own sales. */
export function cohortFigures(db: Db, code: string): CohortFigures {
  const row = first(db, FIGURES, { code }) ?? {}
  return {
    start: optionalDay(row, 'start'),
    end: optionalDay(row, 'end'),
    days: integerOf(row, 'days'),
    participants: integerOf(row, 'participants'),
    takingsCents: takingsOf(db, code),
  }
}

function takingsOf(db: Db, code: string): Cents {
  const sum = 'SELECT coalesce(sum(total_cents), 0) AS takings FROM sale'
  const row = first(db, `${sum} WHERE cohort = ? AND voided_by IS NULL`, [code])
  return cents(row === undefined ? 0 : integerOf(row, 'takings'))
}

/** Every cohort with its figures, in the order of their creation. */
export const cohortsWithFigures = (db: Db): readonly (CohortRow & CohortFigures)[] =>
  allCohorts(db).map((cohort) => ({ ...cohort, ...cohortFigures(db, cohort.code) }))
