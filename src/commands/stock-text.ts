import type { Left } from '../domain/stock/sold-out.ts'
import { leftOf, type ProductStock } from '../domain/stock/stock.ts'
import { term } from '../formats/terminal-text.ts'
import type { StockMove } from '../store/queries/stock.ts'
import { dayText } from '../words/day-text.ts'
import { stock as en, type StockWords } from '../words/en/stock.ts'
import { stock as fr } from '../words/fr/stock.ts'
import { inLanguage, titled } from '../words/said.ts'
import type { Session } from './session.ts'

export const stockWords = (session: Session): StockWords =>
  inLanguage(session.language(), { en, fr })

const PARTS = ['produced', 'found', 'sold', 'given', 'lost'] as const

/** `cookie : 240 fabriqués, 12 vendus, 6 offerts ; il en reste 222` */
export function stockText(session: Session, stock: ProductStock): string {
  const words = stockWords(session)
  const left = leftOf(stock)
  const parts = PARTS.filter((part) => stock[part] !== 0).map((part) =>
    words.moved(part, stock[part]),
  )
  const end =
    left === undefined ? words.notNoted : left < 0 ? words.tooFew(-left) : words.left(left)
  const said = parts.length === 0 ? end : words.both(parts.join(', '), end)
  const marked = stock.soldOut ? ` (${words.soldOut})` : ''
  return `${titled(term(stock.product) + marked, said, session.language())}\n`
}

/** `  17/06/2026  6 offerts  dégustation` */
export function movesText(session: Session, moves: readonly StockMove[]): string {
  const words = stockWords(session)
  return moves
    .map(({ day, reason, quantity, note }) =>
      ['', dayText(day, session.language()), words.moved(reason, quantity), note]
        .filter((part) => part !== undefined)
        .map(term)
        .join('  '),
    )
    .map((line) => `${line}\n`)
    .join('')
}

/** `12 cookie, 3 brownie`: what is counted and lies there still. */
export const unsoldOf = (stocks: Iterable<ProductStock>): readonly Left[] =>
  [...stocks]
    .map((stock) => ({ product: stock.product, left: leftOf(stock) ?? 0 }))
    .filter((each) => each.left > 0)

export const goodsText = (left: readonly Left[]): string =>
  left.map((each) => `${each.left} ${term(each.product)}`).join(', ')
