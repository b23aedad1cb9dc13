import type { DayUse } from '../../domain/cohort/refusal.ts'
import type { Half } from '../../domain/journal/event.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { type Db, first } from '../sql.ts'

/** Each looks at one row of an index, however much is recorded. */
const USES: readonly (readonly [use: DayUse, query: string])[] = [
  ['attendance', 'SELECT 1 FROM attendance WHERE cohort = ? AND day = ? LIMIT 1'],
  ['costs', 'SELECT 1 FROM cost WHERE cohort = ? AND day = ? AND voided_by IS NULL LIMIT 1'],
  ['sales', 'SELECT 1 FROM sale WHERE cohort = ? AND day = ? LIMIT 1'],
  ['till', 'SELECT 1 FROM till_session WHERE cohort = ? AND day = ? LIMIT 1'],
]

/** What is recorded on a day of a cohort; voided costs leave no trace on it. */
export const usesOfDay = (db: Db, cohort: string, on: Day): readonly DayUse[] =>
  USES.filter(([, query]) => first(db, query, [cohort, on]) !== undefined).map(([use]) => use)

const HALVES: readonly Half[] = ['am', 'pm']

/** The half-days of a day on which somebody's attendance is filled in. */
export const markedHalves = (db: Db, cohort: string, on: Day): readonly Half[] =>
  HALVES.filter(
    (half) =>
      first(db, 'SELECT 1 FROM attendance WHERE cohort = ? AND day = ? AND half = ? LIMIT 1', [
        cohort,
        on,
        half,
      ]) !== undefined,
  )
