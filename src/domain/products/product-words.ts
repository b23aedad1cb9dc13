import { refuse } from '../journal/refusal.ts'
import { slugOf } from '../kernel/name.ts'

/** How the sale line reads words: which it takes for the same, and which it keeps for itself. */
export type SaleWords = {
  readonly isSame: (one: string, other: string) => boolean
  readonly isReserved: (word: string) => boolean
}

/** What a product is called at the stall. */
export type Called = {
  readonly code: string
  readonly name: string
  readonly key: string | undefined
  readonly aliases: readonly string[]
}

/** A product that is there, as far as names go. */
export type CalledProduct = Called & { readonly retired: boolean }

/** One spelling of a product, and what it is to it. */
export type Word = { readonly spelling: string; readonly part: 'code' | 'key' | 'alias' | 'name' }

/** Every spelling of a product, the code first. */
export function wordsOf({ code, key, aliases, name }: Called): readonly Word[] {
  return [
    { spelling: code, part: 'code' },
    ...(key === undefined ? [] : [{ spelling: key, part: 'key' } as const]),
    ...aliases.map((spelling) => ({ spelling, part: 'alias' }) as const),
    { spelling: name, part: 'name' },
  ]
}

const nameOf = ({ name }: Called): Word => ({ spelling: name, part: 'name' })

const wordsIn = (spelling: string): readonly string[] =>
  spelling.split(/\s+/).filter((word) => word !== '')

/** Whether the sale line takes two spellings for the same, word by word. */
export function isSameSpelling(one: string, other: string, { isSame }: SaleWords): boolean {
  const [words, others] = [wordsIn(one), wordsIn(other)]
  return (
    words.length === others.length &&
    words.every((word, index) => isSame(word, others[index] ?? ''))
  )
}

/** The product that somebody means: by code, else by key, alias or name, as the sale line compares words. */
export function findProduct<P extends Called>(
  products: readonly P[],
  typed: string,
  words: SaleWords,
): P | undefined {
  const called = (part: (word: Word) => boolean): P | undefined =>
    products.find((product) =>
      wordsOf(product).some((word) => part(word) && isSameSpelling(word.spelling, typed, words)),
    )
  return called((word) => word.part === 'code') ?? called(() => true)
}

/**
 * Refuses a product of which one spelling is another product's, retired ones included (they may come back), or a
 * word of the sale line: `2 carte cb` must mean one thing. A name of several words may hold such a word. The name is
 * looked at first, for a code may be made from it.
 */
export function checkWords(
  product: Called,
  others: readonly CalledProduct[],
  words: SaleWords,
): void {
  for (const { spelling, part } of [nameOf(product), ...wordsOf(product)]) {
    if (wordsIn(spelling).length === 1 && words.isReserved(spelling))
      refuse({ code: 'product-word-reserved', word: spelling, part })
    const owner = others.find((other) =>
      wordsOf(other).some((word) => isSameSpelling(word.spelling, spelling, words)),
    )
    if (owner) refuse({ code: 'product-word-taken', word: spelling, part, product: owner.code })
  }
}

/** `cookie`, `sac-a-vrac`: letters without accents, digits and dashes, a letter first, at most 24. */
export const isProductCode = (text: string): boolean => /^[a-z][a-z0-9-]{0,23}$/.test(text)

/** One letter, which may follow a number: `3k`. */
export const isProductKey = (text: string): boolean => /^\p{L}$/u.test(text)

/** One word that begins with a letter and that the sale line reads as one. */
export const isProductAlias = (text: string): boolean => /^\p{L}[^\s@,]{0,31}$/u.test(text)

/**
 * The code that a name gives: `Sac à vrac` is `sac-a-vrac`; a name without Latin letters the first free of `p1`,
 * `p2` … in the catalogue.
 */
export function codeOfName(name: string, products: readonly Called[], words: SaleWords): string {
  const slug = slugOf(name)
  if (slug !== '') return slug
  for (let number = 1; ; number += 1) {
    const code = `p${number}`
    if (findProduct(products, code, words) === undefined) return code
  }
}
