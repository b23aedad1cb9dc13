import type { EventBodies, Payment, SaleLine } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { importedSales } from '../../domain/sales/imported-sale.ts'
import { all, type Db, first, integerOf, run, textOf, type Value } from '../sql.ts'
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

const INSERT = `INSERT INTO sale (stall, number, cohort, session, day, at, key, content, seller, total_cents,
  discount_cents, tip_cents, change_cents, recap, reference, lines, payments, unrated) VALUES `
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
/** Tickets that one statement of an import writes: half the time of one by one. */
const AT_ONCE = 25
const INSERT_ONE = INSERT + ROW
const INSERT_MANY = INSERT + Array.from({ length: AT_ONCE }, () => ROW).join(', ')

const rowOf = (stall: string, body: EventBodies['sale']): readonly Value[] => [
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
]

/** The wall behind the decisions: all these sales are of one cohort and day. */
function assertOpenPeriod(
  db: Db,
  { cohort, day }: Pick<EventBodies['sale'], 'cohort' | 'day'>,
): void {
  const closed = first(
    db,
    'SELECT 1 AS closed FROM closing WHERE cohort = ? AND ? BETWEEN from_day AND until_day',
    [cohort, day],
  )
  if (closed !== undefined) throw new Defect('a sale enters a closed period')
}

function writeSales(db: Db, stall: string, sales: readonly EventBodies['sale'][]): void {
  const [one] = sales
  if (one !== undefined) assertOpenPeriod(db, one)
  const whole = sales.length - (sales.length % AT_ONCE)
  for (let at = 0; at < whole; at += AT_ONCE) {
    run(
      db,
      INSERT_MANY,
      sales.slice(at, at + AT_ONCE).flatMap((sale) => rowOf(stall, sale)),
    )
  }
  for (const sale of sales.slice(whole)) run(db, INSERT_ONE, rowOf(stall, sale))
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
    apply: (db, { stall, body }) => writeSales(db, stall, [body]),
  },
  'sale-import': {
    apply: (db, { stall, body }) => writeSales(db, stall, importedSales(body)),
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
