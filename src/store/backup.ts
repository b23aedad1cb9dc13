import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { copyLedger, lookAt } from './copy.ts'
import { freeBytes } from './free-space.ts'
import { checkPath, guarded, type Ledger } from './ledger.ts'
import { buildTables } from './migrate.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'
import { type Db, first, integerOf } from './sql.ts'
import { asStoreError, storeFault } from './store-error.ts'
import { type Asked, type Verification, verify } from './verify.ts'

/** Ends a copy that turned out not to be whole. */
class NotWhole extends Error {}

/**
 * Copies the ledger as it is now, names included, to a new file, proves the copy and gives it its name only then.
 * Others may record meanwhile. With findings in the answer there is no copy. Throws StoreError.
 */
export function createBackup({ db, path }: Ledger, target: string, asked: Asked): Verification {
  const file = checkPath(target)
  const outcome: { proof?: Verification } = {}
  try {
    copyLedger(db, file, (copy) => {
      outcome.proof = verifyBackup(copy, asked)
      if (outcome.proof.findings.length > 0) throw new NotWhole()
    })
  } catch (error) {
    if (!(error instanceof NotWhole)) throw asStoreError(error, path, () => freeBytes(file))
  }
  return outcome.proof ?? storeFault({ code: 'storage-failed', path: file, detail: 'no copy' })
}

/** Proves a backup as `audit verify` proves a ledger. The file is only read. Throws StoreError. */
export function verifyBackup(path: string, asked: Asked): Verification {
  const file = checkPath(path)
  return guarded(file, () => {
    const db = openBackup(file)
    try {
      return verify(db, asked)
    } finally {
      db.close()
    }
  })
}

/** True when the ledger holds anybody's name. */
export const holdsNames = (db: Db): boolean =>
  integerOf(first(db, 'SELECT EXISTS (SELECT 1 FROM person) AS named') ?? {}, 'named') === 1

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const WAL_MODE = 2

/**
 * A file that stays exactly as it is: opened for reading only. A plain copy of a ledger (in WAL mode) cannot be read
 * without files beside it, and an older backup not without taking the steps to this version, so both are read into
 * memory. It is no live file, so its header may be read without SQLite.
 */
function openBackup(file: string): Db {
  const stats = lookAt(file)
  if (!stats) storeFault({ code: 'backup-missing', path: file })
  if (!stats.isFile()) storeFault({ code: 'not-a-backup', path: file })
  if (lookAt(`${file}-wal`)) storeFault({ code: 'backup-in-use', path: file })
  const header = headerOf(file)
  if (header.toString('latin1', 0, 16) !== MAGIC || header.readUInt32BE(68) !== APPLICATION_ID)
    storeFault({ code: 'not-a-backup', path: file })
  const version = header.readInt32BE(60)
  if (version < 1) storeFault({ code: 'not-a-backup', path: file })
  if (version > MIGRATIONS.length) storeFault({ code: 'ledger-newer', path: file, version })
  const isPlain = header[18] !== WAL_MODE && header[19] !== WAL_MODE
  const db =
    isPlain && version === MIGRATIONS.length
      ? new Database(file, { readonly: true, fileMustExist: true })
      : inMemory(file)
  db.pragma('trusted_schema = 0')
  db.pragma('cell_size_check = 1')
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = 2')
  if (version < MIGRATIONS.length) buildTables(db, MIGRATIONS, version)
  return db
}

function inMemory(file: string): Db {
  const image = readFileSync(file)
  image[18] = 1
  image[19] = 1
  return new Database(image)
}

/** An ordinary file's first bytes; zeros where it is shorter. */
function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  const descriptor = openToRead(file)
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(descriptor)
  }
  return header
}

function openToRead(file: string): number {
  try {
    return openSync(file, 'r')
  } catch {
    return storeFault({ code: 'file-unreadable', path: file })
  }
}
