import type { MoneyMoveBodies } from '../../domain/journal/money-move.ts'
import { type Db, run } from '../sql.ts'
import { orNull, type Projectors } from './projector.ts'

type Deposit = MoneyMoveBodies['deposit']

/** A card fee is a cost like any other, of the day on which the bank kept it; it has no VAT (law). */
function writeFee(db: Db, { cost, cohort, day, voucher, feeCents }: Deposit): void {
  if (cost === undefined) return
  run(
    db,
    `INSERT INTO cost (number, cohort, day, label, category, voucher, paid_by, charged_to, amount_cents)
     VALUES (?, ?, ?, ?, 'bank_fees', ?, 'cae', 'activity', ?)`,
    [cost, cohort, day, FEE_LABEL, orNull(voucher), feeCents],
  )
  run(
    db,
    `INSERT INTO cost_amount (cost, position, amount_cents, vat_rate_per_mille, vat_cents)
     VALUES (?, 0, ?, 0, 0)`,
    [cost, feeCents],
  )
}

/** In French as the books are (choice). */
const FEE_LABEL = 'Commission CB'

/** Its cost goes with it: the fee was never there. */
function removeFee(db: Db, { cost }: Deposit): void {
  if (cost === undefined) return
  run(db, 'DELETE FROM cost_amount WHERE cost = ?', [cost])
  run(db, 'DELETE FROM cost WHERE number = ?', [cost])
}

/** Fields in a fixed order: a replay writes the same text. */
const paymentsText = (payments: MoneyMoveBodies['payout']['payments']): string =>
  JSON.stringify(payments.map(({ participant, amountCents }) => ({ participant, amountCents })))

export const moneyMoveProjectors: Projectors<keyof MoneyMoveBodies> = {
  'bank-withdrawal': {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO bank_withdrawal (number, cohort, day, amount_cents, voucher, label)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [
          body.number,
          body.cohort,
          body.day,
          body.amountCents,
          orNull(body.voucher),
          orNull(body.label),
        ],
      ),
    revert: (db, { body }) =>
      run(db, 'DELETE FROM bank_withdrawal WHERE number = ?', [body.number]),
  },
  deposit: {
    apply: (db, { body }) => {
      run(
        db,
        `INSERT INTO deposit (number, cohort, day, method, amount_cents, fee_cents, cost, count, voucher, label)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          body.number,
          body.cohort,
          body.day,
          body.method,
          body.amountCents,
          body.feeCents,
          orNull(body.cost),
          orNull(body.count),
          orNull(body.voucher),
          orNull(body.label),
        ],
      )
      writeFee(db, body)
    },
    revert: (db, { body }) => {
      removeFee(db, body)
      run(db, 'DELETE FROM deposit WHERE number = ?', [body.number])
    },
  },
  'cost-payment': {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO cost_payment (number, cohort, cost, day, amount_cents, voucher, label)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          body.number,
          body.cohort,
          body.cost,
          body.day,
          body.amountCents,
          orNull(body.voucher),
          orNull(body.label),
        ],
      ),
    revert: (db, { body }) => run(db, 'DELETE FROM cost_payment WHERE number = ?', [body.number]),
  },
  'cost-refund': {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO cost_refund (number, cohort, who, day, amount_cents, voucher, label)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          body.number,
          body.cohort,
          body.who,
          body.day,
          body.amountCents,
          orNull(body.voucher),
          orNull(body.label),
        ],
      ),
    revert: (db, { body }) => run(db, 'DELETE FROM cost_refund WHERE number = ?', [body.number]),
  },
  payout: {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO payout (number, cohort, period, day, voucher, label, payments)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          body.number,
          body.cohort,
          body.period,
          body.day,
          orNull(body.voucher),
          orNull(body.label),
          paymentsText(body.payments),
        ],
      ),
    revert: (db, { body }) => run(db, 'DELETE FROM payout WHERE number = ?', [body.number]),
  },
}
