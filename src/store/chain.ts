import type { Cumulated, EventBodies, EventKind, EventOf, Stall } from '../domain/journal/event.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { canonicalText } from './canonical.ts'
import { sha256, utf8 } from './digest.ts'

const EVENT_TAG = utf8('flashcoop/event/v1\0')
const GENESIS_TAG = utf8('flashcoop/genesis/v1\0')

/** The hash that stands before a till's first event (tills have no key of their own). */
export function genesisHash(coop: string, stall: Stall): Buffer {
  return sha256(GENESIS_TAG, utf8(`${coop}\0${stall}\0`))
}

/** The stored bytes of the payload are what is hashed, never a second rendering of them. */
export function eventHash(prev: Uint8Array, payload: string | Uint8Array): Buffer {
  return sha256(EVENT_TAG, prev, typeof payload === 'string' ? utf8(payload) : payload)
}

/** The last link of a till's chain. */
export type Link = {
  readonly seq: number
  readonly hash: Buffer
  readonly at: Instant | undefined
  readonly cum: Cumulated
}

export type Envelope<K extends EventKind> = {
  readonly stall: Stall
  readonly at: Instant
  readonly actor: string
  readonly kind: K
  readonly body: EventBodies[K]
}

const amountOf = (body: object, field: 'totalCents' | 'voidedCents'): number => {
  const value: unknown = Object.getOwnPropertyDescriptor(body, field)?.value
  return typeof value === 'number' ? value : 0
}

/** Perpetual totals after an event: each of them only grows. */
export function cumulate(before: Cumulated, kind: EventKind, body: object): Cumulated {
  switch (kind) {
    case 'sale':
    case 'sale-import':
      return { ...before, salesCents: before.salesCents + amountOf(body, 'totalCents') }
    case 'sale-void':
      return voided(before, body)
    case 'sale-refund':
      return {
        ...before,
        refundsCents: (before.refundsCents ?? 0) - amountOf(body, 'totalCents'),
      }
    default:
      return before
  }
}

/** A refund that is taken back grows a total of its own, so that no total ever falls. */
function voided(before: Cumulated, body: object): Cumulated {
  const amount = amountOf(body, 'voidedCents')
  return 'refund' in body
    ? { ...before, refundVoidsCents: (before.refundVoidsCents ?? 0) + amount }
    : { ...before, voidsCents: before.voidsCents + amount }
}

/** The event that follows `last`, its stored text and its hash. */
export function nextEvent<K extends EventKind>(
  last: Link,
  { stall, at, actor, kind, body }: Envelope<K>,
): { readonly event: EventOf<K>; readonly payload: string; readonly hash: Buffer } {
  const cum = cumulate(last.cum, kind, body)
  const event: EventOf<K> = { actor, at, body, cum, kind, seq: last.seq + 1, stall, v: 1 }
  const payload = canonicalText(event)
  return { event, payload, hash: eventHash(last.hash, payload) }
}
