import type { PaymentMethod, ZKind, ZRate } from '../journal/event.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Cents } from '../kernel/money.ts'
import type { ClosingScope, Period } from './periods.ts'
import type { TicketSums } from './takings.ts'

/** What one or more Zs froze, added up. Amounts in cents; rates, kinds and methods are what refunds left. */
export type PeriodTotals = Omit<TicketSums, 'firstTicket' | 'lastTicket'> & {
  readonly zCount: number
  /** VAT was extracted by each Z; these are sums. */
  readonly rates: readonly ZRate[]
  readonly kinds: readonly ZKind[]
  readonly methods: readonly { readonly method: PaymentMethod; readonly amountCents: Cents }[]
  /** Of the cash that was counted. */
  readonly differenceCents: Cents
}

/** The monthly or yearly closing of one till, over all its cohorts (till law). */
export type TillClosingBody = PeriodTotals & {
  readonly scope: ClosingScope
  readonly period: Period
  readonly happenedAt: Instant
  /** The Zs of a month; each Z is in one month. */
  readonly zs?: readonly number[]
  /** The monthly closings of a year; each is in one year. */
  readonly months?: readonly Period[]
  /** Sales less refunds of this period. */
  readonly periodTotalCents: Cents
  /** Of this till, never reset, before voids. */
  readonly perpetualSalesCents: Cents
  readonly perpetualVoidsCents: Cents
  readonly perpetualRefundsCents?: Cents
  readonly perpetualRefundVoidsCents?: Cents
  /** Hash of the previous closing's event, monthly or yearly; absent for the first. */
  readonly previousClosing?: string
  /** Chain head before this event. */
  readonly head: string
}
