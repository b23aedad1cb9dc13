import type { PaymentMethod, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

export type SaleRefusal =
  | { readonly code: 'key-reused'; readonly key: string; readonly ticket: string }
  | { readonly code: 'unknown-ticket'; readonly typed: string; readonly last: string | undefined }
  | { readonly code: 'ticket-voided'; readonly ticket: string }
  | { readonly code: 'ticket-of-other-till'; readonly ticket: string; readonly till: Stall }
  | {
      readonly code: 'ticket-sealed'
      readonly ticket: string
      readonly day: Day
      readonly z: number
      /** The ticket is itself a refund. */
      readonly refund: boolean
    }
  /** Refunds of it stand: they go first. */
  | {
      readonly code: 'ticket-refunded'
      readonly ticket: string
      readonly refunds: readonly string[]
    }
  | { readonly code: 'refund-of-refund'; readonly ticket: string; readonly of: string }
  | { readonly code: 'refund-of-recap'; readonly ticket: string }
  | { readonly code: 'refund-before-sale'; readonly ticket: string; readonly day: Day }
  | { readonly code: 'nothing-to-refund'; readonly ticket: string }
  | {
      readonly code: 'refund-method-missing'
      readonly ticket: string
      readonly methods: readonly PaymentMethod[]
    }
  | {
      readonly code: 'repay-sealed'
      readonly ticket: string
      readonly day: Day
      readonly z: number
      /** The ticket is itself a refund. */
      readonly refund: boolean
    }
  /** An imported refund is not of the ticket that it names. */
  | { readonly code: 'refund-differs'; readonly reference: string; readonly of: string }
  | { readonly code: 'nothing-to-repay'; readonly ticket: string }
  | { readonly code: 'paid-so-already'; readonly ticket: string }
  | { readonly code: 'recap-day-sealed'; readonly day: Day; readonly z: number }
  /** A sheet of paper with more money than sales. */
  | { readonly code: 'recap-differs'; readonly paidCents: Cents; readonly dueCents: Cents }
  | { readonly code: 'ticket-too-long'; readonly limit: number }
  | { readonly code: 'ticket-too-dear'; readonly limitCents: Cents }
  | { readonly code: 'line-above-price'; readonly totalCents: Cents; readonly fullCents: Cents }
  | { readonly code: 'payments-differ'; readonly paidCents: Cents; readonly dueCents: Cents }
  | { readonly code: 'method-missing' }
  | { readonly code: 'ticket-apart'; readonly reference: string }
  | { readonly code: 'ticket-mixed'; readonly reference: string }
  | { readonly code: 'ticket-differs'; readonly reference: string; readonly ticket: string }
  /** Rows of one transaction that say different things of how it went. */
  | { readonly code: 'transaction-half'; readonly reference: string }
  | { readonly code: 'transaction-twice'; readonly reference: string }
  /** What the terminal calls a product is no word of the catalogue. */
  | {
      readonly code: 'terminal-product'
      readonly label: string
      readonly near: readonly string[]
    }
  /** A card payment without a product, whose VAT rate nobody says. */
  | { readonly code: 'terminal-rate-unsaid'; readonly reference: string }
  | { readonly code: 'time-missing'; readonly day: Day; readonly time: string }
  | { readonly code: 'sale-in-future'; readonly day: Day }
