import { CsvError, parse } from 'csv-parse/sync'
import { Defect, invariant } from '../domain/kernel/defect.ts'
import type { CsvSource } from './csv-source.ts'
import { LONGEST_CELL, MOST_COLUMNS } from './import-limits.ts'

export type Delimiter = ';' | ',' | '\t'

export type CsvRecord = {
  /** The line of the file that the record begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Where a file stops being CSV: nothing from there on can be trusted. */
export type BrokenRecord = {
  readonly line: number
  readonly broken: 'unbalanced-quote' | 'text-after-quote' | 'stray-quote' | 'line-too-long'
}

/** A file is read in pieces of this many bytes, so that a long one needs little memory. */
const PIECE = 64 * 1024
/** Holds the largest record twice over; one that does not end within it is too long. */
const LONGEST_RECORD = 2 * MOST_COLUMNS * LONGEST_CELL

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const QUOTE = 34

/** Which line ends a file has; filled while it is read. */
export type LineEnds = { crlf: boolean; lf: boolean; cr: boolean }

export type RecordOptions = { readonly delimiter: Delimiter; readonly ends: LineEnds }

export type Position = { readonly byte: number; readonly line: number }

/** Bytes → text, by the encoding that was found. Pieces end between lines, so never within a character. */
function decoderOf(source: CsvSource): (bytes: Uint8Array) => string {
  if (source.encoding.name === 'utf-8') {
    return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  }
  const decoder = new TextDecoder('windows-1252')
  return (bytes) => decoder.decode(bytes)
}

/** The first line that is not blank, quoted line ends included, and where it stops; `undefined` at the end. */
export function firstRecord(
  source: CsvSource,
  from: Position,
): { readonly text: string; readonly line: number; readonly next: Position } | undefined {
  const bytes = source.read(from.byte, LONGEST_RECORD)
  let line = from.line
  let start = 0
  let open = false
  for (let index = 0; index <= bytes.length; index += 1) {
    const byte = bytes[index]
    if (byte === QUOTE) open = !open
    const ends = byte === undefined || (!open && (byte === LINE_FEED || byte === CARRIAGE_RETURN))
    if (!ends) continue
    const text = decoderOf(source)(bytes.subarray(start, index))
    const width = byte === CARRIAGE_RETURN && bytes[index + 1] === LINE_FEED ? 2 : 1
    if (text.trim() !== '') {
      return { text, line, next: { byte: from.byte + index + width, line: line + linesIn(text) } }
    }
    line += 1
    start = index + width
    index += width - 1
  }
  return undefined
}

const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length

/** The cells of one record's text, or why it is none. */
export function cellsOf(
  { text, line }: { readonly text: string; readonly line: number },
  delimiter: Delimiter,
): readonly string[] | BrokenRecord {
  const { records, broken } = quotedRecords(text, delimiter, line)
  return broken ?? records[0]?.cells ?? []
}

/**
 * The records after `from`, blank lines left out, in pieces of complete records so that a file of any length needs
 * little memory. A piece without a quotation mark is cut at line ends and delimiters, which is all that RFC 4180
 * has there; any other goes through csv-parse. Ends with a {@link BrokenRecord} when the quoting is wrong.
 */
export function* recordsOf(
  source: CsvSource,
  from: Position,
  { delimiter, ends }: RecordOptions,
): Generator<CsvRecord | BrokenRecord> {
  const decode = decoderOf(source)
  let { byte, line } = from
  while (byte < source.size) {
    const { piece, length, quoted } = pieceOf(source, byte)
    if (piece.length === 0) return
    if (length === 0 || quoted) {
      const text = unixLines(decode(length === 0 ? piece : piece.subarray(0, length)), ends)
      const { records, broken, lines } = quotedRecords(text, delimiter, line)
      if (length > 0) yield* records
      const end = broken ?? (length > 0 ? undefined : endless(line))
      if (end !== undefined) {
        yield end
        return
      }
      line += lines
    } else {
      line = yield* plainRecords(decode(piece.subarray(0, length)), line, { delimiter, ends })
    }
    byte += length
  }
}

const endless = (line: number): BrokenRecord => ({ line, broken: 'line-too-long' })

type Piece = Extent & { readonly piece: Uint8Array }

/** The bytes from a position that hold at least one complete record, if there is one of any allowed size. */
function pieceOf(source: CsvSource, byte: number): Piece {
  const piece = source.read(byte, PIECE)
  const extent = extentOf(piece, byte + piece.length >= source.size)
  if (extent.length > 0 || piece.length === 0) return { piece, ...extent }
  const larger = source.read(byte, LONGEST_RECORD)
  return { piece: larger, ...extentOf(larger, byte + larger.length >= source.size) }
}

type Extent = {
  /** Bytes up to the end of the last complete record; 0 when none is complete. */
  readonly length: number
  readonly quoted: boolean
}

function extentOf(bytes: Uint8Array, isLast: boolean): Extent {
  const quoted = bytes.includes(QUOTE)
  if (isLast) return { length: bytes.length, quoted }
  const length = quoted ? 0 : bytes.lastIndexOf(LINE_FEED) + 1
  return { length: length > 0 ? length : lastRecordEnd(bytes), quoted }
}

/** After the last line end outside quotation marks. */
function lastRecordEnd(bytes: Uint8Array): number {
  let end = 0
  let open = false
  // The last byte is left out: a carriage return there may belong to a line feed that is still to come.
  for (let index = 0; index < bytes.length - 1; index += 1) {
    const byte = bytes[index]
    if (byte === QUOTE) open = !open
    else if (!open && byte === LINE_FEED) end = index + 1
    else if (!open && byte === CARRIAGE_RETURN && bytes[index + 1] !== LINE_FEED) end = index + 1
  }
  return end
}

const LONE_CARRIAGE_RETURN = /\r(?!\n)/

/** Every line end as a line feed: CRLF, and the lone CR of old Macs. */
function unixLines(text: string, ends: LineEnds): string {
  ends.crlf ||= text.includes('\r\n')
  const lines = ends.crlf ? text.replaceAll('\r\n', '\n') : text
  ends.cr ||= lines.includes('\r')
  ends.lf ||= /(?:^|[^\r])\n/.test(text)
  return ends.cr ? lines.replaceAll('\r', '\n') : lines
}

/** Records of a text without quotation marks: lines cut at the delimiter. Gives back the line after them. */
function* plainRecords(
  piece: string,
  from: number,
  { delimiter, ends }: RecordOptions,
): Generator<CsvRecord, number> {
  const hasLoneReturns = LONE_CARRIAGE_RETURN.test(piece)
  const text = hasLoneReturns ? unixLines(piece, ends) : piece
  let line = from
  let mark = text.indexOf(delimiter)
  for (let start = 0; start < text.length; line += 1) {
    const found = text.indexOf('\n', start)
    const next = found === -1 ? text.length : found
    const isCrlf = text.charCodeAt(next - 1) === CARRIAGE_RETURN
    if (isCrlf) ends.crlf = true
    else if (!hasLoneReturns && found !== -1) ends.lf = true
    const end = isCrlf ? next - 1 : next
    const cells: string[] = []
    // The next delimiter is looked for once, even when it is many lines away.
    for (; mark !== -1 && mark < end; mark = text.indexOf(delimiter, mark + 1)) {
      cells.push(text.slice(start, mark))
      start = mark + 1
    }
    cells.push(text.slice(start, end))
    if (cells.length > 1 || end > start) yield { line, cells }
    start = next + 1
  }
  return line
}

type QuotedRecords = {
  readonly records: readonly CsvRecord[]
  readonly broken: BrokenRecord | undefined
  /** Line ends in the text. */
  readonly lines: number
}

function quotedRecords(text: string, delimiter: Delimiter, from: number): QuotedRecords {
  const records: CsvRecord[] = []
  let broken: BrokenRecord | undefined
  let lastLine = 0
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: readonly string[], { lines }) => {
        const inner = lines === lastLine + 1 ? 0 : lineEndsWithin(cells)
        records.push({ line: from + lines - 1 - inner, cells })
        lastLine = lines
        return null
      },
    })
  } catch (error) {
    broken = brokenRecord(error, text, from)
  }
  return { records, broken, lines: broken ? 0 : countOf(text, '\n') }
}

const lineEndsWithin = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + countOf(cell, '\n'), 0)

function countOf(text: string, sign: string): number {
  let count = 0
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1
  return count
}

function brokenRecord(error: unknown, text: string, from: number): BrokenRecord {
  if (!(error instanceof CsvError)) throw error
  invariant(typeof error.lines === 'number', 'csv-parse says the line')
  const line = from + error.lines - 1
  // The parser has names for these without the prefix too.
  const code: string = error.code
  if (code.endsWith('QUOTE_NOT_CLOSED')) {
    return { line: from + openingLine(text), broken: 'unbalanced-quote' }
  }
  if (code.endsWith('INVALID_CLOSING_QUOTE')) return { line, broken: 'text-after-quote' }
  if (code.endsWith('INVALID_OPENING_QUOTE')) return { line, broken: 'stray-quote' }
  throw new Defect(`csv-parse: ${code}`)
}

/** Line ends before the quotation mark that nothing closes. */
function openingLine(text: string): number {
  let open = false
  let opened = 0
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    open = !open
    if (open) opened = at
  }
  return countOf(text.slice(0, opened), '\n')
}
