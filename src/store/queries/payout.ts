import { type Day, day } from '../../domain/kernel/day.ts'
import { dayOf, instant } from '../../domain/kernel/instant.ts'
import { cents } from '../../domain/kernel/money.ts'
import { type Due, type Paid, type Payee, payees } from '../../domain/payments/payout.ts'
import {
  all,
  type Db,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  type Row,
  textOf,
} from '../sql.ts'

/** Of a close made without the pay estimate it is the share itself (choice): the host works out the pay. */
const DUES = `
SELECT closing.period AS period, closing.body ->> '$.closedAt' AS at,
  share.value ->> 'participant' AS participant, share.value ->> 'payable' AS payable,
  coalesce(share.value ->> '$.pay.netCents', share.value ->> 'shareCents') AS due_cents
FROM closing, json_each(closing.body, '$.distribution.shares') AS share
WHERE closing.cohort = ? ORDER BY closing.period, length(participant), participant`

/** What amendments add to it, below zero what they take away; who is payable stays as closed. */
const AMENDED = `
SELECT correction.period AS period, correction.day AS day, share.value ->> 'participant' AS participant,
  coalesce(share.value ->> '$.pay.netCents', share.value ->> 'shareCents') AS due_cents,
  correction.body ->> ('$.amendment.after.distribution.shares[' || share.key || '].payable') AS payable
FROM correction, json_each(correction.body, '$.amendment.difference.shares') AS share
WHERE correction.cohort = ?
ORDER BY correction.period, correction.number, length(participant), participant`

/** What every close and amendment of a cohort owes to each participant. The one place where dues come from. */
export const duesOf = (db: Db, cohort: string): readonly Due[] => [
  ...all(db, DUES, [cohort]).map((row) => dueOf(row, dayOf(instant(textOf(row, 'at'))))),
  ...all(db, AMENDED, [cohort]).map((row) => dueOf(row, day(textOf(row, 'day')))),
]

const dueOf = (row: Row, on: Day): Due => ({
  participant: textOf(row, 'participant'),
  period: integerOf(row, 'period'),
  day: on,
  payable: flagOf(row, 'payable'),
  dueCents: cents(integerOf(row, 'due_cents')),
})

/** What was paid to each participant of a cohort, by day. */
export const paidOf = (db: Db, cohort: string): readonly Paid[] =>
  all(
    db,
    `SELECT participant, day, amount_cents FROM payout_part WHERE cohort = ? ORDER BY day, number`,
    [cohort],
  ).map((row) => ({
    participant: textOf(row, 'participant'),
    day: day(textOf(row, 'day')),
    amountCents: cents(integerOf(row, 'amount_cents')),
  }))

/** How each participant of a closed cohort stands: due, paid, left. */
export const payeesOf = (db: Db, cohort: string): readonly Payee[] =>
  payees(duesOf(db, cohort), paidOf(db, cohort))

/** The last closed period of a cohort; 0 before the first. */
export function lastPeriod(db: Db, cohort: string): number {
  const row = first(db, 'SELECT max(period) AS last FROM closing WHERE cohort = ?', [cohort])
  return (row === undefined ? undefined : optionalInteger(row, 'last')) ?? 0
}
