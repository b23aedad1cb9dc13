import { type Day, weekdayOf } from '../domain/kernel/day.ts'
import { VOCABULARY, type Word } from './vocabulary.ts'

/** The weekday of a day, as a word that reports translate. */
export const weekdayWord = (on: Day): Word<'weekday'> =>
  VOCABULARY.weekday[weekdayOf(on) - 1] ?? 'monday'
