import { isAscii } from '../domain/kernel/name.ts'
import type { Span } from '../domain/sales/basket.ts'

/** One word of the line. `@` is always a word of its own. */
export type Token = { readonly text: string; readonly span: Span }

/**
 * The line as it is shown back: its words joined by one space, whatever blanks stood in the
 * arguments.
 */
export function saleLineText(words: readonly string[]): string {
  return wordsOf(words).join(' ')
}

function wordsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '')
}

/**
 * Words → tokens whose spans point into {@link saleLineText}. `cookie@1.20` is three tokens; a lone
 * `€` or `%` belongs to the number before it (French writes `12,50 €` and `10 %`).
 */
export function lexSaleLine(words: readonly string[]): Token[] {
  const tokens: Token[] = []
  let start = 0
  for (const word of wordsOf(words)) {
    for (const token of partsOf(word, start)) {
      const last = tokens.at(-1)
      if (isUnit(token.text) && last !== undefined && /^\d+(?:[.,]\d+)?$/.test(last.text)) {
        const span = { start: last.span.start, end: token.span.end }
        tokens[tokens.length - 1] = { text: last.text + token.text, span }
      } else tokens.push(token)
    }
    start += word.length + 1
  }
  return tokens
}

const isUnit = (text: string): boolean => text === '€' || text === '%'

function partsOf(word: string, start: number): readonly Token[] {
  if (!word.includes('@')) return [tokenAt(word, start)]
  let from = start
  const tokens: Token[] = []
  for (const part of word.split(/(@)/)) {
    if (part !== '') tokens.push(tokenAt(part, from))
    from += part.length
  }
  return tokens
}

export function tokenAt(text: string, start: number): Token {
  return { text, span: { start, end: start + text.length } }
}

/** From the first word's start to the last one's end. */
export function spanOver(first: Token, last: Token): Span {
  return { start: first.span.start, end: last.span.end }
}

/** Whether a word is an attempt at a number, in any script's digits. */
export function looksNumeric(text: string): boolean {
  if (isAscii(text)) return /^[-+.,]*\d/.test(text)
  return /^[-+.,€]*\p{Nd}/u.test(text)
}
