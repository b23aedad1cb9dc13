import type Database from 'better-sqlite3'
import { Defect } from '../domain/kernel/defect.ts'

export type Db = Database.Database
export type Value = string | number | bigint | Buffer | Uint8Array | null
export type Params = readonly Value[] | Readonly<Record<string, Value>>

const prepared = new WeakMap<Db, Map<string, Database.Statement>>()

/** A statement prepared once per open ledger. */
export function statement(db: Db, text: string): Database.Statement {
  let known = prepared.get(db)
  if (!known) {
    known = new Map()
    prepared.set(db, known)
  }
  let found = known.get(text)
  if (!found) {
    found = db.prepare(text)
    known.set(text, found)
  }
  return found
}

export function run(db: Db, text: string, params: Params = []): void {
  statement(db, text).run(params)
}

/** A row as it came from disk: read it only through {@link textOf}, {@link integerOf} and their kin. */
export type Row = { readonly [column: string]: unknown }

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null

export function first(db: Db, text: string, params: Params = []): Row | undefined {
  const row = statement(db, text).get(params)
  return isRow(row) ? row : undefined
}

export function all(db: Db, text: string, params: Params = []): readonly Row[] {
  return statement(db, text).all(params).filter(isRow)
}

/** Streams; the ledger takes no write while the iteration is open. */
export function* each(db: Db, text: string, params: Params = []): IterableIterator<Row> {
  for (const row of statement(db, text).iterate(params)) if (isRow(row)) yield row
}

/** Runs `work` on one state of the ledger, whatever other programs write meanwhile. It holds no lock that they wait for. */
export function inSnapshot<T>(db: Db, work: () => T): T {
  run(db, 'BEGIN')
  try {
    return work()
  } finally {
    if (db.inTransaction) run(db, 'ROLLBACK')
  }
}

const wrong = (column: string, wanted: string): never => {
  throw new Defect(`column ${column} holds no ${wanted}`)
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : wrong(column, 'text')
}

export function integerOf(row: Row, column: string): number {
  const value = row[column]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : wrong(column, 'integer')
}

export function bytesOf(row: Row, column: string): Buffer {
  const value = row[column]
  return Buffer.isBuffer(value) ? value : wrong(column, 'bytes')
}

export const flagOf = (row: Row, column: string): boolean => integerOf(row, column) === 1

export const optionalText = (row: Row, column: string): string | undefined =>
  row[column] === null || row[column] === undefined ? undefined : textOf(row, column)

export const optionalInteger = (row: Row, column: string): number | undefined =>
  row[column] === null || row[column] === undefined ? undefined : integerOf(row, column)
