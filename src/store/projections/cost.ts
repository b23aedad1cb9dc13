import { sumCents } from '../../domain/kernel/money.ts'
import { run } from '../sql.ts'
import { eventName, orNull, type Projectors } from './projector.ts'

export const costProjectors: Projectors<'cost' | 'cost-void'> = {
  cost: {
    apply: (db, { body }) => {
      run(
        db,
        `INSERT INTO cost (number, cohort, day, label, category, supplier, voucher, paid_by, charged_to, session,
           amount_cents)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
    },
  },
  'cost-void': {
    apply: (db, event) =>
      run(db, 'UPDATE cost SET voided_by = ?, void_reason = ? WHERE number = ?', [
        eventName(event),
        event.body.reason,
        event.body.number,
      ]),
  },
}
