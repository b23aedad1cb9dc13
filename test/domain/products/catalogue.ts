import { SALE_WORDS } from '../../../src/commands/product.ts'
import type { Refusal } from '../../../src/domain/journal/refusal.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import type { NewProduct, ProductContext } from '../../../src/domain/products/add.ts'
import type { Product } from '../../../src/domain/products/edit.ts'
import { takenSpellings } from '../../../src/domain/products/product-words.ts'

/** An invented product on sale. */
export const product = (code: string, more: Partial<Product> = {}): Product => ({
  code,
  name: code,
  priceCents: cents(250),
  vatRatePerMille: undefined,
  key: undefined,
  kind: 'goods',
  aliases: [],
  retired: false,
  ...more,
})

export const contextWith = (...products: readonly Product[]): ProductContext => ({
  cohort: 'FC',
  count: products.length,
  taken: takenSpellings(products, SALE_WORDS),
  words: SALE_WORDS,
})

export const typed = (name: string, more: Partial<NewProduct> = {}): NewProduct => ({
  name,
  priceCents: cents(250),
  ...more,
})

/** What a decision refused; fails when it did not. */
export function refusalOf(decide: () => unknown): Refusal {
  try {
    decide()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('not refused')
}
