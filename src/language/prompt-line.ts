import { foldWord } from '../domain/kernel/name.ts'
import { nearest } from '../domain/kernel/suggestion.ts'
import { PROMPT_WORDS, type PromptWord } from '../domain/sales/sale-words.ts'

/** In characters (UTF-16). */
export const LONGEST_LINE = 1000

/** What one line at the till's prompt asks for. */
export type PromptLine =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-long' }
  /** `count` is what was typed behind the word: `undo 2`. */
  | { readonly kind: PromptWord; readonly count: string | undefined }
  | { readonly kind: 'sale'; readonly words: readonly string[] }

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
  const counts = word === 'undo' || word === 'last'
  if (word !== undefined && (words.length === 1 || (counts && words.length === 2)))
    return { kind: word, count: second }
  return { kind: 'sale', words }
}

const KINDS = ['undo', 'redo', 'statement', 'last', 'retry', 'help', 'quit'] as const

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
