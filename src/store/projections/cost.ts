import type { EventBodies } from '../../domain/journal/event.ts'
import { sumCents } from '../../domain/kernel/money.ts'
import { type Db, run } from '../sql.ts'
import { eventName, orNull, type Projectors } from './projector.ts'

/** A cost and its amounts; `corrects` is the closed period of the amendment that brings it. */
export function writeCost(db: Db, body: EventBodies['cost'], corrects?: number): void {
  run(
    db,
    `INSERT INTO cost (number, cohort, day, label, category, supplier, voucher, paid_by, charged_to, session,
       amount_cents, corrects)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      body.number,
      body.cohort,
      body.day,
      body.label,
      body.category,
      orNull(body.supplier),
      orNull(body.voucher),
      body.paidBy,
      body.chargedTo,
      orNull(body.session),
      sumCents(body.amounts.map((each) => each.amountCents)),
      orNull(corrects),
    ],
  )
  body.amounts.forEach((each, position) => {
    run(
      db,
      `INSERT INTO cost_amount (cost, position, amount_cents, vat_rate_per_mille, vat_cents)
       VALUES (?, ?, ?, ?, ?)`,
      [body.number, position, each.amountCents, each.vatRatePerMille, each.vatCents],
    )
  })
}

export const costProjectors: Projectors<'cost' | 'cost-void'> = {
  cost: { apply: (db, { body }) => writeCost(db, body) },
  'cost-void': {
    apply: (db, event) =>
      run(db, 'UPDATE cost SET voided_by = ?, void_reason = ? WHERE number = ?', [
        eventName(event),
        event.body.reason,
        event.body.number,
      ]),
  },
}
