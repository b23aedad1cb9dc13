import { fits } from './csv-header.ts'
import { firstRecord } from './csv-records.ts'
import type { CsvSource } from './csv-source.ts'
import {
  ATTENDANCE_IMPORT,
  COSTS_IMPORT,
  PARTICIPANTS_IMPORT,
  PRODUCTS_IMPORT,
} from './import-specs.ts'
import { SALES_IMPORT } from './sales-spec.ts'
import { terminalFile } from './terminal-spec.ts'

const SPECS = {
  participant: PARTICIPANTS_IMPORT,
  attendance: ATTENDANCE_IMPORT,
  cost: COSTS_IMPORT,
  product: PRODUCTS_IMPORT,
  sale: SALES_IMPORT,
} as const

export type FileKind = keyof typeof SPECS | 'terminal'

/** What a file holds, by its titles; undefined where they are no import's, or more than one's. */
export function fileKind(source: CsvSource): FileKind | undefined {
  if (terminalFile(source) !== undefined) return 'terminal'
  const top = firstRecord(source, { byte: source.start, line: 1 })
  if (top === undefined) return undefined
  const kinds = Object.entries(SPECS).flatMap(([kind, spec]) => (fits(top, spec) ? [kind] : []))
  const [only, ...others] = kinds
  return others.length === 0 && isKind(only) ? only : undefined
}

const isKind = (kind: string | undefined): kind is keyof typeof SPECS =>
  kind !== undefined && Object.hasOwn(SPECS, kind)
