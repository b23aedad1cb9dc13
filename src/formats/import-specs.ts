import type { CostCategory } from '../domain/costs/category.ts'
import type { AttendanceStatus, Half, ProductKind } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import type { Indicators, PayableReason } from '../domain/participants/indicators.ts'
import type { Word } from '../reports/vocabulary.ts'
import type { CellParser, ImportSpec, RowCells } from './csv-read.ts'
import {
  amountCell,
  birthYearCell,
  dayCell,
  type PaidPart,
  payerCell,
  paymentsCell,
  personCell,
  quantityCell,
  textCell,
  timeCell,
  vatRateCell,
  wholeNumberCell,
  wordCell,
  yesNoCell,
} from './import-cells.ts'

/**
 * What imports take, and a row once every cell is checked (null is blank). Our own exports re-import: their other
 * columns are let pass, and a row that they mark as voided is left out.
 */
type Line = {
  /** Of the file, from 1, for what is refused later. */
  readonly line: number
}

const nameCell = textCell(80)
const codeCell = textCell(32)

export type SaleRow = Line & {
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
    const quantity = required('quantity', given(quantityCell))
    const unitPriceTtc = required('unitPriceTtc', amountCell)
    const payments = optional('method', given(paymentsCell))
    const ticket = optional('ticket', codeCell)
    const seller = optional('seller', personCell)
    const total = optional('total', given(amountCell))
    const tip = optional('tip', given(amountCell))
    const voided = optional('voided', yesNoCell)
    if (date === undefined || time === undefined || sold === undefined) return undefined
    if (quantity === undefined || unitPriceTtc === undefined || payments === undefined)
      return undefined
    if (tip === undefined || refundOf === undefined) return undefined
    if (ticket === undefined || seller === undefined || total === undefined) return undefined
    if (voided === undefined || voided === true) return undefined
    return {
      line,
      date,
      time,
      ...sold,
      quantity,
      unitPriceTtc,
      payments,
      ticket,
      seller,
      total,
      tip,
      refundOf,
    }
  },
}

const categoryCell = wordCell('category')
const chargeCell = wordCell('charge')

export type CostRow = Line & {
  readonly date: Day
  readonly label: string
  readonly category: CostCategory
  readonly amountTtc: Cents
  /** Null: the category's usual rate, where it has one. */
  readonly vatRate: VatRate | null
  readonly supplier: string | null
  /** `cae`, `till` or somebody's code. */
  readonly paidBy: string | null
  readonly chargedTo: Word<'charge'> | null
  readonly voucher: string | null
}

export const COSTS_IMPORT: ImportSpec<CostRow> = {
  columns: [
    'date',
    'label',
    'category',
    'amountTtc',
    'vatRate',
    'supplier',
    'paidBy',
    'chargedTo',
    'voucher',
  ],
  required: ['date', 'label', 'category', 'amountTtc'],
  exported: ['voided', 'cohort', 'number', 'account', 'inContributionBase', 'vat', 'ht', 'reason'],
  row: ({ line, required, optional }) => {
    const date = required('date', dayCell)
    const label = required('label', nameCell)
    const category = required('category', categoryCell)
    const amountTtc = required('amountTtc', amountCell)
    const vatRate = optional('vatRate', vatRateCell)
    const supplier = optional('supplier', nameCell)
    const paidBy = optional('paidBy', payerCell)
    const chargedTo = optional('chargedTo', chargeCell)
    const voucher = optional('voucher', codeCell)
    const voided = optional('voided', yesNoCell)
    if (date === undefined || label === undefined || category === undefined) return undefined
    if (amountTtc === undefined || vatRate === undefined || supplier === undefined) return undefined
    if (paidBy === undefined || chargedTo === undefined || voucher === undefined) return undefined
    if (voided === undefined || voided === true) return undefined
    return { line, date, label, category, amountTtc, vatRate, supplier, paidBy, chargedTo, voucher }
  },
}

const kindCell = wordCell('kind')
const keyCell = textCell(8)
const aliasesCell = textCell(400)

export type ProductRow = Line & {
  readonly code: string | null
  readonly name: string
  readonly priceTtc: Cents
  readonly vatRate: VatRate | null
  readonly key: string | null
  readonly kind: ProductKind | null
  /** Other words for it, separated by blanks, in exports. */
  readonly aliases: string | null
  readonly retired: boolean | null
}

