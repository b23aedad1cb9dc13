import type { HostRefusal } from '../../domain/host/refusal.ts'
import { decimalText } from '../../domain/kernel/money.ts'
import type { RefusalWords } from '../en/refusals.ts'
import { VOCABULARY_FR } from './vocabulary.ts'

const SIDES = { employer: 'patronale', employee: 'salariale' } as const

/** A usual contribution as the reader writes it, a host's own by its name. */
function contributionText(name: string): string {
  const usual = Object.entries(VOCABULARY_FR.contribution).find(([word]) => word === name)
  return usual?.[1][0] ?? name
}

export const hostRefusals: RefusalWords<HostRefusal> = {
  'unknown-setting': (facts) => ({
    message: `il n’y a pas de réglage ${facts.typed}`,
    hint:
      facts.near.length === 0
        ? `les réglages sont ${facts.all.join(', ')}`
        : `vouliez-vous dire ${facts.near.join(' ou ')} ?`,
  }),
  'floor-above-cap': (facts) => ({
    message: `le plancher de la contribution (${decimalText(facts.floor, ',')}) dépasserait son plafond (${decimalText(facts.cap, ',')})`,
    hint: 'changez d’abord l’autre, ou retirez-le : flashcoop host set contribution_cap none',
  }),
  'rate-twice': (facts) => ({
    message: `ligne ${facts.line} : ${contributionText(facts.name)} (part ${SIDES[facts.side]}) est deux fois dans la table du ${facts.validFrom}`,
    hint: 'gardez une ligne par cotisation et par date ; rien n’est enregistré',
  }),
  'rates-incomplete': (facts) => ({
    message: `la table du ${facts.validFrom} n’a aucune cotisation ${SIDES[facts.missing]}`,
    hint: 'chaque date demande sa table entière ; partez de flashcoop host rates list --csv',
  }),
  'rates-unsound': (facts) => ({
    message: `la table du ${facts.validFrom} prend plus de la moitié du brut aux salariés`,
    hint: 'les taux sont des pourcentages : 6,9 veut dire 6,9 % ; vérifiez les colonnes taux et part du brut',
  }),
}
