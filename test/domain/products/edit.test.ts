import { describe, expect, test } from 'vitest'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { editProduct } from '../../../src/domain/products/edit.ts'
import { contextWith, product, refusalOf } from './catalogue.ts'

const cookie = product('cookie', { name: 'Cookie', key: 'k', aliases: ['brun', 'rond'] })
const brownie = product('brownie', { name: 'Brownie', key: 'b' })
const context = contextWith(cookie, brownie)

describe('a change of a product', () => {
  test('holds what was and what is to be, field by field', () => {
    const edit = {
      name: 'Cookie noir',
      priceCents: cents(300),
      vatRatePerMille: vatRate(55),
      key: 'c',
      kind: 'service',
      aliases: ['rond', 'noir'],
      retired: true,
    } as const
    expect(editProduct(cookie, edit, context)).toEqual({
      cohort: 'FC',
      code: 'cookie',
      changes: [
        { field: 'name', from: 'Cookie', to: 'Cookie noir' },
        { field: 'priceCents', from: 250, to: 300 },
        { field: 'vatRatePerMille', to: 55 },
        { field: 'key', from: 'k', to: 'c' },
        { field: 'kind', from: 'goods', to: 'service' },
        { field: 'aliases', from: 'brun rond', to: 'rond noir' },
        { field: 'retired', from: false, to: true },
      ],
    })
  })

  test('takes away a key and the other words', () => {
    expect(editProduct(cookie, { key: '', aliases: [] }, context).changes).toEqual([
      { field: 'key', from: 'k' },
      { field: 'aliases', from: 'brun rond' },
    ])
  })

  test('puts a retired product back', () => {
    const retired = { ...cookie, retired: true }
    expect(editProduct(retired, { retired: false }, context).changes).toEqual([
      { field: 'retired', from: true, to: false },
    ])
  })

  test('one of its own words may become another one', () => {
    const edit = { name: 'Brun', aliases: ['cookie', 'rond'] }
    expect(editProduct(cookie, edit, context).changes).toEqual([
      { field: 'name', from: 'Cookie', to: 'Brun' },
      { field: 'aliases', from: 'brun rond', to: 'rond' },
    ])
  })

  test.each([
    ['nothing said', {}, { code: 'nothing-to-change' }],
    ['as it is', { name: 'Cookie', priceCents: cents(250) }, { code: 'product-unchanged' }],
    ['another’s key', { key: 'B' }, { code: 'product-word-taken', part: 'key' }],
    ['another’s name', { name: 'brownies' }, { code: 'product-word-taken', part: 'name' }],
    ['a word of the line', { aliases: ['cb'] }, { code: 'product-word-reserved', part: 'alias' }],
    ['back on sale twice', { retired: false }, { code: 'product-on-sale' }],
  ])('is refused: %s', (_, edit, refusal) => {
    expect(refusalOf(() => editProduct(cookie, edit, context))).toMatchObject(refusal)
  })

  test('a product is retired once', () => {
    const retired = { ...cookie, retired: true }
    const refusal = refusalOf(() => editProduct(retired, { retired: true }, context))
    expect(refusal).toEqual({ code: 'product-retired', product: 'cookie' })
  })
})
