import Database from 'better-sqlite3'
import type { JournalEvent } from '../domain/journal/event.ts'
import type { Difference } from './finding.ts'
import { buildTables } from './migrate.ts'
import { project } from './project.ts'
import { MIGRATIONS, PROJECTED_TABLES } from './schema.ts'
import { all, type Db, integerOf, run, textOf } from './sql.ts'

/** The tables as the journal alone makes them, in a database of their own. */
export type Replay = {
  readonly db: Db
  readonly take: (event: JournalEvent) => void
  readonly end: () => void
}

/**
 * Fresh, empty tables. SQLite keeps them in memory while they are small, then in a temporary file that has no name
 * and is gone with the process; no participant's name is in it, for the journal holds none.
 */
export function startReplay(): Replay {
  const db = new Database('')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  run(db, 'BEGIN')
  buildTables(db, MIGRATIONS)
  return { db, take: (event) => project(db, event), end: () => void db.close() }
}

/** Tables, indexes, triggers and views that are not the ones this version makes, by name. */
export function* schemaDifferences(db: Db, fresh: Db): Generator<string> {
  const made = schemaOf(fresh)
  const found = schemaOf(db)
  for (const [name, text] of made) if (found.get(name) !== text) yield name
  for (const name of found.keys()) if (!made.has(name)) yield name
}

const schemaOf = (db: Db): ReadonlyMap<string, string> =>
  new Map(
    all(
      db,
      `SELECT name, type || ' ' || tbl_name || ' ' || sql AS text FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    ).map((row) => [textOf(row, 'name'), textOf(row, 'text')]),
  )

/** The first difference of each table that has one, in the order of the tables. */
export function* tableDifferences(db: Db, fresh: Db): Generator<Difference> {
  for (const table of PROJECTED_TABLES) {
    const difference = firstDifference(db, fresh, table)
    if (difference) yield difference
  }
}

type Cells = readonly unknown[]

function firstDifference(db: Db, fresh: Db, table: string): Difference | undefined {
  const { names, key } = columnsOf(fresh, table)
  const order = key.map((column) => names[column]).join(', ')
  const select = `SELECT ${names.join(', ')} FROM ${table} NOT INDEXED ORDER BY ${order}`
  const journalRows = rowsOf(fresh, select)
  try {
    for (const stored of rowsOf(db, select)) {
      const next = journalRows.next()
      const row = keyText(stored, key)
      if (next.done) return { table, row, how: 'extra' }
      const journal = next.value
      if (keyText(journal, key) !== row) return strayRow(db, { table, key, names, stored, journal })
      const at = stored.findIndex((cell, column) => !isSame(cell, journal[column]))
      if (at === -1) continue
      const [held, right] = [cellText(stored[at]), cellText(journal[at])]
      return { table, row, how: 'differs', column: names[at] ?? '', stored: held, journal: right }
    }
    const rest = journalRows.next()
    return rest.done ? undefined : { table, row: keyText(rest.value, key), how: 'absent' }
  } finally {
    journalRows.return(undefined)
  }
}

type Stray = {
  readonly table: string
  readonly key: readonly number[]
  readonly names: readonly string[]
  readonly stored: Cells
  readonly journal: Cells
}

/** The two streams are at different keys: either the file lacks the journal's row, or has one too many. */
function strayRow(db: Db, { table, key, names, stored, journal }: Stray): Difference {
  const where = key.map((column) => `${names[column]} IS ?`).join(' AND ')
  const sought = db.prepare(`SELECT 1 FROM ${table} WHERE ${where}`)
  const isThere = sought.get(key.map((column) => journal[column])) !== undefined
  return isThere
    ? { table, row: keyText(stored, key), how: 'extra' }
    : { table, row: keyText(journal, key), how: 'absent' }
}

function columnsOf(
  db: Db,
  table: string,
): { readonly names: readonly string[]; readonly key: readonly number[] } {
  const columns = all(db, 'SELECT name, pk FROM pragma_table_info(?)', [table])
  const names = columns.map((row) => textOf(row, 'name'))
  const key = columns
    .map((row, column) => ({ column, rank: integerOf(row, 'pk') }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ column }) => column)
  return { names, key }
}

function* rowsOf(db: Db, select: string): Generator<Cells, undefined> {
  const rows = db.prepare<[], unknown[]>(select).raw().safeIntegers()
  for (const row of rows.iterate()) yield row
  return undefined
}

const isSame = (one: unknown, other: unknown): boolean =>
  Buffer.isBuffer(one) && Buffer.isBuffer(other) ? one.equals(other) : one === other

const keyText = (row: Cells, key: readonly number[]): string =>
  key.map((column) => cellText(row[column])).join(' ')

const LONGEST = 60

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '–'
  const text = Buffer.isBuffer(cell) ? cell.toString('hex') : plainText(cell)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

const plainText = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'bigint' || typeof cell === 'number' ? `${cell}` : '?'
