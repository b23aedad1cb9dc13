import type { Half } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import type { HalfDay, Stay } from './weight.ts'

/** A day of the programme, as attendance needs it. */
export type AttendanceDay = {
  readonly day: Day
  readonly label: string
  readonly amMinutes: number
  readonly pmMinutes: number
  readonly cancelled: boolean
}

export type Attendee = Stay & { readonly participant: string }

const HALVES: readonly Half[] = ['am', 'pm']

export const plannedMinutes = (on: AttendanceDay, half: Half): number =>
  half === 'am' ? on.amMinutes : on.pmMinutes

/** The halves that take place: planned longer than 0, on a day that is not cancelled. */
export const heldHalves = (on: AttendanceDay): readonly Half[] =>
  on.cancelled ? [] : HALVES.filter((half) => plannedMinutes(on, half) > 0)

/** Refuses a half-day that did not take place, or has not yet: `today` is still marked. */
export function checkHeld(on: AttendanceDay, half: Half, today: Day): void {
  if (on.cancelled) refuse({ code: 'day-cancelled', day: on.day })
  if (on.day > today) refuse({ code: 'day-to-come', day: on.day, today })
  if (plannedMinutes(on, half) === 0) refuse({ code: 'half-not-held', day: on.day, half })
}

/** Refuses a day outside somebody's stay: that person is not concerned (NC) and needs no marking. */
export function checkConcerned({ participant, joinedOn, leftOn }: Attendee, day: Day): void {
  if (joinedOn !== undefined && day < joinedOn)
    refuse({ code: 'not-yet-joined', participant, day, joinedOn })
  if (leftOn !== undefined && day > leftOn) refuse({ code: 'has-left', participant, day, leftOn })
}

/** A half-day of one person as a key of maps. */
export const halfDayKey = ({ day, half }: HalfDay, participant: string): string =>
  `${day} ${half} ${participant}`
