import { snakeCase } from '../domain/kernel/name.ts'
import { type Column, jsonName } from '../reports/column.ts'
import { cellOf, type Report, type Row } from '../reports/report.ts'
import { termJson } from './terminal-text.ts'

const CAMEL_CASE = /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*$/

/**
 * The same value with keys in snake_case, at every depth: `unitPriceCents` → `unit_price_cents`. A key that is data
 * (`P01`, `flash-7`) is left alone, and so is every value. Absent (undefined) fields are left out.
 */
export function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (typeof value !== 'object' || value === null) return value
  const snake: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) {
    if (inner !== undefined) snake[CAMEL_CASE.test(key) ? snakeCase(key) : key] = snakeKeys(inner)
  }
  return snake
}

/** Any answer as JSON: two blanks an indent, a last newline, hostile characters escaped. Ends up on stdout. */
export const jsonText = (value: unknown): string =>
  `${termJson(JSON.stringify(snakeKeys(value), null, 2))}\n`

/** One answer a line. */
export const jsonLine = (value: unknown): string =>
  `${termJson(JSON.stringify(snakeKeys(value)))}\n`

/** Values as one JSON array, one by one, the same characters as {@link jsonText}; `[]` when there are none. */
export function* jsonArray(values: Iterable<unknown>): Generator<string> {
  let before = '[\n'
  for (const value of values) {
    yield before + jsonText(value).trimEnd().replace(/^/gm, '  ')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Values as one JSON object a line; nothing when there are none. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield jsonLine(value)
}

type JsonRow = Readonly<Record<string, string | number | boolean | null>>

/** A row by the names that programs know its columns by. */
export function jsonRowOf(columns: readonly Column[], row: Row): JsonRow {
  const named: Record<string, string | number | boolean | null> = {}
  for (const each of columns) named[jsonName(each)] = cellOf(row, each.key)
  return named
}

/** A report as an array of rows, the same characters as {@link jsonText}, row by row; `[]` when it is empty. */
export const reportJson = (report: Report): Generator<string> => jsonArray(jsonRows(report))

/** A report as one JSON object a line; nothing when it is empty. */
export const reportJsonLines = (report: Report): Generator<string> => jsonLines(jsonRows(report))

function* jsonRows({ columns, rows }: Report): Generator<JsonRow> {
  for (const row of rows) yield jsonRowOf(columns, row)
}
