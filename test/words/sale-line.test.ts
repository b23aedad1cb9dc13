import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../src/domain/journal/event.ts'
import { type Cents, cents } from '../../src/domain/kernel/money.ts'
import { isLineFault, type LineFault } from '../../src/domain/sales/line-fault.ts'
import { type CatalogueProduct, priceBasket } from '../../src/domain/sales/pricing.ts'
import { readSaleLine } from '../../src/language/sale-line.ts'
import { SALE_LINE_EN, SALE_LINE_GRAMMAR_EN } from '../../src/words/en/sale-line.ts'
import { SALE_LINE_FR, SALE_LINE_GRAMMAR_FR } from '../../src/words/fr/sale-line.ts'
import { moneyText } from '../../src/words/money-text.ts'
import { type FactsOf, worded } from '../../src/words/said.ts'
import { STALL } from '../language/stall.ts'

describe('amounts for people', () => {
  test.each([
    [0, '0,00 €', '€0.00'],
    [5, '0,05 €', '€0.05'],
    [350, '3,50 €', '€3.50'],
    [-350, '-3,50 €', '-€3.50'],
    [99_999, '999,99 €', '€999.99'],
    [100_000, '1\u202f000,00 €', '€1,000.00'],
    [123_456_789, '1\u202f234\u202f567,89 €', '€1,234,567.89'],
  ])('%i cents', (amount, french, english) => {
    expect(moneyText(cents(amount), 'fr')).toBe(french)
    expect(moneyText(cents(amount), 'en')).toBe(english)
  })

  test('are written as Intl writes them, with an ordinary space before the €', () => {
    const style = { style: 'currency', currency: 'EUR' } as const
    const french = new Intl.NumberFormat('fr-FR', style)
    const english = new Intl.NumberFormat('en-IE', style)
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (amount) => {
        expect(moneyText(cents(amount), 'fr')).toBe(
          french.format(amount / 100).replace('\u00a0', ' '),
        )
        expect(moneyText(cents(amount), 'en')).toBe(english.format(amount / 100))
      }),
    )
  })
})

const CATALOGUE = new Map<string, CatalogueProduct>(
  STALL.products.map(({ code }) => [
    code,
    { code, label: code, priceCents: cents(150), vatRatePerMille: undefined, kind: 'goods' },
  ]),
)

function faultOf(line: string): LineFault {
  const basket = readSaleLine(line.split(' '), STALL)
  const fault = isLineFault(basket) ? basket : priceBasket(basket, CATALOGUE, 'cash')
  if (!isLineFault(fault)) throw new Error(`${line} sells`)
  return fault
}

function said(line: string, language: Language): string {
  const money = (amount: Cents) => moneyText(amount, language)
  const words = language === 'fr' ? SALE_LINE_FR : SALE_LINE_EN
  const { message, hint } = worded<FactsOf<LineFault>>(words, faultOf(line), money)
  return `${message} / ${hint}`
}

describe('what is said of a wrong line', () => {
  test.each([
    ['2 broqkie cb', 'there is no product “broqkie” / did you mean browkie or brownie?'],
    ['zzz', 'there is no product “zzz” / see what is sold with flashcoop product list'],
    [
      'cookie cb 5',
      'the card is above the total by €3.50 / €1.50 is to pay; only cash gives change',
    ],
    [
      '2 cookie esp 2',
      '€1.00 is missing / €3.00 is to pay: correct the amount or add another payment',
    ],
    [
      'cb 2 cookie',
      'products come first, “cb” is not in its place / ' +
        'type products, then off, total, tip or by, then the payment, as in: 2 cookie card',
    ],
    ['60 cookie', '60 is above the till’s limit of 50 / if it is right, type 60x cookie'],
    [
      'browkie@1 50',
      'the price 1 needs two decimals or a € / type 1.50: the shell split the price at its comma',
    ],
    ['browkie@1', 'the price 1 needs two decimals or a € / type 1.00 or 1€'],
    ['browkie@1.5', 'the price 1.5 needs two decimals or a € / type 1.50 or 1.5€'],
    [
      'cookie don 1 total 2',
      'the total is €1.50, not €2.00 (the tip of €1.00 is not part of it) / ' +
        'check the products and their quantities, or leave total out',
    ],
  ])('%s, in English', (line, text) => {
    expect(said(line, 'en')).toBe(text)
  })

  test.each([
    [
      '2 broqkie cb',
      'il n’y a pas de produit « broqkie » / vouliez-vous dire browkie ou brownie ?',
    ],
    [
      'cookie cb 5',
      'le paiement par carte dépasse le total de 3,50 € / ' +
        'il y a 1,50 € à payer ; on ne rend la monnaie que sur les espèces',
    ],
    [
      '2 cookie esp 2',
      'il manque 1,00 € / il y a 3,00 € à payer : corrigez le montant ou ajoutez un paiement',
    ],
    ['60k', '60 dépasse la limite de la caisse, 50 / si c’est juste, tapez 60x k'],
    [
      'browkie@1 50',
      'le prix 1 demande deux décimales ou un € / tapez 1.50 : le prix a été coupé à sa virgule',
    ],
  ])('%s, in French', (line, text) => {
    expect(said(line, 'fr')).toBe(text)
  })

  test.each([
    ['60 cookie', '60x cookie'],
    ['60k', '60x k'],
    ['2cookie', '2 cookie'],
    ['2xylo', '2 xylo'],
    ['cookie@1', '1.00', '1€'],
    ['cookie@1,5', '1,50', '1,5€'],
    ['k@1 50', '1.50'],
  ])('%s: what the hint tells to type is then accepted', (line, ...typed) => {
    for (const language of ['en', 'fr'] as const) {
      for (const words of typed) {
        expect(said(line, language)).toContain(words)
        const again = line.includes('@') ? `cookie@${words}` : words
        expect(isLineFault(readSaleLine([again], STALL))).toBe(false)
      }
    }
  })

  test('no text is left empty, blames, or runs over a line', () => {
    const money = (amount: Cents) => moneyText(amount, 'en')
    const facts = {
      span: undefined,
      word: 'WORD',
      suggestions: [],
      products: ['a', 'b'],
      product: 'a',
      limit: 50,
      quantity: 60,
      count: 101,
      next: undefined,
      reason: 'grouping' as const,
      method: 'card' as const,
      discountCents: cents(200),
      totalCents: cents(150),
      assertedCents: cents(100),
      tipCents: cents(0),
      overCents: cents(1),
      dueCents: cents(2),
      missingCents: cents(3),
      limitCents: cents(4),
    }
    for (const words of [SALE_LINE_EN, SALE_LINE_FR]) {
      for (const say of Object.values(words)) {
        const { message, hint } = Reflect.apply(say, undefined, [facts, money])
        for (const text of [message, hint]) {
          expect(text).toMatch(/^[^\n]{10,120}$/)
          expect(text).not.toMatch(/undefined|NaN|\[object|[A-Z](?<!WORD|P|N)[a-z]+ /)
        }
      }
    }
  })

  test('the grammar line fits a terminal of 120 columns', () => {
    expect(SALE_LINE_GRAMMAR_EN.length).toBeLessThanOrEqual(120)
    expect(SALE_LINE_GRAMMAR_FR.length).toBeLessThanOrEqual(120)
  })
})
