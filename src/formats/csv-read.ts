import type { ColumnKey } from '../reports/column.ts'
import type { CellFault, ImportFault, ImportFaultDetail } from '../reports/import-fault.ts'
import { type CsvHeader, type ImportColumns, readHeader, separatorOf } from './csv-header.ts'
import {
  type CsvRecord,
  firstRecord,
  type LineEnds,
  type Position,
  recordsOf,
} from './csv-records.ts'
import type { CsvSource } from './csv-source.ts'
import { CSV_LIMITS, type CsvLimits, LONGEST_CELL, MOST_FAULTS } from './import-limits.ts'
import { shown } from './shown.ts'

export type ParsedCell<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: CellFault }
/** Text of a cell that is not blank → a value of the domain, or why not. */
export type CellParser<T> = (text: string) => ParsedCell<T>

/** The cells of one row. Each fault is noted with its line and column, and `undefined` given back for it. */
export type RowCells = {
  /** Line in the file, from 1. */
  readonly line: number
  /** A cell that must say something. */
  readonly required: <T>(key: ColumnKey, parse: CellParser<T>) => T | undefined
  /** A cell that may be blank, or in a column that is not there: null. */
  readonly optional: <T>(key: ColumnKey, parse: CellParser<T>) => T | null | undefined
}

type Read<C> = { readonly [K in keyof C]: Exclude<C[K], undefined> }
const isRead = <C extends object>(cells: C): cells is C & Read<C> =>
  Object.values(cells).every((cell) => cell !== undefined)
/** The cells of a row when every one of them could be read; the fault of any other is noted already. */
export const allRead = <C extends object>(cells: C): (C & Read<C>) | undefined =>
  isRead(cells) ? cells : undefined

/** What one import reads: its columns, and how a row of cells becomes a row of values (`undefined` after a fault). */
export type ImportSpec<R> = ImportColumns & {
  readonly row: (cells: RowCells) => R | undefined
}

export type CsvReading<R> = {
  /** The good rows in the order of the file; read once. `faults` is complete when they are all read. */
  readonly rows: Generator<R>
  readonly faults: readonly ImportFault[]
  /** What the file itself calls a column, known with the first row; null for a column that it does not have. */
  readonly titleOf: (column: ColumnKey) => string | null
  /** Line ends of more than one kind were found: worth a word on stderr. Known when all is read. */
  readonly hasMixedLineEnds: () => boolean
}

/**
 * Reads a CSV row by row, synchronously, so that a transaction can take the rows as they come. Never throws for what
 * is in the file. A fault does not stop the reading: good rows still come, for more faults to be found; whoever
 * records them looks at `faults` at the end and undoes everything when there is one.
 */
export function readCsv<R>(
  source: CsvSource,
  spec: ImportSpec<R>,
  limits: CsvLimits = CSV_LIMITS,
): CsvReading<R> {
  const faults: ImportFault[] = []
  const ends: LineEnds = { crlf: false, lf: false, cr: false }
  const progress: Progress = { faults, ends, limits, header: undefined }
  return {
    rows: rowsOf(source, spec, progress),
    faults,
    titleOf: (column) => titleAt(progress.header, progress.header?.positions.get(column)),
    hasMixedLineEnds: () => [ends.crlf, ends.lf, ends.cr].filter(Boolean).length > 1,
  }
}

type Progress = {
  readonly faults: ImportFault[]
  readonly ends: LineEnds
  readonly limits: CsvLimits
  header: CsvHeader | undefined
}

function* rowsOf<R>(source: CsvSource, spec: ImportSpec<R>, progress: Progress): Generator<R> {
  try {
    const top = topOf(source, spec, progress.faults)
    if (top === undefined) return
    progress.header = top
    const reader = rowReader(top, progress.faults)
    for (const record of rowRecords(source, top, progress)) {
      const cells = reader(record)
      const row = cells && spec.row(cells)
      if (row !== undefined) yield row
      if (progress.faults.length >= MOST_FAULTS) break
    }
    progress.faults.splice(MOST_FAULTS)
  } finally {
    source.close()
  }
}

