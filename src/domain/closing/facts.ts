import type { Chart } from '../accounting/chart.ts'
import type { AttendanceDay } from '../attendance/half-day.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { Unrated } from '../till/refusal.ts'
import type { Member, MemberPresence } from './close.ts'
import type { CloseBody, ClosingTerms, RateTable } from './close-body.ts'
import type { CostLine } from './income-statement.ts'
import type { Period } from './period.ts'
import type { Takings } from './vat.ts'

/** A till session, by the day and the till that people know it by. */
/** `elsewhere`: another computer is that till; what is left to do is done there. */
export type TillDay = { readonly day: Day; readonly till: string; readonly elsewhere?: true }

export type MemberFacts = Member & {
  readonly payableReason?: string | undefined
  readonly contractSigned: Day | undefined
}

/** Takings of paper that name neither a product nor a VAT rate. */
export type UnratedRecap = { readonly ticket: string; readonly label: string }

/** Everything that is known of one period of a cohort when it is looked at. */
export type CloseFacts = {
  readonly cohort: string
  readonly period: Period
  readonly terms: ClosingTerms
  /** The accounts that entries are written to. */
  readonly chart: Chart
  readonly rateTables: readonly RateTable[]
  /** Sealed days as their Zs have them, open ones as sold so far, recaps as recorded; voided sales left out. */
  readonly takings: readonly Takings[]
  /** Counted minus expected: of the Z, else of the last count so far. */
  readonly tillDifferenceCents: Cents
  readonly donationsCents: Cents
  readonly ticketCount: number
  readonly openTills: readonly TillDay[]
  /** Sealed without a count though there was cash to count. */
  readonly uncounted: readonly TillDay[]
  /** Products sold before anybody said their VAT rate, and recaps without one. */
  readonly unrated: readonly Unrated[]
  readonly unratedRecaps: readonly UnratedRecap[]
  /** Rates that recaps’ products have by now, where the recap itself says none. */
  readonly fixed: NonNullable<CloseBody['fixed']>
  /** Summed by category and what they are charged to. */
  readonly costs: readonly CostLine[]
  /** Numbers of the costs without a voucher. */
  readonly withoutVoucher: readonly number[]
  readonly members: readonly MemberFacts[]
  /** The programme days of the period. */
  readonly days: readonly AttendanceDay[]
  readonly presences: readonly MemberPresence[]
  /** First day after the period with a sale or an open till, and with a cost. */
  readonly later: { readonly sales: Day | undefined; readonly costs: Day | undefined }
}
