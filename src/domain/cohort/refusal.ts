import type { Day } from '../kernel/day.ts'

export type CohortRefusal =
  | { readonly code: 'unknown-cohort'; readonly cohort: string; readonly near: readonly string[] }
  | { readonly code: 'no-cohort' }
  | { readonly code: 'several-cohorts'; readonly cohorts: readonly string[] }
  | { readonly code: 'cohort-exists'; readonly cohort: string }
  | { readonly code: 'cohort-archived'; readonly cohort: string }
  | { readonly code: 'period-closed'; readonly cohort: string; readonly until: Day }
  | {
      readonly code: 'unknown-day'
      readonly cohort: string
      readonly day: string
      readonly days: readonly string[]
    }
  | { readonly code: 'day-exists'; readonly cohort: string; readonly day: Day }
  | { readonly code: 'nothing-to-change' }
