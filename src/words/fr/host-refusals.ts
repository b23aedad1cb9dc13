import type { HostRefusal } from '../../domain/host/refusal.ts'
import type { WordsFor } from '../said.ts'
import { dayText } from './day-text.ts'
import { didYouMean } from './did-you-mean.ts'
import { VOCABULARY_FR } from './vocabulary.ts'

const SIDES = { employer: 'patronale', employee: 'salariale' } as const

/** A usual contribution as the reader writes it, a host's own by its name. */
function contributionText(name: string): string {
  const usual = Object.entries(VOCABULARY_FR.contribution).find(([word]) => word === name)
  return usual?.[1][0] ?? name
}

export const hostRefusals: WordsFor<HostRefusal> = {
  'unknown-setting': (facts) => ({
    message: `il n’y a pas de réglage ${facts.typed}`,
    hint: didYouMean(facts.near, `les réglages sont ${facts.all.join(', ')}`),
  }),
  'floor-above-cap': (facts, money) => ({
    message: `le plancher de la contribution (${money(facts.floor)}) dépasserait son plafond (${money(facts.cap)})`,
    hint: 'changez d’abord l’autre, ou retirez-le : flashcoop cae set contribution_cap aucun',
  }),
  'rate-twice': (facts) => ({
    message: `ligne ${facts.line} : ${contributionText(facts.name)} (part ${SIDES[facts.side]}) est deux fois dans la table du ${dayText(facts.validFrom)}`,
    hint: 'gardez une ligne par cotisation et par date ; rien n’est enregistré',
  }),
  'rates-incomplete': (facts) => ({
    message: `la table du ${dayText(facts.validFrom)} n’a aucune cotisation ${SIDES[facts.missing]}`,
    hint: 'chaque date demande sa table entière ; partez de flashcoop cae rates list --csv',
  }),
  'rates-unsound': (facts) => ({
    message: `la table du ${dayText(facts.validFrom)} prend plus de la moitié du brut aux salariés`,
    hint: 'les taux sont des pourcentages : 6,9 veut dire 6,9 % ; vérifiez les colonnes taux et part du brut',
  }),
  'training-ledger': (facts) => ({
    message: `registre de formation (${facts.operator}) : rien n’en sort vers de vrais comptes, rien de vrai n’y entre`,
    hint: 'prenez le vrai registre, en le nommant : --db flashcoop.db',
  }),
}
