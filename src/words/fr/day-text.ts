import { type Day, frenchDayText, weekdayOf } from '../../domain/kernel/day.ts'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** `mercredi 17/06/2026`. */
export const dayText = (on: Day): string =>
  `${WEEKDAYS[weekdayOf(on) - 1] ?? ''} ${frenchDayText(on)}`

/** `3 jours`; zero is singular in French. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count < 2 ? one : several}`
