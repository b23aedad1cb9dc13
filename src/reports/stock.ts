import type { ProductRevenue } from '../domain/closing/product-revenue.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { sumCents, ZERO } from '../domain/kernel/money.ts'
import { marginsOf } from '../domain/stock/margin.ts'
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
function pieceTotals(rows: readonly Omit<Pieces, 'soldOut'>[]) {
  const total = (of: (row: Omit<Pieces, 'soldOut'>) => number): number =>
    rows.reduce((sum, row) => sum + of(row), 0)
  return {
    produced: total((row) => row.produced),
    found: total((row) => row.found),
    sold: total((row) => row.sold),
    given: total((row) => row.given),
    lost: total((row) => row.lost),
    remaining: rows.some((row) => row.remaining !== null)
      ? total((row) => row.remaining ?? 0)
      : null,
  }
}

/** What a report on goods reads: the catalogue, the pieces, what each brought. */
export type GoodsFacts = {
  readonly products: readonly Named[]
  readonly stocks: ReadonlyMap<string, ProductStock>
  readonly revenue: readonly ProductRevenue[]
}

/** Pieces and takings of each product; takings from paper that name none at the end. */
export function goodsReport({ products, stocks, revenue }: GoodsFacts): Report<readonly Row[]> {
  const rows = products.map(({ code, name }) => {
    const sold = revenue.find(({ product }) => product === code)
    return {
      ...stockRow(stocks.get(code) ?? noStock(code)),
      label: name,
      takings: sold?.ttcCents ?? ZERO,
      ht: sold === undefined ? ZERO : (sold.htCents ?? null),
    }
  })
  const others = revenue
    .filter(({ product }) => product === undefined)
    .map(({ label, ttcCents, htCents }) => ({ label, takings: ttcCents, ht: htCents ?? null }))
  const totals = {
    ...pieceTotals(rows),
    takings: sumCents(revenue.map((each) => each.ttcCents)),
    ht: sumCents(revenue.map((each) => each.htCents ?? ZERO)),
  }
  return {
    name: 'stock-and-takings',
    columns: columns(
      'product',
      'label',
      'produced',
      'found',
      'sold',
      'given',
      'lost',
      'remaining',
      'takings',
      'ht',
    ),
    rows: [...rows, ...others],
    ...(rows.length + others.length === 0 ? {} : { totals }),
  }
}

/** Each product of which something was made or sold, with its margin. */
export function marginParts({ products, stocks, revenue }: GoodsFacts, materialsCents: Cents) {
  const goods = products
    .map(({ code, name }) => ({
      name,
      stock: stocks.get(code) ?? noStock(code),
      revenue: revenue.find(({ product }) => product === code),
    }))
    .filter(({ stock, revenue: sold }) => stock.produced > 0 || sold !== undefined)
  const made = goods.map(({ stock, revenue: sold }) => ({
    product: stock.product,
    produced: stock.produced,
    htCents: sold === undefined ? ZERO : sold.htCents,
  }))
  const margins = marginsOf(made, materialsCents)
  return { goods, made, margins }
}

/** The margin of each product; products of which nothing was made or sold are left out. */
export function marginReport(
  { products, stocks, revenue }: GoodsFacts,
  materialsCents: Cents,
): Report<readonly Row[]> {
  const { goods, made, margins } = marginParts({ products, stocks, revenue }, materialsCents)
  const rows = goods.map(({ name, stock }, index) => ({
    product: stock.product,
    label: name,
    produced: stock.produced,
    sold: stock.sold,
    ht: made[index]?.htCents ?? null,
    materials: margins[index]?.materialsCents ?? null,
    unitCost: margins[index]?.unitCostCents ?? null,
    margin: margins[index]?.marginCents ?? null,
  }))
  return {
    name: 'margins',
    columns: columns(
      'product',
      'label',
      'produced',
      'sold',
      'ht',
      'materials',
      'unitCost',
      'margin',
    ),
    rows,
    ...(rows.length === 0 ? {} : { totals: marginTotals(rows) }),
  }
}

type MarginRow = {
  readonly produced: number
  readonly sold: number
  readonly ht: Cents | null
  readonly materials: Cents | null
  readonly margin: Cents | null
}

/** A margin of all is known where each one is. */
const marginTotals = (rows: readonly MarginRow[]) => {
  const isKnown = rows.every(({ margin }) => margin !== null)
  const isMade = rows.some(({ materials }) => materials !== null)
  return {
    produced: rows.reduce((sum, row) => sum + row.produced, 0),
    sold: rows.reduce((sum, row) => sum + row.sold, 0),
    ht: sumCents(rows.map((row) => row.ht ?? ZERO)),
    materials: isMade ? sumCents(rows.map((row) => row.materials ?? ZERO)) : null,
    margin: isKnown ? sumCents(rows.map((row) => row.margin ?? ZERO)) : null,
  }
}
