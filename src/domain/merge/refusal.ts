import type { EventKind, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'

/** One of two events that claim the same place in a till's chain. */
export type Branch = { readonly at?: Instant; readonly kind?: EventKind; readonly hash: string }

/** Why nothing of a bundle was taken in. */
export type MergeRefusal =
  | { readonly code: 'not-a-bundle'; readonly file: string }
  | { readonly code: 'bundle-newer'; readonly file: string }
  /** Its bytes are not those that were written; `line` where it is known. */
  | { readonly code: 'bundle-changed'; readonly file: string; readonly line?: number }
  | { readonly code: 'bundle-too-large'; readonly file: string; readonly mebibytes: number }
  | { readonly code: 'bundle-foreign'; readonly file: string }
  /** Events that come before those in the bundle are neither here nor there. */
  | {
      readonly code: 'bundle-gap'
      readonly till: Stall
      readonly from: number
      readonly to: number
    }
  /** Two computers recorded as one till. */
  | {
      readonly code: 'bundle-fork'
      readonly till: Stall
      readonly seq: number
      readonly here: Branch
      readonly there: Branch
    }
  /** An event that this version cannot read, or that is not as flashcoop writes. */
  | { readonly code: 'bundle-event'; readonly file: string; readonly event: string }
  /** What is here and what is in the bundle cannot both be; `kind` is that of one of the two events. */
  | { readonly code: 'bundle-clash'; readonly file: string; readonly kind: EventKind }
  /** A period was closed on one till while another recorded in it. */
  | {
      readonly code: 'closed-without'
      readonly cohort: string
      readonly until: Day
      readonly closedBy: Stall
      readonly till: Stall
      readonly day: Day
    }
  | {
      readonly code: 'closed-twice'
      readonly cohort: string
      readonly tills: readonly [Stall, Stall]
    }
  | { readonly code: 'till-taken'; readonly till: Stall; readonly free: Stall }
