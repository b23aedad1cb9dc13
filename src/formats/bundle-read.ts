import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import * as z from 'zod/mini'
import { BUNDLE_VERSION } from './bundle-write.ts'

export const BUNDLE_LIMITS = { bytes: 100 * 1024 * 1024, events: 1_000_000 } as const
export type BundleLimits = { readonly bytes: number; readonly events: number }

/** Why a file gives no bundle. `line` from 1. */
export type BundleFault = {
  readonly code:
    | 'file-missing'
    | 'not-a-bundle'
    | 'bundle-newer'
    | 'bundle-changed'
    | 'bundle-too-large'
  readonly line?: number
}

/** Thrown while the lines are read; the file was whole when it was opened. */
export class BundleError extends Error {
  override name = 'BundleError'
  readonly fault: BundleFault
  constructor(fault: BundleFault) {
    super(fault.code)
    this.fault = fault
  }
}

const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const whole = z.int().check(z.minimum(1))
const stall = z.string().check(z.regex(/^[A-Z]$/))
const header = z.strictObject({
  bundle: z.literal(BUNDLE_VERSION),
  coop: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  software: z.string().check(z.maxLength(80)),
  stalls: z
    .array(z.strictObject({ stall, from: z.literal(1), to: whole, head: hex }))
    .check(z.minLength(1), z.maxLength(26)),
})
const eventLine = z.strictObject({ stall, seq: whole, payload: z.string(), hash: hex })

type ReadHeader = z.output<typeof header>
type ReadLine = z.output<typeof eventLine>

export type OpenBundle = {
  readonly header: ReadHeader
  /** The events' lines, read again from the file. Throws {@link BundleError}. */
  readonly lines: () => Generator<ReadLine>
  readonly close: () => void
}

/**
 * Opens a bundle: a regular file within the limits, whose every byte was looked at once and is what was written.
 * Throws {@link BundleError}.
 */
export function openBundle(path: string, limits: BundleLimits = BUNDLE_LIMITS): OpenBundle {
  const file = openRegular(path)
  try {
    if (file.size > limits.bytes) fail({ code: 'bundle-too-large' })
    const first = headerOf(file)
    const end = checkDigest(file)
    const events = first.stalls.reduce((sum, { to }) => sum + to, 0)
    if (events > limits.events) fail({ code: 'bundle-too-large' })
    return { header: first, lines: () => eventLines(file, end), close: file.close }
  } catch (error) {
    file.close()
    throw error
  }
}

const fail = (fault: BundleFault): never => {
  throw new BundleError(fault)
}

type Bytes = {
  readonly size: number
  readonly read: (position: number, length: number) => Buffer
  readonly close: () => void
}

function openRegular(path: string): Bytes {
  let descriptor: number
  try {
    if (path === '' || path.includes('\0')) return fail({ code: 'file-missing' })
    // O_NONBLOCK: a pipe must not hang the command.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (error instanceof BundleError) throw error
    return fail({ code: 'file-missing' })
  }
  const found = fstatSync(descriptor)
  let isClosed = false
  const close = (): void => {
    if (!isClosed) closeSync(descriptor)
    isClosed = true
  }
  if (!found.isFile()) {
    close()
    return fail({ code: 'not-a-bundle' })
  }
  return { size: found.size, read: (from, length) => readAt(descriptor, from, length), close }
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const got = readSync(descriptor, buffer, filled, length - filled, position + filled)
    if (got === 0) break
    filled += got
  }
  return buffer.subarray(0, filled)
}

const LONGEST_HEADER = 16 * 1024
const LF = 10

function headerOf(file: Bytes): ReadHeader {
  const start = file.read(0, Math.min(file.size, LONGEST_HEADER))
  const end = start.indexOf(LF)
  const text = textIn(start.subarray(0, Math.max(0, end)))
  const raw = jsonIn(text)
  const version =
    typeof raw === 'object' && raw !== null && 'bundle' in raw ? raw.bundle : undefined
  if (version === undefined) return fail({ code: 'not-a-bundle' })
  if (typeof version === 'number' && version > BUNDLE_VERSION) return fail({ code: 'bundle-newer' })
  const outcome = z.safeParse(header, raw)
  const isAsWritten = outcome.success && JSON.stringify(outcome.data) === text
  return isAsWritten ? outcome.data : fail({ code: 'bundle-changed', line: 1 })
}

const LAST_LINE = /^\{"over":"([0-9a-f]{64})"\}\n$/
const LAST_LINE_BYTES = 76
const PIECE = 1024 * 1024

/** Where the events' lines end; the digest of all before is the one that the last line says. */
function checkDigest(file: Bytes): number {
  const end = Math.max(0, file.size - LAST_LINE_BYTES)
  const over = LAST_LINE.exec(file.read(end, LAST_LINE_BYTES).toString('latin1'))?.[1]
  if (over === undefined) return fail({ code: 'bundle-changed' })
  const digest = createHash('sha256')
  for (let at = 0; at < end; at += PIECE) digest.update(file.read(at, Math.min(PIECE, end - at)))
  return digest.digest('hex') === over ? end : fail({ code: 'bundle-changed' })
}

function* eventLines(file: Bytes, end: number): Generator<ReadLine> {
  let rest: Buffer = Buffer.alloc(0)
  let line = 0
  for (let at = 0; at < end; at += PIECE) {
    const piece = file.read(at, Math.min(PIECE, end - at))
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    let start = 0
    for (let stop = bytes.indexOf(LF); stop !== -1; stop = bytes.indexOf(LF, start)) {
      line += 1
      if (line > 1) yield lineIn(bytes.subarray(start, stop), line)
      start = stop + 1
    }
    rest = bytes.subarray(start)
  }
  if (rest.length > 0) fail({ code: 'bundle-changed', line: line + 1 })
}

function lineIn(bytes: Uint8Array, line: number): ReadLine {
  const text = textIn(bytes)
  const outcome = z.safeParse(eventLine, jsonIn(text))
  if (!outcome.success) return fail({ code: 'bundle-changed', line })
  const { stall: till, seq, payload, hash } = outcome.data
  // One event has one line: nothing else that reads as the same is taken.
  const isAsWritten = JSON.stringify({ stall: till, seq, payload, hash }) === text
  return isAsWritten ? outcome.data : fail({ code: 'bundle-changed', line })
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textIn(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    return ''
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
