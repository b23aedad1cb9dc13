import type { AttendanceStatus, Half } from '../journal/event.ts'
import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { clockText, dayOf, type Instant } from '../kernel/instant.ts'

/** One half-day of one cohort: the unit of attendance (practice: funders ask for a sheet per half-day). */
export type HalfDay = { readonly day: Day; readonly half: Half }

/** One person's half-day as recorded. */
export type Presence = HalfDay & {
  readonly status: AttendanceStatus
  /** Planned length; 0 where the half-day is not held. */
  readonly plannedMinutes: number
  /** Minutes late (R) or left early (D); of no effect on the others. */
  readonly minutesMissed: number
}

/** From the day somebody joined to the last day present, both counted; an absent end is open. */
export type Stay = { readonly joinedOn?: Day | undefined; readonly leftOn?: Day | undefined }

export type Measure = {
  readonly unit: 'half-days' | 'minutes'
  /** The group voted that an excused absence (AJ) weighs as presence. */
  readonly excusedCount: boolean
  /** Half-days later than this one are not counted. */
  readonly until: HalfDay
}

/** The half-day that a moment falls in: the morning before noon, the afternoon from 12:00 on (choice). */
export function halfDayOf(moment: Instant): HalfDay {
  return { day: dayOf(moment), half: clockText(moment) < '12:00' ? 'am' : 'pm' }
}

/** Earlier first; the morning before the afternoon, which is also the order of `am` and `pm`. */
export function compareHalfDays(a: HalfDay, b: HalfDay): number {
  return compareText(a.day, b.day) || compareText(a.half, b.half)
}

/**
 * What one person's attendance weighs in a split: half-days (P, R and D count 1) or minutes (planned minus missed).
 * Left out: half-days outside the stay, later than `until`, or not held (0 planned minutes).
 */
export function attendanceWeight(
  presences: readonly Presence[],
  stay: Stay,
  measure: Measure,
): number {
  const counted = presences.filter(
    (each) =>
      each.plannedMinutes > 0 &&
      isWithin(each.day, stay) &&
      compareHalfDays(each, measure.until) <= 0,
  )
  const weight = counted.reduce((sum, each) => sum + weightOf(each, measure), 0)
  invariant(Number.isSafeInteger(weight) && weight >= 0, 'a weight is a whole number from 0')
  return weight
}

/** Whether a day is part of somebody's stay: the last day present counts. */
export function isWithin(day: Day, stay: Stay): boolean {
  return (
    (stay.joinedOn === undefined || day >= stay.joinedOn) &&
    (stay.leftOn === undefined || day <= stay.leftOn)
  )
}

function weightOf(presence: Presence, measure: Measure): number {
  const { status, plannedMinutes, minutesMissed } = presence
  const whole = measure.unit === 'minutes' ? plannedMinutes : 1
  switch (status) {
    case 'P':
      return whole
    case 'R':
    case 'D':
      return measure.unit === 'minutes' ? Math.max(0, plannedMinutes - minutesMissed) : 1
    case 'AJ':
      return measure.excusedCount ? whole : 0
    case 'AI':
    case 'NC':
    case 'X':
      return 0
    default:
      return unreachable(status)
  }
}
