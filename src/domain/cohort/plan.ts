import type { PlannedDay, Template } from '../journal/event.ts'
import { compareText } from '../kernel/allocation.ts'
import { addDays, type Day, weekdayOf } from '../kernel/day.ts'
import { unreachable } from '../kernel/defect.ts'

/** A half-day's planned length unless the day says otherwise (practice). */
export const HALF_DAY_MINUTES = 210

/** 1 for Monday to 7 for Sunday. */
export type Weekday = number

/** Monday to Friday. */
export const WEEKDAYS: ReadonlySet<Weekday> = new Set([1, 2, 3, 4, 5])

/** The days of a span, both ends counted, that fall on the weekdays held. */
export function daysFromTo(from: Day, until: Day, held: ReadonlySet<Weekday>): readonly Day[] {
  const days: Day[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    if (held.has(weekdayOf(on))) days.push(on)
  }
  return days
}

/** `count` weekdays (Monday to Friday) from `start` on; a start on a weekend gives the Monday after it. */
function weekdays(start: Day, count: number): readonly Day[] {
  const days: Day[] = []
  for (let on = start; days.length < count; on = addDays(on, 1)) {
    if (WEEKDAYS.has(weekdayOf(on))) days.push(on)
  }
  return days
}

/**
 * The days that a format begins with, for the host to move, add and remove. flash7: seven weekdays (practice). Choice,
 * because no source settles it: cjs eight weeks of weekdays (a summer), cjm thirteen (three months), long
 * twenty-six (six months); open and blank the first day alone.
 */
export function usualDays(template: Template, start: Day): readonly Day[] {
  switch (template) {
    case 'flash7':
      return weekdays(start, 7)
    case 'cjs':
      return weekdays(start, 8 * 5)
    case 'cjm':
      return weekdays(start, 13 * 5)
    case 'long':
      return weekdays(start, 26 * 5)
    case 'open':
    case 'blank':
      return [start]
    default:
      return unreachable(template)
  }
}

/** Whether a format has usual days, and so needs to be told when it starts. */
export const hasUsualDays = (template: Template): boolean =>
  template !== 'open' && template !== 'blank'

/** Days in any order → J1, J2 … in theirs, with two usual half-days each. */
export function plannedDays(days: readonly Day[]): readonly PlannedDay[] {
  return days.toSorted(compareText).map((day, index) => ({
    day,
    label: labelOf(index),
    amMinutes: HALF_DAY_MINUTES,
    pmMinutes: HALF_DAY_MINUTES,
  }))
}

/** `J1` for the first. */
const labelOf = (index: number): string => `J${index + 1}`

/** The label that a day has, or will have when it joins these. */
export const labelAmong = (days: readonly Day[], on: Day): string =>
  labelOf(days.filter((each) => each < on).length)
