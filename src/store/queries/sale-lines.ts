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
  /** The ticket that this line gives money back for: its quantity and total are below zero. */
  readonly refundOf: string | undefined
  /** The whole ticket's tip, on its first line; 0 on the others. */
  readonly tipCents: Cents
  readonly payments: readonly { readonly method: PaymentMethod; readonly amountCents: Cents }[]
}

const RECORDED = 'sale.cohort = :cohort AND sale.day BETWEEN :from AND :until'
const STANDS = 'sale.voided_by IS NULL'
const IS_SALE = '(sale.refund_of IS NULL)'
const COUNTED = `${RECORDED} AND ${STANDS}`

const params = (cohort: string, { from, until }: DaySpan): Readonly<Record<string, string>> => ({
  cohort,
  from: from ?? '0000-00-00',
  until: until ?? '9999-12-31',
})

/** Every line sold, in the order of days and tickets. Streamed. */
export function* soldLines(db: Db, cohort: string, span: DaySpan): IterableIterator<SoldLine> {
  const rows = each(
    db,
    `SELECT sale.stall, sale.number, sale.day, sale.at, sale.seller, sale.tip_cents, sale.payments, sale.refund_of,
       sale_line.line,
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
  const of = optionalInteger(row, 'refund_of')
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
    refundOf: of === undefined ? undefined : ticketName(textOf(row, 'stall'), of),
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
  /** Sales: refunds are none, and what they took off stands in the other sums. */
  readonly tickets: number
  readonly items: number
  readonly takingsCents: Cents
  readonly tipsCents: Cents
  /** What refunds took off the takings, from 0. */
  readonly refundsCents: Cents
  /** What voided sales had come to; in no other sum. */
  readonly voidsCents: Cents
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
    `SELECT ${KEYS[by]} AS grouped, count(*) FILTER (WHERE ${STANDS} AND ${IS_SALE}) AS tickets,
       coalesce(sum(sale.total_cents) FILTER (WHERE ${STANDS}), 0) AS takings,
       coalesce(sum(sale.tip_cents) FILTER (WHERE ${STANDS}), 0) AS tips,
       coalesce(sum((SELECT sum(value ->> 'quantity') FROM json_each(sale.lines))) FILTER (WHERE ${STANDS}), 0)
         AS items,
       coalesce(-sum(sale.total_cents) FILTER (WHERE ${STANDS} AND NOT ${IS_SALE}), 0) AS refunds,
       coalesce(sum(sale.total_cents) FILTER (WHERE NOT ${STANDS} AND ${IS_SALE}), 0) AS voids
     FROM sale WHERE ${RECORDED} GROUP BY grouped
     HAVING tickets > 0 OR takings <> 0 OR refunds <> 0 OR voids <> 0 ORDER BY grouped`,
    params(cohort, span),
  ).map((row) => ({
    key: optionalText(row, 'grouped'),
    tickets: integerOf(row, 'tickets'),
    items: integerOf(row, 'items'),
    takingsCents: cents(integerOf(row, 'takings')),
    tipsCents: cents(integerOf(row, 'tips')),
    refundsCents: cents(integerOf(row, 'refunds')),
    voidsCents: cents(integerOf(row, 'voids')),
  }))
}

export type MethodSum = {
  readonly method: PaymentMethod
  /** Sales: refunds are none. */
  readonly tickets: number
  /** Refunds by this means taken off. */
  readonly amountCents: Cents
  readonly refundsCents: Cents
}

/** What each means of payment brought, tips included and change taken off. */
export function methodSums(db: Db, cohort: string, span: DaySpan): readonly MethodSum[] {
  return all(
    db,
    `SELECT payment.method AS method,
       count(DISTINCT sale.stall || sale.number) FILTER (WHERE ${IS_SALE}) AS tickets,
       sum(payment.amount_cents) AS amount,
       coalesce(-sum(payment.amount_cents) FILTER (WHERE NOT ${IS_SALE}), 0) AS refunds
     FROM sale CROSS JOIN payment ON payment.stall = sale.stall AND payment.number = sale.number
     WHERE ${COUNTED} GROUP BY payment.method ORDER BY payment.method`,
    params(cohort, span),
  ).map((row) => ({
    method: methodOf(textOf(row, 'method')),
    tickets: integerOf(row, 'tickets'),
    amountCents: cents(integerOf(row, 'amount')),
    refundsCents: cents(integerOf(row, 'refunds')),
  }))
}

export type ProductSum = {
  readonly product: string | undefined
  readonly label: string
  readonly sold: number
  readonly given: number
  /** Pieces that were sold and came back. */
  readonly refunded: number
  /** What refunds gave back taken off. */
  readonly takingsCents: Cents
}

/** Pieces sold and given away, and what they brought, by product; takings without a product by their label. */
export function productSums(db: Db, cohort: string, span: DaySpan): readonly ProductSum[] {
  return all(
    db,
    `SELECT sale_line.product AS product, min(sale_line.label) AS label,
       sum(iif(sale_line.free, 0, max(sale_line.quantity, 0))) AS sold,
       sum(iif(sale_line.free, sale_line.quantity, 0)) AS given,
       sum(iif(sale_line.free, 0, max(-sale_line.quantity, 0))) AS refunded,
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
    refunded: integerOf(row, 'refunded'),
    takingsCents: cents(integerOf(row, 'takings')),
  }))
}

/** One ticket that counts, as a group of sales holds it. */
export type GroupedTicket = {
  readonly ticket: string
  readonly day: string
  readonly at: string
  readonly totalCents: Cents
  readonly tipCents: Cents
}

/** The tickets of a day, an hour, a seller, a venue, in the order of the days. */
export const ticketsOfGroup = (
  db: Db,
  cohort: string,
  { by, key }: { readonly by: SaleGroup; readonly key: string },
): readonly GroupedTicket[] =>
  all(
    db,
    `SELECT sale.stall, sale.number, sale.day, sale.at, sale.total_cents, sale.tip_cents FROM sale
     WHERE ${COUNTED} AND lower(${KEYS[by]}) = lower(:key) ORDER BY sale.day, sale.stall, sale.number`,
    { ...params(cohort, { from: undefined, until: undefined }), key },
  ).map(groupedTicket)

/** The tickets of one till session. */
export const ticketsOfSession = (
  db: Db,
  cohort: string,
  session: number,
): readonly GroupedTicket[] =>
  all(
    db,
    `SELECT sale.stall, sale.number, sale.day, sale.at, sale.total_cents, sale.tip_cents FROM sale
     WHERE ${COUNTED} AND sale.session = :session ORDER BY sale.number`,
    { ...params(cohort, { from: undefined, until: undefined }), session },
  ).map(groupedTicket)

const groupedTicket = (row: Row): GroupedTicket => ({
  ticket: ticketName(textOf(row, 'stall'), integerOf(row, 'number')),
  day: textOf(row, 'day'),
  at: textOf(row, 'at'),
  totalCents: cents(integerOf(row, 'total_cents')),
  tipCents: cents(integerOf(row, 'tip_cents')),
})
