import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/kernel/day.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { cents, sumCents } from '../../src/domain/kernel/money.ts'
import { vatRate } from '../../src/domain/kernel/rate.ts'
import { isLineFault } from '../../src/domain/sales/line-fault.ts'
import { type CatalogueProduct, priceBasket } from '../../src/domain/sales/pricing.ts'
import {
  isReservedWord,
  KEYWORDS,
  METHOD_WORDS,
  PROMPT_WORDS,
} from '../../src/domain/sales/sale-words.ts'
import { sell } from '../../src/domain/sales/sell.ts'
import { completionOf } from '../../src/language/completion.ts'
import { LONGEST_LINE, promptWordsLike, readPromptLine } from '../../src/language/prompt-line.ts'
import { readSaleLine } from '../../src/language/sale-line.ts'
import { STALL } from './stall.ts'

describe('a line at the prompt', () => {
  test.each([
    ['', { kind: 'nothing' }],
    [' \t ', { kind: 'nothing' }],
    ['# gâteau', { kind: 'nothing' }],
    ['undo', { kind: 'undo', count: undefined }],
    ['ANNULER 2', { kind: 'undo', count: '2' }],
    ['rétablir', { kind: 'redo', count: undefined }],
    ['undo zéro', { kind: 'undo', count: 'zéro' }],
    ['undo 1 2', { kind: 'sale', words: ['undo', '1', '2'] }],
    ['x', { kind: 'statement', count: undefined }],
    ['x 2', { kind: 'sale', words: ['x', '2'] }],
    ['Dernières 5', { kind: 'last', count: '5' }],
    ['réessayer', { kind: 'retry', count: undefined }],
    ['aide', { kind: 'help', count: undefined }],
    ['help cb', { kind: 'sale', words: ['help', 'cb'] }],
    ['quitter', { kind: 'quit', count: undefined }],
    ['Stock', { kind: 'stock', words: [] }],
    ['stock cookie +24', { kind: 'stock', words: ['cookie', '+24'] }],
    ['épuisé cookie non', { kind: 'soldout', words: ['cookie', 'non'] }],
    ['SOLDOUT', { kind: 'soldout', words: [] }],
    ['! 2 cookie cb', { kind: 'sale', words: ['2', 'cookie', 'cb'], anyway: true }],
    ['!2k', { kind: 'sale', words: ['2k'], anyway: true }],
    ['!', { kind: 'nothing' }],
    ['2 cookie !', { kind: 'sale', words: ['2', 'cookie', '!'] }],
    ['\ufeff2 cookie cb', { kind: 'sale', words: ['2', 'cookie', 'cb'] }],
    ['  2  cookie\tcb ', { kind: 'sale', words: ['2', 'cookie', 'cb'] }],
    ['x'.repeat(LONGEST_LINE), { kind: 'sale', words: ['x'.repeat(LONGEST_LINE)] }],
    ['x'.repeat(LONGEST_LINE + 1), { kind: 'too-long' }],
  ])('%j', (line, expected) => {
    expect(readPromptLine(line)).toEqual(expected)
  })

  test("no product can be called like one of the prompt's words", () => {
    const words = Object.values(PROMPT_WORDS).flat()
    expect(words.filter((word) => !isReservedWord(word))).toEqual([])
  })

  test.each([
    [['anuler'], 'annuler'],
    [['helq'], 'help'],
    [['quiter'], 'quitter'],
  ])('%j may mean %s', (words, meant) => {
    expect(promptWordsLike(words)).toContain(meant)
  })

  test('a sale of several words means no word of the prompt', () => {
    expect(promptWordsLike(['anuler', '2', 'cb'])).toEqual([])
  })
})

describe('Tab completes', () => {
  test.each([
    ['2 coo', 'coo', ['cookie']],
    ['2xcoo', 'coo', ['cookie']],
    ['2 cookie bro', 'bro', ['browkie', 'brownie']],
    ['caf', 'caf', ['cafe']],
    ['CAF', 'CAF', ['cafe']],
    ['exp', 'exp', ['expresso']],
    ['2 cookie es', 'es', ['esp', 'especes']],
    ['2 cookie rem', 'rem', ['remise']],
    ['ann', 'ann', ['annule', 'annuler']],
    ['sto', 'sto', ['stock']],
    ['Épu', 'Épu', ['epuise']],
    ['soldout bro', 'bro', ['browkie', 'brownie']],
    ['2 ann', 'ann', []],
    ['th', 'th', []],
    ['zzz', 'zzz', []],
  ])('%j: %j becomes %j', (line, typed, words) => {
    expect(completionOf(line, STALL)).toEqual({ typed, words })
  })

  test('nothing yet: what is on sale', () => {
    const { words } = completionOf('2 cookie ', STALL)
    expect(words).toContain('brownie')
    expect(words).not.toContain('the')
    expect(words).not.toContain('undo')
  })
})

const catalogue: ReadonlyMap<string, CatalogueProduct> = new Map(
  STALL.products.map(({ code, name }, index) => [
    code,
    {
      code,
      label: name,
      priceCents: cents(100 + 35 * index),
      vatRatePerMille: vatRate(55),
      kind: 'goods',
    },
  ]),
)

const pieces = [
  ...STALL.products.map(({ code }) => code),
  ...METHOD_WORDS.flatMap(({ words }) => words.slice(0, 2)),
  ...Object.values(KEYWORDS).flat(),
  ...Object.values(PROMPT_WORDS).flat(),
  ...'1 2 3 50 2x 3k 2xcookie 60xb k b l a @ @1.20 cookie@1€ 1 2 5 10 20 12,50 10% 100% P03 饼干 🍪'.split(
    ' ',
  ),
]
const word = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
)
const soup = fc.array(word, { maxLength: 8 })
/** Something to sell, paid somehow: many of these are sales. */
const nearly = fc
  .tuple(
    fc.array(fc.constantFrom('2 cookie', 'k', 'brownie', '3b', '2xjus', 'cafe offert', 'k@1.20'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.constantFrom('don 1', 'remise 10%', 'off 0,50', 'par P03', 'total 5'), {
      maxLength: 2,
    }),
    fc.array(fc.constantFrom('cb', 'esp 10', 'cb 2', 'chq 1,50', 'esp', 'esp 50', 'vir 3'), {
      maxLength: 3,
    }),
  )
  .map((parts) => parts.flat())

test('10,000 random lines never throw, and none is a sale whose payments differ from its total', () => {
  let sold = 0
  fc.assert(
    fc.property(fc.oneof(soup, nearly), (words) => {
      const line = readPromptLine(words.join(' '))
      completionOf(words.join(' '), STALL)
      if (line.kind !== 'sale') return
      const basket = readSaleLine(line.words, STALL)
      if (isLineFault(basket)) return
      const priced = priceBasket(basket, catalogue, 'cash')
      if (isLineFault(priced)) return
      sold += 1
      const { payments, lines, totalCents, tipCents, changeCents } = sell(priced, {
        cohort: 'FC-EX',
        number: 1,
        session: 1,
        day: day('2026-06-17'),
        happenedAt: instant('2026-06-17T10:32:00+02:00'),
        key: undefined,
        content: undefined,
        seller: undefined,
      })
      const sum = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0)
      expect(sum(payments.map((each) => each.amountCents))).toBe(totalCents + tipCents)
      expect(sum(payments.map((each) => each.tenderedCents))).toBe(
        totalCents + tipCents + changeCents,
      )
      expect(sumCents(lines.map((each) => each.totalCents))).toBe(totalCents)
    }),
    { numRuns: 10_000 },
  )
  expect(sold).toBeGreaterThan(500)
})
