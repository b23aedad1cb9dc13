import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

export type SaleRefusal =
  | { readonly code: 'key-reused'; readonly key: string; readonly ticket: string }
  | { readonly code: 'unknown-ticket'; readonly typed: string; readonly last: string | undefined }
  | { readonly code: 'ticket-voided'; readonly ticket: string }
  | {
      readonly code: 'ticket-sealed'
      readonly ticket: string
      readonly day: Day
      readonly z: number
    }
  | { readonly code: 'recap-day-sealed'; readonly day: Day; readonly z: number }
  | { readonly code: 'ticket-too-long'; readonly limit: number }
  | { readonly code: 'ticket-too-dear'; readonly limitCents: Cents }
  | { readonly code: 'line-above-price'; readonly totalCents: Cents; readonly fullCents: Cents }
  | { readonly code: 'payments-differ'; readonly paidCents: Cents; readonly dueCents: Cents }
  | { readonly code: 'method-missing' }
  | { readonly code: 'ticket-apart'; readonly reference: string }
  | { readonly code: 'ticket-mixed'; readonly reference: string }
  | { readonly code: 'ticket-differs'; readonly reference: string; readonly ticket: string }
  | { readonly code: 'time-missing'; readonly day: Day; readonly time: string }
  | { readonly code: 'sale-in-future'; readonly day: Day }
