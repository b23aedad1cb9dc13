import type { Day } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import { allRead, type CellParser, type ImportSpec, type RowCells } from './csv-read.ts'
import {
  amountCell,
  dayCell,
  type PaidPart,
  paymentsCell,
  personCell,
  quantityCell,
  textCell,
  timeCell,
  vatRateCell,
  yesNoCell,
} from './import-cells.ts'

const nameCell = textCell(80)
const codeCell = textCell(32)

/** One row of a file of sales, once every cell is checked; null is blank. Our own exports come in again. */
export type SaleRow = {
  /** Of the file, from 1, for what is refused later. */
  readonly line: number
  readonly date: Day
  /** `HH:MM` or `HH:MM:SS`. */
  readonly time: string
  /** Code, alias or name; null where only `label` and `vatRate` say what was sold. */
  readonly product: string | null
  readonly label: string | null
  /** As it was when it was sold; null for the product's. */
  readonly vatRate: VatRate | null
  readonly quantity: number
  readonly unitPriceTtc: Cents
  /** One means for all, or each with its amount; null where nothing was to pay. */
  readonly payments: readonly PaidPart[] | null
  readonly tip: Cents | null
  /** Rows of one ticket form one sale. */
  readonly ticket: string | null
  readonly seller: string | null
  /** What the line came to after a discount, in exports; else quantity × price. */
  readonly total: Cents | null
  /** In our own exports: the ticket that this gives money back for, all amounts then from 0. */
  readonly refundOf: string | null
}

const plain = <T>(cell: CellParser<T>): CellParser<T> => cell
/** A refund is written below zero. */
const unsigned =
  <T>(cell: CellParser<T>): CellParser<T> =>
  (text) =>
    cell(text.replace(/[-\u2212](?=\d)/g, ''))

type Sold = Pick<SaleRow, 'product' | 'label' | 'vatRate'>

/** A product, or as in our own export of takings from paper a label with its VAT rate. */
function soldIn({ required, optional }: Pick<RowCells, 'required' | 'optional'>): Sold | undefined {
  const vatRate = optional('vatRate', vatRateCell)
  const product = optional('product', nameCell)
  if (vatRate === undefined || product === undefined) return undefined
  if (product !== null) return { product, label: null, vatRate }
  const label = optional('label', nameCell)
  if (label === undefined) return undefined
  if (label !== null && vatRate !== null) return { product, label, vatRate }
  required(label === null ? 'product' : 'vatRate', nameCell)
  return undefined
}

export const SALES_IMPORT: ImportSpec<SaleRow> = {
  columns: ['date', 'time', 'product', 'quantity', 'unitPriceTtc', 'method', 'ticket', 'seller'],
  required: ['date', 'time', 'product', 'quantity', 'unitPriceTtc', 'method'],
  exported: [
    'total',
    'tip',
    'voided',
    'refundOf',
    'cohort',
    'till',
    'venue',
    'line',
    'label',
    'kind',
    'vatRate',
    'vat',
    'ht',
  ],
  row: ({ line, required, optional }) => {
    const date = required('date', dayCell)
    const time = required('time', timeCell)
    const sold = soldIn({ required, optional })
    const refundOf = optional('refundOf', codeCell)
    const given = refundOf === null ? plain : unsigned
    const cells = allRead({
      date,
      time,
      quantity: required('quantity', given(quantityCell)),
      unitPriceTtc: required('unitPriceTtc', amountCell),
      payments: optional('method', given(paymentsCell)),
      ticket: optional('ticket', codeCell),
      seller: optional('seller', personCell),
      total: optional('total', given(amountCell)),
      tip: optional('tip', given(amountCell)),
      refundOf,
    })
    const voided = optional('voided', yesNoCell)
    if (cells === undefined || sold === undefined || voided === undefined) return undefined
    return voided === true ? undefined : { line, ...cells, ...sold }
  },
}
