import { type Day, weekdayOf } from '../../domain/kernel/day.ts'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']

/** `17/06/2026`. */
export const dayText = (on: Day): string => `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`

/** `mercredi 17/06/2026`. */
export const weekdayText = (on: Day): string =>
  `${WEEKDAYS[weekdayOf(on) - 1] ?? ''} ${dayText(on)}`

/** `3 jours`; zero is singular in French. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${count} ${count < 2 ? one : several}`
