import type { Chart } from '../accounting/chart.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Cents } from '../kernel/money.ts'
import type { BasisPoints, VatRate } from '../kernel/rate.ts'

export type DistributionRule = 'equal' | 'half-days' | 'hours' | 'weights'

/** The participants' vote on the split (practice: a collective decision, kept with the close). */
export type Vote = {
  readonly on: Day
  readonly for: number
  readonly against: number
  readonly abstained: number
}

/** In the order of a statement. Charges, contribution and insurance are positive numbers that are taken away. */
export type IncomeStatement = {
  readonly salesTtcCents: Cents
  readonly vatCollectedCents: Cents
  readonly revenueHtCents: Cents
  readonly purchasesHtCents: Cents
  readonly packagingHtCents: Cents
  readonly grossMarginCents: Cents
  readonly otherChargesHtCents: Cents
  readonly tillDifferenceCents: Cents
  readonly donationsCents: Cents
  readonly contributionCents: Cents
  readonly insuranceCents: Cents
  readonly resultCents: Cents
}

/** VAT of one Z and rate. */
export type VatRow = {
  readonly day: Day
  readonly till: string
  readonly ratePerMille: number
  readonly ttcCents: Cents
  readonly vatCents: Cents
  readonly htCents: Cents
}

export type Pay = {
  readonly grossCents: Cents
  readonly employerCents: Cents
  readonly employeeCents: Cents
  readonly netCents: Cents
  readonly remainderCents: Cents
}

export type Share = {
  readonly participant: string
  readonly weight: number
  readonly payable: boolean
  /** Why not, as a code. */
  readonly payableReason?: string
  readonly shareCents: Cents
  readonly spareCent: boolean
  /** Absent when the close was made without the pay estimate. */
  readonly pay?: Pay
}

export type RateTable = {
  readonly validFrom: Day
  readonly employer: readonly { readonly name: string; readonly rate: number }[]
  /** `baseShare` is the part of gross that the rate applies to, in 1/10 000. */
  readonly employee: readonly {
    readonly name: string
    readonly rate: number
    readonly baseShare: number
  }[]
}

/** The host's settings that the computation used, as frozen. */
export type ClosingTerms = {
  readonly vatRegime: 'normal' | 'franchise'
  readonly contributionRateBp: number
  readonly contributionBase: 'gross_margin' | 'revenue' | 'none'
  readonly contributionFloorCents?: Cents
  readonly contributionCapCents?: Cents
  readonly insuranceRateBp: number
  readonly insurancePerParticipantCents: Cents
}

/** A reserve as the group voted it: a part of the result, or an amount. */
export type KeptBack =
  | { readonly kind: 'percent'; readonly rate: BasisPoints }
  | { readonly kind: 'amount'; readonly amountCents: Cents }

/** What a close freezes. */
export type CloseBody = {
  readonly cohort: string
  readonly period: number
  readonly from: Day
  readonly until: Day
  readonly closedAt: Instant
  readonly software: string
  /** SHA-256 of the inputs in their canonical form, hex. */
  readonly inputs: string
  readonly terms: ClosingTerms
  /** The accounts that its entries are written to. */
  readonly chart: Chart
  readonly rates?: RateTable
  readonly rule: DistributionRule
  readonly excusedCount: boolean
  /** As the group gave them by hand, also to somebody who takes no pay; absent under another rule. */
  readonly weights?: readonly { readonly participant: string; readonly weight: number }[]
  /** How the reserve was asked for; absent for none. Amendments keep to it. */
  readonly reserve?: KeptBack
  readonly vote: Vote
  readonly incomeStatement: IncomeStatement
  readonly programmeHtCents: Cents
  readonly vat: readonly VatRow[]
  /** Rates of products in recaps that were recorded before anybody had said them; absent for none. */
  readonly fixed?: readonly { readonly product: string; readonly ratePerMille: VatRate }[]
  readonly distribution: {
    readonly totalCents: Cents
    readonly reserveCents: Cents
    /** Positive in a loss, with what was carried; borne by the host, or carried into the cohort's next period. */
    readonly deficitCents: Cents
    /** What the period before left to make good; absent when nothing. */
    readonly carriedDeficitCents?: Cents
    readonly shares: readonly Share[]
  }
}
