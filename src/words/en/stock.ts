import type { StockReason } from '../../domain/stock/stock.ts'
import type { Translated } from '../said.ts'

const MOVED: { readonly [R in StockReason | 'sold']: string } = {
  produced: 'produced',
  found: 'found',
  sold: 'sold',
  given: 'given away',
  lost: 'lost',
}

export const stock = {
  moved: (reason: StockReason | 'sold', count: number) => `${count} ${MOVED[reason]}`,
  both: (pieces: string, left: string) => `${pieces}; ${left}`,
  left: (count: number) => `${count} left`,
  tooFew: (count: number) =>
    `${count} more went out than came in: note what was made, or count with --left`,
  notNoted: 'nobody noted what was made',
  soldOut: 'sold out',
  counted: (counted: number, left: number) => `counted ${counted}, expected ${left}`,
  exact: (counted: number) => `counted ${counted}: that is right`,
  back: (product: string) => `${product} is back on sale\n`,
  stillMarked: (line: string) => `it is still marked sold out; to sell it again: ${line}\n`,
  toSellAgain: {
    command: (product: string) => `flashcoop product stock ${product} --back`,
    prompt: (product: string) => `soldout ${product} no`,
  },
  empty: 'no stock noted yet\n',
  nothing: 'nothing is counted yet: stock cookie +24\n',
  unsold: (goods: string) => `not sold: ${goods}\n`,
  countThem: (command: string) => `count them, what is missing is lost: ${command}\n`,
  next: {
    explain: (product: string) => `flashcoop explain margin:${product}`,
    made: (product: string) => `flashcoop product stock ${product} +240`,
    count: (product: string, left: number) => `flashcoop product stock ${product} --left ${left}`,
  },
  promptForms: 'type: stock   stock cookie +24   soldout cookie   soldout cookie no',
  anyway: (line: string) => `if it is there all the same, type the line with ! in front: ! ${line}`,
  takings:
    'excl. VAT: each rate’s VAT as the income statement has it, split by what each product took\n',
  noRate: (products: string) => `no VAT rate yet, so no figure excl. VAT: ${products}\n`,
  estimate: (cost: string, pieces: number) =>
    `estimate: ${cost} of purchases and packaging, the same for each of the ${pieces} pieces made; other costs, contribution and insurance are not in it\n`,
  noPieces: 'nobody noted what was made: a margin by product needs it\n',
  notMade: (products: string) => `without a margin, for nobody noted what was made: ${products}\n`,
}
export type StockWords = Translated<typeof stock>
