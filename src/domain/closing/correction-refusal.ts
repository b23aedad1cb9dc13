import type { Day } from '../kernel/day.ts'

export type CorrectionRefusal =
  /** `period`: the one asked for; `closed`: how many periods are closed. */
  | {
      readonly code: 'period-not-closed'
      readonly cohort: string
      readonly period: number | undefined
      readonly closed: number
    }
  | { readonly code: 'correction-before-close'; readonly day: Day; readonly closedOn: Day }
  /** A cost that no close has counted yet: it may still be voided. */
  | { readonly code: 'cost-not-closed'; readonly number: number; readonly day: Day }
  | {
      readonly code: 'unknown-amendment'
      readonly number: number
      readonly period: number
      readonly made: number
    }
