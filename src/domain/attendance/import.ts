import type { AttendanceMark, AttendanceStatus, Half } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import {
  type AttendanceDay,
  type Attendee,
  checkConcerned,
  checkHeld,
  plannedMinutes,
} from './half-day.ts'
import { checkMinutes, eventMark, type Mark, saysNothingNew } from './mark.ts'
import { isWithin } from './weight.ts'

/** A row of a file: one person's half-day. */
export type MarkRow = {
  readonly half: Half
  readonly status: AttendanceStatus
  readonly minutes: number | undefined
  readonly reason: string | undefined
  /** Reference of the signed sheet. */
  readonly sheet: string | undefined
}

type RowContext = {
  readonly day: AttendanceDay
  readonly person: Attendee
  readonly standing: Mark | undefined
  readonly today: Day
}

/**
 * The mark that a row adds, or whose sheet it adds; undefined when it is there already, or follows by itself (NC
 * outside a stay, X on a cancelled day). Refuses what `attendance mark` refuses, and to mark over what was marked otherwise.
 */
export function importMark(
  row: MarkRow,
  { day, person, standing, today }: RowContext,
): AttendanceMark | undefined {
  const { half, status, minutes, reason } = row
  const { participant } = person
  if (status === 'NC' || status === 'X') {
    const follows = status === 'X' ? day.cancelled : !isWithin(day.day, person)
    return follows ? undefined : refuse({ code: 'status-derived', participant, status })
  }
  checkHeld(day, half, today)
  checkConcerned(person, day.day)
  if (minutes !== undefined && minutes > 0 && status !== 'R' && status !== 'D')
    refuse({ code: 'minutes-without-lateness', participant, status })
  const missed = status === 'R' || status === 'D' ? minutes : undefined
  checkMinutes(participant, missed, plannedMinutes(day, half))
  const mark: Mark = { status, minutes: missed, reason: status === 'P' ? undefined : reason }
  if (standing !== undefined && !saysNothingNew(standing, mark)) {
    const marks = [{ participant, half, status: standing.status }] as const
    refuse({ code: 'already-marked', day: day.day, label: day.label, marks })
  }
  if (standing !== undefined && saysNothingNew(standing, { ...standing, sheet: row.sheet }))
    return undefined
  return eventMark({ day: day.day, half, participant }, mark, standing)
}
