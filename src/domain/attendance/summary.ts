import type { AttendanceStatus } from '../journal/event.ts'
import { compareText } from '../kernel/allocation.ts'
import { invariant } from '../kernel/defect.ts'
import { type AttendanceDay, type Attendee, heldHalves, plannedMinutes } from './half-day.ts'
import { attendanceWeight, type HalfDay, isWithin, type Presence } from './weight.ts'

/** One person's attendance over the whole programme, in half-days and minutes. */
export type AttendanceSummary = {
  readonly participant: string
  /** Half-days that take place during the person's stay. */
  readonly planned: number
  readonly present: number
  readonly late: number
  readonly leftEarly: number
  readonly excused: number
  readonly unexcused: number
  /** Planned half-days that nobody has filled in, those to come included. */
  readonly open: number
  /** Present, late and left early together: what counts in a split by half-days. */
  readonly halfDays: number
  readonly plannedMinutes: number
  /** Planned minutes of the half-days attended, less what was missed. */
  readonly attendedMinutes: number
}

type Recorded = Presence & { readonly participant: string }

/** In the order of `members`. */
export function attendanceSummaries({
  days,
  members,
  presences,
}: {
  readonly days: readonly AttendanceDay[]
  readonly members: readonly Attendee[]
  readonly presences: readonly Recorded[]
}): readonly AttendanceSummary[] {
  const own = Map.groupBy(presences, (presence) => presence.participant)
  const until = lastHalfDay(days)
  return members.map((member) => {
    const recorded = own.get(member.participant) ?? []
    return summaryOf(member, { days, recorded, until })
  })
}

const lastHalfDay = (days: readonly AttendanceDay[]): HalfDay | undefined => {
  const last = days
    .map(({ day }) => day)
    .toSorted(compareText)
    .at(-1)
  return last === undefined ? undefined : { day: last, half: 'pm' }
}

type Own = {
  readonly days: readonly AttendanceDay[]
  readonly recorded: readonly Presence[]
  readonly until: HalfDay | undefined
}

function summaryOf(member: Attendee, { days, recorded, until }: Own): AttendanceSummary {
  const held = days
    .filter(({ day }) => isWithin(day, member))
    .flatMap((on) => heldHalves(on).map((half) => plannedMinutes(on, half)))
  const counted = recorded.filter(
    (each) => each.plannedMinutes > 0 && each.status !== 'X' && isWithin(each.day, member),
  )
  const times = (status: AttendanceStatus): number =>
    counted.filter((each) => each.status === status).length
  const weightIn = (unit: 'half-days' | 'minutes'): number =>
    until === undefined
      ? 0
      : attendanceWeight(recorded, member, { unit, excusedCount: false, until })
  const [present, late, leftEarly] = [times('P'), times('R'), times('D')]
  const halfDays = weightIn('half-days')
  invariant(halfDays === present + late + leftEarly, 'half-days attended are P, R and D')
  return {
    participant: member.participant,
    planned: held.length,
    present,
    late,
    leftEarly,
    excused: times('AJ'),
    unexcused: times('AI'),
    open: held.length - counted.length,
    halfDays,
    plannedMinutes: held.reduce((sum, minutes) => sum + minutes, 0),
    attendedMinutes: weightIn('minutes'),
  }
}
