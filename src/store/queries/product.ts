import type { ProductKind } from '../../domain/journal/event.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { type VatRate, vatRate } from '../../domain/kernel/rate.ts'
import type { CatalogueProduct } from '../../domain/sales/pricing.ts'
import {
  all,
  type Db,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'

export type ProductRow = {
  readonly code: string
  readonly name: string
  /** VAT included. */
  readonly priceCents: Cents
  /** Undefined while nobody has said it. */
  readonly vatRatePerMille: VatRate | undefined
  readonly key: string | undefined
  readonly kind: ProductKind
  readonly retired: boolean
  /** Other words for it, by code unit. */
  readonly aliases: readonly string[]
}

/** What a sale needs of the products: their words (retired ones too, to say so), and by code what they cost. */
export type Catalogue = {
  readonly products: readonly ProductRow[]
  readonly byCode: ReadonlyMap<string, CatalogueProduct>
}

/** Every product of a cohort, retired ones too, by code. Two range reads; on the way of every sale. */
export function productsOf(db: Db, cohort: string): readonly ProductRow[] {
  const aliases = aliasesOf(db, cohort)
  return all(
    db,
    `SELECT code, name, price_cents, vat_rate_per_mille, key, kind, retired
     FROM product WHERE cohort = ? ORDER BY code`,
    [cohort],
  ).map((row) => productOf(row, aliases))
}

export function catalogueOf(db: Db, cohort: string): Catalogue {
  const products = productsOf(db, cohort)
  const byCode = new Map(
    products.map(({ code, name, priceCents, vatRatePerMille, kind }) => [
      code,
      { code, label: name, priceCents, vatRatePerMille, kind },
    ]),
  )
  return { products, byCode }
}

function aliasesOf(db: Db, cohort: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const rows = all(
    db,
    'SELECT alias, product FROM product_alias WHERE cohort = ? ORDER BY cohort, alias',
    [cohort],
  )
  for (const row of rows) {
    const product = textOf(row, 'product')
    const known = found.get(product)
    if (known) known.push(textOf(row, 'alias'))
    else found.set(product, [textOf(row, 'alias')])
  }
  return found
}

function productOf(row: Row, aliases: ReadonlyMap<string, readonly string[]>): ProductRow {
  const code = textOf(row, 'code')
  const rate = optionalInteger(row, 'vat_rate_per_mille')
  return {
    code,
    name: textOf(row, 'name'),
    priceCents: cents(integerOf(row, 'price_cents')),
    vatRatePerMille: rate === undefined ? undefined : vatRate(rate),
    key: optionalText(row, 'key'),
    kind: textOf(row, 'kind') === 'service' ? 'service' : 'goods',
    retired: flagOf(row, 'retired'),
    aliases: aliases.get(code) ?? NONE,
  }
}

const NONE: readonly string[] = []

/** How many lines of the product were sold without a VAT rate and still wait for it. */
export function linesWithoutRate(db: Db, cohort: string, product: string): number {
  const row = first(
    db,
    `SELECT count(*) AS lines FROM sale_line
       JOIN sale ON sale.stall = sale_line.stall AND sale.number = sale_line.number
     WHERE vat_rate_per_mille IS NULL AND product = ? AND sale.cohort = ?`,
    [product, cohort],
  )
  return row === undefined ? 0 : integerOf(row, 'lines')
}
