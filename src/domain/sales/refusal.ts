import type { Day } from '../kernel/day.ts'

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
