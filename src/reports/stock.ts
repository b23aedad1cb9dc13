import { leftOf, noStock, type ProductStock } from '../domain/stock/stock.ts'
import { columns } from './column.ts'
import type { Report, Row } from './report.ts'

type Named = { readonly code: string; readonly name: string }

const COLUMNS = columns(
  'product',
  'produced',
  'found',
  'sold',
  'given',
  'lost',
  'remaining',
  'soldOut',
)

/** Pieces of one product; what is left is null where nobody noted what was made. */
export const stockRow = ({
  product,
  produced,
  found,
  sold,
  given,
  lost,
  soldOut,
}: ProductStock) => ({
  product,
  produced,
  found,
  sold,
  given,
  lost,
  remaining: leftOf({ product, produced, found, sold, given, lost, soldOut }) ?? null,
  soldOut,
})

/** Every product's pieces, those of which nothing was noted or sold too. */
export function stockReport(
  products: readonly Named[],
  stocks: ReadonlyMap<string, ProductStock>,
): Report<readonly Row[]> {
  const rows = products.map(({ code }) => stockRow(stocks.get(code) ?? noStock(code)))
  return {
    name: 'stock',
    columns: COLUMNS,
    rows,
    ...(rows.length === 0 ? {} : { totals: pieceTotals(rows) }),
  }
}

type Pieces = ReturnType<typeof stockRow>

/** Of what is left only the products that are counted. */
export function pieceTotals(rows: readonly Omit<Pieces, 'soldOut'>[]) {
  const total = (of: (row: Omit<Pieces, 'soldOut'>) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0)
  return {
    produced: total((row) => row.produced),
    found: total((row) => row.found),
    sold: total((row) => row.sold),
    given: total((row) => row.given),
    lost: total((row) => row.lost),
    remaining: total((row) => row.remaining ?? 0),
  }
}
