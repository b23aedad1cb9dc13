import type { EventOf } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import { bit, eventName, orNull, type Projectors } from './projector.ts'

function writeSale(db: Db, { stall, body }: EventOf<'sale'>): void {
  run(
    db,
    `INSERT INTO sale (stall, number, cohort, session, day, at, key, content, seller, total_cents, discount_cents,
       tip_cents, change_cents, recap, reference)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      stall,
      body.number,
      body.cohort,
      orNull(body.session),
      body.day,
      body.happenedAt,
      orNull(body.key),
      orNull(body.content),
      orNull(body.seller),
      body.totalCents,
      body.discountCents,
      body.tipCents,
      body.changeCents,
      bit(body.recap),
      orNull(body.reference),
    ],
  )
}

function writeLines(db: Db, { stall, body }: EventOf<'sale'>): void {
  body.lines.forEach((line, index) => {
    run(
      db,
      `INSERT INTO sale_line (stall, number, line, product, label, quantity, unit_price_cents, total_cents,
         vat_rate_per_mille, kind, free)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        stall,
        body.number,
        index + 1,
        orNull(line.product),
        line.label,
        line.quantity,
        line.unitPriceCents,
        line.totalCents,
        orNull(line.vatRatePerMille),
        line.kind,
        bit(line.free),
      ],
    )
  })
}

function writePayments(db: Db, { stall, body }: EventOf<'sale'>): void {
  body.payments.forEach((payment, index) => {
    run(
      db,
      'INSERT INTO payment (stall, number, position, method, amount_cents, tendered_cents) VALUES (?, ?, ?, ?, ?, ?)',
      [stall, body.number, index + 1, payment.method, payment.amountCents, payment.tenderedCents],
    )
  })
}

export const saleProjectors: Projectors<'sale' | 'sale-void'> = {
  sale: {
    apply: (db, event) => {
      writeSale(db, event)
      writeLines(db, event)
      writePayments(db, event)
    },
  },
  'sale-void': {
    apply: (db, event) =>
      run(db, 'UPDATE sale SET voided_by = ?, void_reason = ? WHERE stall = ? AND number = ?', [
        eventName(event),
        event.body.reason,
        event.stall,
        event.body.number,
      ]),
  },
}
