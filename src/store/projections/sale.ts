import type { EventBodies, Payment, SaleLine } from '../../domain/journal/event.ts'
import { importedSales } from '../../domain/sales/imported-sale.ts'
import { all, type Db, integerOf, run, textOf } from '../sql.ts'
import { bit, eventName, orNull, type Projectors } from './projector.ts'

/** Fields in a fixed order: a replay writes the same text. */
const linesText = (lines: readonly SaleLine[]): string =>
  JSON.stringify(
    lines.map(
      ({ product, label, quantity, unitPriceCents, totalCents, vatRatePerMille, kind, free }) => ({
        product,
        label,
        quantity,
        unitPriceCents,
        totalCents,
        vatRatePerMille,
        kind,
        free,
      }),
    ),
  )

const paymentsText = (payments: readonly Payment[]): string =>
  JSON.stringify(
    payments.map(({ method, amountCents, tenderedCents }) => ({
      method,
      amountCents,
      tenderedCents,
    })),
  )

function writeSale(db: Db, stall: string, body: EventBodies['sale']): void {
  run(
    db,
    `INSERT INTO sale (stall, number, cohort, session, day, at, key, content, seller, total_cents, discount_cents,
       tip_cents, change_cents, recap, reference, lines, payments, unrated)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
      linesText(body.lines),
      paymentsText(body.payments),
      bit(body.lines.some((line) => line.vatRatePerMille === undefined)),
    ],
  )
}

/** At the Z, lines without a VAT rate keep the one that their product has by then. */
export function fixRates(db: Db, session: number): void {
  const sales = all(db, 'SELECT stall, number FROM sale WHERE session = ? AND unrated = 1', [
    session,
  ])
  for (const sale of sales) {
    const key = { stall: textOf(sale, 'stall'), number: integerOf(sale, 'number') }
    run(
      db,
      `UPDATE sale SET unrated = 0, lines = (
         SELECT json_group_array(json_set(each.value, '$.vatRatePerMille', sale_line.vat_rate_per_mille))
         FROM json_each(sale.lines) AS each
           JOIN sale_line ON sale_line.stall = :stall AND sale_line.number = :number AND sale_line.line = each.key + 1)
       WHERE stall = :stall AND number = :number`,
      key,
    )
  }
}

export const saleProjectors: Projectors<'sale' | 'sale-import' | 'sale-void'> = {
  sale: {
    apply: (db, { stall, body }) => writeSale(db, stall, body),
  },
  'sale-import': {
    apply: (db, { stall, body }) => {
      for (const sale of importedSales(body)) writeSale(db, stall, sale)
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
