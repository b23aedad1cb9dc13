import type { Basket, BasketItem, BasketPayment } from '../domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { lexSaleLine } from './lexer.ts'
import { type Lexicon, lexiconOf, meaningOf, type Vocabulary } from './lexicon.ts'
import { wholeNumber } from './quantity.ts'
import {
  readDiscount,
  readPositiveAmount,
  readSeller,
  readUnitPrice,
  type Word,
} from './sale-amount.ts'
import { productAt, productOf } from './sale-item.ts'
import { methodsLike, productsLike } from './sale-suggestion.ts'

/** A sale as scripts write it. */
export type SaleOptions = {
  /**
   * `PRODUCT[:QUANTITY][@PRICE]` each, as `cookie:2@1.20`; `:free` or `:offert` after the quantity.
   */
  readonly items: readonly string[]
  /** `METHOD[:AMOUNT]` each, as `card:5.00`. */
  readonly payments: readonly string[]
  readonly discount: string | undefined
  readonly tip: string | undefined
  readonly seller: string | undefined
}

/**
 * The options `--item --pay --discount --tip --seller` → the basket that the same sale line gives,
 * without spans. A quantity above the till's limit is taken as written: nobody types it by accident
 * here.
 */
export function readSaleOptions(options: SaleOptions, vocabulary: Vocabulary): Basket | LineFault {
  const lexicon = lexiconOf(vocabulary)
  const items: BasketItem[] = []
  for (const text of options.items) {
    const item = readItemOption(lexicon, text)
    if (isLineFault(item)) return item
    items.push(item)
  }
  if (items.length === 0) return { code: 'empty-line', span: undefined }
  const payments = readPaymentOptions(options.payments, vocabulary)
  if (isLineFault(payments)) return payments
  return withModifiers({ items, payments }, options, vocabulary)
}

function readItemOption(lexicon: Lexicon, text: string): BasketItem | LineFault {
  const span = undefined
  const bad: LineFault = { code: 'bad-quantity', span, word: text }
  const [head = '', price, ...surplus] = text.split('@')
  const [name = '', ...parts] = head.split(':')
  const product = readProductOption(lexicon, name)
  if (typeof product !== 'string') return product
  let quantity: number | undefined
  let free = false
  for (const part of parts) {
    const isFree = meaningOf(lexicon, part)?.keyword === 'free'
    if (isFree ? free : quantity !== undefined || free || !/^\d+$/.test(part)) return bad
    if (isFree) free = true
    else {
      const value = wholeNumber(part, { text: part, span })
      if (typeof value !== 'number') return value
      quantity = value
    }
  }
  if (surplus.length > 0) return bad
  const priceCents =
    price === undefined ? undefined : readUnitPrice({ text: price, span }, undefined)
  if (typeof priceCents === 'object') return priceCents
  return { product, quantity: quantity ?? 1, priceCents, free, span }
}

function readProductOption(lexicon: Lexicon, name: string): string | LineFault {
  const tokens = lexSaleLine([name])
  const match = productAt(lexicon, tokens)
  const word = { text: name, span: undefined }
  if (match?.length === tokens.length) return productOf(match, word, lexicon.vocabulary)
  const suggestions = productsLike(lexicon.vocabulary, name)
  return { code: 'unknown-product', span: undefined, word: name, suggestions }
}

/** `METHOD[:AMOUNT]` each → payments without spans. */
export function readPaymentOptions(
  texts: readonly string[],
  vocabulary: Vocabulary,
): readonly BasketPayment[] | LineFault {
  const lexicon = lexiconOf(vocabulary)
  const payments: BasketPayment[] = []
  for (const text of texts) {
    const payment = readPaymentOption(lexicon, text)
    if (isLineFault(payment)) return payment
    payments.push(payment)
  }
  return payments
}

function readPaymentOption(lexicon: Lexicon, text: string): BasketPayment | LineFault {
  const span = undefined
  const colon = text.indexOf(':')
  const word = colon < 0 ? text : text.slice(0, colon)
  const method = meaningOf(lexicon, word)?.method
  if (method === undefined) {
    const suggestions = methodsLike(lexicon.vocabulary, word)
    return { code: 'unknown-method', span, word, suggestions }
  }
  if (colon < 0) return { method, amountCents: undefined, span }
  const amountCents = readPositiveAmount({ text: text.slice(colon + 1), span })
  return typeof amountCents === 'number' ? { method, amountCents, span } : amountCents
}

type Paid = Pick<Basket, 'items' | 'payments'>

function withModifiers(
  paid: Paid,
  options: SaleOptions,
  vocabulary: Vocabulary,
): Basket | LineFault {
  const word = (text: string): Word => ({ text, span: undefined })
  const discount = options.discount === undefined ? undefined : readDiscount(word(options.discount))
  if (discount !== undefined && isLineFault(discount)) return discount
  const amountCents = options.tip === undefined ? undefined : readPositiveAmount(word(options.tip))
  if (typeof amountCents === 'object') return amountCents
  const seller =
    options.seller === undefined ? undefined : readSeller(word(options.seller), vocabulary)
  if (seller !== undefined && isLineFault(seller)) return seller
  const tip = amountCents === undefined ? undefined : { amountCents, span: undefined }
  return { ...paid, discount, assertedTotal: undefined, tip, seller }
}
