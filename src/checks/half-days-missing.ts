import { unmarkedHalfDays } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** Attendance is filled in up to the moment of the close. */
export const halfDaysMissing = check({
  name: 'half-days-missing',
  level: 'blocking',
  of: 'period',
  look: unmarkedHalfDays,
})