type Top = CsvHeader & { readonly next: Position }

/** The header line, after `sep=` if the file says so; `undefined` when it is not what is expected. */
function topOf(source: CsvSource, columns: ImportColumns, faults: ImportFault[]): Top | undefined {
  const first = firstRecord(source, { byte: source.start, line: 1 })
  const said = first && separatorOf(first.text)
  const found = first && said !== undefined ? firstRecord(source, first.next) : first
  if (found === undefined) {
    faults.push({ line: null, column: null, header: null, detail: { code: 'file-empty' } })
    return undefined
  }
  const header = readHeader(found, columns, said)
  if (header.ok) return { ...header.header, next: found.next }
  faults.push(...header.faults.slice(0, MOST_FAULTS))
  return undefined
}

/** The records that are rows: no blank ones, none after the place where the file is broken or too long. */
function* rowRecords(source: CsvSource, top: Top, progress: Progress): Generator<CsvRecord> {
  const { faults, ends, limits } = progress
  let rows = 0
  for (const record of recordsOf(source, top.next, { delimiter: top.delimiter, ends })) {
    const broken = 'broken' in record ? record.broken : undefined
    if ('cells' in record) {
      if (isBlank(record.cells)) continue
      rows += 1
      if (rows <= limits.rows) {
        yield record
        continue
      }
    }
    const detail: ImportFaultDetail =
      broken === undefined ? { code: 'too-many-rows', most: limits.rows } : { code: broken }
    faults.push({ line: record.line, column: null, header: null, detail })
    break
  }
}

const isBlank = (cells: readonly string[]): boolean =>
  cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')

/** Record → its cells, the same object each time; `undefined` when it is no row of this header. */
function rowReader(
  header: CsvHeader,
  faults: ImportFault[],
): (record: CsvRecord) => RowCells | undefined {
  const { titles, positions } = header
  let current: CsvRecord = { line: 0, cells: [] }
  const fault: NoteFault = (column, at, detail) => {
    faults.push({ line: current.line, column, header: titleAt(header, at), detail })
  }
  const readCell = <T>(key: ColumnKey, at: number, parse: CellParser<T>): T | undefined => {
    const parsed = parse(current.cells[at] ?? '')
    return parsed.ok ? parsed.value : fault(key, at, parsed.fault)
  }
  const cells = {
    line: 0,
    required: <T>(key: ColumnKey, parse: CellParser<T>): T | undefined => {
      const at = positions.get(key) ?? -1
      return isEmpty(current.cells[at])
        ? fault(key, at, { code: 'blank' })
        : readCell(key, at, parse)
    },
    optional: <T>(key: ColumnKey, parse: CellParser<T>): T | null | undefined => {
      const at = positions.get(key)
      return at === undefined || isEmpty(current.cells[at]) ? null : readCell(key, at, parse)
    },
  }
  return (record) => {
    current = record
    cells.line = record.line
    return hasRightShape(record.cells, titles.length, fault) ? cells : undefined
  }
}

function titleAt(header: CsvHeader | undefined, at: number | undefined): string | null {
  const title = at === undefined ? undefined : header?.titles[at]
  return title === undefined ? null : shown(title)
}

const isEmpty = (cell: string | undefined): boolean => cell === undefined || cell.trim() === ''

type NoteFault = (column: ColumnKey | null, at: number, detail: ImportFaultDetail) => undefined

function hasRightShape(cells: readonly string[], expected: number, fault: NoteFault): boolean {
  if (cells.length !== expected) {
    const code = cells.length < expected ? 'too-few-cells' : 'too-many-cells'
    fault(null, -1, { code, expected, found: cells.length })
    return false
  }
  for (let at = 0; at < expected; at += 1) {
    if ((cells[at]?.length ?? 0) <= LONGEST_CELL) continue
    fault(null, at, { code: 'cell-too-long', most: LONGEST_CELL })
    return false
  }
  return true
}
