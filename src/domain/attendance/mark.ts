import type { AttendanceMark, AttendanceStatus, EventBodies, Half } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { present } from '../kernel/present.ts'
import {
  type AttendanceDay,
  type Attendee,
  checkConcerned,
  checkHeld,
  heldHalves,
  plannedMinutes,
} from './half-day.ts'
import { isWithin } from './weight.ts'

/** What stands, or shall stand, for one person's half-day. */
export type Mark = {
  readonly status: AttendanceStatus
  readonly minutes?: number | undefined
  readonly reason?: string | undefined
  readonly sheet?: string | undefined
}

/** One person who was named, and how: the exceptions to "everybody was present". */
export type Named = {
  readonly participant: string
  readonly status: 'P' | 'R' | 'D' | 'AJ' | 'AI'
  /** Late (R) or left early (D). */
  readonly minutes?: number | undefined
}

export type MarkOrder = {
  readonly day: AttendanceDay
  /** Undefined: both, as far as they are held. */
  readonly halves: readonly Half[] | undefined
  readonly named: readonly Named[]
  /** Whether everybody else is present. */
  readonly byDefault: boolean
  readonly reason: string | undefined
  readonly sheet: string | undefined
}

export type MarkContext = {
  readonly cohort: string
  readonly people: readonly Attendee[]
  /** Recorded on that day so far. */
  readonly standing: (half: Half, participant: string) => Mark | undefined
  readonly today: Day
}

/**
 * The marks of a day: who is named as said, everybody else concerned present. Who is named is marked anew, whatever
 * stood there: that is how a mark is corrected. The default only fills what is blank: alone, it refuses
 * (`already-marked`) to pass over somebody who was marked otherwise, unless it brings the signed sheet's reference.
 * Undefined when all of it is recorded already. Minutes late count in the first half marked, minutes left early in
 * the last.
 */
export function markAttendance(
  order: MarkOrder,
  context: MarkContext,
): EventBodies['attendance'] | undefined {
  const { day } = order
  const halves = order.halves ?? heldHalves(day)
  for (const half of halves.length === 0 ? ['am' as const] : halves)
    checkHeld(day, half, context.today)
  const wanted = [...namedMarks(order, halves, context), ...defaultMarks(order, halves, context)]
  if (wanted.length === 0) refuse({ code: 'nobody-to-mark', day: day.day })
  const marks = wanted.flatMap((each) => changedMark(each, context))
  if (marks.length === 0) return undefined
  return {
    cohort: context.cohort,
    marks,
    ...present({ sheet: order.sheet }),
  }
}

type Wanted = {
  readonly day: Day
  readonly half: Half
  readonly participant: string
  readonly mark: Mark
}

function namedMarks(
  { day, named, reason, sheet }: MarkOrder,
  halves: readonly Half[],
  { people }: MarkContext,
): readonly Wanted[] {
  const byPerson = Map.groupBy(named, (each) => each.participant)
  return [...byPerson].flatMap(([participant, said]) => {
    const person = people.find((each) => each.participant === participant)
    checkConcerned(person ?? { participant }, day.day)
    return halves.map((half) => {
      const mark = halfMark({ said, halves, half, day })
      const away = mark.status === 'P' ? {} : { reason }
      return { day: day.day, half, participant, mark: { ...mark, ...away, sheet } }
    })
  })
}

type HalfSaid = {
  readonly said: readonly Named[]
  readonly halves: readonly Half[]
  readonly half: Half
  readonly day: AttendanceDay
}

/** What was said of one person, for one half: present where lateness or leaving early belongs to the other. */
function halfMark({ said, halves, half, day }: HalfSaid): Mark {
  const here = said.filter(({ status }) => {
    if (status === 'R') return half === halves[0]
    return status === 'D' ? half === halves.at(-1) : true
  })
  const [one, other] = here
  if (one === undefined) return { status: 'P' }
  const { participant, status, minutes } = one
  if (other !== undefined) refuse({ code: 'two-statuses', participant, day: day.day, half })
  checkMinutes(participant, minutes, plannedMinutes(day, half))
  return { status, minutes }
}

/** Nobody is late by more than the half-day is long. */
export function checkMinutes(
  participant: string,
  minutes: number | undefined,
  planned: number,
): void {
  if (minutes !== undefined && minutes > planned)
    refuse({ code: 'too-many-minutes', participant, minutes, most: planned })
}

function defaultMarks(
  { day, named, byDefault, sheet }: MarkOrder,
  halves: readonly Half[],
  { people, standing }: MarkContext,
): readonly Wanted[] {
  if (!byDefault) return []
  const others = people.filter(
    (person) =>
      isWithin(day.day, person) && !named.some((each) => each.participant === person.participant),
  )
  const places = halves.flatMap((half) => others.map(({ participant }) => ({ half, participant })))
  const otherwise = places.flatMap(({ half, participant }) => {
    const status = standing(half, participant)?.status ?? 'P'
    return status === 'P' ? [] : [{ half, participant, status }]
  })
  const [first, ...more] = otherwise
  if (first !== undefined && named.length === 0 && sheet === undefined) {
    refuse({ code: 'already-marked', day: day.day, label: day.label, marks: [first, ...more] })
  }
  return places.map(({ half, participant }) => {
    const mark = standing(half, participant) ?? { status: 'P' as const }
    return { day: day.day, half, participant, mark: { ...mark, sheet } }
  })
}

/** One mark of the event, with what stood before; none when it says nothing new. */
function changedMark(
  { day, half, participant, mark }: Wanted,
  { standing }: MarkContext,
): readonly AttendanceMark[] {
  const before = standing(half, participant)
  if (before !== undefined && saysNothingNew(before, mark)) return []
  return [eventMark({ day, half, participant }, mark, before)]
}

type Place = Pick<AttendanceMark, 'day' | 'half' | 'participant'>

/** As the event holds it: the sheet is said once for the whole event, a reason that is not said again stays. */
export function eventMark(place: Place, mark: Mark, before: Mark | undefined): AttendanceMark {
  const kept = before?.status === mark.status ? before.reason : undefined
  const { sheet: _, ...said } = bare({ ...mark, reason: mark.reason ?? kept })
  return { ...place, ...said, ...present({ before: before && bare(before) }) }
}

/** A reason or sheet that is not said stays as it is. */
export const saysNothingNew = (before: Mark, mark: Mark): boolean =>
  before.status === mark.status &&
  before.minutes === mark.minutes &&
  (mark.reason ?? before.reason) === before.reason &&
  (mark.sheet ?? before.sheet) === before.sheet

function bare({ status, minutes, reason, sheet }: Mark): NonNullable<AttendanceMark['before']> {
  return {
    status,
    ...present({ minutes, reason, sheet }),
  }
}
