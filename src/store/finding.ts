import type { EventKind } from '../domain/journal/event.ts'
import type { Instant } from '../domain/kernel/instant.ts'

/** What can be wrong with one event of a chain. */
export type EventCheck =
  /** A chain begins with something other than `init`. */
  | 'start'
  /** Its seq does not follow. */
  | 'order'
  /** It does not carry the hash of the event before it. */
  | 'link'
  /** Its bytes are not those that were hashed. */
  | 'content'
  /** It is no event that flashcoop writes. */
  | 'unreadable'
  /** It says that it is another event than the one it is stored as. */
  | 'envelope'
  /** Its bytes are not the canonical ones. */
  | 'form'
  /** Its perpetual totals do not follow from those before. */
  | 'totals'
  /** A Z or a closing that does not fit the chain: the hash or its like before it, its number, its perpetual totals. */
  | 'z'
  /** It takes back something else than what it cites. */
  | 'reversal'
  /** It names an event of another till that is not here, or is another one. */
  | 'heads'
  /** The tables cannot take it. */
  | 'replay'

/** When and what a bad event says that it is, as far as it can still be read. */
export type Described = { readonly at?: Instant; readonly kind?: EventKind }

export type EventFinding = { readonly check: EventCheck; readonly event: string } & Described

export type FileFinding =
  /** Events that should be there and are not: `A#5` to `A#7`. */
  | { readonly check: 'missing'; readonly event: string; readonly through: string }
  /** The journal holds nothing at all. */
  | { readonly check: 'empty' }
  /** No event has this head code: the end was cut off, or everything was written anew. */
  | { readonly check: 'code'; readonly code: string }
  /** SQLite cannot read on; `event` is the one that comes next. */
  | { readonly check: 'storage'; readonly event?: string; readonly detail: string }
  | { readonly check: 'integrity'; readonly detail: string }
  | { readonly check: 'foreign-key'; readonly table: string }
  /** A table, index, trigger or view is not the one that flashcoop makes. */
  | { readonly check: 'schema'; readonly name: string }
  | ({ readonly check: 'table' } & Difference)
  /** A participant's name is not the one that the journal is committed to. */
  | { readonly check: 'identity'; readonly participant: string }

/** The first place where a table is not what the journal makes of it. */
export type Difference = {
  readonly table: string
  /** The row's primary key as text: `A 42`. */
  readonly row: string
} & (
  | { readonly how: 'absent' | 'extra' }
  | {
      readonly how: 'differs'
      readonly column: string
      readonly stored: string
      readonly journal: string
    }
)

export type Finding = EventFinding | FileFinding

const EVENT_CHECKS: { readonly [C in EventCheck]: true } = {
  start: true,
  order: true,
  link: true,
  content: true,
  unreadable: true,
  envelope: true,
  form: true,
  totals: true,
  z: true,
  reversal: true,
  heads: true,
  replay: true,
}

export const isEventFinding = (found: Finding): found is EventFinding =>
  Object.hasOwn(EVENT_CHECKS, found.check)

/** The event that a finding is about. */
export const eventOf = (finding: Finding): string | undefined =>
  'event' in finding ? finding.event : undefined
