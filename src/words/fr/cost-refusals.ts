import type { CostRefusal } from '../../domain/costs/refusal.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'

export const costRefusals: WordsFor<CostRefusal> = {
  'unknown-cost': (facts) => ({
    message:
      facts.elsewhere === undefined
        ? `il n’y a pas de coût ${numberText(facts.number)}`
        : `le coût n° ${numberText(facts.number)} est celui de la cohorte ${facts.elsewhere}`,
    hint:
      facts.elsewhere === undefined
        ? 'voyez leurs numéros avec flashcoop cout list'
        : `ajoutez -c ${facts.elsewhere}, ou voyez les numéros d’ici avec flashcoop cout list`,
  }),
  'unknown-category': (facts) => ({
    message: `il n’y a pas de catégorie de coût ${facts.category}`,
    hint:
      facts.near.length === 0
        ? 'voyez-les avec flashcoop cout categories'
        : `vouliez-vous dire ${facts.near.join(' ou ')} ? voyez flashcoop cout categories`,
  }),
  'unknown-payer': (facts) => ({
    message: `${facts.payer} n’est ni la CAE, ni la caisse, ni le code de quelqu’un`,
    hint: didYouMean(facts.near, 'tapez --paid-by cae, caisse, P01 ou un code comme ANIM01'),
  }),
  'cost-of-other-till': ({ number, till }) => ({
    message: `le coût n° ${numberText(number)} est sorti de la caisse ${till}`,
    hint: `annulez-le sur l’ordinateur de la caisse ${till}, puis réunissez : flashcoop export bundle là-bas, flashcoop merge ici`,
  }),
  'cost-voided': (facts) => ({
    message: `le coût n° ${numberText(facts.number)} est déjà annulé`,
    hint: `regardez-le avec flashcoop cout show ${numberText(facts.number)}`,
  }),
  'cost-sealed': (facts) => ({
    message: `le coût n° ${numberText(facts.number)} est sorti de la caisse du ${dayText(facts.day)}, qui est scellée (Z-${facts.z})`,
    hint: `il reste ; si l’argent est revenu, dites-le : flashcoop caisse in MONTANT "coût ${numberText(facts.number)}"`,
  }),
}
