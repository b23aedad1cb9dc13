import { type Cents, parseAmount } from '../domain/kernel/money.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { basisPoints, parsePercent } from '../domain/kernel/rate.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import type { Basket, BasketDiscount, Span } from '../domain/sales/basket.ts'
import type { LineFault } from '../domain/sales/line-fault.ts'
import type { Vocabulary } from './lexicon.ts'

/** A word of the line, or of an option, which has no place in a line. */
export type Word = { readonly text: string; readonly span: Span | undefined }

/**
 * A unit price, VAT included: two decimals or a `€`, because some shells split `1,50` at the comma.
 */
export function readUnitPrice(word: Word, next: string | undefined): Cents | LineFault {
  const amount = readAmount(word)
  if (typeof amount !== 'number') return amount
  if (!/€|[.,]\d\d$/.test(word.text)) {
    return { code: 'price-needs-decimals', span: word.span, word: word.text, next }
  }
  return amount === 0 ? { code: 'zero-amount', span: word.span, word: word.text } : amount
}

export function readAmount({ text: word, span }: Word): Cents | LineFault {
  const parsed = parseAmount(word)
  return parsed.ok ? parsed.amount : { code: 'bad-amount', span, word, reason: parsed.fault }
}

/** Nobody pays, gives or takes off nothing. */
export function readPositiveAmount(word: Word): Cents | LineFault {
  const amount = readAmount(word)
  return amount === 0 ? { code: 'zero-amount', span: word.span, word: word.text } : amount
}

/** `10%`, at most two decimals, or an amount. The answer's span is the word's. */
export function readDiscount(word: Word): BasketDiscount | LineFault {
  const { text, span } = word
  if (!text.endsWith('%')) {
    const amountCents = readPositiveAmount(word)
    return typeof amountCents === 'number' ? { kind: 'amount', amountCents, span } : amountCents
  }
  const rate = parsePercent(text, 2)
  if (rate === undefined) return { code: 'bad-percent', span, word: text }
  if (rate === 0) return { code: 'zero-amount', span, word: text }
  return { kind: 'percent', basisPoints: basisPoints(rate), span }
}

/** A participant's code, in any case. */
export function readSeller(
  { text: word, span }: Word,
  vocabulary: Vocabulary,
): NonNullable<Basket['seller']> | LineFault {
  const typed = foldWord(word)
  const participant = vocabulary.participants.find((code) => foldWord(code) === typed)
  if (participant !== undefined) return { participant, span }
  const suggestions = suggest(word, vocabulary.participants)
  return { code: 'unknown-participant', span, word, suggestions }
}
