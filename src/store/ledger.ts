import { existsSync, mkdirSync, realpathSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import type { Stall } from '../domain/journal/event.ts'
import { checkBeside, codeOf, discard, freeName, lookAt, publish, reserve } from './copy.ts'
import { freeBytes } from './free-space.ts'
import { buildTables, migrate } from './migrate.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'
import { type Db, first, optionalText, textOf } from './sql.ts'
import { asStoreError, storeFault } from './store-error.ts'

/** An open ledger file. `stall` is the till letter of this device. */
export type Ledger = {
  readonly db: Db
  readonly path: string
  readonly coop: string
  readonly stall: Stall
  /** Who practises, in a training ledger; nothing in it is real, and that never changes. */
  readonly training: string | undefined
}

/** Each is said aloud and read back. The driver's own default would lose sales on a power cut. */
const PRAGMAS: readonly (readonly [
  name: string,
  value: string | number,
  readBack: string | number,
])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 1, 1],
  ['recursive_triggers', 1, 1],
  ['trusted_schema', 0, 0],
  ['cell_size_check', 1, 1],
  ['mmap_size', 0, 0],
  ['temp_store', 2, 2],
  ['secure_delete', 1, 1],
  ['fullfsync', 1, 1],
  ['checkpoint_fullfsync', 1, 1],
]
const WAIT_FOR_LOCK_MS = 10_000
const OLDEST_ENGINE = [3, 51, 3] as const

const NETWORK_FILESYSTEMS = new Set([0x6969, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546])
const FAT_FILESYSTEMS = new Set([0x4d44, 0x2011bab0])

/** Refuses what SQLite would quietly turn into another file: blank, `:memory:`, URIs, NUL, outer spaces. */
export function checkPath(path: string): string {
  const odd = path.trim() !== path || path === '' || path === ':memory:' || path.startsWith('file:')
  if (odd || path.includes('\0'))
    storeFault({ code: 'ledger-path', path: path.replaceAll('\0', '␀') })
  return resolve(path)
}

function checkFolder(path: string): void {
  const folder = dirname(path)
  let type: number
  try {
    type = statfsSync(folder).type
  } catch {
    return storeFault({ code: 'ledger-folder-missing', path: folder })
  }
  if (NETWORK_FILESYSTEMS.has(type)) storeFault({ code: 'network-folder', path: folder })
  if (FAT_FILESYSTEMS.has(type)) storeFault({ code: 'unsafe-folder', path: folder })
}

function checkFile(path: string): void {
  const stats = lookAt(path)
  if (!stats) storeFault({ code: 'ledger-missing', path })
  if (!stats.isFile()) storeFault({ code: 'not-a-file', path })
  if (stats.size === 0) storeFault({ code: 'ledger-empty', path })
  if (stats.size < 512) storeFault({ code: 'not-a-ledger', path })
}

/** Runs work on the file and turns SQLite's errors into ours. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStoreError(error, path, () => freeBytes(path))
  }
}

function connect(path: string): Db {
  const db = new Database(path, { fileMustExist: true, timeout: WAIT_FOR_LOCK_MS })
  try {
    checkEngine(db)
    checkIdentity(db, path)
    setPragmas(db, path)
    migrate(db, path, MIGRATIONS)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function checkEngine(db: Db): void {
  const version = textOf(first(db, 'SELECT sqlite_version() AS version') ?? {}, 'version')
  const parts = version.split('.').map((part) => Number.parseInt(part, 10))
  const older = OLDEST_ENGINE.findIndex((part, index) => (parts[index] ?? 0) < part)
  const newer = OLDEST_ENGINE.findIndex((part, index) => (parts[index] ?? 0) > part)
  if (older !== -1 && (newer === -1 || older < newer))
    storeFault({ code: 'engine-too-old', version })
}

/** Whose file, and which version: read through SQLite, never through fs (it would drop the locks). */
function checkIdentity(db: Db, path: string): void {
  if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID)
    storeFault({ code: 'not-a-ledger', path })
  const version = db.pragma('user_version', { simple: true })
  if (typeof version !== 'number' || version < 1) storeFault({ code: 'not-a-ledger', path })
  if (version > MIGRATIONS.length) storeFault({ code: 'ledger-newer', path, version })
}

