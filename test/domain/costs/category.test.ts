import { expect, test } from 'vitest'
import {
  COST_CATEGORIES,
  factsOf,
  isCostCategory,
  reducesContributionBase,
} from '../../../src/domain/costs/category.ts'

test('the categories, their accounts and their place in the base', () => {
  const table = Object.keys(COST_CATEGORIES)
    .filter(isCostCategory)
    .map((category) => {
      const { account, place, usualVatRate } = factsOf(category)
      const base = reducesContributionBase(category) ? 'in base' : 'apart'
      return [category, account, place, base, usualVatRate ?? '-'].join(' ')
    })
  expect(table).toEqual([
    'ingredients 601000 purchases in base -',
    'packaging 602610 packaging in base -',
    'goods 607000 purchases in base -',
    'supplies 606300 purchases in base -',
    'stall 613200 other apart 0',
    'communication 623600 other apart -',
    'travel 625100 other apart -',
    'bank_fees 627800 other apart 0',
    'insurance 616000 other apart -',
    'fees 622600 other apart -',
    'subcontracting 611000 purchases in base -',
    'other 628100 other apart -',
  ])
})

test.each(['', 'Ingredients', 'toString', '__proto__', 'constructor', 'bank fees'])(
  '%j is no category',
  (text) => {
    expect(isCostCategory(text)).toBe(false)
  },
)
