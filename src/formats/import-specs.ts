import type { CostCategory } from '../domain/costs/category.ts'
import type { AttendanceStatus, Half, PaymentMethod, ProductKind } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import type { Word } from '../reports/vocabulary.ts'
import type { ImportSpec } from './csv-read.ts'
import {
  amountCell,
  dayCell,
  payerCell,
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
 * The imports of cli.md 6: what they take, and a row once every cell is checked (null is blank). Our own exports
 * re-import: their other columns are let pass, and a row that they mark as voided is left out.
 */
type Line = {
  /** Of the file, from 1, for what is refused later. */
  readonly line: number
}

const nameCell = textCell(80)
const noteCell = textCell(200)
const codeCell = textCell(32)

const methodCell = wordCell('method')

export type SaleRow = Line & {
  readonly date: Day
  /** `HH:MM` or `HH:MM:SS`. */
  readonly time: string
  /** Code, alias or name. */
  readonly product: string
  readonly quantity: number
  readonly unitPriceTtc: Cents
  readonly method: PaymentMethod
  /** Rows of one ticket form one sale. */
  readonly ticket: string | null
  readonly seller: string | null
  /** What the line came to after a discount, in exports; else quantity × price. */
  readonly total: Cents | null
}

export const SALES_IMPORT: ImportSpec<SaleRow> = {
  columns: ['date', 'time', 'product', 'quantity', 'unitPriceTtc', 'method', 'ticket', 'seller'],
  required: ['date', 'time', 'product', 'quantity', 'unitPriceTtc', 'method'],
  exported: [
    'total',
    'voided',
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
    const product = required('product', nameCell)
    const quantity = required('quantity', quantityCell)
    const unitPriceTtc = required('unitPriceTtc', amountCell)
    const method = required('method', methodCell)
    const ticket = optional('ticket', codeCell)
    const seller = optional('seller', personCell)
    const total = optional('total', amountCell)
    const voided = optional('voided', yesNoCell)
    if (date === undefined || time === undefined || product === undefined) return undefined
    if (quantity === undefined || unitPriceTtc === undefined || method === undefined)
      return undefined
    if (ticket === undefined || seller === undefined || total === undefined) return undefined
    if (voided === undefined || voided === true) return undefined
    return { line, date, time, product, quantity, unitPriceTtc, method, ticket, seller, total }
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

export type ProductRow = Line & {
  readonly code: string | null
  readonly name: string
  readonly priceTtc: Cents
  readonly vatRate: VatRate | null
  readonly key: string | null
  readonly kind: ProductKind | null
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
    if (code === undefined || name === undefined || priceTtc === undefined) return undefined
    if (vatRate === undefined || key === undefined || kind === undefined) return undefined
    return { line, code, name, priceTtc, vatRate, key, kind }
  },
}

const halfCell = wordCell('half')
const statusCell = wordCell('attendance')
const minutesCell = wholeNumberCell(0, 720)

export type AttendanceRow = Line & {
  readonly date: Day
  readonly half: Half
  readonly participant: string
  readonly status: AttendanceStatus
  readonly minutes: number | null
  readonly reason: string | null
}

export const ATTENDANCE_IMPORT: ImportSpec<AttendanceRow> = {
  columns: ['date', 'half', 'participant', 'status', 'minutes', 'reason'],
  required: ['date', 'half', 'participant', 'status'],
  exported: ['cohort', 'name', 'dayLabel', 'weekday', 'sheet'],
  row: ({ line, required, optional }) => {
    const date = required('date', dayCell)
    const half = required('half', halfCell)
    const participant = required('participant', personCell)
    const status = required('status', statusCell)
    const minutes = optional('minutes', minutesCell)
    const reason = optional('reason', noteCell)
    if (date === undefined || half === undefined || participant === undefined) return undefined
    if (status === undefined || minutes === undefined || reason === undefined) return undefined
    return { line, date, half, participant, status, minutes, reason }
  },
}

const yearCell = wholeNumberCell(1900, 2199)

export type ParticipantRow = Line & {
  readonly code: string | null
  readonly name: string
  readonly contractSigned: Day | null
  readonly payable: boolean | null
  readonly payableReason: string | null
  readonly sex: string | null
  readonly birthYear: number | null
  readonly territory: string | null
  readonly schooling: string | null
  readonly status: string | null
  readonly prescriber: string | null
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
  exported: ['cohort', 'joined', 'left', 'halfDays', 'weight', 'share'],
  row: ({ line, required, optional }) => {
    const code = optional('code', personCell)
    const name = required('name', nameCell)
    const contractSigned = optional('contractSigned', dayCell)
    const payable = optional('payable', yesNoCell)
    const payableReason = optional('payableReason', noteCell)
    const sex = optional('sex', nameCell)
    const birthYear = optional('birthYear', yearCell)
    const territory = optional('territory', nameCell)
    const schooling = optional('schooling', nameCell)
    const status = optional('status', nameCell)
    const prescriber = optional('prescriber', nameCell)
    if (code === undefined || name === undefined || contractSigned === undefined) return undefined
    if (payable === undefined || payableReason === undefined || sex === undefined) return undefined
    if (birthYear === undefined || territory === undefined || schooling === undefined)
      return undefined
    if (status === undefined || prescriber === undefined) return undefined
    const person = { code, name, contractSigned, payable, payableReason }
    return { line, ...person, sex, birthYear, territory, schooling, status, prescriber }
  },
}
