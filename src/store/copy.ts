import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs'
import { dirname } from 'node:path'
import { freeBytes } from './free-space.ts'
import { type Db, statement } from './sql.ts'
import { storeFault } from './store-error.ts'

// The one module that touches database files by other means than SQLite: only files that no connection of this
// process has open, for closing any descriptor of an open one drops its locks.

/** The first name of a series that is not taken: '', '-2', '-3' … are put into it. */
export function freeName(nameWith: (again: string) => string): string {
  for (let count = 1; ; count += 1) {
    const name = nameWith(count === 1 ? '' : `-${count}`)
    if (!lookAt(name)) return name
  }
}

/**
 * What lies at a path, not following a link; undefined where nothing does, `inFile` where the path goes through a file.
 * Throws StoreError when it cannot be told.
 */
export function lookAt(path: string, inFile: () => undefined = () => undefined): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOTDIR') return inFile()
    return storeFault({ code: code === 'ENAMETOOLONG' ? 'ledger-path' : 'file-unreadable', path })
  }
}

/**
 * Writes a consistent copy of an open ledger to a new file of mode 0600, complete and on disk or not there at all.
 * Other programs may write meanwhile; the copy holds all that was committed before. `check` may look at the finished
 * copy and throw. Throws StoreError `backup-exists`, `backup-unwritable`, `leftover-beside` and SQLite's own errors.
 */
export function copyLedger(
  db: Db,
  target: string,
  check: (copy: string) => void = () => undefined,
): void {
  if (lookAt(target)) storeFault({ code: 'backup-exists', path: target })
  checkBeside(target)
  const partial = freeName((again) => `${target}.partial${again}`)
  if (!reserve(partial)) storeFault({ code: 'backup-unwritable', path: target })
  try {
    statement(db, 'VACUUM INTO ?').run([partial])
    check(partial)
    if (!publish(partial, target)) storeFault({ code: 'backup-exists', path: target })
  } finally {
    discard(partial)
  }
}

const BESIDE = ['-wal', '-shm', '-journal'] as const

/** SQLite would take what an older file of that name left behind for a part of the new one. */
export function checkBeside(path: string): void {
  const left = BESIDE.map((end) => path + end).find((each) => existsSync(each))
  if (left !== undefined) storeFault({ code: 'leftover-beside', path: left })
}

/** Makes the empty file that SQLite fills: nobody else's, and for nobody else to read. False when it cannot. */
export function reserve(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx', 0o600))
    return true
  } catch {
    return false
  }
}

/** Removes an unfinished file and what SQLite left beside it. */
export function discard(path: string): void {
  for (const end of ['', ...BESIDE]) rmSync(path + end, { force: true })
}

/**
 * Flushes a finished file and gives it its name, on disk where the system can say so. Never over another file: false
 * when there is one. Throws StoreError when the disk refuses.
 */
export function publish(partial: string, target: string): boolean {
  try {
    sync(partial, 'r+')
    if (!rename(partial, target)) return false
  } catch (error) {
    const detail = codeOf(error)
    return storeFault(
      detail === 'ENOSPC' || detail === 'EDQUOT'
        ? { code: 'disk-full', path: target, freeBytes: freeBytes(target) }
        : { code: 'storage-failed', path: target, detail },
    )
  }
  syncFolder(dirname(target))
  return true
}

function rename(partial: string, target: string): boolean {
  try {
    linkSync(partial, target)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(target)) return false
    renameSync(partial, target) // a memory stick (FAT) knows no hard links
  }
  return true
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Windows cannot open a folder; its own journal keeps names. */
function syncFolder(folder: string): void {
  try {
    sync(folder, 'r')
  } catch {
    // the file itself is on disk
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
