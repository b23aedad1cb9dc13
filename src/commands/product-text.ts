import type { Change, Scalar } from '../domain/journal/event.ts'
import { peopleText } from '../formats/cell-text.ts'
import { jsonRowOf } from '../formats/json.ts'
import { headerText } from '../formats/table.ts'
import { type ColumnKey, column, columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import type { ProductRow } from '../store/queries/product.ts'
import { product as en, type ProductWords } from '../words/en/product.ts'
import { product as fr } from '../words/fr/product.ts'
import { inLanguage, titled } from '../words/said.ts'
import { readerOf } from './output.ts'
import type { Session } from './session.ts'

export const productWords = (session: Session): ProductWords =>
  inLanguage(session.language(), { en, fr })

/** A product in lists; the same columns are imported again. */
export const PRODUCT_COLUMNS = columns(
  'code',
  'name',
  'priceTtc',
  'vatRate',
  'key',
  'kind',
  'aliases',
  'retired',
)

const aliasesText = (product: ProductRow): string | null =>
  product.aliases.length === 0 ? null : product.aliases.join(' ')

export const productRow = (product: ProductRow): Row => ({
  code: product.code,
  name: product.name,
  priceTtc: product.priceCents,
  vatRate: product.vatRatePerMille ?? null,
  key: product.key ?? null,
  kind: product.kind,
  aliases: aliasesText(product),
  retired: product.retired,
})

/** A product for other programs, alone or in a list. */
export const productJson = (product: ProductRow) => ({
  ...jsonRowOf(PRODUCT_COLUMNS, productRow(product)),
  aliases: product.aliases,
})

/** `cookie  Cookie  3,00 €  TVA 5,5 %  touche k` */
export function productLine(session: Session, product: ProductRow): string {
  const words = productWords(session)
  const { code, name, priceCents, vatRatePerMille, key } = product
  const parts = [code, name, session.money(priceCents)]
  if (vatRatePerMille !== undefined)
    parts.push(words.vat(peopleText(column('vatRate'), vatRatePerMille, readerOf(session))))
  if (key !== undefined) parts.push(words.key(key))
  return `${parts.join('  ')}\n`
}

const COLUMN_OF: Readonly<Record<string, ColumnKey>> = {
  name: 'name',
  priceCents: 'priceTtc',
  vatRatePerMille: 'vatRate',
  key: 'key',
  kind: 'kind',
  aliases: 'aliases',
  retired: 'retired',
}

/** `cookie  prix TTC : 2,50 € → 3,00 €` */
export function changeText(session: Session, code: string, change: Change): string {
  const of = column(COLUMN_OF[change.field] ?? 'name')
  const side = (value: Scalar | undefined): string =>
    value === undefined ? productWords(session).none : peopleText(of, value, readerOf(session))
  const language = session.language()
  const sides = `${side(change.from)} → ${side(change.to)}`
  return `${code}  ${titled(headerText(of, language), sides, language)}\n`
}
