import type { EventBodies, ProductKind } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import type { Cents } from '../kernel/money.ts'
import type { VatRate } from '../kernel/rate.ts'
import {
  type CalledProduct,
  checkWords,
  codeOfName,
  findProduct,
  isSameSpelling,
  type SaleWords,
} from './product-words.ts'

/** A product as typed. */
export type NewProduct = {
  readonly name: string
  /** VAT included. */
  readonly priceCents: Cents
  /** Absent: made from the name. */
  readonly code?: string | undefined
  readonly vatRatePerMille?: VatRate | undefined
  readonly key?: string | undefined
  readonly kind?: ProductKind | undefined
  readonly aliases?: readonly string[] | undefined
}

export type ProductContext = {
  readonly cohort: string
  /** The catalogue, retired products too. */
  readonly products: readonly CalledProduct[]
  readonly words: SaleWords
}

/** Limits of trust.md 3.4 and cli.md. */
export const MOST_PRODUCTS = 2000
export const HIGHEST_PRICE_CENTS = 1_000_000

/**
 * A new product, goods unless said otherwise. Refuses a code, key, alias or name that already means something at the
 * stall, and a catalogue that is full.
 */
export function addProduct(
  typed: NewProduct,
  { cohort, products, words }: ProductContext,
): EventBodies['product'] {
  const { name, priceCents, vatRatePerMille, key } = typed
  invariant(priceCents >= 0 && priceCents <= HIGHEST_PRICE_CENTS, 'a price is 0 to 10 000 euros')
  if (products.length >= MOST_PRODUCTS) refuse({ code: 'too-many-products', limit: MOST_PRODUCTS })
  const code = typed.code ?? codeOfName(name, products, words)
  const same = products.find((product) => words.isSame(product.code, code))
  if (same) {
    const sameName = isSameSpelling(same.name, name, words)
    refuse({ code: 'product-exists', product: same.code, retired: same.retired, sameName })
  }
  const aliases = usefulAliases(typed.aliases ?? [], { code, name, key, aliases: [] }, words)
  checkWords({ code, name, key, aliases }, products, words)
  return {
    cohort,
    code,
    name,
    priceCents,
    ...(vatRatePerMille === undefined ? {} : { vatRatePerMille }),
    ...(key === undefined ? {} : { key }),
    kind: typed.kind ?? 'goods',
    ...(aliases.length === 0 ? {} : { aliases }),
  }
}

/** The aliases that say something which the product's other words do not. */
export function usefulAliases(
  aliases: readonly string[],
  called: {
    readonly code: string
    readonly name: string
    readonly key: string | undefined
    readonly aliases: readonly string[]
  },
  words: SaleWords,
): readonly string[] {
  const useful: string[] = []
  for (const alias of aliases) {
    const known = findProduct([{ ...called, aliases: useful }], alias, words)
    if (known === undefined) useful.push(alias)
  }
  return useful
}
