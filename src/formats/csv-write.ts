import { type Options, stringify } from 'csv-stringify/sync'
import type { CsvProfile } from '../domain/journal/event.ts'
import { numberText } from '../domain/journal/own-number.ts'
import { unreachable } from '../domain/kernel/defect.ts'
import { cents, decimalText } from '../domain/kernel/money.ts'
import { percentText } from '../domain/kernel/rate.ts'
import { type Column, isNumeric, type NumericUnit, standardHeader } from '../reports/column.ts'
import { type Cell, cellOf, type Report, type Row } from '../reports/report.ts'
import type { WordGroup } from '../reports/vocabulary.ts'
import { COLUMNS_FR } from '../words/fr/columns.ts'
import { booleanIn, numberIn, textIn } from './cell-text.ts'
import { term } from './terminal-text.ts'
import { wordText } from './vocabulary-words.ts'

const BYTE_ORDER_MARK = '\ufeff'
const ROWS_AT_ONCE = 1_000

/**
 * A report as CSV, a thousand rows a piece, so that a long one needs little memory.
 * `excel-fr`: UTF-8 with BOM, `;`, decimal comma, French headers and words, text quoted. `standard`: RFC 4180 with
 * `,`, decimal point, English snake_case headers, the words of programs. Both: CRLF, ISO days, rates in percent,
 * numbers in number columns only, no totals, text guarded against formulas.
 */
export function* reportCsv(report: Report, profile: CsvProfile): Generator<string> {
  const options = stringifyOptions(report.columns, profile)
  const header = report.columns.map((each) => headerOf(each, profile))
  let batch: CsvRow[] = [header]
  let before = profile === 'excel-fr' ? BYTE_ORDER_MARK : ''
  for (const row of report.rows) {
    batch.push(csvRowOf(report.columns, row, profile))
    if (batch.length < ROWS_AT_ONCE) continue
    yield before + stringify(batch, options)
    before = ''
    batch = []
  }
  if (batch.length > 0) yield before + stringify(batch, options)
}

const headerOf = (of: Column, profile: CsvProfile): string =>
  profile === 'excel-fr' ? COLUMNS_FR[of.key] : standardHeader(of.key)

/** Numbers stay numbers so that they are written without quotes; all else is text; null is an empty cell. */
type CsvRow = (string | number | null)[]

function csvRowOf(columns: readonly Column[], row: Row, profile: CsvProfile): CsvRow {
  return columns.map((each) => csvCell(each, cellOf(row, each.key), profile))
}

function csvCell(column: Column, cell: Cell, profile: CsvProfile): string | number | null {
  if (cell === null || cell === '') return null
  switch (column.unit) {
    case 'text':
    case 'code':
      return guardedText(textIn(cell))
    case 'day':
    case 'time':
    case 'instant':
      return textIn(cell)
    case 'boolean':
      return csvWord('answer', booleanIn(cell) ? 'yes' : 'no', profile)
    case 'word':
      return csvWord(column.words, textIn(cell), profile)
    case 'cents':
    case 'integer':
    case 'number':
    case 'vat':
    case 'basis-points':
    case 'social-rate':
      return numberIn(cell)
    default:
      return unreachable(column)
  }
}

const csvWord = (group: WordGroup, word: string, profile: CsvProfile): string =>
  guardedText(profile === 'excel-fr' ? wordText(group, word, 'fr') : word)

const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Text that a spreadsheet takes for text. Names that begin like a formula are refused when typed; this is the second
 * wall, for what is older: an apostrophe before it, and no control characters.
 */
function guardedText(data: string): string {
  const safe = FORMULA_START.test(data) ? `'${data}` : data
  return term(safe)
}

type NumberText = (value: number, mark: ',' | '.') => string

/** A measure without grouping or sign of its unit: amounts with two decimals, rates in percent. */
const NUMBER_TEXTS: { readonly [U in NumericUnit]: NumberText } = {
  cents: (value, mark) => decimalText(cents(value), mark),
  integer: String,
  number: numberText,
  vat: (value, mark) => percentText(value, 1, mark),
  'basis-points': (value, mark) => percentText(value, 2, mark),
  'social-rate': (value, mark) => percentText(value, 3, mark),
}

function stringifyOptions(columns: readonly Column[], profile: CsvProfile): Options {
  const mark = profile === 'excel-fr' ? ',' : '.'
  const texts = columns.map(({ unit }) => (isNumeric(unit) ? NUMBER_TEXTS[unit] : String))
  return {
    delimiter: profile === 'excel-fr' ? ';' : ',',
    record_delimiter: '\r\n',
    // With CRLF a bare line feed would otherwise go unquoted and split the row; no guarded text has one.
    quote_record_delimiter: true,
    quoted_string: profile === 'excel-fr',
    cast: {
      number: (value, { index }) => texts[index]?.(value, mark) ?? String(value),
    },
  }
}
