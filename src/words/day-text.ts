import type { Language } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayText as frenchDayText } from './fr/day-text.ts'

/** A day for people: `17/06/2026` in French, `2026-06-17` in English. In a command to type it is always ISO. */
export const dayText = (on: Day, language: Language): string =>
  language === 'fr' ? frenchDayText(on) : on
