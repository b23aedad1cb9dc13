import type { Noun } from '../../commands/nouns.ts'

/** The French name of each noun that has one, as French help and hints write it. */
export const FRENCH_NOUNS: Readonly<Partial<Record<Noun, string>>> = {
  status: 'état',
  host: 'cae',
  cohort: 'cohorte',
  day: 'jour',
  attendance: 'presence',
  cost: 'cout',
  product: 'produit',
  sale: 'vente',
  till: 'caisse',
  close: 'cloture',
  report: 'bilan',
  help: 'aide',
}
