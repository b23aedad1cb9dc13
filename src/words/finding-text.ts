import type { ClosingFinding } from '../domain/closing/refusal.ts'
import type { Language } from '../domain/journal/event.ts'
import { closingFindings as en, type FoundSaid } from './en/closing-findings.ts'
import { closingFindings as fr } from './fr/closing-findings.ts'
import { type FactsOf, inLanguage, type MoneyWriter, worded } from './said.ts'

/** What a check found, in words, and the command that mends it or shows more. */
export function findingSaid(
  finding: ClosingFinding,
  language: Language,
  money: MoneyWriter,
): FoundSaid {
  const words = inLanguage(language, { en, fr })
  return worded<FactsOf<ClosingFinding>, FoundSaid>(words, finding, money)
}
