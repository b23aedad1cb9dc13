import { type Day, day } from '../../domain/kernel/day.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { all, type Db, integerOf, textOf } from '../sql.ts'

/** A closed period, in short. */
export type ClosedPeriod = {
  readonly number: number
  readonly from: Day
  readonly until: Day
  readonly closedOn: Day
  readonly resultCents: Cents
  readonly sharedCents: Cents
  readonly deficitCents: Cents
  /** How many amendments there were since. */
  readonly amendments: number
}

const standing = (figure: string): string =>
  `coalesce(last.body ->> '$.amendment.after.${figure}', closing.body ->> '$.${figure}')`

const PERIODS = `SELECT closing.period AS period, from_day, until_day,
    substr(closing.body ->> '$.closedAt', 1, 10) AS closed_on,
    ${standing('incomeStatement.resultCents')} AS result,
    ${standing('distribution.totalCents')} AS shared,
    ${standing('distribution.deficitCents')} AS deficit,
    coalesce(last.number, 0) AS amendments
  FROM closing LEFT JOIN correction AS last
    ON last.cohort = closing.cohort AND last.period = closing.period AND last.number =
      (SELECT max(number) FROM correction
        WHERE cohort = closing.cohort AND period = closing.period)
  WHERE closing.cohort = ? ORDER BY closing.period`

/** The closed periods of a cohort as their closes, or the last amendment of each, left them, the first one first. */
export const closedPeriods = (db: Db, cohort: string): readonly ClosedPeriod[] =>
  all(db, PERIODS, [cohort]).map((row) => ({
    number: integerOf(row, 'period'),
    from: day(textOf(row, 'from_day')),
    until: day(textOf(row, 'until_day')),
    closedOn: day(textOf(row, 'closed_on')),
    resultCents: cents(integerOf(row, 'result')),
    sharedCents: cents(integerOf(row, 'shared')),
    deficitCents: cents(integerOf(row, 'deficit')),
    amendments: integerOf(row, 'amendments'),
  }))
