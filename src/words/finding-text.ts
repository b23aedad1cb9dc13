import type { ClosingFinding } from '../domain/closing/refusal.ts'
import type { Language } from '../domain/journal/event.ts'
import { closingFindings as en, type FindingWords, type FoundSaid } from './en/closing-findings.ts'
import { closingFindings as fr } from './fr/closing-findings.ts'
import { inLanguage } from './said.ts'

/** What a check found, in words, and the command that mends it or shows more. */
export function findingSaid(finding: ClosingFinding, language: Language): FoundSaid {
  return say(inLanguage<FindingWords>(language, { en, fr }), finding)
}

type Code = ClosingFinding['code']
type FactsOf = { readonly [C in Code]: Extract<ClosingFinding, { readonly code: C }> }

function say<C extends Code>(
  words: { readonly [K in C]: (facts: FactsOf[K]) => FoundSaid },
  finding: { readonly [K in C]: FactsOf[K] & { readonly code: K } }[C],
): FoundSaid {
  const code: C = finding.code
  return words[code](finding)
}
