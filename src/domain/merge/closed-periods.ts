import type { JournalEvent, Stall } from '../journal/event.ts'
import type { Knowledge } from '../journal/knowledge.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'

/** What counts in a close, and on which day of which cohort. */
export type Dated = { readonly cohort: string; readonly day: Day }

type Closed = {
  readonly stall: Stall
  readonly seq: number
  readonly cohort: string
  readonly from: Day
  readonly until: Day
}

/**
 * Watches that every close knew of all that its period holds: a close freezes figures, so what another till recorded
 * meanwhile may neither be lost nor slip in (choice). Takes events in canonical order, after `knowledge` has; throws
 * the refusal.
 */
export function watchClosedPeriods(
  knowledge: Knowledge,
): (event: JournalEvent, dated: Dated | undefined) => void {
  const closed: Closed[] = []
  /** The newest event of each till on each day of a cohort. */
  const newest = new Map<string, { readonly till: Stall; readonly day: Day; seq: number }>()
  return (event, dated) => {
    if (dated !== undefined) {
      refuseInClosed(event, dated, { closed, knowledge })
      const key = `${dated.cohort} ${event.stall} ${dated.day}`
      newest.set(key, { till: event.stall, day: dated.day, seq: event.seq })
    }
    if (event.kind !== 'close') return
    const { cohort, from, until } = event.body
    refuseTwice(event, closed, knowledge)
    for (const [key, { till, day, seq }] of newest) {
      const isInside = key.startsWith(`${cohort} `) && day >= from && day <= until
      if (isInside && !knowledge.knows(event.stall, till, seq))
        refuse({ code: 'closed-without', cohort, until, closedBy: event.stall, till, day })
    }
    closed.push({ stall: event.stall, seq: event.seq, cohort, from, until })
  }
}

type Known = { readonly closed: readonly Closed[]; readonly knowledge: Knowledge }

function refuseInClosed(
  event: JournalEvent,
  { cohort, day }: Dated,
  { closed, knowledge }: Known,
): void {
  for (const each of closed) {
    const isInside = each.cohort === cohort && day >= each.from && day <= each.until
    if (isInside && !knowledge.knows(event.stall, each.stall, each.seq)) {
      const { until, stall: closedBy } = each
      refuse({ code: 'closed-without', cohort, until, closedBy, till: event.stall, day })
    }
  }
}

function refuseTwice(
  { stall, body }: Extract<JournalEvent, { readonly kind: 'close' }>,
  closed: readonly Closed[],
  knowledge: Knowledge,
): void {
  const { cohort } = body
  const other = closed.find(
    (each) => each.cohort === cohort && !knowledge.knows(stall, each.stall, each.seq),
  )
  if (other) refuse({ code: 'closed-twice', cohort, tills: [other.stall, stall] })
}
