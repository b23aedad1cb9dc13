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

type JsonRow = Readonly<Record<string, string | number | boolean | null>>

function jsonRowOf(columns: readonly Column[], row: Row): JsonRow {
  const named: Record<string, string | number | boolean | null> = {}
  for (const each of columns) named[jsonName(each)] = cellOf(row, each.key)
  return named
}

/** A report as an array of rows, the same characters as {@link jsonText}, row by row; `[]` when it is empty. */
export function* reportJson(report: Report): Generator<string> {
  let before = '[\n'
  for (const row of report.rows) {
    const text = JSON.stringify(jsonRowOf(report.columns, row), null, 2)
    yield `${before}  ${termJson(text).replaceAll('\n', '\n  ')}`
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** A report as one JSON object a line; nothing when it is empty. */
export function* reportJsonLines(report: Report): Generator<string> {
  for (const row of report.rows) yield jsonLine(jsonRowOf(report.columns, row))
}
