import type { AttendanceMark } from '../../domain/journal/event.ts'
import { type Db, run } from '../sql.ts'
import { orNull, type Projectors } from './projector.ts'

type Mark = NonNullable<AttendanceMark['before']>

function writeMark(
  db: Db,
  cohort: string,
  at: AttendanceMark,
  mark: Mark,
  sheet: string | undefined,
): void {
  run(
    db,
    `INSERT INTO attendance (cohort, day, half, participant, status, minutes, reason, sheet)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (cohort, day, half, participant) DO UPDATE SET status = excluded.status,
       minutes = excluded.minutes, reason = excluded.reason, sheet = coalesce(excluded.sheet, sheet)`,
    [
      cohort,
      at.day,
      at.half,
      at.participant,
      mark.status,
      orNull(mark.minutes),
      orNull(mark.reason),
      orNull(sheet),
    ],
  )
}

export const attendanceProjectors: Projectors<'attendance'> = {
  attendance: {
    apply: (db, { body }) => {
      for (const mark of body.marks) writeMark(db, body.cohort, mark, mark, body.sheet)
    },
    revert: (db, { body }) => {
      for (const mark of body.marks) {
        if (mark.before) writeMark(db, body.cohort, mark, mark.before, undefined)
        else {
          run(
            db,
            'DELETE FROM attendance WHERE cohort = ? AND day = ? AND half = ? AND participant = ?',
            [body.cohort, mark.day, mark.half, mark.participant],
          )
        }
      }
    },
  },
}
