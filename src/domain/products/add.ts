import type { EventBodies, ProductKind } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import type { Cents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { VatRate } from '../kernel/rate.ts'
import {
  type Called,
  checkWords,
  codeOfName,
  type SaleWords,
  stemsOf,
  wordsOf,
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
  /** How many products there are, retired ones too. */
  readonly count: number
  /** What each spelling means: see `takenSpellings`. */
  readonly taken: ReadonlyMap<string, string>
  readonly words: SaleWords
}

/** Limits of a catalogue (choice). */
export const MOST_PRODUCTS = 2000
export const HIGHEST_PRICE_CENTS = 1_000_000

/**
 * A new product, goods unless said otherwise. Refuses a code, key, alias or name that already means something at the
 * stall, and a catalogue that is full.
 */
export function addProduct(
  typed: NewProduct,
  { cohort, count, taken, words }: ProductContext,
): EventBodies['product'] {
  const { name, priceCents, vatRatePerMille, key } = typed
  invariant(priceCents >= 0 && priceCents <= HIGHEST_PRICE_CENTS, 'a price is 0 to 10 000 euros')
  if (count >= MOST_PRODUCTS) refuse({ code: 'too-many-products', limit: MOST_PRODUCTS })
  const code = typed.code ?? codeOfName(name, taken, words)
  refuseTakenCode({ code, name }, taken, words)
  const called = { code, name, key }
  const aliases = usefulAliases(typed.aliases ?? [], called, words)
  checkWords({ ...called, aliases }, taken, words)
  return {
    cohort,
    code,
    name,
    priceCents,
    ...present({ vatRatePerMille, key }),
    kind: typed.kind ?? 'goods',
    ...(aliases.length === 0 ? {} : { aliases }),
  }
}

/** A code that means a product already, and not as another word of it: the whole product is there. */
function refuseTakenCode(
  { code, name }: { readonly code: string; readonly name: string },
  taken: ReadonlyMap<string, string>,
  words: SaleWords,
): void {
  const product = taken.get(stemsOf(code, words))
  if (product === undefined || stemsOf(product, words) !== stemsOf(code, words)) return
  refuse({ code: 'product-exists', product, sameName: taken.get(stemsOf(name, words)) === product })
}

/** The aliases that say something which the product's other words do not. */
export function usefulAliases(
  aliases: readonly string[],
  called: Omit<Called, 'aliases'>,
  words: SaleWords,
): readonly string[] {
  const said = new Set(
    wordsOf({ ...called, aliases: [] }).map(({ spelling }) => stemsOf(spelling, words)),
  )
  return aliases.filter((alias) => {
    const stems = stemsOf(alias, words)
    if (said.has(stems)) return false
    said.add(stems)
    return true
  })
}
