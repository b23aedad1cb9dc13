import type { Mark } from '../../domain/attendance/mark.ts'
import type { HalfDay } from '../../domain/attendance/weight.ts'
import type { MemberPresence } from '../../domain/closing/close.ts'
import type { AttendanceStatus, Half } from '../../domain/journal/event.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import {
  all,
  type Db,
  flagOf,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'
import { type DayRow, daysOf } from './cohort.ts'
import { type MemberRow, membersOf } from './participant.ts'

/** One half-day of one person as recorded. */
export type MarkRow = HalfDay & Mark & { readonly participant: string }

const STATUSES: readonly AttendanceStatus[] = ['P', 'R', 'D', 'AJ', 'AI', 'NC', 'X']

function statusIn(row: Row): AttendanceStatus {
  const text = textOf(row, 'status')
  const found = STATUSES.find((each) => each === text)
  if (found === undefined) throw new Defect(`${text} is no status of attendance`)
  return found
}

const halfIn = (row: Row): Half => (textOf(row, 'half') === 'am' ? 'am' : 'pm')

const markIn = (row: Row): MarkRow => ({
  day: day(textOf(row, 'day')),
  half: halfIn(row),
  participant: textOf(row, 'participant'),
  status: statusIn(row),
  minutes: optionalInteger(row, 'minutes'),
  reason: optionalText(row, 'reason'),
  sheet: optionalText(row, 'sheet'),
})

const SELECT = `SELECT day, half, participant, status, minutes, reason, sheet FROM attendance WHERE cohort = ?`
const ORDER = 'ORDER BY day, half, participant'

/** In the order of days, halves and codes. */
export const marksOf = (db: Db, cohort: string): readonly MarkRow[] =>
  all(db, `${SELECT} ${ORDER}`, [cohort]).map(markIn)

export const marksOfDay = (db: Db, cohort: string, on: Day): readonly MarkRow[] =>
  all(db, `${SELECT} AND day = ? ${ORDER}`, [cohort, on]).map(markIn)

export const marksOfParticipant = (
  db: Db,
  cohort: string,
  participant: string,
): readonly MarkRow[] =>
  all(db, `${SELECT} AND participant = ? ${ORDER}`, [cohort, participant]).map(markIn)

const PRESENT: ReadonlySet<AttendanceStatus> = new Set(['P', 'R', 'D'])

/** The half-days on which somebody was there. */
export const presencesOfParticipant = (
  db: Db,
  cohort: string,
  participant: string,
): readonly MarkRow[] =>
  marksOfParticipant(db, cohort, participant).filter(({ status }) => PRESENT.has(status))

/** Everything recorded about who was there: what a close, `missing` and the report compute from. */
export type AttendanceFacts = {
  readonly days: readonly DayRow[]
  /** Everybody who joined, leavers and not payable people too, by code. */
  readonly members: readonly MemberRow[]
  /** On a cancelled day every status is X. */
  readonly presences: readonly MemberPresence[]
}

export const attendanceFacts = (db: Db, cohort: string): AttendanceFacts => ({
  days: daysOf(db, cohort),
  members: membersOf(db, cohort),
  presences: all(
    db,
    `SELECT attendance.day, half, participant, status, coalesce(minutes, 0) AS missed, cancelled,
       CASE half WHEN 'am' THEN am_minutes ELSE pm_minutes END AS planned
     FROM attendance JOIN cohort_day USING (cohort, day) WHERE cohort = ?
     ORDER BY attendance.day, half, participant`,
    [cohort],
  ).map((row) => ({
    day: day(textOf(row, 'day')),
    half: halfIn(row),
    participant: textOf(row, 'participant'),
    status: flagOf(row, 'cancelled') ? 'X' : statusIn(row),
    plannedMinutes: integerOf(row, 'planned'),
    minutesMissed: integerOf(row, 'missed'),
  })),
})
