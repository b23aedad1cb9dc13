import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { ZERO } from '../kernel/money.ts'
import type { Ticket } from './ticket.ts'

export type VoidContext = {
  readonly ticket: Ticket
  readonly number: number
  /** The Z that holds the ticket, if its day is sealed. */
  readonly z: number | undefined
  readonly closedUntil: Day | undefined
}

/** A sale is taken back by an event of its own; a sealed or closed one stays (till law: corrections by plus and minus). */
export function voidSale(
  { ticket, number, z, closedUntil }: VoidContext,
  reason: string,
): EventBodies['sale-void'] {
  if (ticket.voidedBy !== null) refuse({ code: 'ticket-voided', ticket: ticket.ticket })
  if (closedUntil !== undefined && ticket.day <= closedUntil) {
    refuse({ code: 'period-closed', cohort: ticket.cohort, until: closedUntil })
  }
  if (z !== undefined) refuse({ code: 'ticket-sealed', ticket: ticket.ticket, day: ticket.day, z })
  return {
    cohort: ticket.cohort,
    number,
    reason,
    voidedCents: ticket.totalCents > 0 ? ticket.totalCents : ZERO,
  }
}
