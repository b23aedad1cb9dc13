import { unmarkedHalfDays } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** Attendance is filled in up to the moment of the close. */
export const halfDaysMissing: Check = { level: 'blocking', look: unmarkedHalfDays }