function setPragmas(db: Db, path: string): void {
  for (const [name, value, readBack] of PRAGMAS) {
    db.pragma(`${name} = ${value}`)
    const held = db.pragma(name, { simple: true })
    if (held !== readBack)
      storeFault({ code: 'storage-failed', path, detail: `pragma ${name} is ${String(held)}` })
  }
}

/** Opens an existing ledger step by step, each checked. Close it with {@link closeLedger}. */
export function openLedger(path: string): Ledger {
  const { db, file } = connectLedger(path)
  try {
    return guarded(file, () => {
      const row = first(db, 'SELECT coop, till, training FROM ledger JOIN device USING (id)')
      if (!row) storeFault({ code: 'not-a-ledger', path: file })
      return {
        db,
        path: file,
        coop: textOf(row, 'coop'),
        stall: textOf(row, 'till'),
        training: optionalText(row, 'training'),
      }
    })
  } catch (error) {
    db.close()
    throw error
  }
}

/** The same sequence without reading a row of it: for looking whether the rows are right. The caller closes `db`. */
export function connectLedger(path: string): { readonly db: Db; readonly file: string } {
  const file = checkPath(path)
  checkFile(file)
  checkFolder(file)
  return { db: guarded(file, () => connect(file)), file }
}

/** Where a new ledger may be made: refuses a name that is taken, by whatever it is. */
export function checkVacant(path: string, training = false): string {
  const file = checkPath(path)
  const taken = lookAt(file, () =>
    storeFault({ code: 'ledger-folder-missing', path: dirname(file) }),
  )
  return taken ? storeFault({ code: 'ledger-exists', path: file, training }) : file
}

/**
 * Makes a new ledger file: its tables and what `begin` records. It gets its name only when all of it is on disk, so
 * nothing that interrupts it leaves half a ledger. An existing file is never touched, whatever it is; of two programs
 * that create the same file one is refused.
 */
export function createLedger<T>(path: string, begin: (db: Db, path: string) => T): T {
  const file = checkVacant(path)
  makeFolder(dirname(file))
  checkFolder(file)
  checkBeside(file)
  const partial = freeName((again) => `${file}.new${again}`)
  if (!reserve(partial)) storeFault({ code: 'ledger-read-only', path: file })
  try {
    const begun = guarded(file, () => fillLedger(partial, (db) => begin(db, file)))
    if (!publish(partial, file)) storeFault({ code: 'ledger-exists', path: file })
    return begun
  } finally {
    discard(partial)
  }
}

function fillLedger<T>(partial: string, begin: (db: Db) => T): T {
  const db = new Database(partial, { fileMustExist: true })
  let begun: T
  try {
    checkEngine(db)
    setPragmas(db, partial)
    begun = db
      .transaction(() => {
        db.pragma(`application_id = ${APPLICATION_ID}`)
        buildTables(db, MIGRATIONS)
        return begin(db)
      })
      .immediate()
  } finally {
    db.close()
  }
  if (existsSync(`${partial}-wal`))
    storeFault({ code: 'storage-failed', path: partial, detail: 'checkpoint' })
  return begun
}

/** Parents first, one by one: Node's own recursion never ends where a folder cannot hold folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') storeFault({ code: 'ledger-folder-missing', path: folder })
  }
}

/**
 * Ends the work on a ledger. Never throws: what was recorded is on disk since its commit, and what SQLite still does
 * on closing (moving the newest pages into the main file) is done again by whoever opens it next.
 */
export function closeLedger(ledger: Ledger): void {
  try {
    ledger.db.close()
  } catch {
    // said above
  }
}

/** The ledger's real place, for people. */
export const realPath = (path: string): string => realpathSync(path)
