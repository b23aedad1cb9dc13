import type { EventBodies, Payment, PaymentMethod, RefundLine, SaleLine } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { dayOf, type Instant } from '../kernel/instant.ts'
import { type Cents, cents, negated, roundHalfUp, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { Basket, BasketItem } from './basket.ts'
import { isLineFault, type LineFault } from './line-fault.ts'
import { MOST_CENTS } from './pricing.ts'
import { settleExactly } from './settle-exactly.ts'
import type { Ticket } from './ticket.ts'

/** What is to be given back, as it was typed; no item and no tip is all that is left of the ticket. */
export type RefundBasket = Pick<Basket, 'items' | 'tip' | 'payments'>

/** What earlier refunds gave back of one line of a ticket: pieces and money, from 0. */
export type GivenBack = { readonly quantity: number; readonly totalCents: Cents }

export type RefundContext = {
  readonly ticket: Ticket
  readonly of: number
  /** The ticket's lines as they stand in the journal, VAT rates fixed by the Z. */
  readonly lines: readonly SaleLine[]
  /** By the line's number, from 1; voided refunds left out. */
  readonly givenBack: ReadonlyMap<number, GivenBack>
  readonly tipGivenBackCents: Cents
  readonly closedUntil: Day | undefined
}

/** Where and when the refund itself happens. */
export type RefundFacts = Pick<
  EventBodies['sale-refund'],
  'number' | 'session' | 'day' | 'happenedAt' | 'reason' | 'reference'
>

/**
 * Refuses what no refund can mend: a voided ticket, a refund, takings from paper, a closed period, a later day. The
 * time of day is not looked at: a clock that was set back must not stop a queue.
 */
export function refuseUnrefundable(
  { ticket, closedUntil }: Pick<RefundContext, 'ticket' | 'closedUntil'>,
  happenedAt: Instant,
): void {
  const name = ticket.ticket
  if (ticket.voidedBy !== null) refuse({ code: 'ticket-voided', ticket: name })
  if (ticket.refundOf !== undefined)
    refuse({ code: 'refund-of-refund', ticket: name, of: ticket.refundOf })
  if (closedUntil !== undefined && ticket.day <= closedUntil)
    refuse({ code: 'period-closed', cohort: ticket.cohort, until: closedUntil })
  if (ticket.recap) refuse({ code: 'refund-of-recap', ticket: name })
  if (dayOf(happenedAt) < ticket.day)
    refuse({ code: 'refund-before-sale', ticket: name, day: ticket.day })
}

/**
 * Gives money back for a ticket: lines below zero at the ticket's own prices and VAT rates, in the
 * session of today (till law: corrections by plus and minus). Never more than was sold, over all
 * refunds together. What several pieces of a line cost is rounded on the pieces given back so far,
 * so that the last one takes what is left (choice).
 */
export function refundSale(
  basket: RefundBasket,
  context: RefundContext,
  facts: RefundFacts,
): EventBodies['sale-refund'] | LineFault {
  const { ticket, of } = context
  refuseUnrefundable(context, facts.happenedAt)
  const isWhole = basket.items.length === 0 && basket.tip === undefined
  const lines = isWhole ? allThatIsLeft(context) : linesFor(basket.items, context)
  if (isLineFault(lines)) return lines
  const tipCents = tipOf(basket.tip, context, isWhole)
  if (typeof tipCents !== 'number') return tipCents
  const goodsCents = negated(sumCents(lines.map((line) => line.totalCents)))
  const dueCents = cents(goodsCents + tipCents)
  if (dueCents === 0) return refuse({ code: 'nothing-to-refund', ticket: ticket.ticket })
  const payments = paidBack(basket.payments, ticket, { dueCents, isWhole })
  if (isLineFault(payments)) return payments
  const body = {
    cohort: ticket.cohort,
    ...facts,
    of,
    ...present({ seller: ticket.seller ?? undefined }),
    lines,
    payments,
    tipCents: negated(tipCents),
    totalCents: negated(goodsCents),
  }
  assertRefund(body, context)
  return body
}

function assertRefund(body: EventBodies['sale-refund'], context: RefundContext): void {
  const { ticket, givenBack, tipGivenBackCents } = context
  const before = sumCents([...givenBack.values()].map((each) => each.totalCents))
  const back = sumCents(body.payments.map((payment) => payment.amountCents))
  invariant(back === body.totalCents + body.tipCents, 'what is paid back is what is given back')
  invariant(body.totalCents <= 0 && body.tipCents <= 0, 'a refund only gives back')
  invariant(before - body.totalCents <= ticket.totalCents, 'no more is given back than was sold')
  invariant(tipGivenBackCents - body.tipCents <= ticket.tipCents, 'no more than the tip comes back')
}

const backOf = ({ givenBack }: RefundContext, line: number): GivenBack =>
  givenBack.get(line) ?? { quantity: 0, totalCents: ZERO }

function allThatIsLeft(context: RefundContext): readonly RefundLine[] {
  return context.lines.flatMap((line, index) => {
    const left = line.quantity - backOf(context, index + 1).quantity
    return left > 0 ? [refundLine(context, index + 1, left)] : []
  })
}

/** Items → lines of the ticket; the same product again goes on with the pieces that are left. */
function linesFor(
  items: readonly BasketItem[],
  context: RefundContext,
): readonly RefundLine[] | LineFault {
  const pieces = new Map<number, number>()
  for (const item of items) {
    let wanted = item.quantity
    const candidates = context.lines.flatMap((line, index) =>
      isMeant(line, item) ? [index + 1] : [],
    )
    for (const number of candidates) {
      const sold = context.lines[number - 1]?.quantity ?? 0
      const left = sold - backOf(context, number).quantity - (pieces.get(number) ?? 0)
      const taken = Math.min(left, wanted)
      if (taken > 0) pieces.set(number, (pieces.get(number) ?? 0) + taken)
      wanted -= taken
    }
    if (wanted > 0) {
      const { product: word, span, quantity } = item
      return { code: 'refund-above-sold', span, word, left: quantity - wanted, quantity }
    }
  }
  return [...pieces]
    .toSorted(([one], [other]) => one - other)
    .map(([number, quantity]) => refundLine(context, number, quantity))
}

/** A price or `offert` after the product picks among lines of the same product. */
const isMeant = (line: SaleLine, { product, priceCents, free }: BasketItem): boolean =>
  (line.product ?? line.label) === product &&
  (line.free ?? false) === free &&
  (priceCents === undefined || priceCents === line.unitPriceCents)

function refundLine(context: RefundContext, of: number, quantity: number): RefundLine {
  const line = context.lines[of - 1]
  invariant(line !== undefined, 'a refund is of a line that was sold')
  const before = backOf(context, of)
  const pieces = before.quantity + quantity
  invariant(quantity > 0 && pieces <= line.quantity, 'no more pieces come back than were sold')
  const worth = roundHalfUp(BigInt(line.totalCents) * BigInt(pieces), BigInt(line.quantity))
  const totalCents = cents(Math.min(0, before.totalCents - worth))
  return { ...line, quantity: -quantity, totalCents, of }
}

/** What is given back of the tip, from 0. */
function tipOf(
  tip: RefundBasket['tip'],
  { ticket, tipGivenBackCents }: RefundContext,
  isWhole: boolean,
): Cents | LineFault {
  const leftCents = cents(ticket.tipCents - tipGivenBackCents)
  if (tip === undefined) return isWhole ? leftCents : ZERO
  if (tip.amountCents <= leftCents) return tip.amountCents
  return { code: 'refund-above-tip', span: tip.span, leftCents }
}

type Due = { readonly dueCents: Cents; readonly isWhole: boolean }

/** Nothing typed: as it was paid, where that is clear. */
function paidBack(
  typed: RefundBasket['payments'],
  ticket: Ticket,
  { dueCents, isWhole }: Due,
): readonly Payment[] | LineFault {
  const paid = sumCents(ticket.payments.map((payment) => payment.amountCents))
  if (typed.length === 0 && isWhole && paid === dueCents) return ticket.payments.map(negative)
  const settled = settleExactly(
    { dueCents, limitCents: MOST_CENTS },
    typed.length > 0
      ? typed
      : [{ method: onlyMethod(ticket), amountCents: undefined, span: undefined }],
  )
  return isLineFault(settled) ? settled : settled.map(negative)
}

function onlyMethod(ticket: Ticket): PaymentMethod {
  const methods = [...new Set(ticket.payments.map((payment) => payment.method))]
  const [method] = methods
  return method !== undefined && methods.length === 1
    ? method
    : refuse({ code: 'refund-method-missing', ticket: ticket.ticket, methods })
}

/** No change is given on a refund: what is handed over is the amount. */
const negative = ({ method, amountCents }: Pick<Payment, 'method' | 'amountCents'>): Payment => ({
  method,
  amountCents: negated(amountCents),
  tenderedCents: negated(amountCents),
})
