import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SALE_WORDS } from '../../../src/commands/product.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { addProduct, MOST_PRODUCTS } from '../../../src/domain/products/add.ts'
import {
  findProduct,
  isProductAlias,
  isProductCode,
  isProductKey,
} from '../../../src/domain/products/product-words.ts'
import { METHOD_WORDS } from '../../../src/domain/sales/sale-words.ts'
import { lexiconOf, matchProduct } from '../../../src/language/lexicon.ts'
import { contextWith, product, refusalOf, typed } from './catalogue.ts'

describe('a new product', () => {
  test('its code is made from its name, and it is goods', () => {
    expect(addProduct(typed('Sac à vrac'), contextWith())).toEqual({
      cohort: 'FC',
      code: 'sac-a-vrac',
      name: 'Sac à vrac',
      priceCents: 250,
      kind: 'goods',
    })
  })

  test('says all that was said', () => {
    const shape = { code: 'c', vatRatePerMille: vatRate(55), key: 'k', kind: 'service' } as const
    const added = addProduct(typed('Cookie', { ...shape, aliases: ['gateau'] }), contextWith())
    expect(added).toMatchObject({ ...shape, name: 'Cookie', aliases: ['gateau'] })
  })

  test.each([
    ['كعك', [], 'p1'],
    ['ሕምባሻ', ['p1', 'p2'], 'p3'],
    ['7up', [], 'up'],
    ['ночь', ['p1s'], 'p2'],
  ])('%s takes the code %s leave', (name, codes, code) => {
    const context = contextWith(...codes.map((each) => product(each)))
    expect(addProduct(typed(name), context).code).toBe(code)
  })

  test('an alias that says nothing new is left out', () => {
    const aliases = ['cookies', 'Gâteau', 'gateau', 'K']
    const added = addProduct(typed('Cookie', { key: 'k', aliases }), contextWith())
    expect(added.aliases).toEqual(['Gâteau'])
  })

  test.each([
    ['the code, by a plural', typed('Cookies'), { code: 'product-exists', sameName: true }],
    [
      'the code, as typed',
      typed('Sablé', { code: 'cookie' }),
      { code: 'product-exists', sameName: false },
    ],
    ['the name', typed('Cookie', { code: 'c' }), { code: 'product-word-taken', part: 'name' }],
    [
      'the key, in capitals',
      typed('Krapfen', { key: 'K' }),
      { code: 'product-word-taken', part: 'key' },
    ],
    ['an alias', typed('Brun'), { code: 'product-word-taken', part: 'name', product: 'cookie' }],
    [
      'a code that is an alias',
      typed('Sablé', { code: 'brun' }),
      { code: 'product-word-taken', part: 'code' },
    ],
    [
      'an alias that is a key',
      typed('Sablé', { aliases: ['k'] }),
      { code: 'product-word-taken', part: 'alias' },
    ],
    ['a name with other accents', typed('PÂTÉ  EN CROUTE', { code: 'c' }), { product: 'pate' }],
  ])('refuses what is another product’s: %s', (_, wanted, refusal) => {
    const context = contextWith(
      product('cookie', { name: 'Cookie', key: 'k', aliases: ['brun'] }),
      product('pate', { name: 'Pâté en croûte', retired: true }),
    )
    expect(refusalOf(() => addProduct(wanted, context))).toMatchObject(refusal)
  })

  test.each([
    ['name', typed('Carte')],
    ['name', typed('Dons')],
    ['code', typed('Sablé', { code: 'total' })],
    ['key', typed('Xylo', { key: 'x' })],
    ['alias', typed('Sablé', { aliases: ['Espèces'] })],
  ])('refuses a %s that the sale line keeps for itself', (part, wanted) => {
    const refusal = refusalOf(() => addProduct(wanted, contextWith()))
    expect(refusal).toMatchObject({ code: 'product-word-reserved', part })
  })

  test('a name of several words may hold a word of the sale line', () => {
    expect(addProduct(typed('Carte postale'), contextWith()).code).toBe('carte-postale')
  })

  test('a catalogue holds 2 000 products and no more', () => {
    const almost = { ...contextWith(), count: MOST_PRODUCTS - 1 }
    expect(addProduct(typed('Cookie'), almost).code).toBe('cookie')
    const full = { ...contextWith(), count: MOST_PRODUCTS }
    const refusal = refusalOf(() => addProduct(typed('Cookie'), full))
    expect(refusal).toEqual({ code: 'too-many-products', limit: 2000 })
  })

  test('a price above the largest is a defect: the border has refused it', () => {
    const dear = typed('Cookie', { priceCents: cents(1_000_001) })
    expect(() => addProduct(dear, contextWith())).toThrow('does not hold')
  })
})

test.each([
  ['cookie', true],
  ['sac-a-vrac-2', true],
  ['Cookie', false],
  ['2x', false],
  ['', false],
  ['thé', false],
  ['a'.repeat(25), false],
])('%s is a code: %s', (text, is) => expect(isProductCode(text)).toBe(is))

test.each([
  ['k', true],
  ['é', true],
  ['ሕ', true],
  ['kk', false],
  ['3', false],
  ['', false],
])('%s is a key: %s', (text, is) => expect(isProductKey(text)).toBe(is))

test.each([
  ['brun', true],
  ['شیرینی', true],
  ['deux mots', false],
  ['a@b', false],
  ['2brun', false],
  ['a,b', false],
])('%s is another word: %s', (text, is) => expect(isProductAlias(text)).toBe(is))

test('a product is found by each of its words, a code before anything else', () => {
  const cookie = product('cookie', { name: 'Cookie noir', key: 'k', aliases: ['brun'] })
  const products = [product('b', { name: 'Brownie' }), cookie, product('noir', { name: 'Cookies' })]
  const found = (word: string) => findProduct(products, word, SALE_WORDS)?.code
  expect(['COOKIE', 'k', 'Brun', 'cookie  noir', 'brownies', 'rien'].map(found)).toEqual([
    'cookie',
    'cookie',
    'cookie',
    'cookie',
    'b',
    undefined,
  ])
})

const WORDS = [
  'cookie',
  'Cookies',
  'brun',
  'Thé',
  'the',
  'k',
  'x',
  'carte',
  'as',
  'don',
  'été',
  'نان',
]
const word = fc.constantFrom(...WORDS)
const wanted = fc.record({
  name: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' ')),
  code: fc.option(fc.constantFrom('cookie', 'brun', 'the', 'k', 'as', 'autre'), { nil: undefined }),
  key: fc.option(fc.constantFrom('k', 'b', 'x', 'é', 'e'), { nil: undefined }),
  aliases: fc.array(word, { maxLength: 2 }),
})

test('whatever is added, each word of a product means that product on the sale line', () => {
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 8 }), (attempts) => {
      const products = [product('gaufre', { name: 'Gaufre' })]
      for (const attempt of attempts) {
        try {
          const { cohort: _, ...added } = addProduct(
            typed(attempt.name, attempt),
            contextWith(...products),
          )
          products.push(product(added.code, added))
        } catch (error) {
          if (!(error instanceof Refused)) throw error
        }
      }
      const vocabulary = { products, participants: [], methods: METHOD_WORDS, quantityLimit: 50 }
      const lexicon = lexiconOf(vocabulary)
      for (const { code, key, aliases } of products) {
        for (const spelling of [code, ...(key === undefined ? [] : [key]), ...aliases]) {
          expect(matchProduct(lexicon, [spelling])).toEqual({
            kind: 'product',
            product: code,
            length: 1,
          })
        }
      }
    }),
  )
})
