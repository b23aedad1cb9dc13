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
  check: 'controle',
  close: 'cloture',
  correct: 'correction',
  payout: 'versement',
  report: 'bilan',
  help: 'aide',
}

/** `sale add` as a French reader types it: `vente add`. */
export function spokenPath(path: string): string {
  const [noun = '', ...others] = path.split(' ')
  const french = Object.entries(FRENCH_NOUNS).find(([english]) => english === noun)?.[1]
  return [french ?? noun, ...others].join(' ')
}
