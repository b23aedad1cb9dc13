import { compareText } from '../domain/kernel/allocation.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { KEYWORDS, PROMPT_WORDS } from '../domain/sales/sale-words.ts'
import { spellingsOf, type Vocabulary } from './lexicon.ts'

/** What the word under the cursor may become, and the part of it that is typed already. */
export type Completion = { readonly words: readonly string[]; readonly typed: string }

/**
 * Completes the last word of a line: products on sale by code, alias, key or name of one word, means of payment, the
 * line's own words, and at its beginning those of the prompt. Ignores case and accents; `2xcoo` completes `coo`.
 */
export function completionOf(line: string, vocabulary: Vocabulary): Completion {
  const last = /\S*$/.exec(line)?.[0] ?? ''
  const isFirst = line.trim() === last
  const typed = last.replace(/^\d+[xX]?/, '')
  const isGlued = typed !== last
  const wanted = foldWord(typed)
  const fits = (word: string): boolean => foldWord(word).startsWith(wanted) && !/\s/.test(word)
  const products = vocabulary.products
    .filter((product) => !product.retired)
    .flatMap((product) =>
      bestSpelling(
        spellingsOf(product).map((each) => each.spelling),
        fits,
      ),
    )
  const others = isGlued ? [] : [...lineWords(vocabulary), ...(isFirst ? promptWords() : [])]
  const words = [...products, ...others.filter((word) => wanted !== '' && fits(word))]
  return { words: [...new Set(words)].toSorted(compareText), typed }
}

/** One spelling a product is enough: its code where that fits. */
function bestSpelling(
  spellings: readonly string[],
  fits: (word: string) => boolean,
): readonly string[] {
  const found = spellings.find(fits)
  return found === undefined ? [] : [found]
}

const lineWords = ({ methods }: Vocabulary): readonly string[] => [
  ...methods.flatMap((each) => each.words),
  ...Object.values(KEYWORDS).flat(),
]

const promptWords = (): readonly string[] => Object.values(PROMPT_WORDS).flat()
