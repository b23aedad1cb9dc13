import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'

/** The clock of a till's computer went from `before` back to `after`, between two events. */
export type ClockStep = { readonly till: string; readonly before: Instant; readonly after: Instant }

/** Whether a stretch of doubtful time touches the days from `from` until `until`. */
export const touches = (
  { before, after }: ClockStep,
  { from, until }: { readonly from: Day; readonly until: Day },
): boolean => before.slice(0, 10) >= from && after.slice(0, 10) <= until
