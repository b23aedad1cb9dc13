import { foldWord } from '../domain/kernel/name.ts'
import { nearest } from '../domain/kernel/suggestion.ts'
import { PROMPT_WORDS, type PromptWord } from '../domain/sales/sale-words.ts'

type StockWord = 'stock' | 'soldout'

/** In characters (UTF-16). */
export const LONGEST_LINE = 1000

/** What one line at the till's prompt asks for. */
export type PromptLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-long' }
  /** `count` is what was typed behind the word: `undo 2`. */
  | { readonly kind: Exclude<PromptWord, StockWord>; readonly count: string | undefined }
  /** `words`: what was typed behind it, `stock cookie +24`. */
  | { readonly kind: StockWord; readonly words: readonly string[] }
  /** `anyway`: typed with `!` in front, for what is sold out on paper and lies on the stall. */
  | { readonly kind: 'sale'; readonly words: readonly string[]; readonly anyway?: true }

/**
 * A line typed at the prompt: one of its words, alone or, where it counts something, with a number; else a sale, whose
 * words are read later. Blank lines and those that begin with `#` are nothing.
 */
export function readPromptLine(text: string): PromptLine {
  if (text.length > LONGEST_LINE) return { kind: 'too-long' }
  const words = text
    .replace(/^\ufeff/, '')
    .split(/\s+/)
    .filter((word) => word !== '')
  const [first, second] = words
  if (first === undefined || first.startsWith('#')) return { kind: 'nothing' }
  const word = promptWordOf(first)
  if (word === 'stock' || word === 'soldout') return { kind: word, words: words.slice(1) }
  const counts = word === 'undo' || word === 'last'
  if (word !== undefined && (words.length === 1 || (counts && words.length === 2)))
    return { kind: word, count: second }
  if (!first.startsWith('!')) return { kind: 'sale', words }
  const rest = [first.slice(1), ...words.slice(1)].filter((each) => each !== '')
  return rest.length === 0 ? { kind: 'nothing' } : { kind: 'sale', words: rest, anyway: true }
}

const KINDS = [
  'undo',
  'redo',
  'statement',
  'last',
  'stock',
  'soldout',
  'retry',
  'help',
  'quit',
] as const

function promptWordOf(typed: string): PromptWord | undefined {
  const folded = foldWord(typed)
  return KINDS.find((kind) => PROMPT_WORDS[kind].includes(folded))
}

const COMMANDS = ['flashcoop', 'sell', 'sale', 'vente', 'till', 'caisse']

/** Typed as if it stood at the shell. */
export const isCommand = ([first = '']: readonly string[]): boolean =>
  COMMANDS.includes(foldWord(first))

/** The prompt's words that a line of one strange word may mean. */
export function promptWordsLike(words: readonly string[]): readonly string[] {
  const [typed, ...others] = words
  if (typed === undefined || typed.length < 3 || others.length > 1) return []
  const own = KINDS.flatMap((kind) => PROMPT_WORDS[kind])
  return nearest(
    typed,
    own.map((spelling) => ({ spelling, answer: spelling })),
  )
}
