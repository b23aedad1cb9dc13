import type { StockRefusal } from '../../domain/stock/refusal.ts'
import type { WordsFor } from '../said.ts'

export const stockRefusals: WordsFor<StockRefusal> = {
  'sold-out': ({ product, asked, left, marked, line, at }) => ({
    message:
      (at === undefined ? '' : `line ${at}: `) +
      (marked || left === undefined || left <= 0
        ? `${product} is sold out`
        : `only ${left} ${product} left, not ${asked}`),
    hint: `if it is there all the same: ${line === undefined || at !== undefined ? 'the same with --anyway' : `flashcoop sell ${line} --anyway`}; ${
      marked
        ? `to put it back: flashcoop product stock ${product} --back`
        : left !== undefined && left < 0
          ? `to put the count right, count them: flashcoop product stock ${product} --left 12`
          : `to note what was made: flashcoop product stock ${product} +24`
    }`,
  }),
  'sold-out-already': ({ product }) => ({
    message: `${product} is marked sold out already`,
    hint: `to put it back on sale: flashcoop product stock ${product} --back`,
  }),
  'not-sold-out': ({ product }) => ({
    message: `${product} is not marked sold out`,
    hint: `see what is left: flashcoop product stock ${product}`,
  }),
  'stock-not-produced': ({ product, left }) => ({
    message: `nobody noted how many ${product} were made: counting ${left} does not tell what is missing`,
    hint: `say first what was made: flashcoop product stock ${product} +240`,
  }),
}
