import type { Day } from '../domain/kernel/day.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { decimalText } from '../domain/kernel/money.ts'
import { cellOf, type ExportedEntry, type ExportedLine } from './exported-entry.ts'
import { fecFaults } from './fec-rules.ts'

/** The columns of the law, in its order (art. A47 A-1 LPF, VII-1). */
export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const
export type FecColumn = (typeof FEC_COLUMNS)[number]
export type FecRow = Readonly<Record<FecColumn, string>>

/** Lines between header and end of the file, as the log counts them. */
export type FecFile = { readonly text: string; readonly rows: number }

/**
 * Final entries as an extract of the file of accounting entries (law: art. A47 A-1 LPF): TAB, CRLF, decimal comma. Every
 * rule is looked at again before anything leaves: a broken one is a defect that names it.
 */
export function fecFile(entries: readonly ExportedEntry[]): FecFile {
  const rows = entries.flatMap(rowsOf)
  const [fault] = fecFaults(rows)
  if (fault) throw new Defect(`the FEC rule ${fault.rule} holds for entry ${fault.entry}`)
  const lines = rows.map((row) => FEC_COLUMNS.map((column) => row[column]))
  return {
    text: [FEC_COLUMNS, ...lines].map((cells) => `${cells.join('\t')}\r\n`).join(''),
    rows: rows.length,
  }
}

const rowsOf = (entry: ExportedEntry): readonly FecRow[] =>
  entry.lines.map((line) => rowOf(entry, line))

function rowOf(entry: ExportedEntry, line: ExportedLine): FecRow {
  const { auxiliary } = line
  return {
    JournalCode: entry.journal,
    JournalLib: fecCell(entry.journalName),
    EcritureNum: String(entry.number),
    EcritureDate: fecDay(entry.day),
    CompteNum: line.account,
    CompteLib: fecCell(line.accountName),
    CompAuxNum: auxiliary === undefined ? '' : fecCell(auxiliary.code),
    CompAuxLib: auxiliary === undefined ? '' : fecCell(auxiliary.name),
    PieceRef: fecCell(entry.piece),
    PieceDate: fecDay(entry.pieceDay),
    EcritureLib: fecCell(entry.label),
    Debit: decimalText(line.debitCents, ','),
    Credit: decimalText(line.creditCents, ','),
    EcritureLet: '',
    DateLet: '',
    ValidDate: entry.validDay === undefined ? '' : fecDay(entry.validDay),
    Montantdevise: '',
    Idevise: '',
  }
}

/** Both marks that the law allows between cells are kept out of them. */
const fecCell = (text: string): string => cellOf(text, { unfit: /\|/g })

/** `20260617`. */
const fecDay = (day: Day): string => day.replaceAll('-', '')
