import { refuse } from '../journal/refusal.ts'
import { slugOf } from '../kernel/name.ts'

/** How the sale line reads words. */
export type SaleWords = {
  /** Two words with one stem are the same to it: without case, accents and a plural s. */
  readonly stem: (word: string) => string
  /** It keeps the word for itself. */
  readonly isReserved: (word: string) => boolean
}

/** What a product is called at the stall. */
export type Called = {
  readonly code: string
  readonly name: string
  readonly key: string | undefined
  readonly aliases: readonly string[]
}

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

/** A spelling as the sale line compares it, word by word: equal for what it takes for the same. */
export const stemsOf = (spelling: string, { stem }: SaleWords): string =>
  wordsIn(spelling).map(stem).join(' ')

/** Which product each spelling means, by its stems; retired ones too, for they may come back. */
export function takenSpellings(
  products: readonly Called[],
  words: SaleWords,
): ReadonlyMap<string, string> {
  return new Map(
    products.flatMap((product) =>
      wordsOf(product).map(({ spelling }) => [stemsOf(spelling, words), product.code] as const),
    ),
  )
}

/** The product that somebody means: by code, else by key, alias or name, as the sale line compares words. */
export function findProduct<P extends Called>(
  products: readonly P[],
  typed: string,
  words: SaleWords,
): P | undefined {
  const wanted = stemsOf(typed, words)
  return (
    products.find((product) => stemsOf(product.code, words) === wanted) ??
    products.find((product) =>
      wordsOf(product).some(({ spelling }) => stemsOf(spelling, words) === wanted),
    )
  )
}

/**
 * Refuses a product of which one spelling is another product's, or a word of the sale line: `2 carte cb` must mean one
 * thing. A name of several words may hold such a word. The name is looked at first, for a code may be made from it.
 */
export function checkWords(
  product: Called,
  taken: ReadonlyMap<string, string>,
  words: SaleWords,
): void {
  for (const { spelling, part } of [nameOf(product), ...wordsOf(product)]) {
    if (wordsIn(spelling).length === 1 && words.isReserved(spelling))
      refuse({ code: 'product-word-reserved', word: spelling, part })
    const owner = taken.get(stemsOf(spelling, words))
    if (owner !== undefined && owner !== product.code)
      refuse({ code: 'product-word-taken', word: spelling, part, product: owner })
  }
}

/** `cookie`, `sac-a-vrac`: letters without accents, digits and dashes, a letter first, at most 24. */
export const isProductCode = (text: string): boolean => /^[a-z][a-z0-9-]{0,23}$/.test(text)

/** One letter, which may follow a number: `3k`. */
export const isProductKey = (text: string): boolean => /^\p{L}$/u.test(text)

/** One word that begins with a letter and that the sale line reads as one. */
export const isProductAlias = (text: string): boolean => /^\p{L}[^\s@,]{0,31}$/u.test(text)

/**
 * The code that a name gives: `Sac à vrac` is `sac-a-vrac`; a name without Latin letters the first of `p1`, `p2` …
 * that means nothing yet.
 */
export function codeOfName(
  name: string,
  taken: ReadonlyMap<string, string>,
  words: SaleWords,
): string {
  const slug = slugOf(name)
  if (slug !== '') return slug
  let number = 1
  while (taken.has(stemsOf(`p${number}`, words))) number += 1
  return `p${number}`
}
