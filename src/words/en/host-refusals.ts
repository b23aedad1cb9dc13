import type { HostRefusal } from '../../domain/host/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'
import { VOCABULARY_EN } from './vocabulary.ts'

const SIDES = { employer: 'employer', employee: 'employee' } as const

/** A usual contribution as the reader writes it, a host's own by its name. */
function contributionText(name: string): string {
  const usual = Object.entries(VOCABULARY_EN.contribution).find(([word]) => word === name)
  return usual?.[1][0] ?? name
}

export const hostRefusals: WordsFor<HostRefusal> = {
  'unknown-setting': (facts) => ({
    message: `there is no setting ${facts.typed}`,
    hint: didYouMean(facts.near, `the settings are ${facts.all.join(', ')}`),
  }),
  'floor-above-cap': (facts, money) => ({
    message: `the contribution's floor (${money(facts.floor)}) would be above its cap (${money(facts.cap)})`,
    hint: 'change the other one first, or drop it: flashcoop host set contribution_cap none',
  }),
  'rate-twice': (facts) => ({
    message: `line ${facts.line}: ${contributionText(facts.name)} (${SIDES[facts.side]}) stands twice for ${facts.validFrom}`,
    hint: 'keep one line for each contribution and date; nothing was recorded',
  }),
  'rates-incomplete': (facts) => ({
    message: `the table of ${facts.validFrom} has no ${SIDES[facts.missing]} contribution`,
    hint: 'each date needs its whole table; begin from flashcoop host rates list --csv',
  }),
  'rates-unsound': (facts) => ({
    message: `the table of ${facts.validFrom} takes more than half of the gross pay from employees`,
    hint: 'rates are percentages: 6.9 is 6.9 %; check the columns rate and base',
  }),
  'training-ledger': (facts) => ({
    message: `a training ledger (${facts.operator}): nothing leaves it for real books, and nothing real comes in`,
    hint: 'take the real ledger, by its name: --db flashcoop.db',
  }),
}
