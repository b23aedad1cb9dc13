import type { Instant } from '../domain/kernel/instant.ts'
import { type Cents, cents } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import type { ColumnKey } from '../reports/column.ts'
import type { Word } from '../reports/vocabulary.ts'
import { type ImportColumns, titlesOf } from './csv-header.ts'
import { allRead, type CellParser, type ImportSpec, type RowCells } from './csv-read.ts'
import { firstRecord } from './csv-records.ts'
import type { CsvSource } from './csv-source.ts'
import { quantityCell, textCell, timeCell, vatRateCell, wordCell } from './import-cells.ts'
import { euroCell, instantWritten, momentCell, terminalAmountCell } from './terminal-cells.ts'
import { foldedWords } from './vocabulary-words.ts'

/** One row of a card terminal's export. Card numbers are read nowhere. */
export type TerminalRow = {
  /** Of the file, from 1. */
  readonly line: number
  readonly transaction: string
  readonly type: Word<'transaction'>
  readonly status: Word<'transactionStatus'>
  readonly method: Word<'terminalMethod'>
  readonly at: Instant
  /** From 0: what the row comes to, VAT and discount in it. */
  readonly totalCents: Cents
  readonly tipCents: Cents
  readonly feeCents: Cents
  readonly quantity: number
  readonly label: string | null
  readonly vatRate: VatRate | null
  readonly refundOf: string | null
}

const COLUMNS = [
  'date',
  'time',
  'transaction',
  'transactionType',
  'transactionStatus',
  'terminalMethod',
  'quantity',
  'label',
  'currency',
  'total',
  'vatRate',
  'tip',
  'fee',
  'refundOf',
] as const satisfies readonly ColumnKey[]

/**
 * The titles that terminals give them, the surest first. The English ones are those that exports of SumUp (sales,
 * transactions) and Zettle (receipts) have; the French ones are what those mean.
 */
const TITLES: NonNullable<ImportColumns['titles']> = {
  date: ['Date', 'Date and time', 'Timestamp', 'Date de la transaction', 'Date et heure'],
  time: ['Time', 'Heure'],
  transaction: [
    'Transaction ID',
    'Transaction code',
    'Receipt number',
    'ID de transaction',
    'Identifiant de la transaction',
    'Numéro de transaction',
    'Numéro de reçu',
    'N° de reçu',
  ],
  transactionType: ['Transaction type', 'Type', 'Event type', 'Type de transaction'],
  transactionStatus: ['Status', 'Statut', 'État'],
  terminalMethod: [
    'Payment method',
    'Mode de paiement',
    'Moyen de paiement',
    'Méthode de paiement',
  ],
  quantity: ['Quantity', 'Quantité'],
  label: [
    'Product name',
    'Description',
    'Name',
    'Product',
    'Produit',
    'Article',
    'Désignation',
    'Nom',
  ],
  currency: ['Currency', 'Devise', 'Monnaie'],
  total: [
    'Price (Gross)',
    'Line total',
    'Total',
    'Amount',
    'Prix (brut)',
    'Prix (TTC)',
    'Prix TTC',
    'Montant TTC',
    'Montant',
  ],
  vatRate: ['Tax rate', 'VAT rate', 'Taux de TVA', 'Taux de taxe', 'Taux TVA'],
  tip: ['Tip', 'Tip amount', 'Gratuity', 'Pourboire'],
  fee: ['Fee', 'Fees', 'Commission', 'Frais'],
  refundOf: ['Transaction refunded', 'Refund of', 'Transaction remboursée'],
}

const TAKEN: ImportColumns = {
  columns: COLUMNS,
  required: ['date', 'transaction', 'total'],
  exported: [],
  titles: TITLES,
  foreign: true,
}

/** What the header of a terminal's export tells of its rows. */
export type TerminalFile = {
  /** A row for each thing sold, so that rows of one transaction belong together. */
  readonly itemised: boolean
}

const folded = (titles: readonly string[] | undefined): readonly string[] =>
  (titles ?? []).map(foldedWords)

/** Whether the header is a card terminal's: it names transactions or receipts, as no file of our own does. */
export function terminalFile(source: CsvSource): TerminalFile | undefined {
  const top = firstRecord(source, { byte: source.start, line: 1 })
  const titles = top === undefined ? [] : titlesOf(top, TAKEN).map(foldedWords)
  const has = (key: ColumnKey): boolean =>
    folded(TITLES[key]).some((title) => titles.includes(title))
  if (!has('transaction') || !(has('date') || has('total') || has('transactionStatus')))
    return undefined
  return { itemised: has('quantity') }
}

const codeCell = textCell(64)
const labelCell = textCell(80)
const typeCell = wordCell('transaction')
const statusCell = wordCell('transactionStatus')
const methodCell = wordCell('terminalMethod')

/** A line of something given away has no rate, which some write as a dash. */
const rateCell: CellParser<VatRate | null> = (text) =>
  /^[-–—]$/.test(text.trim()) ? { ok: true, value: null } : vatRateCell(text)

export const TERMINAL_IMPORT: ImportSpec<TerminalRow> = { ...TAKEN, row: rowOf }

type Known = Omit<TerminalRow, 'at' | 'totalCents' | 'type'>

function rowOf(cells: RowCells): TerminalRow | undefined {
  const kept = keptCells(cells)
  const type = cells.optional('transactionType', typeCell)
  const at = whenOf(cells)
  const total = cells.required('total', terminalAmountCell)
  if (kept === undefined || type === undefined || at === undefined || total === undefined)
    return undefined
  if (total < 0 && (type === 'sale' || type === 'payout')) {
    cells.required('total', (text) => ({ ok: false, fault: { code: 'negative', text } }))
    return undefined
  }
  const isBack = total < 0
  return {
    ...kept,
    type: type ?? (isBack ? 'refund' : 'sale'),
    at,
    totalCents: cents(Math.abs(total)),
  }
}

function keptCells({ line, required, optional }: RowCells): Known | undefined {
  const read = allRead({
    transaction: required('transaction', codeCell),
    status: optional('transactionStatus', statusCell),
    method: optional('terminalMethod', methodCell),
    quantity: optional('quantity', quantityCell),
    label: optional('label', labelCell),
    currency: optional('currency', euroCell),
    vatRate: optional('vatRate', rateCell),
    tip: optional('tip', terminalAmountCell),
    fee: optional('fee', terminalAmountCell),
    refundOf: optional('refundOf', codeCell),
  })
  return (
    read && {
      line,
      transaction: read.transaction,
      status: read.status ?? 'successful',
      method: read.method ?? 'card',
      quantity: read.quantity ?? 1,
      label: read.label,
      vatRate: read.vatRate,
      tipCents: cents(Math.abs(read.tip ?? 0)),
      feeCents: cents(Math.abs(read.fee ?? 0)),
      refundOf: read.refundOf,
    }
  )
}

/** Days and times in one cell or in two. */
function whenOf({ required, optional }: RowCells): Instant | undefined {
  const written = required('date', momentCell)
  const beside = optional('time', timeCell)
  if (written === undefined || beside === undefined) return undefined
  const at = instantWritten(written, beside ?? undefined)
  if (at !== undefined) return at
  const column = beside === null ? 'date' : 'time'
  required(column, (text) => ({ ok: false, fault: { code: 'not-a-time', text } }))
  return undefined
}
