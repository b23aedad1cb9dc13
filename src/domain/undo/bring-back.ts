import type { Decided, EventBodies, JournalEvent } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'

/** Something that an undo took away, as it was, and the undo's own event. */
export type Undone = { readonly of: number; readonly taken: Decided }

/** The numbers that things take when they come back: a voided ticket or cost keeps its own. */
export type Renumbering = {
  readonly nextTicket: number
  readonly nextCost: number
  /** What a ticket or a cost is called now that it came back; itself when it did not. */
  readonly ticket: (number: number) => number
  readonly cost: (number: number) => number
}

/**
 * What a redo records: sales, refunds and costs once more, under a number of their own that cites the voided one;
 * everything else as a redo that repeats it. Refuses what the undo erased for good: a person's name.
 */
export function bringBack({ of, taken }: Undone, numbers: Renumbering): Decided {
  switch (taken.kind) {
    case 'sale':
      return { kind: taken.kind, body: saleAgain(taken.body, numbers) }
    case 'sale-refund': {
      const { number: repeats, of: refunded, ...rest } = taken.body
      const body = { ...rest, number: numbers.nextTicket, of: numbers.ticket(refunded), repeats }
      return { kind: taken.kind, body }
    }
    case 'cost': {
      const { number: repeats, ...rest } = taken.body
      return { kind: taken.kind, body: { ...rest, number: numbers.nextCost, repeats } }
    }
    case 'participant':
      return refuse({ code: 'name-forgotten', participant: taken.body.code, whole: true })
    case 'participant-edit':
      if (taken.body.changes.some(({ field }) => field === 'commitment'))
        return refuse({ code: 'name-forgotten', participant: taken.body.code, whole: false })
      return { kind: 'redo', body: { of, taken } }
    default:
      invariant(taken.kind !== 'reversal' && taken.kind !== 'redo', 'a redo repeats a deed')
      return { kind: 'redo', body: { of, taken: renumbered(taken, numbers) } }
  }
}

/** The retry key stays with the first ticket. */
function saleAgain(
  { key: _key, content: _content, number: repeats, ...rest }: EventBodies['sale'],
  { nextTicket }: Renumbering,
): EventBodies['sale'] {
  return { ...rest, number: nextTicket, repeats }
}

/** What names a ticket or a cost names the one that came back before it. */
function renumbered(taken: Decided, { ticket, cost, nextCost }: Renumbering): Decided {
  if (taken.kind === 'sale-repay')
    return { ...taken, body: { ...taken.body, number: ticket(taken.body.number) } }
  if (taken.kind === 'cost-payment')
    return { ...taken, body: { ...taken.body, cost: cost(taken.body.cost) } }
  if (taken.kind === 'deposit' && taken.body.cost !== undefined)
    return { ...taken, body: { ...taken.body, cost: nextCost } }
  return taken
}

/** What an event did: of a redo, what it brought back. */
export function deedOf(event: JournalEvent): JournalEvent {
  return event.kind === 'redo' ? { ...event, ...event.body.taken } : event
}
