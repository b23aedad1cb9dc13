import type { Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'

export type CostRefusal =
  /** `elsewhere`: the cohort that the number belongs to, when it is another. */
  | { readonly code: 'unknown-cost'; readonly number: number; readonly elsewhere?: string }
  /** `near` are words of the reader's language, the likeliest first. */
  | {
      readonly code: 'unknown-category'
      readonly category: string
      readonly near: readonly string[]
    }
  /** Neither the host, the till, a participant, nor a code as staff have. */
  | { readonly code: 'unknown-payer'; readonly payer: string; readonly near: readonly string[] }
  | { readonly code: 'cost-voided'; readonly number: number }
  /** Another till's drawer paid it. */
  | { readonly code: 'cost-of-other-till'; readonly number: number; readonly till: Stall }
  /** Paid from a till whose day is sealed: that Z counts the cash as gone. */
  | {
      readonly code: 'cost-sealed'
      readonly number: number
      readonly day: Day
      readonly z: number
    }
