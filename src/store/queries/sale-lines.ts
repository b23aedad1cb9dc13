import type { PaymentMethod } from '../../domain/journal/event.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import {
  all,
  type Db,
  each,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'
import { methodOf } from './sale.ts'

/** A span of days, both included; an absent end is open. */
export type DaySpan = { readonly from: string | undefined; readonly until: string | undefined }

/** One line of a ticket that counts (voided tickets do not). */
export type SoldLine = {
  readonly ticket: string
  readonly line: number
  readonly day: string
  readonly at: string
  readonly product: string | undefined
  readonly label: string
  readonly quantity: number
  readonly unitPriceCents: Cents
  readonly totalCents: Cents
  readonly vatRatePerMille: number | undefined
  readonly seller: string | undefined
  /** The whole ticket's tip, on its first line; 0 on the others. */
  readonly tipCents: Cents
  readonly payments: readonly { readonly method: PaymentMethod; readonly amountCents: Cents }[]
}

const COUNTED = `sale.cohort = :cohort AND sale.day BETWEEN :from AND :until AND sale.voided_by IS NULL`

const params = (cohort: string, { from, until }: DaySpan): Readonly<Record<string, string>> => ({
  cohort,
  from: from ?? '0000-00-00',
  until: until ?? '9999-12-31',
})

/** Every line sold, in the order of days and tickets. Streamed. */
export function* soldLines(db: Db, cohort: string, span: DaySpan): IterableIterator<SoldLine> {
  const rows = each(
    db,
    `SELECT sale.stall, sale.number, sale.day, sale.at, sale.seller, sale.tip_cents, sale.payments, sale_line.line,
       sale_line.product, sale_line.label, sale_line.quantity, sale_line.unit_price_cents, sale_line.total_cents,
       sale_line.vat_rate_per_mille
     FROM sale CROSS JOIN sale_line ON sale_line.stall = sale.stall AND sale_line.number = sale.number
     WHERE ${COUNTED} ORDER BY sale.day, sale.stall, sale.number, sale_line.line`,
    params(cohort, span),
  )
  for (const row of rows) yield soldLine(row)
}

function soldLine(row: Row): SoldLine {
  const line = integerOf(row, 'line')
  return {
    ticket: ticketName(textOf(row, 'stall'), integerOf(row, 'number')),
    line,
    day: textOf(row, 'day'),
    at: textOf(row, 'at'),
    product: optionalText(row, 'product'),
    label: textOf(row, 'label'),
    quantity: integerOf(row, 'quantity'),
    unitPriceCents: cents(integerOf(row, 'unit_price_cents')),
    totalCents: cents(integerOf(row, 'total_cents')),
    vatRatePerMille: optionalInteger(row, 'vat_rate_per_mille'),
    seller: optionalText(row, 'seller'),
    tipCents: cents(line === 1 ? integerOf(row, 'tip_cents') : 0),
    payments: paymentsIn(textOf(row, 'payments')),
  }
}

function paymentsIn(text: string): SoldLine['payments'] {
  const parts: unknown = JSON.parse(text)
  if (!Array.isArray(parts)) return []
  return parts.map((part: Row) => ({
    method: methodOf(textOf(part, 'method')),
    amountCents: cents(integerOf(part, 'amountCents')),
  }))
}

export type SaleGroup = 'day' | 'hour' | 'seller' | 'venue'
/** Sums of the tickets that share a day, an hour, a seller, a venue; `key` is undefined where nobody said it. */
export type TicketSums = {
  readonly key: string | undefined
  readonly tickets: number
  readonly items: number
  readonly takingsCents: Cents
  readonly tipsCents: Cents
}

/** A session without a venue sold at the cohort's only one. */
const VENUE = `coalesce(
  (SELECT venue FROM till_session WHERE till_session.number = sale.session),
  (SELECT min(name) FROM venue WHERE venue.cohort = sale.cohort HAVING count(*) = 1))`

const KEYS: Readonly<Record<SaleGroup, string>> = {
  day: 'sale.day',
  hour: "substr(sale.at, 12, 2) || ':00'",
  seller: 'sale.seller',
  venue: VENUE,
}

export function ticketSums(
  db: Db,
  cohort: string,
  { by, span }: { readonly by: SaleGroup; readonly span: DaySpan },
): readonly TicketSums[] {
  return all(
    db,
    `SELECT ${KEYS[by]} AS grouped, count(*) AS tickets, sum(sale.total_cents) AS takings, sum(sale.tip_cents) AS tips,
       sum((SELECT sum(value ->> 'quantity') FROM json_each(sale.lines))) AS items
     FROM sale WHERE ${COUNTED} GROUP BY grouped ORDER BY grouped`,
    params(cohort, span),
  ).map((row) => ({
    key: optionalText(row, 'grouped'),
    tickets: integerOf(row, 'tickets'),
    items: integerOf(row, 'items'),
    takingsCents: cents(integerOf(row, 'takings')),
    tipsCents: cents(integerOf(row, 'tips')),
  }))
}

export type MethodSum = {
  readonly method: PaymentMethod
  readonly tickets: number
  readonly amountCents: Cents
}

/** What each means of payment brought, tips included and change taken off. */
export function methodSums(db: Db, cohort: string, span: DaySpan): readonly MethodSum[] {
  return all(
    db,
    `SELECT payment.method AS method, count(DISTINCT sale.stall || sale.number) AS tickets,
       sum(payment.amount_cents) AS amount
     FROM sale CROSS JOIN payment ON payment.stall = sale.stall AND payment.number = sale.number
     WHERE ${COUNTED} GROUP BY payment.method ORDER BY payment.method`,
    params(cohort, span),
  ).map((row) => ({
    method: methodOf(textOf(row, 'method')),
    tickets: integerOf(row, 'tickets'),
    amountCents: cents(integerOf(row, 'amount')),
  }))
}

export type ProductSum = {
  readonly product: string | undefined
  readonly label: string
  readonly sold: number
  readonly given: number
  readonly takingsCents: Cents
}

/** Pieces sold and given away, and what they brought, by product; takings without a product by their label. */
export function productSums(db: Db, cohort: string, span: DaySpan): readonly ProductSum[] {
  return all(
    db,
    `SELECT sale_line.product AS product, min(sale_line.label) AS label,
       sum(iif(sale_line.free, 0, sale_line.quantity)) AS sold, sum(iif(sale_line.free, sale_line.quantity, 0)) AS given,
       sum(sale_line.total_cents) AS takings
     FROM sale CROSS JOIN sale_line ON sale_line.stall = sale.stall AND sale_line.number = sale.number
     WHERE ${COUNTED} GROUP BY sale_line.product, iif(sale_line.product IS NULL, sale_line.label, NULL)
     ORDER BY sale_line.product IS NULL, sale_line.product, label`,
    params(cohort, span),
  ).map((row) => ({
    product: optionalText(row, 'product'),
    label: textOf(row, 'label'),
    sold: integerOf(row, 'sold'),
    given: integerOf(row, 'given'),
    takingsCents: cents(integerOf(row, 'takings')),
  }))
}
