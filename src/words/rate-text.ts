import type { Language } from '../domain/journal/event.ts'
import { percentText } from '../domain/kernel/rate.ts'

/** A rate for people: `5,5 %` the French way, `5.5%` the English way; `decimals` are those of its stored unit. */
export const rateText = (value: number, decimals: 1 | 2 | 3, language: Language): string =>
  language === 'fr'
    ? `${percentText(value, decimals, ',')} %`
    : `${percentText(value, decimals, '.')}%`
