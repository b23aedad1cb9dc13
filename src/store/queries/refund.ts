import type { ProductKind, RefundLine, SaleLine } from '../../domain/journal/event.ts'
import { cents, ZERO } from '../../domain/kernel/money.ts'
import { present } from '../../domain/kernel/present.ts'
import { vatRate } from '../../domain/kernel/rate.ts'
import type { GivenBack } from '../../domain/sales/refund.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import {
  all,
  type Db,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  optionalText,
  textOf,
} from '../sql.ts'

const kindOf = (text: string): ProductKind => (text === 'service' ? 'service' : 'goods')

/** A ticket's lines as the journal and its Z have them: a VAT rate that nobody has said yet stays absent. */
export function saleLinesOf(
  db: Db,
  stall: string,
  number: number,
): readonly (SaleLine & Partial<Pick<RefundLine, 'of'>>)[] {
  return all(
    db,
    `SELECT line.value ->> 'product' AS product, line.value ->> 'label' AS label,
       line.value ->> 'quantity' AS quantity, line.value ->> 'unitPriceCents' AS unit_price,
       line.value ->> 'totalCents' AS total, line.value ->> 'vatRatePerMille' AS rate,
       line.value ->> 'kind' AS kind, coalesce(line.value ->> 'free', 0) AS free, line.value ->> 'of' AS of_line
     FROM sale, json_each(sale.lines) AS line WHERE stall = ? AND number = ? ORDER BY line.key`,
    [stall, number],
  ).map((row) => {
    const rate = optionalInteger(row, 'rate')
    return {
      ...present({ product: optionalText(row, 'product') }),
      label: textOf(row, 'label'),
      quantity: integerOf(row, 'quantity'),
      unitPriceCents: cents(integerOf(row, 'unit_price')),
      totalCents: cents(integerOf(row, 'total')),
      ...present({ vatRatePerMille: rate === undefined ? undefined : vatRate(rate) }),
      kind: kindOf(textOf(row, 'kind')),
      ...(flagOf(row, 'free') ? { free: true as const } : {}),
      ...present({ of: optionalInteger(row, 'of_line') }),
    }
  })
}

const STANDING = 'sale.stall = ? AND sale.refund_of = ? AND sale.voided_by IS NULL'

/** What was given back of each line of a ticket, by the line's number; as much work as it has refunds. */
export const givenBackOf = (
  db: Db,
  stall: string,
  number: number,
): ReadonlyMap<number, GivenBack> =>
  new Map(
    all(
      db,
      `SELECT line.value ->> 'of' AS line, -sum(line.value ->> 'quantity') AS quantity,
         -sum(line.value ->> 'totalCents') AS total
       FROM sale, json_each(sale.lines) AS line WHERE ${STANDING} GROUP BY 1`,
      [stall, number],
    ).map((row) => [
      integerOf(row, 'line'),
      { quantity: integerOf(row, 'quantity'), totalCents: cents(integerOf(row, 'total')) },
    ]),
  )

export function tipGivenBackOf(db: Db, stall: string, number: number) {
  const row = first(db, `SELECT coalesce(-sum(tip_cents), 0) AS tip FROM sale WHERE ${STANDING}`, [
    stall,
    number,
  ])
  return row === undefined ? ZERO : cents(integerOf(row, 'tip'))
}

/** The refunds of a ticket that stand, by name. */
export const refundsOf = (db: Db, stall: string, number: number): readonly string[] =>
  all(db, `SELECT number FROM sale WHERE ${STANDING} ORDER BY number`, [stall, number]).map((row) =>
    ticketName(stall, integerOf(row, 'number')),
  )
