import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * `exists`: something has the name and `force` was not given. `unwritable`: no such folder, no right, no room, or the
 * name is that of a folder, a device or a ledger. Nothing is left behind then.
 */
export type WriteOutcome = 'written' | 'exists' | 'unwritable'

/**
 * Writes a whole new file that only its owner may read (`-o FILE`). It is written beside the target, flushed, and put
 * in place in one step: nobody ever sees half of it, no link at the target is followed, and without `force` nothing
 * that is there is ever replaced, even when it comes to be there meanwhile.
 */
export function writeNewFile(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { force }: { readonly force: boolean },
): WriteOutcome {
  return orUnwritable(() => standsInTheWay(path, { force }) ?? replaceWith(path, pieces, force))
}

/** What keeps a file from being written under this name, as far as a look at it tells; nothing is touched. */
export function standsInTheWay(
  path: string,
  { force }: { readonly force: boolean },
): Exclude<WriteOutcome, 'written'> | undefined {
  if (path === '' || path.includes('\0') || LEDGER_NAME.test(path)) return 'unwritable'
  const standing = orUnwritable(() => standingAt(path))
  if (standing === 'other' || standing === 'unwritable') return 'unwritable'
  return standing === 'file' && !force ? 'exists' : undefined
}

function orUnwritable<T>(work: () => T): T | 'unwritable' {
  try {
    return work()
  } catch (error) {
    if (isSystemError(error)) return 'unwritable'
    throw error
  }
}

function replaceWith(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  force: boolean,
): WriteOutcome {
  const name = `.${randomBytes(8).toString('hex')}.flashcoop-draft`
  const draft = join(dirname(path), name)
  try {
    writeDraft(draft, pieces)
    return place(draft, path, force)
  } finally {
    removeFile(draft)
  }
}

/** A live ledger is never replaced by a report, whatever `force` says. */
const LEDGER_NAME = /\.db(?:-wal|-shm|-journal)?$/i

/** Links count as files here: they are replaced, never followed. */
function standingAt(path: string): 'nothing' | 'file' | 'other' {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 'nothing'
  return found.isFile() || found.isSymbolicLink() ? 'file' : 'other'
}

function writeDraft(draft: string, pieces: Iterable<string | Uint8Array>): void {
  const descriptor = openSync(draft, 'wx', 0o600)
  try {
    for (const piece of pieces) writeWhole(descriptor, piece)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeWhole(descriptor: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(descriptor, bytes, written, bytes.length - written)
  }
}

function place(draft: string, path: string, force: boolean): WriteOutcome {
  if (force) renameSync(draft, path)
  else if (!linkNew(draft, path)) return 'exists'
  flushFolder(dirname(path))
  return 'written'
}

/** A second name for the draft, refused when the name is taken; then the first goes away. */
function linkNew(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false
    // USB sticks (FAT) know no second names: there the last look and the renaming are two steps.
    if (standingAt(path) !== 'nothing') return false
    renameSync(draft, path)
    return true
  }
}

/** So that the name survives a power cut; Windows cannot, and has no need. */
function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

/** Takes a file away that was just written; one that is not there any more is no fault. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!isSystemError(error)) throw error
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
