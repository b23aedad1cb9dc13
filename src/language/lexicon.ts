import type { PaymentMethod } from '../domain/journal/event.ts'
import { compareText } from '../domain/kernel/allocation.ts'
import { foldWord, isAscii } from '../domain/kernel/name.ts'
import { KEYWORDS, type Keyword, type MethodWords, singular } from '../domain/sales/sale-words.ts'

export type VocabularyProduct = {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly key: string | undefined
  readonly retired: boolean
}

/** What the words of a sale line may mean in one ledger. */
export type Vocabulary = {
  readonly products: readonly VocabularyProduct[]
  /** Codes of the cohort's participants. */
  readonly participants: readonly string[]
  readonly methods: readonly MethodWords[]
  /** A larger quantity needs the `x` form. */
  readonly quantityLimit: number
}

type Meaning =
  | { readonly keyword: Keyword; readonly method?: undefined }
  | { readonly method: PaymentMethod; readonly keyword?: undefined }

/** How a product is called: one spelling, word by word. `rank`: 0 code, 1 alias or key, 2 name. */
type Calling = {
  readonly product: VocabularyProduct
  readonly rank: number
  readonly words: readonly string[]
}

export type Lexicon = {
  readonly vocabulary: Vocabulary
  readonly meanings: ReadonlyMap<string, Meaning>
  /** By the first word, folded and singular. */
  readonly callings: ReadonlyMap<string, readonly Calling[]>
}

const stem = (word: string): string => singular(foldWord(word))

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const meanings = new Map<string, Meaning>()
  for (const { method, words } of vocabulary.methods) {
    for (const word of words) meanings.set(stem(word), { method })
  }
  for (const keyword of ['free', 'discount', 'total', 'tip', 'seller'] as const) {
    for (const word of KEYWORDS[keyword]) meanings.set(stem(word), { keyword })
  }
  const callings = new Map<string, Calling[]>()
  for (const product of vocabulary.products) {
    for (const { spelling, rank } of spellingsOf(product)) {
      const words = spelling.split(/\s+/).filter((word) => word !== '')
      const first = stem(words[0] ?? '')
      const known = callings.get(first)
      if (known) known.push({ product, rank, words })
      else callings.set(first, [{ product, rank, words }])
    }
  }
  return { vocabulary, meanings, callings }
}

/** Everything that a product is called, the code first. */
export function spellingsOf(
  product: VocabularyProduct,
): readonly { readonly spelling: string; readonly rank: number }[] {
  return [
    { spelling: product.code, rank: 0 },
    ...(product.key === undefined ? [] : [{ spelling: product.key, rank: 1 }]),
    ...product.aliases.map((spelling) => ({ spelling, rank: 1 })),
    { spelling: product.name, rank: 2 },
  ]
}

/** The meaning of a word that the line keeps for itself; undefined for any other. */
export function meaningOf(lexicon: Lexicon, word: string): Meaning | undefined {
  return lexicon.meanings.get(stem(word))
}

export type Match =
  | { readonly kind: 'product'; readonly product: string; readonly length: number }
  | { readonly kind: 'retired'; readonly product: string; readonly length: number }
  | { readonly kind: 'ambiguous'; readonly products: readonly string[]; readonly length: number }

/**
 * The product that the words call, by the longest spelling that fits; undefined when none does.
 * Where the same words are also a shorter spelling followed by something that could be sold or
 * paid, they are ambiguous.
 */
export function matchProduct(lexicon: Lexicon, words: readonly string[]): Match | undefined {
  const lengths = lengthsAt(lexicon, words)
  const longest = lengths[0]
  if (longest === undefined) return undefined
  const match = matchOfLength(lexicon, words, longest)
  const shorter = lengths.slice(1).filter((length) => canGoOn(lexicon, words, [length, longest]))
  if (shorter.length === 0) return match
  const others = shorter.flatMap((length) => codesOf(matchOfLength(lexicon, words, length)))
  const products = [...new Set([...codesOf(match), ...others])].toSorted(compareText)
  return { kind: 'ambiguous', products, length: longest }
}

function codesOf(match: Match): readonly string[] {
  return match.kind === 'ambiguous' ? match.products : [match.product]
}

/** How many words the spellings that fit here take, the longest first. */
function lengthsAt(lexicon: Lexicon, words: readonly string[]): readonly number[] {
  const lengths = callingsAt(lexicon, words).map((calling) => calling.words.length)
  return [...new Set(lengths)].toSorted((a, b) => b - a)
}

function callingsAt(lexicon: Lexicon, words: readonly string[]): readonly Calling[] {
  const first = stem(words[0] ?? '')
  if (first === '') return []
  const known = lexicon.callings.get(first) ?? []
  return known.filter((calling) =>
    calling.words.every((word, index) => stem(word) === stem(words[index] ?? '')),
  )
}

/** Whether `words[from..until)` reads on as something else than the inside of a name. */
function canGoOn(
  lexicon: Lexicon,
  words: readonly string[],
  [from, until]: readonly [number, number],
): boolean {
  const starts = new Set([from])
  for (let at = from; at < until; at += 1) {
    if (!starts.has(at)) continue
    const word = words[at] ?? ''
    if (meaningOf(lexicon, word) !== undefined || /^\d/.test(word)) return true
    for (const length of lengthsAt(lexicon, words.slice(at))) {
      if (at + length >= until) return true
      starts.add(at + length)
    }
  }
  return false
}

/**
 * Among the spellings of one length: letter for letter before without accents before without
 * plurals; of equally near ones products on sale first, then code before alias and key before name.
 */
function matchOfLength(lexicon: Lexicon, words: readonly string[], length: number): Match {
  const fitting = callingsAt(lexicon, words).filter((calling) => calling.words.length === length)
  const nearness = Math.min(...fitting.map((calling) => strangenessOf(calling, words)))
  const near = fitting.filter((calling) => strangenessOf(calling, words) === nearness)
  const onSale = near.filter((calling) => !calling.product.retired)
  const pool = onSale.length > 0 ? onSale : near
  const rank = Math.min(...pool.map((calling) => calling.rank))
  const codes = new Set(
    pool.filter((calling) => calling.rank === rank).map((each) => each.product.code),
  )
  const products = [...codes].toSorted(compareText)
  const product = products[0] ?? ''
  if (onSale.length === 0) return { kind: 'retired', product, length }
  return products.length > 1
    ? { kind: 'ambiguous', products, length }
    : { kind: 'product', product, length }
}

/** A word letter by letter, but for capitals. */
function spelled(word: string): string {
  return (isAscii(word) ? word : word.normalize('NFC')).toLowerCase()
}

/** 0 letter for letter, 1 but for accents, 2 but for a plural s. */
function strangenessOf(calling: Calling, words: readonly string[]): number {
  const differs = (form: (word: string) => string): boolean =>
    calling.words.some((word, index) => form(word) !== form(words[index] ?? ''))
  if (!differs(spelled)) return 0
  return differs(foldWord) ? 2 : 1
}
