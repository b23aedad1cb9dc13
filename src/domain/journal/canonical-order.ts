import { epochMsOf, type Instant } from '../kernel/instant.ts'
import type { JournalEvent, KnownHead, Stall } from './event.ts'

/** One till's events as they come, the oldest first. */
export type Chain<T> = { readonly stall: Stall; readonly items: Iterator<T> }

/** Where an item stands: its number in its chain, when it was recorded, and the heads that it comes after. */
export type Place = {
  readonly seq: number
  readonly at: Instant | undefined
  readonly after: readonly KnownHead[]
}

/** The heads that an event says it comes after. */
export const headsIn = ({ kind, body }: JournalEvent): readonly KnownHead[] =>
  kind === 'join' || kind === 'merge' ? body.heads : []

type Waiting<T> = { readonly stall: Stall; readonly item: T; readonly place: Place }

/**
 * The events of all tills in one order that depends on nothing but the events: each chain in its own order, a `join` or
 * a `merge` after all that it names, and where that leaves a choice by time of recording, then by till. The same set
 * gives the same order on every computer, and what is recorded now comes last, for it knows of all that is there.
 * What waits for an event that never comes is given when nothing else is left.
 */
export function* inCanonicalOrder<T>(
  chains: readonly Chain<T>[],
  placeOf: (item: T) => Place,
): Generator<T> {
  const given = new Map<Stall, number>()
  const waiting = new Map<Stall, Waiting<T>>()
  const advance = ({ stall, items }: Chain<T>): void => {
    const next = items.next()
    if (next.done) waiting.delete(stall)
    else waiting.set(stall, { stall, item: next.value, place: placeOf(next.value) })
  }
  const byStall = new Map(chains.map((chain) => [chain.stall, chain]))
  for (const chain of chains) advance(chain)
  while (waiting.size > 0) {
    const next = firstOf([...waiting.values()], given)
    if (next === undefined) return
    given.set(next.stall, next.place.seq)
    yield next.item
    const chain = byStall.get(next.stall)
    if (chain) advance(chain)
  }
}

function firstOf<T>(
  waiting: readonly Waiting<T>[],
  given: ReadonlyMap<Stall, number>,
): Waiting<T> | undefined {
  if (waiting.length === 1) return waiting[0]
  const ready = waiting.filter(({ place }) =>
    place.after.every(({ stall, seq }) => (given.get(stall) ?? 0) >= seq),
  )
  const among = ready.length === 0 ? waiting : ready
  return among.reduce((one, other) => (isBefore(other, one) ? other : one))
}

const timeOf = ({ at }: Place): number => (at === undefined ? 0 : epochMsOf(at))

function isBefore<T>(one: Waiting<T>, other: Waiting<T>): boolean {
  const [a, b] = [timeOf(one.place), timeOf(other.place)]
  return a === b ? one.stall < other.stall : a < b
}
