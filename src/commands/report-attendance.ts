import { attendanceSummaries } from '../domain/attendance/summary.ts'
import { columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import { peopleOf } from '../store/identity.ts'
import { attendanceFacts } from '../store/queries/attendance.ts'
import { command } from './command.ts'
import { isForPrograms, printReport } from './output.ts'
import type { Session } from './session.ts'

export const reportAttendance = command({ options: {}, lists: true, run: report })

const COUNTED = [
  'planned',
  'present',
  'late',
  'leftEarly',
  'excused',
  'unexcused',
  'missing',
  'halfDays',
  'plannedMinutes',
  'attendedMinutes',
] as const

/** Per participant: half-days by status, and the half-days and minutes that a split would count. */
async function report(session: Session): Promise<void> {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const people = peopleOf(db, cohort)
  const rows = attendanceSummaries(attendanceFacts(db, cohort)).map(({ open, ...summary }) => ({
    ...summary,
    missing: open,
    name: people.get(summary.participant)?.name ?? null,
  }))
  const who = columns('participant', ...(isForPrograms(session) ? [] : (['name'] as const)))
  await printReport(session, {
    name: 'attendance',
    columns: [...who, ...columns(...COUNTED)],
    rows,
    totals: totalsOf(rows),
  })
}

const totalsOf = (rows: readonly Readonly<Record<(typeof COUNTED)[number], number>>[]): Row =>
  Object.fromEntries(COUNTED.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)]))
