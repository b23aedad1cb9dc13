import { sumCents } from '../domain/kernel/money.ts'
import { isLineFault } from '../domain/sales/line-fault.ts'
import { type RefundContext, refundSale } from '../domain/sales/refund.ts'
import { ticketName } from '../domain/sales/ticket.ts'
import { type StandingCardSale, ticketOfTransaction } from '../store/queries/card-sales.ts'
import { nextTicketNumber, saleByNumber } from '../store/queries/sale.ts'
import type { ImportWork } from './import-file.ts'
import { refundContext } from './sale-refund.ts'
import type { LeftOutReason, TerminalPayment } from './terminal-groups.ts'
import { dayOfPayment } from './terminal-sale.ts'

type Origin = Pick<StandingCardSale, 'stall' | 'number' | 'ticket'>

export type RefundTools = {
  readonly work: ImportWork
  readonly sessionOf: (day: ReturnType<typeof dayOfPayment>) => number
  /** Tickets that this file was found to have, before the import remembers them. */
  readonly matched: ReadonlyMap<string, Origin>
  readonly reason: string
}

export type RefundOutcome =
  | { readonly kind: 'recorded'; readonly ticket: string; readonly of: string }
  /** The refund's ticket where the terminal's name for it is known, else only what was given back. */
  | { readonly kind: 'already'; readonly ticket: string | null; readonly of: string | null }
  | { readonly kind: 'left-out'; readonly reason: LeftOutReason }

const leftOut = (reason: LeftOutReason): RefundOutcome => ({ kind: 'left-out', reason })

/** Gives back a whole ticket that the file names; what it cannot be sure of is left to a person. */
export function terminalRefund(payment: TerminalPayment, tools: RefundTools): RefundOutcome {
  const { work, matched } = tools
  const { db, stall } = work.journal
  const [row] = payment.rows
  const named = row?.refundOf ?? payment.transaction
  const reference = named === payment.transaction ? `${named} refund` : payment.transaction
  const recorded = ticketOfTransaction(db, work.cohort, reference)
  if (recorded !== undefined) return { kind: 'already', ticket: recorded.ticket, of: null }
  const origin = matched.get(named) ?? ticketOfTransaction(db, work.cohort, named)
  if (origin === undefined) return leftOut('refund-of-nothing')
  if (origin.stall !== stall) return leftOut('refund-of-other-till')
  const sale = saleByNumber(db, stall, origin.number)
  if (sale === undefined || sale.ticket.voidedBy !== null) return leftOut('refund-of-nothing')
  const context = refundContext(db, stall, { ticket: sale.ticket, number: origin.number })
  const left = leftOf(context)
  if (left === 0) return { kind: 'already', ticket: null, of: origin.ticket }
  if (left !== payment.amountCents) return leftOut('refund-in-part')
  return record(payment, { tools, context, reference })
}

function leftOf({ ticket, givenBack, tipGivenBackCents }: RefundContext): number {
  const back = sumCents([...givenBack.values()].map((each) => each.totalCents))
  return ticket.totalCents + ticket.tipCents - back - tipGivenBackCents
}

type Recording = {
  readonly tools: RefundTools
  readonly context: RefundContext
  readonly reference: string
}

function record(
  payment: TerminalPayment,
  { tools: { work, sessionOf, reason }, context, reference }: Recording,
): RefundOutcome {
  const { journal } = work
  const day = dayOfPayment(payment)
  const card = { method: 'card' as const, amountCents: undefined, span: undefined }
  const basket = { items: [], tip: undefined, payments: [card] }
  const number = nextTicketNumber(journal.db, journal.stall)
  const session = sessionOf(day)
  const body = refundSale(basket, context, {
    number,
    session,
    day,
    happenedAt: payment.at,
    reason,
    reference,
  })
  if (isLineFault(body)) return leftOut('refund-in-part')
  journal.append('sale-refund', body)
  work.added()
  return {
    kind: 'recorded',
    ticket: ticketName(journal.stall, number),
    of: context.ticket.ticket,
  }
}
