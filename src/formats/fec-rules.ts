import { parseDay } from '../domain/kernel/day.ts'
import type { FecColumn, FecRow } from './fec.ts'

/** What must hold before a FEC leaves; the tax office's own checker lets several of these pass. */
export type FecRule =
  | 'numbers-contiguous'
  | 'one-journal'
  | 'one-date'
  | 'one-piece'
  | 'one-piece-date'
  | 'balanced'
  | 'two-lines'
  | 'one-side'
  | 'amount-form'
  | 'real-dates'
  | 'valid-after-entry'
  | 'valid-in-order'
  | 'account-digits'
  | 'auxiliary-pair'
  | 'no-separator'
  | 'nothing-missing'

export type FecFault = { readonly rule: FecRule; readonly entry: string }

const MANDATORY: readonly FecColumn[] = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'ValidDate',
]
const DATES: readonly FecColumn[] = ['EcritureDate', 'PieceDate', 'ValidDate']

/** What is wrong, entry by entry from the top; nothing when the file may leave. */
export function fecFaults(rows: readonly FecRow[]): readonly FecFault[] {
  const faults: FecFault[] = []
  let expected = 1
  let validBefore = ''
  for (const entry of entriesOf(rows)) {
    const { EcritureNum: number = '', ValidDate: valid = '' } = entry[0] ?? {}
    const broken = [
      ...(number === String(expected) ? [] : ['numbers-contiguous' as const]),
      ...(valid < validBefore ? ['valid-in-order' as const] : []),
      ...entry.flatMap(rowFaults),
      ...entryFaults(entry),
    ]
    for (const rule of new Set(broken)) faults.push({ rule, entry: number })
    expected += 1
    validBefore = valid
  }
  return faults
}

/** Rows that follow each other under one number: one that comes back later is an entry of its own, out of order. */
function entriesOf(rows: readonly FecRow[]): readonly (readonly FecRow[])[] {
  const entries: FecRow[][] = []
  for (const row of rows) {
    const last = entries.at(-1)
    if (last?.[0]?.EcritureNum === row.EcritureNum) last.push(row)
    else entries.push([row])
  }
  return entries
}

function rowFaults(row: FecRow): readonly FecRule[] {
  const debit = centsOf(row.Debit)
  const credit = centsOf(row.Credit)
  const cells = Object.values(row)
  const checks: readonly (readonly [FecRule, boolean])[] = [
    ['nothing-missing', MANDATORY.every((column) => row[column].trim() !== '')],
    ['no-separator', cells.every((cell) => !/[\t|\r\n]/.test(cell))],
    ['real-dates', DATES.every((column) => isDate(row[column]))],
    ['valid-after-entry', row.EcritureDate <= row.ValidDate],
    ['account-digits', /^\d{3}/.test(row.CompteNum)],
    ['auxiliary-pair', (row.CompAuxNum === '') === (row.CompAuxLib === '')],
    ['amount-form', debit !== undefined && credit !== undefined],
    ['one-side', (debit ?? 0n) > 0n !== (credit ?? 0n) > 0n],
  ]
  return checks.filter(([, holds]) => !holds).map(([rule]) => rule)
}

function entryFaults(rows: readonly FecRow[]): readonly FecRule[] {
  const same = (column: FecColumn): boolean => new Set(rows.map((row) => row[column])).size === 1
  const checks: readonly (readonly [FecRule, boolean])[] = [
    ['two-lines', rows.length >= 2],
    ['one-journal', same('JournalCode') && same('JournalLib')],
    ['one-date', same('EcritureDate') && same('ValidDate')],
    ['one-piece', same('PieceRef')],
    ['one-piece-date', same('PieceDate')],
    ['balanced', totalOf(rows, 'Debit') === totalOf(rows, 'Credit')],
  ]
  return checks.filter(([, holds]) => !holds).map(([rule]) => rule)
}

const totalOf = (rows: readonly FecRow[], side: 'Debit' | 'Credit'): bigint =>
  rows.reduce((sum, row) => sum + (centsOf(row[side]) ?? 0n), 0n)

/** Undefined for what is not an amount as the file writes it: `1137,44`. */
const centsOf = (text: string): bigint | undefined =>
  /^(?:0|[1-9]\d*),\d\d$/.test(text) ? BigInt(text.replace(',', '')) : undefined

const isDate = (text: string): boolean =>
  /^\d{8}$/.test(text) &&
  parseDay(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`) !== undefined
