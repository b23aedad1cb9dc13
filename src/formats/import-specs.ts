import type { CostCategory } from '../domain/costs/category.ts'
import type { AttendanceStatus, Half, ProductKind } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { VatRate } from '../domain/kernel/rate.ts'
import type { Indicators, PayableReason } from '../domain/participants/indicators.ts'
import type { Word } from '../reports/vocabulary.ts'
import { allRead, type ImportSpec, type RowCells } from './csv-read.ts'
import {
  amountCell,
  birthYearCell,
  dayCell,
  payerCell,
  personCell,
  textCell,
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
    const cells = allRead({
      date: required('date', dayCell),
      label: required('label', nameCell),
      category: required('category', categoryCell),
      amountTtc: required('amountTtc', amountCell),
      vatRate: optional('vatRate', vatRateCell),
      supplier: optional('supplier', nameCell),
      paidBy: optional('paidBy', payerCell),
      chargedTo: optional('chargedTo', chargeCell),
      voucher: optional('voucher', codeCell),
    })
    const voided = optional('voided', yesNoCell)
    if (cells === undefined || voided === undefined || voided === true) return undefined
    return { line, ...cells }
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
  row: ({ line, required, optional }) =>
    allRead({
      line,
      code: optional('code', codeCell),
      name: required('name', nameCell),
      priceTtc: required('priceTtc', amountCell),
      vatRate: optional('vatRate', vatRateCell),
      key: optional('key', keyCell),
      kind: optional('kind', kindCell),
      aliases: optional('aliases', aliasesCell),
      retired: optional('retired', yesNoCell),
    }),
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
  row: ({ line, required, optional }) =>
    allRead({
      line,
      date: required('date', dayCell),
      half: required('half', halfCell),
      participant: required('participant', personCell),
      status: required('status', statusCell),
      minutes: optional('minutes', minutesCell),
      reason: optional('reason', absenceCell),
      sheet: optional('sheet', codeCell),
    }),
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
  row: ({ line, required, optional }) =>
    allRead({
      line,
      code: optional('code', personCell),
      name: required('name', nameCell),
      contractSigned: optional('contractSigned', dayCell),
      payable: optional('payable', yesNoCell),
      payableReason: optional('payableReason', payableReasonCell),
      joined: optional('joined', dayCell),
      left: optional('left', dayCell),
      indicators: indicatorsIn({ optional }),
    }),
}

const indicatorsIn = ({
  optional,
}: Pick<RowCells, 'optional'>): ParticipantRow['indicators'] | undefined =>
  allRead({
    sex: optional('sex', sexCell),
    birthYear: optional('birthYear', birthYearCell),
    territory: optional('territory', territoryCell),
    schooling: optional('schooling', schoolingCell),
    status: optional('status', situationCell),
    prescriber: optional('prescriber', nameCell),
    projectIdea: optional('projectIdea', projectIdeaCell),
    publicType: optional('publicType', publicTypeCell),
    imageRight: optional('imageRight', imageRightCell),
  })
