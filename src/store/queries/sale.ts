import type { PaymentMethod } from '../../domain/journal/event.ts'
import { day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { cents } from '../../domain/kernel/money.ts'
import {
  type Ticket,
  type TicketLine,
  type TicketPayment,
  ticketName,
} from '../../domain/sales/ticket.ts'
import {
  all,
  type Db,
  each,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  optionalText,
  type Params,
  type Row,
  textOf,
} from '../sql.ts'

const METHODS: readonly PaymentMethod[] = ['cash', 'card', 'cheque', 'transfer']

const COLUMNS = `stall, number, cohort, session, day, at, key, content, seller, total_cents, discount_cents, tip_cents,
  change_cents, recap, voided_by, refund_of, refund_reason, repaid`

/** The number that the next ticket of a till takes. */
export function nextTicketNumber(db: Db, stall: string): number {
  const row = first(db, 'SELECT max(number) AS last FROM sale WHERE stall = ?', [stall])
  return 1 + (row === undefined ? 0 : (optionalInteger(row, 'last') ?? 0))
}

export type StoredSale = {
  readonly ticket: Ticket
  readonly session: number | undefined
  /** Number of the ticket that this one refunds. */
  readonly of: number | undefined
  readonly content: string | undefined
}

export function saleByNumber(db: Db, stall: string, number: number): StoredSale | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM sale WHERE stall = ? AND number = ?`, [
    stall,
    number,
  ])
  return row === undefined ? undefined : storedSale(db, row)
}

export function saleByKey(db: Db, key: string): StoredSale | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM sale WHERE key = ?`, [key])
  return row === undefined ? undefined : storedSale(db, row)
}

/** The sale that was imported under a name of another till or file. */
export function saleByReference(db: Db, cohort: string, reference: string): StoredSale | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM sale WHERE cohort = ? AND reference = ?`, [
    cohort,
    reference,
  ])
  return row === undefined ? undefined : storedSale(db, row)
}

/** Whether any ticket of the cohort was imported under a name of its own. */
export const hasReferences = (db: Db, cohort: string): boolean =>
  first(db, 'SELECT 1 AS known FROM sale WHERE cohort = ? AND reference IS NOT NULL LIMIT 1', [
    cohort,
  ]) !== undefined

/** The newest tickets of a cohort's till, newest last. */
export function lastTickets(
  db: Db,
  { stall, cohort, count }: { stall: string; cohort: string; count: number },
): readonly Ticket[] {
  return all(
    db,
    `SELECT ${COLUMNS} FROM sale WHERE stall = ? AND cohort = ? ORDER BY number DESC LIMIT ?`,
    [stall, cohort, count],
  )
    .map((row) => storedSale(db, row).ticket)
    .toReversed()
}

/** A cohort's tickets in the order of their days and numbers, voided ones included; of one day when it is given. */
export function* ticketsOf(db: Db, cohort: string, on?: string): IterableIterator<Ticket> {
  const where = on === undefined ? 'cohort = ?' : 'cohort = ? AND day = ?'
  const params: Params = on === undefined ? [cohort] : [cohort, on]
  const rows = each(
    db,
    `SELECT ${COLUMNS} FROM sale WHERE ${where} ORDER BY day, stall, number`,
    params,
  )
  for (const row of rows) yield storedSale(db, row).ticket
}

function storedSale(db: Db, row: Row): StoredSale {
  const stall = textOf(row, 'stall')
  const number = integerOf(row, 'number')
  const ticket: Ticket = {
    ticket: ticketName(stall, number),
    cohort: textOf(row, 'cohort'),
    day: day(textOf(row, 'day')),
    at: instant(textOf(row, 'at')),
    key: optionalText(row, 'key') ?? null,
    seller: optionalText(row, 'seller') ?? null,
    totalCents: cents(integerOf(row, 'total_cents')),
    discountCents: cents(integerOf(row, 'discount_cents')),
    tipCents: cents(integerOf(row, 'tip_cents')),
    changeCents: cents(integerOf(row, 'change_cents')),
    lines: linesOf(db, stall, number),
    payments: paymentsOf(db, stall, number),
    recap: flagOf(row, 'recap'),
    voidedBy: optionalText(row, 'voided_by') ?? null,
    ...mendingOf(row, stall),
  }
  return {
    ticket,
    session: optionalInteger(row, 'session'),
    of: optionalInteger(row, 'refund_of'),
    content: optionalText(row, 'content'),
  }
}

/** Fields that only a refund or a ticket that was repaid has. */
function mendingOf(row: Row, stall: string): Partial<Ticket> {
  const of = optionalInteger(row, 'refund_of')
  const reason = optionalText(row, 'refund_reason')
  const repaid = integerOf(row, 'repaid')
  return {
    ...(of === undefined ? {} : { refundOf: ticketName(stall, of) }),
    ...(reason === undefined ? {} : { reason }),
    ...(repaid === 0 ? {} : { repaid }),
  }
}

function linesOf(db: Db, stall: string, number: number): readonly TicketLine[] {
  return all(
    db,
    `SELECT product, label, quantity, unit_price_cents, total_cents, vat_rate_per_mille, free
     FROM sale_line WHERE stall = ? AND number = ? ORDER BY line`,
    [stall, number],
  ).map((row) => ({
    product: optionalText(row, 'product') ?? null,
    label: textOf(row, 'label'),
    quantity: integerOf(row, 'quantity'),
    unitPriceCents: cents(integerOf(row, 'unit_price_cents')),
    totalCents: cents(integerOf(row, 'total_cents')),
    vatRatePerMille: optionalInteger(row, 'vat_rate_per_mille') ?? null,
    free: flagOf(row, 'free'),
  }))
}

function paymentsOf(db: Db, stall: string, number: number): readonly TicketPayment[] {
  return all(
    db,
    'SELECT method, amount_cents, tendered_cents FROM payment WHERE stall = ? AND number = ? ORDER BY position',
    [stall, number],
  ).map((row) => ({
    method: methodOf(textOf(row, 'method')),
    amountCents: cents(integerOf(row, 'amount_cents')),
    tenderedCents: cents(integerOf(row, 'tendered_cents')),
  }))
}

export function methodOf(text: string): PaymentMethod {
  const method = METHODS.find((each) => each === text)
  if (method === undefined) throw new Defect(`${text} is no means of payment`)
  return method
}

/** The Z that holds a session's sales, if it is sealed. */
export function sealOf(db: Db, session: number): number | undefined {
  const row = first(db, 'SELECT z FROM till_session WHERE number = ?', [session])
  return row === undefined ? undefined : optionalInteger(row, 'z')
}

/** Codes that `par P03` may name. */
export const sellersOf = (db: Db, cohort: string): readonly string[] =>
  all(db, 'SELECT code FROM participant WHERE cohort = ? ORDER BY code', [cohort]).map((row) =>
    textOf(row, 'code'),
  )
