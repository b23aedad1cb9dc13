import type { AmountFault } from '../domain/kernel/money.ts'
import type { TextFault } from '../domain/kernel/name.ts'
import type { ColumnKey } from './column.ts'
import type { WordGroup } from './vocabulary.ts'

type None = unknown
/** What was found, cut short and safe to print. Text of people is never cited. */
type Found = { readonly text: string }
type Most = { readonly most: number }
/** The columns to have, in the last fault of a header only. */
type Expected = { readonly expected: readonly ColumnKey[] }

/** The kernel's faults under names that stand alone. Empty text is `blank`. */
type AmountFaultCode = Exclude<AmountFault, 'empty' | 'not-a-number' | 'too-large'>
type TextFaultCode = Exclude<TextFault, 'empty' | 'too-long'>

/** Why one cell is refused. */
type CellFaults = { readonly blank: None } & { readonly [C in AmountFaultCode]: Found } & {
  readonly [C in TextFaultCode]: None
} & {
  readonly 'not-an-amount': Found
  readonly 'amount-too-large': Found
  readonly 'not-a-day': Found
  readonly 'not-a-time': Found
  readonly 'not-a-rate': Found
  readonly 'vat-rate-not-allowed': Found
  readonly 'not-a-whole-number': Found
  readonly 'out-of-range': Found & Most & { readonly least: number }
  readonly 'unknown-word': Found & { readonly group: WordGroup }
  readonly 'not-a-person-code': None
  readonly 'not-a-payer': None
  readonly 'other-currency': Found
  readonly 'text-too-long': Most
}

/** Why a row is no row of this file. */
type RowFaults = {
  readonly 'too-few-cells': { readonly expected: number; readonly found: number }
  readonly 'too-many-cells': { readonly expected: number; readonly found: number }
  readonly 'unbalanced-quote': None
  readonly 'text-after-quote': None
  readonly 'stray-quote': None
  readonly 'line-too-long': None
  readonly 'cell-too-long': Most
  readonly 'too-many-rows': Most
}

/** Why the header is not the header of this import. */
type HeaderFaults = {
  /** Not one title is known. */
  readonly 'no-header': Expected
  readonly 'unknown-header': Found & Expected
  readonly 'missing-header': Expected & { readonly key: ColumnKey }
  readonly 'duplicate-header': Found & Expected
  readonly 'empty-header': Expected & { readonly position: number }
  readonly 'too-many-columns': Most & { readonly found: number }
}

/** Why the file cannot be read at all. */
type FileFaults = {
  readonly 'file-missing': None
  readonly 'not-a-file': None
  readonly 'file-unreadable': None
  readonly 'file-empty': None
  readonly 'file-too-large': Most
  readonly 'utf-16': None
  readonly nul: None
}

type Details<Faults> = { readonly [C in keyof Faults]: { readonly code: C } & Faults[C] }
type ImportFaultDetails = Details<CellFaults & RowFaults & HeaderFaults & FileFaults>

export type CellFault = Details<CellFaults>[keyof CellFaults]
export type FileFault = Details<FileFaults>[keyof FileFaults]
export type ImportFaultCode = keyof ImportFaultDetails
export type ImportFaultDetail<C extends ImportFaultCode = ImportFaultCode> = ImportFaultDetails[C]

/** One thing wrong and where. Lines count from 1, the header's is one of them; null is the whole file. */
export type ImportFault = {
  readonly line: number | null
  readonly column: ColumnKey | null
  /** The column's title as the file has it. */
  readonly header: string | null
  readonly detail: ImportFaultDetail
}

/** One language's words for every fault: a new one does not compile without them. */
export type ImportFaultWords = {
  readonly [C in ImportFaultCode]: (detail: ImportFaultDetail<C>) => string
}
