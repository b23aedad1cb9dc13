import { type Day, frenchDayText } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { TillWords } from '../words/en/till.ts'
import { till as en } from '../words/en/till.ts'
import { till as fr } from '../words/fr/till.ts'
import { moneyText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Session } from './session.ts'

export const tillWords = (session: Session): TillWords => inLanguage(session.language(), { en, fr })

export const money = (session: Session, amount: Cents): string =>
  moneyText(amount, session.settings().language)

export const dayText = (session: Session, on: Day): string =>
  session.language() === 'fr' ? frenchDayText(on) : on
