import { cents } from '../domain/kernel/money.ts'
import { addProduct, HIGHEST_PRICE_CENTS, type NewProduct } from '../domain/products/add.ts'
import { editProduct } from '../domain/products/edit.ts'
import {
  isProductAlias,
  isProductCode,
  isProductKey,
  stemsOf,
  wordsOf,
} from '../domain/products/product-words.ts'
import { type ProductRow as FileRow, PRODUCTS_IMPORT } from '../formats/import-specs.ts'
import { shown } from '../formats/shown.ts'
import { headerText } from '../formats/table.ts'
import { type ColumnKey, column } from '../reports/column.ts'
import { type ProductRow, productsOf } from '../store/queries/product.ts'
import { product as en } from '../words/en/product.ts'
import { product as fr } from '../words/fr/product.ts'
import { inLanguage, type MoneyWriter } from '../words/said.ts'
import { type Importer, type ImportWork, importCommand } from './import-file.ts'
import { contextOf, SALE_WORDS } from './product.ts'
import type { Session } from './session.ts'

/**
 * Products from a file. A row whose product is there with the same values is skipped; one that differs is refused,
 * because an old file must not turn back a price in silence. A blank cell says nothing. The same file twice adds
 * nothing, whatever was changed by hand since.
 */
export const productImport = importCommand((session) => ({
  kind: 'product',
  spec: PRODUCTS_IMPORT,
  begin: (work) => productImporter(session, work),
}))

function productImporter(session: Session, work: ImportWork): Importer<FileRow> {
  const { journal, known } = work
  const { taken: spellings, ...context } = contextOf(session, journal.db)
  const products = new Map(
    productsOf(journal.db, context.cohort).map((product) => [product.code, product]),
  )
  const taken = new Map(spellings)
  return {
    take: (row) => {
      if (known) return work.skipped()
      const typed = productFrom(row, work, session.money)
      if (typed === undefined) return
      const same = products.get(taken.get(stemsOf(typed.code ?? typed.name, SALE_WORDS)) ?? '')
      if (same && isNamed(same, typed)) return skipOrRefuse(same, row, work)
      const added = { ...context, count: products.size, taken }
      const { body } = journal.append('product', addProduct(typed, added))
      const product = rowOf(body)
      for (const { spelling } of wordsOf(product)) {
        taken.set(stemsOf(spelling, SALE_WORDS), product.code)
      }
      if (row.retired === true)
        journal.append('product-edit', editProduct(product, { retired: true }, added))
      products.set(product.code, { ...product, retired: row.retired === true })
      work.added()
    },
  }
}

/** What was found is the row's own product: by its code, or by its name where the row has no code. */
const isNamed = ({ code, name }: ProductRow, typed: NewProduct): boolean =>
  typed.code === undefined
    ? stemsOf(name, SALE_WORDS) === stemsOf(typed.name, SALE_WORDS)
    : code === typed.code

const rowOf = (body: ReturnType<typeof addProduct>): ProductRow => ({
  code: body.code,
  name: body.name,
  priceCents: body.priceCents,
  vatRatePerMille: body.vatRatePerMille,
  key: body.key,
  kind: body.kind,
  aliases: body.aliases ?? [],
  retired: false,
})

/** The row with its code, key and other words checked; `undefined` after a fault. */
function productFrom(row: FileRow, work: ImportWork, money: MoneyWriter): NewProduct | undefined {
  let faulty = false
  const fault = (at: ColumnKey, say: (words: typeof en.imported) => string): void => {
    faulty = true
    work.fault({ line: row.line, column: at }, (language) =>
      say(inLanguage(language, { en, fr }).imported),
    )
  }
  const code = row.code?.toLowerCase()
  const key = row.key?.toLowerCase()
  const aliases = row.aliases === null ? [] : wordsIn(row.aliases)
  if (row.priceTtc > HIGHEST_PRICE_CENTS)
    fault('priceTtc', (words) => words.price(money(cents(HIGHEST_PRICE_CENTS))))
  if (code !== undefined && !isProductCode(code)) fault('code', (words) => words.code(shown(code)))
  if (key !== undefined && !isProductKey(key)) fault('key', (words) => words.key(shown(key)))
  const odd = aliases.find((alias) => !isProductAlias(alias))
  if (odd !== undefined) fault('aliases', (words) => words.alias(shown(odd)))
  if (faulty) return undefined
  const { name, priceTtc, vatRate, kind } = row
  return {
    name,
    priceCents: priceTtc,
    code,
    vatRatePerMille: vatRate ?? undefined,
    key,
    kind: kind ?? undefined,
    aliases,
  }
}

/** A product that is there: nothing to do, or a fault that names what differs. */
function skipOrRefuse(product: ProductRow, row: FileRow, work: ImportWork): void {
  const differing = differences(product, row)
  if (differing.length === 0) return work.skipped()
  work.fault({ line: row.line }, (language) => {
    const fields = differing.map((key) => headerText(column(key), language)).join(', ')
    return inLanguage(language, { en, fr }).imported.differs(product.code, fields)
  })
}

/** The columns that the row fills in otherwise than the product has them. */
function differences(product: ProductRow, row: FileRow): readonly ColumnKey[] {
  const aliases = row.aliases === null ? product.aliases : wordsIn(row.aliases)
  const same: readonly (readonly [ColumnKey, boolean])[] = [
    ['name', product.name === row.name],
    ['priceTtc', product.priceCents === row.priceTtc],
    ['vatRate', row.vatRate === null || product.vatRatePerMille === row.vatRate],
    ['key', row.key === null || product.key === row.key.toLowerCase()],
    ['kind', row.kind === null || product.kind === row.kind],
    ['aliases', aliases.toSorted().join(' ') === product.aliases.toSorted().join(' ')],
    ['retired', row.retired === null || product.retired === row.retired],
  ]
  return same.filter(([, isSame]) => !isSame).map(([key]) => key)
}

/** `brun, Petit`: by blanks or commas, without case. */
const wordsIn = (aliases: string): readonly string[] =>
  aliases
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
