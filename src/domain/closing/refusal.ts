import type { Half } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { Unrated } from '../till/refusal.ts'
import type { DistributionRule } from './close-body.ts'
import type { TillDay, UnratedRecap } from './facts.ts'

/** What stands in the way of a close. Each is a check of `close --check` and a refusal of `close`. */
export type ClosingObstacle =
  | { readonly code: 'tills-not-sealed'; readonly tills: readonly TillDay[] }
  | { readonly code: 'vat-rate-missing'; readonly unrated: readonly Unrated[] }
  | { readonly code: 'recap-rate-missing'; readonly recaps: readonly UnratedRecap[] }
  | {
      readonly code: 'half-days-missing'
      readonly count: number
      readonly participant: string
      readonly day: Day
      readonly half: Half
    }
  | { readonly code: 'social-rates-missing'; readonly until: Day }
  | {
      readonly code: 'reserve-above-result'
      readonly reserveCents: Cents
      readonly resultCents: Cents
    }
  | { readonly code: 'nobody-payable' }
  | { readonly code: 'nobody-present'; readonly rule: DistributionRule }
  | { readonly code: 'loss-not-accepted'; readonly deficitCents: Cents }

/** `vat-rate-missing` is the till's own refusal. */
export type ClosingRefusal =
  | Exclude<ClosingObstacle, { code: 'vat-rate-missing' }>
  | { readonly code: 'nothing-to-close'; readonly cohort: string }
  | {
      readonly code: 'period-empty'
      readonly cohort: string
      readonly from: Day
      readonly until: Day
    }
  | { readonly code: 'vote-missing' }

/** What a close goes on without, said all the same. */
type ClosingRemark =
  | { readonly code: 'vote-to-come' }
  | { readonly code: 'nothing-sold' }
  | { readonly code: 'dated-later'; readonly from: Day; readonly what: 'sales' | 'costs' }
  | {
      readonly code: 'half-days-to-come'
      readonly count: number
      readonly day: Day
      readonly half: Half
    }
  | { readonly code: 'cash-not-counted'; readonly tills: readonly TillDay[] }
  | { readonly code: 'voucher-missing'; readonly costs: readonly number[] }
  | { readonly code: 'contract-not-signed'; readonly participants: readonly string[] }

export type ClosingFinding = ClosingObstacle | ClosingRemark
