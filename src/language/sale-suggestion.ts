import { foldWord } from '../domain/kernel/name.ts'
import { type Candidate, nearest, type Synonyms } from '../domain/kernel/suggestion.ts'
import { KEYWORDS } from '../domain/sales/sale-words.ts'
import { spellingsOf, type Vocabulary } from './lexicon.ts'

/** What people say, folded, for words that the line knows otherwise. */
const SYNONYMS: Synonyms = {
  gratuit: ['offert', 'free'],
  gratuite: ['offert', 'free'],
  cadeau: ['offert', 'free'],
  gift: ['free'],
  rabais: ['remise'],
  reduction: ['remise'],
  promo: ['remise'],
  discount: ['off'],
  pourboire: ['don', 'tip'],
  donation: ['tip', 'don'],
  vendeur: ['par'],
  vendeuse: ['par'],
  seller: ['by'],
  somme: ['total'],
  monnaie: ['esp', 'cash'],
  billet: ['esp', 'cash'],
  billets: ['esp', 'cash'],
  coins: ['cash'],
  visa: ['cb', 'card'],
  bleue: ['cb'],
  check: ['cheque'],
  wire: ['transfer'],
  bank: ['transfer'],
  banque: ['vir'],
}

/** Codes of products on sale whose code, alias, key or name resembles the word. */
export function productsLike(vocabulary: Vocabulary, word: string): readonly string[] {
  return nearest(word, productCandidates(vocabulary))
}

/** Products, means of payment and words of the line that resemble the word. */
export function wordsLike(vocabulary: Vocabulary, word: string): readonly string[] {
  const reserved = [...vocabulary.methods.map((each) => each.words), ...Object.values(KEYWORDS)]
  const own = reserved.flat()
  return (
    takenApart(word, own) ??
    nearest(word, [...productCandidates(vocabulary), ...own.map(asItIs)], SYNONYMS)
  )
}

/** Words for means of payment that resemble the word. */
export function methodsLike(vocabulary: Vocabulary, word: string): readonly string[] {
  const own = vocabulary.methods.flatMap((each) => each.words)
  return takenApart(word, own) ?? nearest(word, own.map(asItIs), SYNONYMS)
}

const asItIs = (spelling: string): Candidate => ({ spelling, answer: spelling })

/** `esp20` is `esp 20` typed in a hurry. */
function takenApart(word: string, known: readonly string[]): readonly string[] | undefined {
  const [, letters = '', amount = ''] = /^(\D+)(\d.*)$/.exec(word) ?? []
  return known.includes(foldWord(letters)) ? [`${letters} ${amount}`] : undefined
}

function productCandidates(vocabulary: Vocabulary): readonly Candidate[] {
  return vocabulary.products
    .filter((product) => !product.retired)
    .flatMap((product) =>
      spellingsOf(product).map(({ spelling }) => ({ spelling, answer: product.code })),
    )
}
