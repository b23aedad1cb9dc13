import type { Day } from '../../domain/kernel/day.ts'
import type { Translated } from '../said.ts'
import { counted, weekdayText } from './day-text.ts'

type Shown = { readonly label: string; readonly day: Day }
type Minutes = { readonly amMinutes: number; readonly pmMinutes: number }

const named = ({ label, day }: Shown): string => `${label} ${weekdayText(day)}`
const half = (name: string, minutes: number): string =>
  minutes === 0 ? `no ${name}` : `${name} ${minutes} min`
const halves = ({ amMinutes, pmMinutes }: Minutes): string =>
  `${half('morning', amMinutes)}, ${half('afternoon', pmMinutes)}`
const shifts = (shifted: boolean): string => (shifted ? ' The days after it have new numbers.' : '')

export const dayWords = {
  added: (day: Shown & Minutes, shifted: boolean) =>
    `${named(day)} added: ${halves(day)}.${shifts(shifted)}\n`,
  addedAll: (days: readonly Shown[], shifted: boolean) =>
    `${counted(days.length, 'day')} added: ${days.map(named).join(', ')}.${shifts(shifted)}\n`,
  edited: (day: Shown & Minutes) => `${named(day)}: ${halves(day)}.\n`,
  cancelled: (day: Shown) => `${named(day)} is called off.\n`,
  restored: (day: Shown & Minutes) => `${named(day)} is held after all: ${halves(day)}.\n`,
  moved: (from: Shown, to: Shown) =>
    `${from.label} moved from ${weekdayText(from.day)} to ${weekdayText(to.day)}${
      from.label === to.label ? '' : `; it is now ${to.label}, and days between have new numbers`
    }.\n`,
  removed: (day: Shown, left: number, shifted: boolean) =>
    `${named(day)} removed; ${counted(left, 'day')} left.${shifts(shifted)}\n`,
  removedAll: (days: readonly Shown[], left: number, shifted: boolean) =>
    `${counted(days.length, 'day')} removed: ${days.map(named).join(', ')}; ${counted(left, 'day')} left.${shifts(shifted)}\n`,
  none: 'no day yet\n',
  next: { list: 'flashcoop day list', add: 'flashcoop day add DATE' },
}
export type DayWords = Translated<typeof dayWords>
