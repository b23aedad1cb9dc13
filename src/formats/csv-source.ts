import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { FileFault } from '../reports/import-fault.ts'
import { CSV_LIMITS, type CsvLimits } from './import-limits.ts'

type Encoding =
  | { readonly name: 'utf-8' }
  /** Not UTF-8 from this line on, so read as what old Excel writes in Western Europe. */
  | { readonly name: 'windows-1252'; readonly line: number }

/** The bytes of one CSV, every one of them looked at once. */
export type CsvSource = {
  readonly size: number
  /** At most `length` bytes from `position`; valid until the next call. */
  readonly read: (position: number, length: number) => Uint8Array
  readonly close: () => void
  readonly encoding: Encoding
  /** Where the text begins: 3 after a byte order mark. */
  readonly start: number
  /** SHA-256 of the whole file, hex, to know the same file again. */
  readonly digest: string
}

export type CsvOpening =
  | { readonly ok: true; readonly source: CsvSource }
  | { readonly ok: false; readonly line: number | null; readonly fault: FileFault }

type Bytes = Pick<CsvSource, 'size' | 'read' | 'close'>

const refused = (fault: FileFault, line: number | null = null): CsvOpening => ({
  ok: false,
  line,
  fault,
})

/** Opens a regular file; links are followed, folders, pipes and devices refused before a byte is read. */
export function openCsvFile(path: string, limits: CsvLimits = CSV_LIMITS): CsvOpening {
  let descriptor: number | undefined
  try {
    if (path === '' || path.includes('\0')) return refused({ code: 'file-missing' })
    if (!statSync(path).isFile()) return refused({ code: 'not-a-file' })
    // O_NONBLOCK: a pipe put there meanwhile must not hang the command.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = fstatSync(descriptor)
    const opening = found.isFile()
      ? inspect(bytesOfFile(descriptor, found.size), limits)
      : refused({ code: 'not-a-file' })
    if (!opening.ok) closeSync(descriptor)
    return opening
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor)
    const missing =
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ENOTDIR'].includes(String(error.code))
    return refused({ code: missing ? 'file-missing' : 'file-unreadable' })
  }
}

function bytesOfFile(descriptor: number, size: number): Bytes {
  let buffer = Buffer.alloc(0)
  let closed = false
  return {
    size,
    read: (position, length) => {
      if (buffer.length < length) buffer = Buffer.alloc(length)
      let filled = 0
      while (filled < length) {
        const got = readSync(descriptor, buffer, filled, length - filled, position + filled)
        if (got === 0) break
        filled += got
      }
      return buffer.subarray(0, filled)
    },
    close: () => {
      if (!closed) closeSync(descriptor)
      closed = true
    },
  }
}

/** Takes in a whole stream (stdin), counted while it comes, because its encoding is known only at its end. */
export async function openCsvStream(
  stream: AsyncIterable<Uint8Array | string>,
  limits: CsvLimits = CSV_LIMITS,
): Promise<CsvOpening> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of stream) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    size += bytes.length
    if (size > limits.bytes) return refused({ code: 'file-too-large', most: limits.bytes })
    pieces.push(bytes)
  }
  return openCsvBytes(Buffer.concat(pieces), limits)
}

export function openCsvBytes(bytes: Uint8Array, limits: CsvLimits = CSV_LIMITS): CsvOpening {
  const read = (position: number, length: number): Uint8Array =>
    bytes.subarray(position, position + length)
  return inspect({ size: bytes.length, read, close: () => {} }, limits)
}

const PIECE = 256 * 1024

/** One pass over all bytes: size, NUL, encoding, digest. */
function inspect(bytes: Bytes, limits: CsvLimits): CsvOpening {
  if (bytes.size > limits.bytes) return refused({ code: 'file-too-large', most: limits.bytes })
  const [first = 0, second = 0, third = 0] = bytes.read(0, 3)
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused({ code: 'utf-16' })
  }
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
  const digest = createHash('sha256')
  let notUtf8: number | undefined
  for (let position = 0; position < bytes.size; ) {
    const piece = bytes.read(position, PIECE)
    if (piece.length === 0) break
    const whole = position + piece.length < bytes.size ? wholeCharacters(piece) : piece
    const nul = whole.indexOf(0)
    if (nul !== -1) return refused({ code: 'nul' }, lineAt(bytes, position + nul))
    if (notUtf8 === undefined && !isUtf8(whole)) notUtf8 = position + validLength(whole)
    digest.update(whole)
    position += whole.length
  }
  const encoding: Encoding =
    notUtf8 === undefined
      ? { name: 'utf-8' }
      : { name: 'windows-1252', line: lineAt(bytes, notUtf8) }
  return { ok: true, source: { ...bytes, encoding, start, digest: digest.digest('hex') } }
}

const isContinuation = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf

/** The piece without its last character, which may go on in the next piece. */
function wholeCharacters(piece: Uint8Array): Uint8Array {
  let end = piece.length - 1
  while (end > piece.length - 4 && isContinuation(piece[end])) end -= 1
  return piece.subarray(0, end)
}

/** How many bytes of a piece that is not UTF-8 come before its first bad character: by halving. */
function validLength(piece: Uint8Array): number {
  let valid = 0
  let invalid = piece.length
  while (invalid - valid > 1) {
    let middle = valid + Math.ceil((invalid - valid) / 2)
    while (middle < invalid && isContinuation(piece[middle])) middle += 1
    if (middle === invalid) return valid
    if (isUtf8(piece.subarray(valid, middle))) valid = middle
    else invalid = middle
  }
  return valid
}

/** The line, from 1, of a byte; only for faults. */
function lineAt(bytes: Bytes, offset: number): number {
  let line = 1
  let before = 0
  for (let position = 0; position < offset; position += PIECE) {
    const piece = bytes.read(position, Math.min(PIECE, offset - position))
    for (const byte of piece) {
      if (byte === 13 || (byte === 10 && before !== 13)) line += 1
      before = byte
    }
  }
  return line
}
