import type { ProductRefusal } from '../../domain/products/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

const PARTS = { code: 'code', key: 'key', alias: 'other name', name: 'name' } as const
const TYPE_ANOTHER = {
  code: 'choose another with --code',
  key: 'choose another letter with --key',
  alias: 'choose another word with --alias',
  name: 'choose another name',
} as const

export const productRefusals: WordsFor<ProductRefusal> = {
  'unknown-product': (facts) => ({
    message: `there is no product ${facts.product}`,
    hint: didYouMean(facts.near, 'see them with flashcoop product list'),
  }),
  'product-exists': (facts) => ({
    message: `product ${facts.product} exists already`,
    hint: `see it with flashcoop product show ${facts.product}, or give another ${facts.sameName ? 'name' : '--code'}`,
  }),
  'product-word-taken': (facts) => ({
    message: `${PARTS[facts.part]} ${facts.word}: product ${facts.product} is called so already`,
    hint: `${TYPE_ANOTHER[facts.part]}; see flashcoop product show ${facts.product}`,
  }),
  'product-word-reserved': (facts) => ({
    message: `${PARTS[facts.part]} ${facts.word}: the sale line keeps this word for itself`,
    hint: TYPE_ANOTHER[facts.part],
  }),
  'product-unchanged': (facts) => ({
    message: `product ${facts.product} is like that already`,
    hint: `see it with flashcoop product show ${facts.product}`,
  }),
  'product-retired': (facts) => ({
    message: `product ${facts.product} is retired already`,
    hint: `put it back on sale with flashcoop product edit ${facts.product} --restore`,
  }),
  'product-on-sale': (facts) => ({
    message: `product ${facts.product} is on sale already`,
    hint: `see it with flashcoop product show ${facts.product}`,
  }),
  'too-many-products': (facts) => ({
    message: `a cohort has at most ${facts.limit} products`,
    hint: 'change one that is no longer sold with flashcoop product edit',
  }),
}
