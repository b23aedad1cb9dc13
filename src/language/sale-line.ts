import { unreachable } from '../domain/kernel/defect.ts'
import type { Basket, BasketPayment } from '../domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import type { Keyword } from '../domain/sales/sale-words.ts'
import { lexSaleLine, looksNumeric, spanOver, type Token } from './lexer.ts'
import { type Lexicon, lexiconOf, meaningOf, type Vocabulary } from './lexicon.ts'
import { readAmount, readDiscount, readPositiveAmount, readSeller } from './sale-amount.ts'
import { productAt, type Reading, readItems, wordsFrom } from './sale-item.ts'
import { wordsLike } from './sale-suggestion.ts'

/**
 * A sale as typed → its basket, or the first thing that is wrong. `words` are arguments
 * or one line split at blanks; spans point into `saleLineText(words)`. Nothing is corrected: near
 * names are only proposed.
 */
export function readSaleLine(words: readonly string[], vocabulary: Vocabulary): Basket | LineFault {
  const tokens = lexSaleLine(words)
  if (tokens.length === 0) return { code: 'empty-line', span: { start: 0, end: 0 } }
  const reading: Reading = { lexicon: knownLexicon(vocabulary), tokens, at: 0 }
  const items = readItems(reading)
  if (isLineFault(items)) return items
  const modifiers = readModifiers(reading)
  if (isLineFault(modifiers)) return modifiers
  const payments = readPayments(reading)
  if (isLineFault(payments)) return payments
  return leftOver(reading) ?? { items, ...modifiers, payments }
}

const lexicons = new WeakMap<Vocabulary, Lexicon>()

/** One vocabulary reads many lines, in a batch and at the till's prompt. */
function knownLexicon(vocabulary: Vocabulary): Lexicon {
  let known = lexicons.get(vocabulary)
  if (known === undefined) {
    known = lexiconOf(vocabulary)
    lexicons.set(vocabulary, known)
  }
  return known
}

type Modifiers = Pick<Basket, 'discount' | 'assertedTotal' | 'tip' | 'seller'>
type Modifier = Exclude<Keyword, 'free'>

export function readModifiers(reading: Reading): Modifiers | LineFault {
  const { lexicon, tokens } = reading
  const seen = new Set<Modifier>()
  let modifiers: Modifiers = {
    discount: undefined,
    assertedTotal: undefined,
    tip: undefined,
    seller: undefined,
  }
  for (let token = tokens[reading.at]; token !== undefined; token = tokens[reading.at]) {
    const modifier = meaningOf(lexicon, token.text)?.keyword
    if (modifier === undefined || modifier === 'free') return modifiers
    const { text: word, span } = token
    if (seen.has(modifier)) return { code: 'repeated-modifier', span, word }
    seen.add(modifier)
    const value = tokens[reading.at + 1]
    if (value === undefined || meaningOf(lexicon, value.text) !== undefined) {
      return { code: modifier === 'seller' ? 'missing-participant' : 'missing-amount', span, word }
    }
    const read = readModifier(modifier, value, lexicon.vocabulary)
    if (isLineFault(read)) return read
    modifiers = { ...modifiers, ...read }
    reading.at += 2
  }
  return modifiers
}

function readModifier(
  modifier: Modifier,
  value: Token,
  vocabulary: Vocabulary,
): Partial<Modifiers> | LineFault {
  const { span } = value
  switch (modifier) {
    case 'discount': {
      const discount = readDiscount(value)
      return isLineFault(discount) ? discount : { discount }
    }
    case 'total': {
      const amountCents = readAmount(value)
      return typeof amountCents === 'number'
        ? { assertedTotal: { amountCents, span } }
        : amountCents
    }
    case 'tip': {
      const amountCents = readPositiveAmount(value)
      return typeof amountCents === 'number' ? { tip: { amountCents, span } } : amountCents
    }
    case 'seller': {
      const seller = readSeller(value, vocabulary)
      return isLineFault(seller) ? seller : { seller }
    }
    default:
      return unreachable(modifier)
  }
}

export function readPayments(reading: Reading): readonly BasketPayment[] | LineFault {
  const { lexicon, tokens } = reading
  const payments: BasketPayment[] = []
  for (let token = tokens[reading.at]; token !== undefined; token = tokens[reading.at]) {
    const method = meaningOf(lexicon, token.text)?.method
    if (method === undefined) return payments
    const typed = tokens[reading.at + 1]
    if (typed !== undefined && looksNumeric(typed.text)) {
      const amountCents = readPositiveAmount(typed)
      if (typeof amountCents !== 'number') return amountCents
      payments.push({ method, amountCents, span: spanOver(token, typed) })
      reading.at += 2
    } else {
      payments.push({ method, amountCents: undefined, span: token.span })
      reading.at += 1
    }
  }
  return payments
}

/** What a word may be doing after the last modifier or payment: nothing good. */
export function leftOver(reading: Reading): LineFault | undefined {
  const { lexicon, tokens, at } = reading
  const token = tokens[at]
  if (token === undefined) return undefined
  const { text: word, span } = token
  if (word === '@') return { code: 'price-without-product', span }
  const meaning = meaningOf(lexicon, word)
  if (meaning?.keyword === 'free') return { code: 'free-without-product', span, word }
  if (meaning !== undefined) return { code: 'modifiers-before-payments', span, word }
  const start = /^\d+[xX]?$/.test(word) ? at + 1 : at
  if (productAt(lexicon, wordsFrom(reading, start)) !== undefined) {
    return { code: 'products-first', span, word }
  }
  return looksNumeric(word)
    ? { code: 'unexpected-number', span, word }
    : { code: 'unexpected-word', span, word, suggestions: wordsLike(lexicon.vocabulary, word) }
}
