import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, decimalText } from '../../src/domain/kernel/money.ts'
import { basisPoints, percentText } from '../../src/domain/kernel/rate.ts'
import type { Basket } from '../../src/domain/sales/basket.ts'
import { isLineFault } from '../../src/domain/sales/line-fault.ts'
import { KEYWORDS, METHOD_WORDS } from '../../src/domain/sales/sale-words.ts'
import { saleLineText } from '../../src/language/lexer.ts'
import { readSaleLine } from '../../src/language/sale-line.ts'
import { STALL } from './stall.ts'

const span = undefined
const sold = STALL.products.filter((each) => !each.retired).map((each) => each.code)
const money = (most = 100_000) => fc.integer({ min: 1, max: most }).map(cents)

const baskets: fc.Arbitrary<Basket> = fc.record({
  items: fc.array(
    fc.record({
      product: fc.constantFrom(...sold),
      quantity: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9999 })),
      priceCents: fc.option(money(), { nil: undefined }),
      free: fc.boolean(),
      span: fc.constant(span),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  discount: fc.oneof(
    fc.constant(undefined),
    money().map((amountCents) => ({ kind: 'amount' as const, amountCents, span })),
    fc
      .integer({ min: 1, max: 10_000 })
      .map((rate) => ({ kind: 'percent' as const, basisPoints: basisPoints(rate), span })),
  ),
  assertedTotal: fc.option(fc.record({ amountCents: money(), span: fc.constant(span) }), {
    nil: undefined,
  }),
  tip: fc.option(fc.record({ amountCents: money(), span: fc.constant(span) }), { nil: undefined }),
  seller: fc.option(
    fc.record({ participant: fc.constantFrom(...STALL.participants), span: fc.constant(span) }),
    { nil: undefined },
  ),
  payments: fc.array(
    fc.record({
      method: fc.constantFrom('cash', 'card', 'cheque', 'transfer'),
      amountCents: fc.option(money(), { nil: undefined }),
      span: fc.constant(span),
    }),
    { maxLength: 4 },
  ),
})

/** One of the ways to type a basket; `style` picks among equal spellings. */
function wordsOf(basket: Basket, style: number): string[] {
  const pick = <T>(options: readonly T[]): T => options[style % options.length] as T
  const mark = pick([',', '.'] as const)
  const amount = (value: number) => decimalText(cents(value), mark) + pick(['', '€', ''])
  const words: string[] = []
  for (const { product, quantity, priceCents, free } of basket.items) {
    const name = pick([product, product.toUpperCase(), product.replace(/[^s]$/, '$&s')])
    if (quantity > 50 || style % 2 === 1) words.push(`${quantity}x${pick(['', ' '])}${name}`)
    else words.push(quantity === 1 ? name : `${quantity} ${name}`)
    if (priceCents !== undefined) words.push(pick(['@', '@ ']) + amount(priceCents))
    if (free) words.push(pick(KEYWORDS.free))
  }
  const { discount, assertedTotal, tip, seller } = basket
  if (tip) words.push(pick(KEYWORDS.tip), amount(tip.amountCents))
  if (discount?.kind === 'percent') {
    words.push(pick(KEYWORDS.discount), `${percentText(discount.basisPoints, 2, mark)}%`)
  }
  if (discount?.kind === 'amount') words.push(pick(KEYWORDS.discount), amount(discount.amountCents))
  if (seller)
    words.push(pick(KEYWORDS.seller), pick([seller.participant, seller.participant.toLowerCase()]))
  if (assertedTotal) words.push(pick(KEYWORDS.total), amount(assertedTotal.amountCents))
  for (const { method, amountCents } of basket.payments) {
    words.push(pick(METHOD_WORDS.find((each) => each.method === method)?.words ?? []))
    if (amountCents !== undefined) words.push(amount(amountCents))
  }
  return words
}

/** The same without spans. */
function unplaced(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === 'span' ? undefined : each)))
}

describe('any sale', () => {
  test('printed as words reads as itself', () => {
    fc.assert(
      fc.property(baskets, fc.nat(11), (basket, style) => {
        expect(unplaced(readSaleLine(wordsOf(basket, style), STALL))).toEqual(unplaced(basket))
      }),
      { numRuns: 1500 },
    )
  })

  const vocabulary = [
    ...sold,
    ...STALL.products.flatMap((each) => each.name.split(' ')),
    ...METHOD_WORDS.flatMap((each) => each.words),
    ...Object.values(KEYWORDS).flat(),
    ...'x @ € % 1 2 3 50 60 0 10000 2x 3k 2xcookie 60xb'.split(' '),
    ...'1.20 1,50 12€50 10% @1.20 cookie@1 k@1€ P03 ANIM01 -1 b k'.split(' '),
  ]
  const soup = fc.array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...vocabulary) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 9 },
  )

  test('word soup never throws, and what is read accounts for every word', () => {
    let accepted = 0
    fc.assert(
      fc.property(soup, (words) => {
        const text = saleLineText(words)
        const read = readSaleLine(words, STALL)
        if (isLineFault(read)) {
          expect(read.span?.start).toBeLessThanOrEqual(read.span?.end ?? -1)
          expect(read.span?.end).toBeLessThanOrEqual(text.length)
          return
        }
        accepted += 1
        expect(read.items.length).toBeGreaterThan(0)
        for (const item of read.items) {
          const typed = /^\d+/.exec(text.slice(item.span?.start, item.span?.end))?.[0]
          expect(item.quantity).toBe(Number(typed ?? '1'))
          expect(item.quantity).toBeLessThanOrEqual(9999)
        }
        expect(uncovered(text, read)).toEqual([])
      }),
      { numRuns: 6000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })

  /** Words that no part of the basket took, the words that announce a modifier left out. */
  function uncovered(text: string, basket: Basket): readonly string[] {
    const { items, discount, assertedTotal, tip, seller, payments } = basket
    const parts = [...items, discount, assertedTotal, tip, seller, ...payments]
    const isTaken = (at: number) =>
      parts.some((part) => part?.span && at >= part.span.start && at < part.span.end)
    const left = text
      .split('')
      .map((unit, at) => (isTaken(at) ? '' : unit))
      .join('')
    const announced = Object.values(KEYWORDS).flat()
    return left.split(/\s+/).filter((word) => word !== '' && !announced.includes(word))
  }
})
