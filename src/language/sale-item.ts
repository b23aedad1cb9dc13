import { unreachable } from '../domain/kernel/defect.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { BasketItem } from '../domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { looksNumeric, spanOver, type Token } from './lexer.ts'
import { type Lexicon, type Match, matchProduct, meaningOf, type Vocabulary } from './lexicon.ts'
import { type Quantity, readQuantity } from './quantity.ts'
import { readUnitPrice, type Word } from './sale-amount.ts'
import { productsLike, wordsLike } from './sale-suggestion.ts'

/** More words than a name of 80 characters can have. */
const MOST_WORDS = 41

/** Where the reading of a line stands: `at` is the next token. */
export type Reading = { readonly lexicon: Lexicon; readonly tokens: readonly Token[]; at: number }

/** Items up to the first word that starts no item. */
export function readItems(reading: Reading): readonly BasketItem[] | LineFault {
  const { lexicon, tokens } = reading
  const items: BasketItem[] = []
  for (let token = tokens[reading.at]; token !== undefined; token = tokens[reading.at]) {
    const { text: word, span } = token
    const meaning = meaningOf(lexicon, word)
    if (meaning?.keyword === 'free') return { code: 'free-without-product', span, word }
    if (word === '@') return { code: 'price-without-product', span }
    if (meaning !== undefined) {
      if (items.length > 0) return items
      if (productAt(lexicon, wordsFrom(reading, reading.at)) === undefined) {
        return { code: 'products-first', span, word }
      }
    }
    const item = readItem(reading, { token, following: items.length > 0 })
    if (isLineFault(item)) return item
    items.push(item)
  }
  return items
}

/** The tokens that a product's name may take from here. */
export function wordsFrom({ tokens }: Reading, from: number): readonly Token[] {
  return tokens.slice(from, from + MOST_WORDS)
}

/** The product called here. A reserved word alone is never one, `carte postale` may be. */
export function productAt(lexicon: Lexicon, tokens: readonly Token[]): Match | undefined {
  const words = tokens.map((token) => token.text)
  const match = matchProduct(lexicon, words)
  const isReserved = match?.length === 1 && meaningOf(lexicon, words[0] ?? '') !== undefined
  return isReserved ? undefined : match
}

type First = { readonly token: Token; readonly following: boolean }

function readItem(reading: Reading, first: First): BasketItem | LineFault {
  const { lexicon, tokens } = reading
  const quantity = readQuantity(lexicon, first.token, tokens[reading.at + 1])
  if (isLineFault(quantity)) return quantity
  reading.at += quantity.length
  const product = readProduct(reading, quantity, first.following)
  if (typeof product === 'object') return product
  const priceCents = readPrice(reading)
  if (typeof priceCents === 'object') return priceCents
  const word = tokens[reading.at]
  const free = word !== undefined && meaningOf(lexicon, word.text)?.keyword === 'free'
  if (free) reading.at += 1
  const span = spanOver(first.token, tokens[reading.at - 1] ?? first.token)
  return { product, quantity: quantity.value, priceCents, free, span }
}

/** The code of the product that the quantity counts. */
function readProduct(reading: Reading, quantity: Quantity, following: boolean): string | LineFault {
  const { lexicon } = reading
  const words = wordsFrom(reading, reading.at)
  const rest = quantity.glued === undefined ? words : [quantity.glued, ...words]
  const token = rest[0]
  const match = productAt(lexicon, rest)
  if (token === undefined || match === undefined) {
    return unknownProduct({ lexicon, quantity, token, following })
  }
  const word = rest
    .slice(0, match.length)
    .map((each) => each.text)
    .join(' ')
  const span = spanOver(token, rest[match.length - 1] ?? token)
  const product = productOf(match, { text: word, span }, lexicon.vocabulary)
  if (typeof product !== 'string') return product
  const limit = lexicon.vocabulary.quantityLimit
  if (quantity.token !== undefined && quantity.value > limit && !quantity.deliberate) {
    const { value } = quantity
    return { code: 'quantity-above-limit', span: quantity.token.span, word, quantity: value, limit }
  }
  reading.at += match.length - (quantity.glued === undefined ? 0 : 1)
  return product
}

/** What a match stands for, if it is one product on sale; `word` is what was typed. */
export function productOf(
  match: Match,
  { text: word, span }: Word,
  vocabulary: Vocabulary,
): string | LineFault {
  switch (match.kind) {
    case 'product':
      return match.product
    case 'ambiguous':
      return { code: 'ambiguous-product', span, word, products: match.products }
    case 'retired': {
      const { product } = match
      const suggestions = productsLike(vocabulary, word)
      return { code: 'retired-product', span, word, product, suggestions }
    }
    default:
      return unreachable(match)
  }
}

type Missed = {
  readonly lexicon: Lexicon
  readonly quantity: Quantity
  readonly token: Token | undefined
  readonly following: boolean
}

function unknownProduct({ lexicon, quantity, token, following }: Missed): LineFault {
  const number = quantity.token
  const isWord =
    token !== undefined &&
    token.text !== '@' &&
    !looksNumeric(token.text) &&
    meaningOf(lexicon, token.text) === undefined
  if (isWord || number === undefined) {
    const { text: word, span } = token ?? { text: '', span: undefined }
    const like = following && number === undefined ? wordsLike : productsLike
    return { code: 'unknown-product', span, word, suggestions: like(lexicon.vocabulary, word) }
  }
  return { code: 'missing-product', span: number.span, word: number.text }
}

function readPrice(reading: Reading): Cents | undefined | LineFault {
  const { lexicon, tokens, at } = reading
  const mark = tokens[at]
  if (mark?.text !== '@') return undefined
  const price = tokens[at + 1]
  if (price === undefined || price.text === '@' || meaningOf(lexicon, price.text) !== undefined) {
    return { code: 'missing-price', span: mark.span }
  }
  reading.at += 2
  return readUnitPrice(price, tokens[at + 2]?.text)
}
