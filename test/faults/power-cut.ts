import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One thing that happened to the disk, as disk.c wrote it down; `said` is what a person was told. */
export type Operation =
  | {
      readonly kind: 'write'
      readonly path: string
      readonly offset: number
      readonly data: Buffer
    }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'flush' | 'create' | 'remove'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string }

const HEAD_BYTES = 15

/** The log of disk.c, in order. */
export function operationsIn(log: string): readonly Operation[] {
  const bytes = readFileSync(log)
  const operations: Operation[] = []
  for (let at = 0; at < bytes.length; ) {
    const letter = String.fromCharCode(bytes[at] ?? 0)
    const pathLength = bytes.readUInt16LE(at + 1)
    const length = bytes.readUInt32LE(at + 3)
    const offset = Number(bytes.readBigUInt64LE(at + 7))
    const path = bytes.toString('utf8', at + HEAD_BYTES, at + HEAD_BYTES + pathLength)
    const start = at + HEAD_BYTES + pathLength
    const operation = operationOf(letter, path, offset, bytes.subarray(start, start + length))
    if (operation) operations.push(operation)
    at = start + length
  }
  return operations
}

function operationOf(
  letter: string,
  path: string,
  offset: number,
  data: Buffer,
): Operation | undefined {
  if (letter === 'A') return { kind: 'said', text: data.toString('utf8') }
  if (path.endsWith('-shm')) return undefined // shared memory is gone with the power
  if (letter === 'W') return { kind: 'write', path, offset, data }
  if (letter === 'T') return { kind: 'truncate', path, size: offset }
  return { kind: letter === 'S' ? 'flush' : letter === 'C' ? 'create' : 'remove', path }
}

type Change = Extract<Operation, { readonly kind: 'write' | 'truncate' }>
/** A file: what is surely on the disk, and what is not flushed yet. */
type Inode = { durable: Buffer; pending: Change[] }
/** A name that was given or taken and is not flushed yet. */
type Renaming = { readonly path: string; readonly inode: Inode | undefined }

const SECTOR = 512
type Fate = 'kept' | 'lost' | 'torn'
type Random = (below: number) => number

/**
 * The files that a power cut after the first `cut` operations leaves: all that was flushed; of the rest each write
 * is kept, lost or torn into sectors as chance has it, and of names given and taken the first few are kept.
 */
export function filesAfterCut(
  before: ReadonlyMap<string, Buffer>,
  operations: readonly Operation[],
  cut: number,
  random: Random,
): ReadonlyMap<string, Buffer> {
  const names = new Map<string, Inode>()
  for (const [path, bytes] of before) names.set(path, { durable: bytes, pending: [] })
  const durableNames = new Map(names)
  let renamings: Renaming[] = []
  for (const operation of operations.slice(0, cut)) {
    if (operation.kind === 'said') continue
    const { path } = operation
    const inode = names.get(path)
    if (operation.kind === 'create') {
      const made: Inode = { durable: Buffer.alloc(0), pending: [] }
      names.set(path, made)
      renamings.push({ path, inode: made })
    } else if (operation.kind === 'remove') {
      names.delete(path)
      renamings.push({ path, inode: undefined })
    } else if (operation.kind === 'write' || operation.kind === 'truncate')
      inode?.pending.push(operation)
    else if (inode) {
      inode.durable = applied(inode, () => 'kept', random)
      inode.pending = []
    } else {
      settle(durableNames, renamings) // the folder itself
      renamings = []
    }
  }
  settle(durableNames, renamings.slice(0, random(renamings.length + 1)))
  const fate = fateOf(random)
  return new Map([...durableNames].map(([path, inode]) => [path, applied(inode, fate, random)]))
}

function settle(names: Map<string, Inode>, renamings: readonly Renaming[]): void {
  for (const { path, inode } of renamings) {
    if (inode) names.set(path, inode)
    else names.delete(path)
  }
}

/** A cut keeps all, nothing, a first part, or anything of what was not flushed. */
function fateOf(random: Random): () => Fate {
  const manner = random(4)
  if (manner === 0) return () => 'kept'
  if (manner === 1) return () => 'lost'
  const fates: readonly Fate[] = ['kept', 'lost', 'torn']
  if (manner === 2) return () => fates[random(3)] ?? 'lost'
  let isOver = false
  return () => {
    if (isOver) return 'lost'
    isOver = random(4) === 0
    return isOver ? 'torn' : 'kept'
  }
}

function applied({ durable, pending }: Inode, fate: () => Fate, random: Random): Buffer {
  let bytes: Buffer = Buffer.from(durable)
  for (const change of pending) {
    const outcome = fate()
    if (outcome === 'lost') continue
    if (change.kind === 'truncate') bytes = resized(bytes, change.size)
    else {
      bytes = resized(bytes, Math.max(bytes.length, change.offset + change.data.length))
      for (let at = 0; at < change.data.length; at += SECTOR) {
        if (outcome === 'torn' && random(2) === 0) continue
        change.data.copy(bytes, change.offset + at, at, Math.min(at + SECTOR, change.data.length))
      }
    }
  }
  return bytes
}

function resized(bytes: Buffer, size: number): Buffer {
  if (size <= bytes.length) return bytes.subarray(0, size)
  const larger = Buffer.alloc(size)
  bytes.copy(larger)
  return larger
}

/** The ticket numbers that people had been given by then. */
export function toldBy(operations: readonly Operation[], cut: number): readonly number[] {
  const text = operations.slice(0, cut).map((each) => (each.kind === 'said' ? each.text : ''))
  return [...text.join('').matchAll(/^A-(\d+)/gm)].map((match) =>
    Number.parseInt(match[1] ?? '', 10),
  )
}

/** Puts the files that are left into a folder of their own. */
export function restore(files: ReadonlyMap<string, Buffer>, folder: string): void {
  for (const [path, bytes] of files) writeFileSync(join(folder, basename(path)), bytes)
}
