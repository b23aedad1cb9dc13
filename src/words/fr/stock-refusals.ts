import type { StockRefusal } from '../../domain/stock/refusal.ts'
import type { WordsFor } from '../said.ts'

export const stockRefusals: WordsFor<StockRefusal> = {
  'sold-out': ({ product, asked, left, marked, line, at }) => ({
    message:
      (at === undefined ? '' : `ligne ${at} : `) +
      (marked || left === undefined || left <= 0
        ? `${product} est épuisé`
        : `il ne reste que ${left} ${product}, pas ${asked}`),
    hint: `s’il y en a quand même : ${line === undefined || at !== undefined ? 'la même chose avec --anyway' : `flashcoop sell ${line} --anyway`} ; ${
      marked
        ? `pour le remettre en vente : flashcoop produit stock ${product} --back`
        : left !== undefined && left < 0
          ? `pour remettre le compte juste, comptez-les : flashcoop produit stock ${product} --left 12`
          : `pour noter ce qui a été fait : flashcoop produit stock ${product} +24`
    }`,
  }),
  'sold-out-already': ({ product }) => ({
    message: `${product} est déjà marqué épuisé`,
    hint: `pour le remettre en vente : flashcoop produit stock ${product} --back`,
  }),
  'not-sold-out': ({ product }) => ({
    message: `${product} n’est pas marqué épuisé`,
    hint: `voyez ce qui reste : flashcoop produit stock ${product}`,
  }),
  'stock-not-produced': ({ product, left }) => ({
    message: `personne n’a noté combien de ${product} ont été faits : en compter ${left} ne dit pas ce qui manque`,
    hint: `dites d’abord ce qui a été fait : flashcoop produit stock ${product} +240`,
  }),
}
