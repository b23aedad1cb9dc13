import type { Language } from '../domain/journal/event.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { moneyText } from './money-text.ts'

/** A note or coin: `20 €`, `0,50 €`; `€20` in English. */
export const pieceText = (value: Cents, language: Language): string =>
  moneyText(value, language).replace(/[.,]00/, '')
