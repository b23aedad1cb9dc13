import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

export type HostRefusal =
  | {
      readonly code: 'unknown-setting'
      readonly typed: string
      readonly near: readonly string[]
      readonly all: readonly string[]
    }
  | { readonly code: 'floor-above-cap'; readonly floor: Cents; readonly cap: Cents }
  | {
      /** The same contribution stands twice in one table, from this line of the file on. */
      readonly code: 'rate-twice'
      readonly line: number
      readonly validFrom: Day
      readonly side: 'employer' | 'employee'
      readonly name: string
    }
  | {
      readonly code: 'rates-incomplete'
      readonly validFrom: Day
      readonly missing: 'employer' | 'employee'
    }
  | { readonly code: 'rates-unsound'; readonly validFrom: Day }
  /** What was practised would get into real books, or real sales among what was practised. */
  | { readonly code: 'training-ledger'; readonly operator: string }
