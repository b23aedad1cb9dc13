import { foldWord } from '../domain/kernel/name.ts'
import { suggest } from '../domain/kernel/suggestion.ts'

/** The lines of the income statement, in its order. */
export const STATEMENT_NAMES = [
  'sales',
  'vat',
  'revenue',
  'purchases',
  'packaging',
  'margin',
  'charges',
  'till-difference',
  'donations',
  'contribution',
  'insurance',
  'result',
] as const
/** Figures that are asked for by one word, and those of which there is one for each key: `share:P03`. */
const ALONE = [...STATEMENT_NAMES, 'shared', 'programme'] as const
const KEYED = [
  'vat',
  'share',
  'gross',
  'employer',
  'employee',
  'net',
  'remainder',
  'attendance',
  'till',
  'takings',
  'difference',
  'costs',
  'cost',
  'product',
  'margin',
  'method',
  'day',
  'hour',
  'seller',
  'venue',
  'account',
  'due',
] as const

export type StatementFigure = (typeof STATEMENT_NAMES)[number]
export type AloneFigure = (typeof ALONE)[number]
export type KeyedFigure = (typeof KEYED)[number]
export type FigureName =
  | { readonly kind: 'alone'; readonly name: AloneFigure }
  | { readonly kind: 'keyed'; readonly name: KeyedFigure; readonly key: string }

/** What people call them in French, folded. */
const FRENCH: Readonly<Record<string, AloneFigure | KeyedFigure>> = {
  ventes: 'sales',
  tva: 'vat',
  ca: 'revenue',
  'chiffre-daffaires': 'revenue',
  achats: 'purchases',
  emballages: 'packaging',
  marge: 'margin',
  ecart: 'difference',
  ecarts: 'till-difference',
  dons: 'donations',
  assurance: 'insurance',
  resultat: 'result',
  partage: 'shared',
  part: 'share',
  brut: 'gross',
  employeur: 'employer',
  salarie: 'employee',
  reliquat: 'remainder',
  presence: 'attendance',
  caisse: 'till',
  recette: 'takings',
  couts: 'costs',
  cout: 'cost',
  produit: 'product',
  moyen: 'method',
  jour: 'day',
  heure: 'hour',
  vendeur: 'seller',
  lieu: 'venue',
  compte: 'account',
  du: 'due',
}

const isAlone = (name: string): name is AloneFigure => ALONE.some((each) => each === name)
const isKeyed = (name: string): name is KeyedFigure => KEYED.some((each) => each === name)

/** `share:P03`, `part:P03`, `Résultat` → the figure; else the nearest names. */
export function parseFigure(
  typed: string,
): FigureName | { readonly kind: 'unknown'; readonly near: readonly string[] } {
  const [head = '', ...rest] = typed.trim().split(':')
  const folded = foldWord(head).replaceAll(' ', '-').replaceAll('_', '-')
  const name = Object.hasOwn(FRENCH, folded) ? FRENCH[folded] : folded
  const key = rest.join(':').trim()
  if (name !== undefined && key !== '' && isKeyed(name)) return { kind: 'keyed', name, key }
  if (name === 'difference' && key === '') return { kind: 'alone', name: 'till-difference' }
  if (name !== undefined && key === '' && isAlone(name)) return { kind: 'alone', name }
  const names = [...ALONE, ...KEYED.map((each) => `${each}:`), ...Object.keys(FRENCH)]
  const meant = name !== undefined && isKeyed(name) ? [`${name}:…`] : suggest(head, names)
  return { kind: 'unknown', near: meant }
}
