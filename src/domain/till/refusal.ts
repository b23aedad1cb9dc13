import type { CountedTender } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { Period } from './periods.ts'

/** A product that was sold before anybody said its VAT rate. */
export type Unrated = { readonly product: string | undefined; readonly label: string }

export type TillRefusal =
  | { readonly code: 'till-not-open'; readonly day: Day; readonly today: Day }
  | { readonly code: 'till-left-open'; readonly day: Day; readonly cohort: string }
  | {
      readonly code: 'till-other-cohort'
      readonly day: Day
      readonly open: string
      readonly cohort: string
    }
  | { readonly code: 'till-already-open'; readonly day: Day; readonly cohort: string }
  | {
      readonly code: 'day-sealed'
      readonly day: Day
      readonly today: Day
      /** Number of the day's last Z. */
      readonly z: number
    }
  | { readonly code: 'nothing-to-seal'; readonly day?: Day; readonly lastZ?: number }
  | { readonly code: 'vat-rate-missing'; readonly unrated: readonly Unrated[] }
  | {
      readonly code: 'count-outdated'
      readonly countedCents: Cents
      /** What the drawer then holds, if the count was right and every later coin is in it. */
      readonly nowCents: Cents
    }
  | {
      readonly code: 'tender-outdated'
      readonly method: CountedTender['method']
      readonly countedCents: Cents
      readonly nowCents: Cents
      /** What was counted in the drawer, to be typed again. */
      readonly cashCents: Cents
    }
  | { readonly code: 'unknown-z'; readonly typed: string; readonly lastZ?: number }
  | { readonly code: 'unknown-closing'; readonly period: Period }
  | { readonly code: 'unknown-session'; readonly day: Day }
