import type { EventBodies, PaymentMethod, ProductKind, ZRate } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { IncomeStatement, Pay, Share, VatRow } from './close-body.ts'

/** What of a cost a correction keeps, so that it reads without the cost itself. */
export type CorrectedCost = {
  /** Its number in the ledger. */
  readonly cost: number
} & Pick<
  EventBodies['cost'],
  'label' | 'category' | 'supplier' | 'voucher' | 'paidBy' | 'chargedTo' | 'amounts'
>

/** Takings, VAT included and extracted once per rate on their own total; amounts are above zero. */
export type CorrectedTakings = {
  readonly label?: string
  readonly of: ProductKind
  readonly method: PaymentMethod
  readonly rates: readonly ZRate[]
}

/** What was found out after a close. */
export type CorrectionFact =
  /** A cost that came late. */
  | ({ readonly kind: 'cost' } & CorrectedCost)
  /** A cost that was none, or was entered twice: taken out whole. */
  | ({ readonly kind: 'void-cost' } & CorrectedCost)
  /** Takings that were forgotten. */
  | ({ readonly kind: 'sale' } & CorrectedTakings)
  /** Takings too much: a sale entered twice, or given back after the close. */
  | ({ readonly kind: 'void-sale' } & CorrectedTakings)
  /** A cheque that the bank sent back: charged whole, VAT included (choice). */
  | { readonly kind: 'cheque'; readonly amountCents: Cents }
  /** Cash found missing (below zero) or found (above). */
  | { readonly kind: 'till'; readonly differenceCents: Cents }

/** How a period stands: as its close left it, or an amendment. */
export type Standing = {
  readonly incomeStatement: IncomeStatement
  readonly programmeHtCents: Cents
  readonly distribution: {
    readonly totalCents: Cents
    readonly reserveCents: Cents
    /** Positive in a loss, with what was carried. */
    readonly deficitCents: Cents
    readonly carriedDeficitCents?: Cents
    readonly shares: readonly Share[]
  }
}

/** What an amendment adds to somebody's share and pay; below zero what it takes away. */
export type ShareDifference = {
  readonly participant: string
  readonly shareCents: Cents
  /** Absent when the close was made without the pay estimate. */
  readonly pay?: Pay
}

export type Difference = {
  readonly incomeStatement: IncomeStatement
  readonly programmeHtCents: Cents
  readonly totalCents: Cents
  readonly reserveCents: Cents
  readonly deficitCents: Cents
  readonly shares: readonly ShareDifference[]
}

/** Old, new and the difference: `before` is the close, or what the amendment before it made of it. */
export type Amendment = {
  readonly before: Standing
  readonly after: Standing
  readonly difference: Difference
  /** VAT of this correction alone, on its own day. */
  readonly vat: readonly VatRow[]
}

/** A correction of a closed period, and the amendment that it froze. */
export type CorrectionBody = {
  readonly cohort: string
  /** The closed period that it corrects. */
  readonly period: number
  /** Of the amendment, from 1 in each period. */
  readonly number: number
  /** The day of the correction: never before that of the close. */
  readonly day: Day
  readonly software: string
  readonly reason?: string
  readonly fact: CorrectionFact
  readonly amendment: Amendment
}
