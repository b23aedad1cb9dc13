import type { EventBodies, Payment } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import type { BasketPayment } from './basket.ts'
import { isLineFault, type LineFault } from './line-fault.ts'
import { MOST_RECAP_CENTS } from './recap.ts'
import { settleExactly } from './settle-exactly.ts'
import type { Ticket } from './ticket.ts'

export type RepayContext = {
  readonly ticket: Ticket
  readonly number: number
  /** The Z that holds the ticket, if its day is sealed. */
  readonly z: number | undefined
  readonly closedUntil: Day | undefined
  readonly happenedAt: Instant
}

/**
 * Puts right how a ticket was paid, and nothing else: before its Z, and to the same sum. A refund
 * has its means too.
 */
export function repaySale(
  typed: readonly BasketPayment[],
  { ticket, number, z, closedUntil, happenedAt }: RepayContext,
): EventBodies['sale-repay'] | LineFault {
  refuseUnrepayable({ ticket, z, closedUntil })
  const paidCents = paidOf(ticket.payments)
  const sign = paidCents < 0 ? -1 : 1
  const dueCents = cents(paidCents * sign)
  if (dueCents === 0) return refuse({ code: 'nothing-to-repay', ticket: ticket.ticket })
  const settled = settleExactly({ dueCents, limitCents: MOST_RECAP_CENTS }, typed)
  if (isLineFault(settled)) return settled
  const payments = settled.map(({ method, amountCents }) => ({
    method,
    amountCents: cents(amountCents * sign),
    tenderedCents: cents(amountCents * sign),
  }))
  if (areSame(payments, ticket.payments))
    return refuse({ code: 'paid-so-already', ticket: ticket.ticket })
  invariant(paidOf(payments) === paidCents, 'a ticket is repaid to the same sum')
  return {
    cohort: ticket.cohort,
    number,
    happenedAt,
    payments,
    changeCents: ZERO,
    before: { payments: ticket.payments, changeCents: ticket.changeCents },
  }
}

function refuseUnrepayable({
  ticket,
  z,
  closedUntil,
}: Pick<RepayContext, 'ticket' | 'z' | 'closedUntil'>): void {
  if (ticket.voidedBy !== null) refuse({ code: 'ticket-voided', ticket: ticket.ticket })
  if (closedUntil !== undefined && ticket.day <= closedUntil)
    refuse({ code: 'period-closed', cohort: ticket.cohort, until: closedUntil })
  if (z === undefined) return
  const refund = ticket.refundOf !== undefined
  refuse({ code: 'repay-sealed', ticket: ticket.ticket, day: ticket.day, z, refund })
}

const paidOf = (payments: readonly Payment[]): Cents =>
  sumCents(payments.map((payment) => payment.amountCents))

/** The same amount by each means, in whatever order. */
function areSame(one: readonly Payment[], other: readonly Payment[]): boolean {
  const byMethod = (payments: readonly Payment[], method: Payment['method']): Cents =>
    paidOf(payments.filter((payment) => payment.method === method))
  return [...one, ...other].every(({ method }) => byMethod(one, method) === byMethod(other, method))
}
