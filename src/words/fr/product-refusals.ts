import type { ProductRefusal } from '../../domain/products/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

const PARTS = { code: 'le code', key: 'la touche', alias: 'le mot', name: 'le nom' } as const
const TYPE_ANOTHER = {
  code: 'choisissez-en un autre avec --code',
  key: 'choisissez une autre lettre avec --key',
  alias: 'choisissez un autre mot avec --alias',
  name: 'choisissez un autre nom',
} as const

export const productRefusals: WordsFor<ProductRefusal> = {
  'unknown-product': (facts) => ({
    message: `il n’y a pas de produit ${facts.product}`,
    hint: didYouMean(facts.near, 'voyez-les avec flashcoop produit list'),
  }),
  'product-exists': (facts) => ({
    message: `le produit ${facts.product} existe déjà`,
    hint: `regardez-le avec flashcoop produit show ${facts.product}, ou donnez un autre ${facts.sameName ? 'nom' : '--code'}`,
  }),
  'product-word-taken': (facts) => ({
    message: `${PARTS[facts.part]} ${facts.word} désigne déjà le produit ${facts.product}`,
    hint: `${TYPE_ANOTHER[facts.part]} ; voyez flashcoop produit show ${facts.product}`,
  }),
  'product-word-reserved': (facts) => ({
    message: `${PARTS[facts.part]} ${facts.word} a déjà un sens dans une vente`,
    hint: TYPE_ANOTHER[facts.part],
  }),
  'product-unchanged': (facts) => ({
    message: `le produit ${facts.product} est déjà ainsi : rien à changer`,
    hint: `regardez-le avec flashcoop produit show ${facts.product}`,
  }),
  'product-retired': (facts) => ({
    message: `le produit ${facts.product} est déjà retiré`,
    hint: `remettez-le en vente : flashcoop produit edit ${facts.product} --restore`,
  }),
  'product-on-sale': (facts) => ({
    message: `le produit ${facts.product} est déjà en vente`,
    hint: `regardez-le avec flashcoop produit show ${facts.product}`,
  }),
  'too-many-products': (facts) => ({
    message: `une cohorte a ${facts.limit} produits au plus`,
    hint: 'changez un produit qui ne se vend plus avec flashcoop produit edit',
  }),
}
