import { type Day, weekdayOf } from '../../domain/kernel/day.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `Wednesday 2026-06-17`. */
export const weekdayText = (on: Day): string => `${WEEKDAYS[weekdayOf(on) - 1] ?? ''} ${on}`

/** `3 days`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count === 1 ? one : several}`
