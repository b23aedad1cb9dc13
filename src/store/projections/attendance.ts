import type { AttendanceMark } from '../../domain/journal/event.ts'
import { present } from '../../domain/kernel/present.ts'
import { run, type Value } from '../sql.ts'
import { orNull, type Projectors } from './projector.ts'

type Mark = NonNullable<AttendanceMark['before']>

const WRITE = `
INSERT INTO attendance (cohort, day, half, participant, status, minutes, reason, sheet)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (cohort, day, half, participant) DO UPDATE SET status = excluded.status, minutes = excluded.minutes,
  reason = excluded.reason, sheet = `

function valuesOf(cohort: string, { day, half, participant }: AttendanceMark, mark: Mark): Value[] {
  const { status, minutes, reason, sheet } = mark
  return [cohort, day, half, participant, status, orNull(minutes), orNull(reason), orNull(sheet)]
}

export const attendanceProjectors: Projectors<'attendance'> = {
  attendance: {
    apply: (db, { body }) => {
      // A sheet that was signed stays with a half-day that is corrected afterwards.
      const signed = present({ sheet: body.sheet })
      for (const mark of body.marks)
        run(
          db,
          `${WRITE}coalesce(excluded.sheet, sheet)`,
          valuesOf(body.cohort, mark, { ...mark, ...signed }),
        )
    },
    revert: (db, { body }) => {
      for (const mark of body.marks) {
        if (mark.before) run(db, `${WRITE}excluded.sheet`, valuesOf(body.cohort, mark, mark.before))
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
