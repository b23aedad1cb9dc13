import type { Half } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'

/** What was recorded on a day and would be lost or contradicted without it. */
export type DayUse = 'attendance' | 'costs' | 'sales' | 'till'

export type CohortRefusal =
  | { readonly code: 'unknown-cohort'; readonly cohort: string; readonly near: readonly string[] }
  | { readonly code: 'no-cohort' }
  | { readonly code: 'several-cohorts'; readonly cohorts: readonly string[] }
  | { readonly code: 'cohort-exists'; readonly cohort: string }
  | { readonly code: 'cohort-archived'; readonly cohort: string }
  /** `after`: a day later than all that is planned, where a new period could begin. */
  | {
      readonly code: 'period-closed'
      readonly cohort: string
      readonly until: Day
      readonly after?: Day
    }
  | {
      readonly code: 'unknown-day'
      readonly cohort: string
      readonly typed: string
      /** What was typed, where it is a date. */
      readonly on: Day | undefined
      /** Label and date of each: `J1 2026-06-09`. */
      readonly days: readonly { readonly label: string; readonly day: Day }[]
    }
  | { readonly code: 'day-exists'; readonly cohort: string; readonly day: Day }
  | { readonly code: 'day-twice'; readonly day: Day }
  | { readonly code: 'day-without-half'; readonly day: Day }
  | { readonly code: 'half-day-marked'; readonly day: Day; readonly half: Half }
  | { readonly code: 'day-in-use'; readonly day: Day; readonly uses: readonly DayUse[] }
  | { readonly code: 'nothing-to-change' }
