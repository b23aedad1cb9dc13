import { halfDayKey } from '../domain/attendance/half-day.ts'
import { importMark } from '../domain/attendance/import.ts'
import type { Mark } from '../domain/attendance/mark.ts'
import { theDay } from '../domain/cohort/day-of.ts'
import type { AttendanceMark } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { ATTENDANCE_IMPORT, type AttendanceRow } from '../formats/import-specs.ts'
import { marksOf } from '../store/queries/attendance.ts'
import { daysOf } from '../store/queries/cohort.ts'
import { type MemberRow, membersOf } from '../store/queries/participant.ts'
import { attendance as en } from '../words/en/attendance.ts'
import { attendance as fr } from '../words/fr/attendance.ts'
import { inLanguage } from '../words/said.ts'
import { type Importer, type ImportWork, importCommand } from './import-file.ts'
import { liveCohort } from './live-cohort.ts'
import type { Session } from './session.ts'

export const attendanceImport = importCommand((session) => ({
  kind: 'attendance',
  spec: ATTENDANCE_IMPORT,
  begin: (work) => importer(session, work),
  next: () => inLanguage(session.language(), { en, fr }).nextAfterImport,
}))

type SignedMark = { readonly mark: AttendanceMark; readonly sheet: string | undefined }

/** One event holds at most this many marks. */
const MARKS_AN_EVENT = 1_000

function importer(session: Session, work: ImportWork): Importer<AttendanceRow> {
  const { journal } = work
  const { code: cohort } = liveCohort(session)
  const days = daysOf(journal.db, cohort)
  const members = new Map(membersOf(journal.db, cohort).map((each) => [each.participant, each]))
  const standing = new Map<string, Mark>(
    marksOf(journal.db, cohort).map((each) => [halfDayKey(each, each.participant), each]),
  )
  const today = session.today()
  const marks: SignedMark[] = []
  const lines = new Map<string, number>()
  return {
    take: (row) => {
      const day = theDay({ cohort, days }, row.date, today)
      const person = memberOf(members, row.participant)
      const key = halfDayKey({ day: day.day, half: row.half }, row.participant)
      const other = lines.get(key)
      if (other !== undefined) return tellTwice(work, row.line, other)
      lines.set(key, row.line)
      const mark = importMark(
        {
          ...row,
          minutes: row.minutes ?? undefined,
          reason: row.reason ?? undefined,
          sheet: row.sheet ?? undefined,
        },
        { day, person, standing: standing.get(key), today },
      )
      if (mark === undefined) return work.skipped()
      marks.push({ mark, sheet: row.sheet ?? undefined })
      work.added()
    },
    finish: () => recordMarks(journal, cohort, marks),
  }
}

/** An event for each sheet, and for each {@link MARKS_AN_EVENT} of its marks. */
function recordMarks(
  journal: ImportWork['journal'],
  cohort: string,
  marks: readonly SignedMark[],
): void {
  for (const [sheet, signed] of Map.groupBy(marks, (each) => each.sheet)) {
    for (let at = 0; at < signed.length; at += MARKS_AN_EVENT) {
      const some = signed.slice(at, at + MARKS_AN_EVENT).map((each) => each.mark)
      journal.append('attendance', { cohort, marks: some, ...present({ sheet }) })
    }
  }
}

function memberOf(members: ReadonlyMap<string, MemberRow>, participant: string): MemberRow {
  const near = (): readonly string[] => suggest(participant, [...members.keys()])
  return (
    members.get(participant) ?? refuse({ code: 'unknown-participant', participant, near: near() })
  )
}

/** The same half-day of the same person on two lines: neither is taken. */
function tellTwice(work: ImportWork, line: number, other: number): void {
  for (const [here, there] of [
    [other, line],
    [line, other],
  ] as const) {
    work.fault({ line: here }, (language) => inLanguage(language, { en, fr }).twice(there))
  }
}
