import { type Day, day } from '../../domain/kernel/day.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { type Advance, type AdvanceMove, advances } from '../../domain/payments/settle-cost.ts'
import { all, type Db, first, integerOf, optionalText, textOf } from '../sql.ts'

const MOVES = `
SELECT 'advanced' AS is_what, paid_by AS who, day, amount_cents FROM cost
WHERE cohort = :cohort AND voided_by IS NULL AND paid_by NOT IN ('cae', 'till')
UNION ALL SELECT 'refunded', who, day, -amount_cents FROM cost_refund WHERE cohort = :cohort
ORDER BY who, day`

/** What people advanced for a cohort and were given back, by person and day. */
export const advanceMoves = (db: Db, cohort: string): readonly AdvanceMove[] =>
  all(db, MOVES, { cohort }).map((row) => ({
    is: textOf(row, 'is_what') === 'advanced' ? 'advanced' : 'refunded',
    who: textOf(row, 'who'),
    day: day(textOf(row, 'day')),
    amountCents: cents(integerOf(row, 'amount_cents')),
  }))

/** How each person who advanced something stands, by code. */
export const advancesOf = (db: Db, cohort: string): readonly Advance[] =>
  advances(advanceMoves(db, cohort))

/** When the supplier of a cost was first paid; two tills that knew nothing of each other may both have done it. */
export function paymentOf(db: Db, cost: number): Day | undefined {
  const row = first(db, 'SELECT day FROM cost_payment WHERE cost = ? ORDER BY day, number', [cost])
  return row === undefined ? undefined : day(textOf(row, 'day'))
}

/** A bill that the host has still to pay. */
export type Bill = {
  readonly number: number
  readonly day: Day
  readonly label: string
  readonly supplier: string | undefined
  readonly voucher: string | undefined
  /** VAT included. */
  readonly amountCents: Cents
}

/** The costs of a cohort that the host has not paid to the supplier yet; card fees are with the bank already. */
export const unpaidCosts = (db: Db, cohort: string): readonly Bill[] =>
  all(
    db,
    `SELECT number, day, label, supplier, voucher, amount_cents FROM cost
     WHERE cohort = ? AND voided_by IS NULL AND paid_by = 'cae'
       AND NOT EXISTS (SELECT 1 FROM cost_payment WHERE cost_payment.cost = cost.number)
       AND NOT EXISTS (SELECT 1 FROM deposit WHERE deposit.cost = cost.number)
     ORDER BY day, number`,
    [cohort],
  ).map((row) => ({
    number: integerOf(row, 'number'),
    day: day(textOf(row, 'day')),
    label: textOf(row, 'label'),
    supplier: optionalText(row, 'supplier'),
    voucher: optionalText(row, 'voucher'),
    amountCents: cents(integerOf(row, 'amount_cents')),
  }))
