import { foldWord } from '../domain/kernel/name.ts'
import type { LineFault } from '../domain/sales/line-fault.ts'
import { looksNumeric, type Token, tokenAt } from './lexer.ts'
import { type Lexicon, matchProduct } from './lexicon.ts'
import type { Word } from './sale-amount.ts'

const MOST_PIECES = 9999

/** A quantity as typed. */
export type Quantity = {
  readonly value: number
  /** The word that holds the number; undefined where none was typed and one piece is meant. */
  readonly token: Token | undefined
  /** Written with the `x`, which says that a large number is meant. */
  readonly deliberate: boolean
  /** The rest of a word such as `3k` or `2xcookie`. */
  readonly glued: Token | undefined
  /** How many tokens were read. */
  readonly length: number
}

const ONE: Quantity = {
  value: 1,
  token: undefined,
  deliberate: false,
  glued: undefined,
  length: 0,
}

/**
 * Reads `2`, `2x`, `2 x`, `2xcookie`, `3k`. The `x` after a number is always the multiplication
 * sign, so no product may be called `x`; only one letter, a key, may follow a number directly.
 */
export function readQuantity(
  lexicon: Lexicon,
  token: Token,
  next: Token | undefined,
): Quantity | LineFault {
  const { text, span } = token
  if (!looksNumeric(text)) return ONE
  const [, digits, sign = '', rest = ''] = /^(\d+)([xX]?)(.*)$/u.exec(text) ?? []
  if (digits === undefined || (rest !== '' && !/^\p{L}/u.test(rest))) {
    return { code: 'bad-quantity', span, word: text }
  }
  const value = wholeNumber(digits, token)
  if (typeof value !== 'number') return value
  const read = { value, token, deliberate: sign !== '', glued: undefined, length: 1 }
  if (rest === '') {
    const detached = sign === '' && next !== undefined && foldWord(next.text) === 'x'
    return detached ? { ...read, deliberate: true, length: 2 } : read
  }
  const glued = tokenAt(rest, span.start + text.length - rest.length)
  const fault = gluedFault(lexicon, { token, value, sign, glued })
  return fault ?? { ...read, glued }
}

/** Digits → 1 to 9999; `span` and `text` are those of the word they were found in. */
export function wholeNumber(digits: string, { text, span }: Word): number | LineFault {
  if (/^0+$/.test(digits)) return { code: 'zero-quantity', span, word: text }
  if (digits.startsWith('0')) return { code: 'bad-quantity', span, word: text }
  const value = digits.length > 4 ? MOST_PIECES + 1 : Number.parseInt(digits, 10)
  if (value <= MOST_PIECES) return value
  return { code: 'quantity-too-large', span, word: text, limit: MOST_PIECES }
}

type Gluing = {
  readonly token: Token
  readonly value: number
  readonly sign: string
  readonly glued: Token
}

/** What forbids reading a number and the word stuck to it as quantity and product. */
function gluedFault(lexicon: Lexicon, gluing: Gluing): LineFault | undefined {
  const { token, value, sign, glued } = gluing
  const { span, text: word } = token
  const isLetter = [...glued.text.normalize('NFC')].length === 1
  if (sign === '') {
    if (isLetter) return undefined
    if (/\p{Nd}/u.test(glued.text)) return { code: 'bad-quantity', span, word }
    return { code: 'glued-quantity', span, word: glued.text, quantity: value }
  }
  const whole = sign + glued.text
  const withX = matchProduct(lexicon, [whole])
  if (withX === undefined) return undefined
  const without = matchProduct(lexicon, [glued.text])
  if (without === undefined || without.kind === 'retired') {
    return { code: 'glued-quantity', span, word: whole, quantity: value }
  }
  const one = without.kind === 'product' ? [without.product] : without.products
  const other = withX.kind === 'ambiguous' ? withX.products : [withX.product]
  return { code: 'ambiguous-product', span, word: whole, products: [...one, ...other] }
}
