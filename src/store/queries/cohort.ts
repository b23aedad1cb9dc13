import type { Template } from '../../domain/journal/event.ts'
import { refuse } from '../../domain/journal/refusal.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { suggest } from '../../domain/kernel/suggestion.ts'
import { all, type Db, first, flagOf, integerOf, optionalText, type Row, textOf } from '../sql.ts'

export type CohortStatus = 'open' | 'closed' | 'archived'
export type CohortRow = {
  readonly code: string
  readonly name: string
  readonly template: Template
  readonly place: string | undefined
  readonly sector: string | undefined
  readonly productLine: string | undefined
  readonly public: string | undefined
  readonly status: CohortStatus
}

export type DayRow = {
  readonly day: Day
  readonly label: string
  readonly amMinutes: number
  readonly pmMinutes: number
  readonly cancelled: boolean
}

const TEMPLATES: readonly Template[] = ['flash7', 'cjs', 'cjm', 'long', 'open', 'blank']
const STATUSES: readonly CohortStatus[] = ['open', 'closed', 'archived']

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text)
  if (found === undefined) throw new Defect(`${text} is not one of ${allowed.join(', ')}`)
  return found
}

const cohortOf = (row: Row): CohortRow => ({
  code: textOf(row, 'code'),
  name: textOf(row, 'name'),
  template: oneOf(textOf(row, 'template'), TEMPLATES),
  place: optionalText(row, 'place'),
  sector: optionalText(row, 'sector'),
  productLine: optionalText(row, 'product_line'),
  public: optionalText(row, 'public'),
  status: oneOf(textOf(row, 'status'), STATUSES),
})

const COLUMNS = 'code, name, template, place, sector, product_line, public, status'

/** In the order of their creation. */
export const allCohorts = (db: Db): readonly CohortRow[] =>
  all(db, `SELECT ${COLUMNS} FROM cohort ORDER BY seq`).map(cohortOf)

/** By code, whatever its case. */
export function cohortByCode(db: Db, code: string): CohortRow | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM cohort WHERE code = ?`, [code])
  return row === undefined ? undefined : cohortOf(row)
}

/** By code; refuses a code that no cohort has. */
export const cohortNamed = (db: Db, code: string): CohortRow =>
  cohortByCode(db, code) ?? refuseUnknown(db, code)

/** Each till has its own in use. */
const USED =
  "SELECT value FROM setting WHERE key = 'cohort_' || (SELECT till FROM device WHERE id = 1)"

/** Code of the cohort that commands are about when none is named: the one in use, else the only open one. */
export function cohortInUse(db: Db): string | undefined {
  const used = first(db, USED)
  if (used !== undefined) return textOf(used, 'value')
  const [only, other] = allCohorts(db).filter((cohort) => cohort.status === 'open')
  return other === undefined ? only?.code : undefined
}

/** The cohort named, else the one in use, else the only open one; refuses with the names there are. */
export function currentCohort(db: Db, named: string | undefined): CohortRow {
  const row = first(
    db,
    `SELECT ${COLUMNS} FROM cohort
     WHERE code = coalesce(:named, (${USED}))`,
    { named: named ?? null },
  )
  if (row !== undefined) return cohortOf(row)
  if (named !== undefined) return refuseUnknown(db, named)
  const cohorts = allCohorts(db)
  const open = cohorts.filter((cohort) => cohort.status === 'open')
  const [only, ...others] = open.length > 0 ? open : cohorts
  if (only === undefined) refuse({ code: 'no-cohort' })
  if (others.length > 0)
    refuse({ code: 'several-cohorts', cohorts: [only, ...others].map((each) => each.code) })
  return only
}

function refuseUnknown(db: Db, code: string): never {
  const codes = allCohorts(db).map((cohort) => cohort.code)
  return refuse({ code: 'unknown-cohort', cohort: code, near: suggest(code, codes) })
}

export function daysOf(db: Db, cohort: string): readonly DayRow[] {
  return all(
    db,
    'SELECT day, label, am_minutes, pm_minutes, cancelled FROM cohort_day WHERE cohort = ? ORDER BY day',
    [cohort],
  ).map((row) => ({
    day: day(textOf(row, 'day')),
    label: textOf(row, 'label'),
    amMinutes: integerOf(row, 'am_minutes'),
    pmMinutes: integerOf(row, 'pm_minutes'),
    cancelled: flagOf(row, 'cancelled'),
  }))
}

export function venuesOf(db: Db, cohort: string): readonly string[] {
  return all(db, 'SELECT name FROM venue WHERE cohort = ? ORDER BY position', [cohort]).map((row) =>
    textOf(row, 'name'),
  )
}

/** The last day that a close covers, if there was one. */
export function closedUntil(db: Db, cohort: string): Day | undefined {
  const row = first(db, 'SELECT max(until_day) AS until FROM closing WHERE cohort = ?', [cohort])
  const until = row === undefined ? undefined : optionalText(row, 'until')
  return until === undefined ? undefined : day(until)
}

/**
 * Refuses what is dated in a closed period, or later than it in a cohort whose last programme day is closed: such a
 * cohort is over. Archived cohorts take nothing at all.
 */
export function refuseClosed(db: Db, cohort: string, on: Day): void {
  const row = first(
    db,
    `SELECT status, (SELECT max(until_day) FROM closing WHERE cohort = :cohort) AS until,
       (SELECT max(day) FROM cohort_day WHERE cohort = :cohort) AS last
     FROM cohort WHERE code = :cohort`,
    { cohort },
  )
  if (row === undefined) return
  if (textOf(row, 'status') === 'archived') refuse({ code: 'cohort-archived', cohort })
  const until = optionalText(row, 'until')
  if (until === undefined) return
  if (on <= until) refuse({ code: 'period-closed', cohort, until: day(until) })
  if ((optionalText(row, 'last') ?? until) <= until)
    refuse({ code: 'period-closed', cohort, until: day(until), after: on })
}
