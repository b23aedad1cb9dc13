import { heldHalves } from '../domain/attendance/half-day.ts'
import { compareHalfDays, halfDayOf } from '../domain/attendance/weight.ts'
import { check } from './check.ts'

/** Half-days later than the moment of the close are not counted (choice). */
export const halfDaysToCome = check({
  name: 'half-days-to-come',
  level: 'warning',
  of: 'period',
  look: ({ facts, moment }) => {
    const now = halfDayOf(moment)
    const later = facts.days
      .flatMap((on) => heldHalves(on).map((half) => ({ day: on.day, half })))
      .filter((each) => compareHalfDays(each, now) > 0)
    const [first] = later
    return first && { code: 'half-days-to-come', count: later.length, ...first }
  },
})
