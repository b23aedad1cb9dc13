import type { Row } from '../reports/report.ts'
import { weekdayWord } from '../reports/weekday.ts'
import type { DayRow } from '../store/queries/cohort.ts'

/** A programme day as lists and JSON have it. */
export const dayRow = ({ label, day, amMinutes, pmMinutes, cancelled }: DayRow): Row => ({
  dayLabel: label,
  day,
  weekday: weekdayWord(day),
  amMinutes,
  pmMinutes,
  held: !cancelled,
})
