import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { cents } from '../kernel/money.ts'
import type { Ticket } from './ticket.ts'

export type VoidContext = {
  readonly ticket: Ticket
  readonly number: number
  /** The Z that holds the ticket, if its day is sealed. */
  readonly z: number | undefined
  readonly closedUntil: Day | undefined
  /** Refunds of the ticket that stand. */
  readonly refundedBy: readonly string[]
}

/** A sale is taken back by an event of its own; a sealed or closed one stays (till law: corrections by plus and minus). */
export function voidSale(
  { ticket, number, z, closedUntil, refundedBy }: VoidContext,
  reason: string,
): EventBodies['sale-void'] {
  if (ticket.voidedBy !== null) refuse({ code: 'ticket-voided', ticket: ticket.ticket })
  if (closedUntil !== undefined && ticket.day <= closedUntil) {
    refuse({ code: 'period-closed', cohort: ticket.cohort, until: closedUntil })
  }
  const refund = ticket.refundOf !== undefined
  if (z !== undefined)
    refuse({ code: 'ticket-sealed', ticket: ticket.ticket, day: ticket.day, z, refund })
  if (refundedBy.length > 0)
    refuse({ code: 'ticket-refunded', ticket: ticket.ticket, refunds: refundedBy })
  return {
    cohort: ticket.cohort,
    number,
    reason,
    voidedCents: cents(Math.abs(ticket.totalCents)),
    ...(refund ? { refund } : {}),
  }
}
