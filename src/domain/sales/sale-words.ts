import type { PaymentMethod } from '../journal/event.ts'
import { foldWord } from '../kernel/name.ts'

/** The words that the sale line keeps for itself (choice): no product may be called so. */

export type MethodWords = { readonly method: PaymentMethod; readonly words: readonly string[] }

export const METHOD_WORDS: readonly MethodWords[] = [
  { method: 'card', words: ['cb', 'carte', 'card'] },
  { method: 'cash', words: ['esp', 'especes', 'cash', 'liquide'] },
  { method: 'cheque', words: ['chq', 'cheque'] },
  { method: 'transfer', words: ['vir', 'virement', 'transfer'] },
]

export type Keyword = 'free' | 'discount' | 'total' | 'tip' | 'seller'

export const KEYWORDS: Readonly<Record<Keyword, readonly string[]>> = {
  free: ['offert', 'offerte', 'free'],
  discount: ['remise', 'off'],
  total: ['total'],
  tip: ['don', 'tip'],
  seller: ['par', 'by'],
}

/** What the till's own prompt does beside selling; the first word of each language is the one it shows. */
export type PromptWord =
  | 'undo'
  | 'redo'
  | 'statement'
  | 'last'
  | 'stock'
  | 'soldout'
  | 'retry'
  | 'help'
  | 'quit'

export const PROMPT_WORDS: Readonly<Record<PromptWord, readonly string[]>> = {
  undo: ['undo', 'annuler', 'annule'],
  redo: ['redo', 'retablir'],
  /** Also the multiplication sign of `2x cookie`. */
  statement: ['x'],
  last: ['last', 'dernieres', 'derniers', 'dernier'],
  stock: ['stock'],
  soldout: ['soldout', 'epuise'],
  retry: ['retry', 'reessayer'],
  help: ['help', 'aide'],
  quit: ['quit', 'quitter', 'exit', 'fin'],
}

/** A folded word without the plural's s. Words of two letters keep theirs: `as` is not `a`. */
export function singular(folded: string): string {
  return folded.length > 2 && folded.endsWith('s') ? folded.slice(0, -1) : folded
}

/** Whether the line takes two single words for the same: by case, accents and a plural s. */
function isSameWord(one: string, other: string): boolean {
  return singular(foldWord(one)) === singular(foldWord(other))
}

/**
 * A product's code, alias or key must not be one of these, whatever its case, accents or plural.
 */
export function isReservedWord(
  word: string,
  methods: readonly MethodWords[] = METHOD_WORDS,
): boolean {
  const groups = [
    ...methods.map((each) => each.words),
    ...Object.values(KEYWORDS),
    ...Object.values(PROMPT_WORDS),
  ]
  return groups.some((words) => words.some((reserved) => isSameWord(reserved, word)))
}
