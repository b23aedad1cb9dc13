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
}

const PERIODS = `SELECT period, from_day, until_day, substr(body ->> '$.closedAt', 1, 10) AS closed_on,
    body ->> '$.incomeStatement.resultCents' AS result,
    body ->> '$.distribution.totalCents' AS shared,
    body ->> '$.distribution.deficitCents' AS deficit
  FROM closing WHERE cohort = ? ORDER BY period`

/** The closed periods of a cohort as their closes froze them, the first one first. */
export const closedPeriods = (db: Db, cohort: string): readonly ClosedPeriod[] =>
  all(db, PERIODS, [cohort]).map((row) => ({
    number: integerOf(row, 'period'),
    from: day(textOf(row, 'from_day')),
    until: day(textOf(row, 'until_day')),
    closedOn: day(textOf(row, 'closed_on')),
    resultCents: cents(integerOf(row, 'result')),
    sharedCents: cents(integerOf(row, 'shared')),
    deficitCents: cents(integerOf(row, 'deficit')),
  }))
