import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import type { ProductStock, StockReason } from '../../domain/stock/stock.ts'
import { all, type Db, first, flagOf, integerOf, optionalText, type Row, textOf } from '../sql.ts'

const COLUMNS = 'product, produced, found, sold, given, lost, sold_out'

/** One product's pieces, by one row of a key; undefined where nothing of it was noted or sold. On the way of every sale. */
export function stockOf(db: Db, cohort: string, product: string): ProductStock | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM product_stock WHERE cohort = ? AND product = ?`, [
    cohort,
    product,
  ])
  return row === undefined ? undefined : stockIn(row)
}

/** Of a cohort's products that something was noted of or sold of, by code. */
export const stocksOf = (db: Db, cohort: string): ReadonlyMap<string, ProductStock> =>
  new Map(
    all(db, `SELECT ${COLUMNS} FROM product_stock WHERE cohort = ? ORDER BY product`, [cohort])
      .map(stockIn)
      .map((stock) => [stock.product, stock]),
  )

const stockIn = (row: Row): ProductStock => ({
  product: textOf(row, 'product'),
  produced: integerOf(row, 'produced'),
  found: integerOf(row, 'found'),
  sold: integerOf(row, 'sold'),
  given: integerOf(row, 'given'),
  lost: integerOf(row, 'lost'),
  soldOut: flagOf(row, 'sold_out'),
})

/** Pieces that came or went without a sale. */
export type StockMove = {
  readonly day: Day
  readonly reason: StockReason
  readonly quantity: number
  readonly note: string | undefined
}

/** What was noted of a product, the oldest first. */
export const stockMovesOf = (db: Db, cohort: string, product: string): readonly StockMove[] =>
  all(
    db,
    `SELECT day, reason, quantity, note FROM stock_move WHERE cohort = ? AND product = ?
     ORDER BY day, stall, seq`,
    [cohort, product],
  ).map((row) => ({
    day: day(textOf(row, 'day')),
    reason: reasonOf(textOf(row, 'reason')),
    quantity: integerOf(row, 'quantity'),
    note: optionalText(row, 'note'),
  }))

const REASONS: readonly StockReason[] = ['produced', 'given', 'lost', 'found']

function reasonOf(text: string): StockReason {
  const reason = REASONS.find((each) => each === text)
  if (reason === undefined) throw new Defect(`${text} is no reason of a move of stock`)
  return reason
}
