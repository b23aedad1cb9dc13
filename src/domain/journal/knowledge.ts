import { headsIn } from './canonical-order.ts'
import type { JournalEvent, Stall } from './event.ts'

/** What each till knew of the others while its events happened; taken in canonical order. */
export type Knowledge = {
  readonly take: (event: JournalEvent) => void
  /** Whether a till, as far as it was taken in, knew another's event. */
  readonly knows: (till: Stall, of: Stall, seq: number) => boolean
  /** The last event of each till that a till knew. */
  readonly of: (till: Stall) => ReadonlyMap<Stall, number>
}

export function startKnowledge(): Knowledge {
  const known = new Map<Stall, Map<Stall, number>>()
  const of = (till: Stall): Map<Stall, number> => {
    const found = known.get(till) ?? new Map<Stall, number>()
    known.set(till, found)
    return found
  }
  return {
    take: (event) => {
      const own = of(event.stall)
      own.set(event.stall, event.seq)
      for (const { stall, seq } of headsIn(event)) {
        if (stall !== event.stall) own.set(stall, Math.max(own.get(stall) ?? 0, seq))
      }
    },
    knows: (till, stall, seq) => (of(till).get(stall) ?? 0) >= seq,
    of,
  }
}
