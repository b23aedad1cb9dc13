import { plannedMinutes } from '../domain/attendance/half-day.ts'
import { missingHalfDays } from '../domain/attendance/missing.ts'
import { halfDayOf, isWithin } from '../domain/attendance/weight.ts'
import { theDay } from '../domain/cohort/day-of.ts'
import type { AttendanceStatus, Half } from '../domain/journal/event.ts'
import { column, columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import { peopleOf } from '../store/identity.ts'
import {
  attendanceFacts,
  type MarkRow,
  marksOf,
  marksOfDay,
  marksOfParticipant,
} from '../store/queries/attendance.ts'
import { type DayRow, daysOf } from '../store/queries/cohort.ts'
import { type ParticipantRow, participantNamed } from '../store/queries/participant.ts'
import { attendance as en } from '../words/en/attendance.ts'
import { attendance as fr } from '../words/fr/attendance.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { isForPrograms, printReport } from './output.ts'
import type { Session } from './session.ts'

const wordsOf = (session: Session) => inLanguage(session.language(), { en, fr })
const REASON = column('reason', { unit: 'word', words: 'absence' })

const LIST_OPTIONS = { day: FLAGS.day } as const
export const attendanceList = command({ options: LIST_OPTIONS, lists: true, run: list })

/** What is marked, as it is imported again. Names stand in tables for people only. */
async function list(session: Session, { options }: Input<typeof LIST_OPTIONS>): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const days = daysOf(db, cohort)
  const marks =
    options.day === undefined
      ? marksOf(db, cohort)
      : marksOfDay(db, cohort, theDay({ cohort, days }, options.day, session.today()).day)
  if (marks.length === 0) session.say(wordsOf(session).noMarks)
  const people = peopleOf(db, cohort)
  const rows = marks.map((mark) => ({
    ...markFields(mark),
    name: people.get(mark.participant)?.name ?? null,
  }))
  const who = columns('participant', ...(isForPrograms(session) ? [] : (['name'] as const)))
  await printReport(session, {
    name: 'attendance',
    columns: [
      ...columns('date', 'half'),
      ...who,
      ...columns('status', 'minutes'),
      REASON,
      ...columns('sheet'),
    ],
    rows,
  })
}

const markFields = ({ day, half, participant, status, minutes, reason, sheet }: MarkRow) => ({
  date: day,
  half,
  participant,
  status,
  minutes: minutes ?? null,
  reason: reason ?? null,
  sheet: sheet ?? null,
})

export const attendanceShow = command({
  arguments: '<who>',
  options: {},
  lists: true,
  run: show,
})

/** Every half-day of the programme for one person: as marked, NC outside the stay, X when cancelled, or blank. */
async function show(
  session: Session,
  { words }: { readonly words: readonly string[] },
): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const person = participantNamed(db, cohort, words[0] ?? '')
  const marks = marksOfParticipant(db, cohort, person.code)
  const rows = daysOf(db, cohort).flatMap((on) =>
    HALVES.filter((half) => plannedMinutes(on, half) > 0).map((half) =>
      halfFields(on, { half, person, marks }),
    ),
  )
  await printReport(session, {
    name: 'attendance-of-participant',
    columns: [
      ...columns('dayLabel', 'date', 'half', 'status', 'minutes'),
      REASON,
      ...columns('sheet'),
    ],
    rows,
  })
}

const HALVES: readonly Half[] = ['am', 'pm']

type HalfOf = {
  readonly half: Half
  readonly person: ParticipantRow
  readonly marks: readonly MarkRow[]
}

function halfFields(on: DayRow, { half, person, marks }: HalfOf): Row {
  const own = marks.find((each) => each.day === on.day && each.half === half)
  const status: AttendanceStatus | undefined = on.cancelled
    ? 'X'
    : isWithin(on.day, person)
      ? own?.status
      : 'NC'
  const isOwn = own !== undefined && status === own.status
  return {
    dayLabel: on.label,
    date: on.day,
    half,
    status: status ?? null,
    minutes: isOwn ? (own.minutes ?? null) : null,
    reason: isOwn ? (own.reason ?? null) : null,
    sheet: isOwn ? (own.sheet ?? null) : null,
  }
}

export const attendanceMissing = command({ options: {}, lists: true, run: missing })

/** Half-days up to now that nobody has filled in: they block the close. */
async function missing(session: Session): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const found = missingHalfDays(attendanceFacts(db, cohort), halfDayOf(session.when()))
  if (found.length === 0) session.say(wordsOf(session).noneMissing)
  const people = peopleOf(db, cohort)
  const who = columns('participant', ...(isForPrograms(session) ? [] : (['name'] as const)))
  await printReport(session, {
    name: 'attendance-missing',
    columns: [...columns('dayLabel', 'date', 'half'), ...who],
    rows: found.map(({ day, label, half, participant }) => ({
      dayLabel: label,
      date: day,
      half,
      participant,
      name: people.get(participant)?.name ?? null,
    })),
  })
}
