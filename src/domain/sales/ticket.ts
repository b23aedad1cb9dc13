import type { EventOf, PaymentMethod, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, ZERO } from '../kernel/money.ts'

/** A sale as other programs read it; null is "none" or "not known". */
export type Ticket = {
  /** `A-0042`. */
  readonly ticket: string
  readonly cohort: string
  /** The till's business day. */
  readonly day: Day
  /** When it happened. */
  readonly at: Instant
  readonly key: string | null
  readonly seller: string | null
  /** What the goods cost, tip apart. */
  readonly totalCents: Cents
  readonly discountCents: Cents
  readonly tipCents: Cents
  readonly changeCents: Cents
  readonly lines: readonly TicketLine[]
  readonly payments: readonly TicketPayment[]
  readonly recap: boolean
  /** The event that voided it: `A#57`. */
  readonly voidedBy: string | null
  /** A refund: the ticket that it gives money back for; and why. */
  readonly refundOf?: string
  readonly reason?: string
  /** How often the means of payment were put right. */
  readonly repaid?: number
  /** Refunds of this ticket, where it is shown by itself. */
  readonly refundedBy?: readonly string[]
}

export type TicketLine = {
  readonly product: string | null
  readonly label: string
  readonly quantity: number
  readonly unitPriceCents: Cents
  readonly totalCents: Cents
  readonly vatRatePerMille: number | null
  readonly free: boolean
}

export type TicketPayment = {
  readonly method: PaymentMethod
  readonly amountCents: Cents
  readonly tenderedCents: Cents
}

export const ticketName = (stall: Stall, number: number): string =>
  `${stall}-${String(number).padStart(4, '0')}`

/** `A-0042`, `a-42` or `42` (of this till) → whose ticket and its number; undefined when it is no name of a ticket. */
export function parseTicket(
  typed: string,
  stall: Stall,
): { readonly stall: Stall; readonly number: number } | undefined {
  const match = /^(?:([a-z]+)-)?0*([1-9]\d{0,8})$/i.exec(typed)
  if (!match) return undefined
  return { stall: match[1]?.toUpperCase() ?? stall, number: Number.parseInt(match[2] ?? '', 10) }
}

/** The same, undefined also when it is no ticket of this till. */
export function parseTicketName(typed: string, stall: Stall): number | undefined {
  const named = parseTicket(typed, stall)
  return named?.stall === stall ? named.number : undefined
}

/** The ticket that a sale just recorded is. */
export function ticketOf({ stall, body }: Pick<EventOf<'sale'>, 'stall' | 'body'>): Ticket {
  return {
    ticket: ticketName(stall, body.number),
    cohort: body.cohort,
    day: body.day,
    at: body.happenedAt,
    key: body.key ?? null,
    seller: body.seller ?? null,
    totalCents: body.totalCents,
    discountCents: body.discountCents,
    tipCents: body.tipCents,
    changeCents: body.changeCents,
    lines: body.lines.map((line) => ({
      product: line.product ?? null,
      label: line.label,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      totalCents: line.totalCents,
      vatRatePerMille: line.vatRatePerMille ?? null,
      free: line.free ?? false,
    })),
    payments: body.payments.map(({ method, amountCents, tenderedCents }) => ({
      method,
      amountCents,
      tenderedCents,
    })),
    recap: body.recap ?? false,
    voidedBy: null,
  }
}

/** The ticket that a refund just recorded is. */
export function ticketOfRefund({
  stall,
  body,
}: Pick<EventOf<'sale-refund'>, 'stall' | 'body'>): Ticket {
  const { of, reason, ...sale } = body
  return {
    ...ticketOf({ stall, body: { ...sale, discountCents: ZERO, changeCents: ZERO } }),
    refundOf: ticketName(stall, of),
    reason,
  }
}

/** Whether a sale to be imported is the one that a ticket tells already. */
export function isSameTicket(
  ticket: Ticket,
  { day, happenedAt, totalCents, tipCents, lines }: EventOf<'sale'>['body'],
): boolean {
  return (
    ticket.day === day &&
    ticket.at.slice(0, 16) === happenedAt.slice(0, 16) &&
    ticket.totalCents === totalCents &&
    ticket.tipCents === tipCents &&
    ticket.lines.length === lines.length &&
    ticket.lines.every((line, index) => {
      const other = lines[index]
      return (
        line.product === (other?.product ?? null) &&
        line.quantity === other?.quantity &&
        line.totalCents === other.totalCents
      )
    })
  )
}
