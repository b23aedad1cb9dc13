import type { Half } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
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
  /** `on`: the day asked about, when one was. */
  | { readonly code: 'not-closed'; readonly cohort: string; readonly on?: Day }
  /** No figure is called so; `near`: what may be meant. */
  | { readonly code: 'unknown-figure'; readonly typed: string; readonly near: readonly string[] }
  /** Somebody who joined after the closed period, or left before it. */
  | { readonly code: 'no-share'; readonly cohort: string; readonly participant: string }
  | {
      readonly code: 'period-empty'
      readonly cohort: string
      readonly from: Day
      readonly until: Day
    }
  | { readonly code: 'vote-missing' }
  /** `closes`: how many periods are closed. */
  | {
      readonly code: 'unknown-period'
      readonly cohort: string
      readonly period: number
      readonly closes: number
    }

/** What a close goes on without, said all the same. */
type ClosingRemark =
  /** `on`: the day that a vote may be of: the last of the period, or today before that. */
  | { readonly code: 'vote-to-come'; readonly on: Day }
  | { readonly code: 'nothing-sold' }
  | { readonly code: 'sales-dated-later'; readonly from: Day }
  | { readonly code: 'costs-dated-later'; readonly from: Day }
  | {
      readonly code: 'half-days-to-come'
      readonly count: number
      readonly day: Day
      readonly half: Half
    }
  | { readonly code: 'cash-not-counted'; readonly tills: readonly TillDay[] }
  | { readonly code: 'voucher-missing'; readonly costs: readonly number[] }
  | { readonly code: 'contract-not-signed'; readonly participants: readonly string[] }
  | {
      readonly code: 'advances-not-refunded'
      readonly owed: readonly { readonly who: string; readonly owedCents: Cents }[]
    }
  | { readonly code: 'cash-not-banked'; readonly amountCents: Cents }
  | { readonly code: 'cards-not-reconciled'; readonly amountCents: Cents }
  | { readonly code: 'cheques-not-banked'; readonly amountCents: Cents }
  /** The table in force is of an earlier year than the last day of the period. */
  | { readonly code: 'social-rates-old'; readonly validFrom: Day; readonly until: Day }
  /** A table begins inside the period; `first` when none was in force before it. */
  | { readonly code: 'social-rates-change'; readonly validFrom: Day; readonly first: boolean }
  | {
      readonly code: 'clock-went-back'
      readonly count: number
      readonly till: string
      readonly before: Instant
      readonly after: Instant
    }

/** What would make every figure doubtful. A close refuses it with the exit code of the journal's own proof. */
type BrokenChain = { readonly code: 'chain-broken'; readonly event: string }

export type ClosingFinding = ClosingObstacle | ClosingRemark | BrokenChain