export const PRODUCTS_IMPORT: ImportSpec<ProductRow> = {
  columns: ['code', 'name', 'priceTtc', 'vatRate', 'key', 'kind'],
  required: ['name', 'priceTtc'],
  exported: ['cohort', 'aliases', 'retired', 'quantity', 'takings'],
  row: ({ line, required, optional }) => {
    const code = optional('code', codeCell)
    const name = required('name', nameCell)
    const priceTtc = required('priceTtc', amountCell)
    const vatRate = optional('vatRate', vatRateCell)
    const key = optional('key', keyCell)
    const kind = optional('kind', kindCell)
    const aliases = optional('aliases', aliasesCell)
    const retired = optional('retired', yesNoCell)
    if (code === undefined || name === undefined || priceTtc === undefined) return undefined
    if (vatRate === undefined || key === undefined || kind === undefined) return undefined
    if (aliases === undefined || retired === undefined) return undefined
    return { line, code, name, priceTtc, vatRate, key, kind, aliases, retired }
  },
}

const halfCell = wordCell('half')
const statusCell = wordCell('attendance')
const minutesCell = wholeNumberCell(0, 720)
const absenceCell = wordCell('absence')

export type AttendanceRow = Line & {
  readonly date: Day
  readonly half: Half
  readonly participant: string
  readonly status: AttendanceStatus
  readonly minutes: number | null
  readonly reason: Word<'absence'> | null
  readonly sheet: string | null
}

export const ATTENDANCE_IMPORT: ImportSpec<AttendanceRow> = {
  columns: ['date', 'half', 'participant', 'status', 'minutes', 'reason'],
  required: ['date', 'half', 'participant', 'status'],
  exported: ['sheet', 'cohort', 'name', 'dayLabel', 'weekday'],
  row: ({ line, required, optional }) => {
    const date = required('date', dayCell)
    const half = required('half', halfCell)
    const participant = required('participant', personCell)
    const status = required('status', statusCell)
    const minutes = optional('minutes', minutesCell)
    const reason = optional('reason', absenceCell)
    const sheet = optional('sheet', codeCell)
    if (date === undefined || half === undefined || participant === undefined) return undefined
    if (status === undefined || minutes === undefined || reason === undefined) return undefined
    if (sheet === undefined) return undefined
    return { line, date, half, participant, status, minutes, reason, sheet }
  },
}

const payableReasonCell = wordCell('payableReason')
const sexCell = wordCell('sex')
const territoryCell = wordCell('territory')
const schoolingCell = wordCell('schooling')
const situationCell = wordCell('situation')
const projectIdeaCell = wordCell('projectIdea')
const publicTypeCell = wordCell('publicType')
const imageRightCell = wordCell('imageRight')

/** What a file says of one person; null where it says nothing. */
export type ParticipantRow = Line & {
  readonly code: string | null
  readonly name: string
  readonly contractSigned: Day | null
  readonly payable: boolean | null
  readonly payableReason: PayableReason | null
  readonly joined: Day | null
  readonly left: Day | null
  readonly indicators: { readonly [F in keyof Indicators]-?: NonNullable<Indicators[F]> | null }
}

export const PARTICIPANTS_IMPORT: ImportSpec<ParticipantRow> = {
  required: ['name'],
  columns: [
    'code',
    'name',
    'contractSigned',
    'payable',
    'payableReason',
    'sex',
    'birthYear',
    'territory',
    'schooling',
    'status',
    'prescriber',
  ],
  exported: [
    'joined',
    'left',
    'projectIdea',
    'publicType',
    'imageRight',
    'cohort',
    'halfDays',
    'weight',
    'share',
  ],
  row: (cells) => {
    const { line, required, optional } = cells
    const code = optional('code', personCell)
    const name = required('name', nameCell)
    const contractSigned = optional('contractSigned', dayCell)
    const payable = optional('payable', yesNoCell)
    const payableReason = optional('payableReason', payableReasonCell)
    const joined = optional('joined', dayCell)
    const left = optional('left', dayCell)
    const indicators = indicatorsIn(cells)
    if (code === undefined || name === undefined || contractSigned === undefined) return undefined
    if (payable === undefined || payableReason === undefined) return undefined
    if (joined === undefined || left === undefined || indicators === undefined) return undefined
    return { line, code, name, contractSigned, payable, payableReason, joined, left, indicators }
  },
}

function indicatorsIn({ optional }: RowCells): ParticipantRow['indicators'] | undefined {
  const sex = optional('sex', sexCell)
  const birthYear = optional('birthYear', birthYearCell)
  const territory = optional('territory', territoryCell)
  const schooling = optional('schooling', schoolingCell)
  const status = optional('status', situationCell)
  const prescriber = optional('prescriber', nameCell)
  const projectIdea = optional('projectIdea', projectIdeaCell)
  const publicType = optional('publicType', publicTypeCell)
  const imageRight = optional('imageRight', imageRightCell)
  if (sex === undefined || birthYear === undefined || territory === undefined) return undefined
  if (schooling === undefined || status === undefined || prescriber === undefined) return undefined
  if (projectIdea === undefined || publicType === undefined || imageRight === undefined)
    return undefined
  const project = { prescriber, projectIdea, publicType, imageRight }
  return { sex, birthYear, territory, schooling, status, ...project }
}
