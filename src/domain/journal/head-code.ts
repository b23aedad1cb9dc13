import { invariant } from '../kernel/defect.ts'

/**
 * The head code: the first 160 bits of an event's hash as 32 characters that can be read aloud and typed, in 8 groups
 * of 4, and a 9th group that tells a typing error from another ledger. Fewer bits would let somebody
 * prepare two histories with one code (80 bits: 2^40 tries).
 */
const HASH_BYTES = 20
const DIGITS = 32
const GROUP = 4

/** Crockford's alphabet: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const READ_AS: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/**
 * The largest prime below 32^4: a remainder by it differs after any one wrong character, any two that changed places
 * and any two groups that did.
 */
const CHECK_PRIME = 1_048_573n

/** Why typed text is no head code: too short or long, a character that none has, or a typing error. */
export type HeadCodeFault = 'length' | 'character' | 'check'
export type ParsedHeadCode =
  | { readonly ok: true; readonly start: Uint8Array }
  | { readonly ok: false; readonly fault: HeadCodeFault }

/** 32 bytes of hash → `7K3M-…` nine groups of four. */
export function headCodeOf(hash: Uint8Array): string {
  invariant(hash.length === 32, 'a head code is made of a whole hash')
  const value = valueOf(hash.subarray(0, HASH_BYTES))
  const text = base32(value, DIGITS) + base32(value % CHECK_PRIME, GROUP)
  return (text.match(/.{4}/g) ?? []).join('-')
}

/**
 * What somebody typed or read from paper → the hash's first 20 bytes. Case, blanks and dashes do not matter; O is
 * read as 0, I and L as 1.
 */
export function parseHeadCode(typed: string): ParsedHeadCode {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => READ_AS[letter] ?? letter)
  if ([...text].some((character) => !ALPHABET.includes(character)))
    return { ok: false, fault: 'character' }
  if (text.length !== DIGITS + GROUP) return { ok: false, fault: 'length' }
  const value = numberOf(text.slice(0, DIGITS))
  if (numberOf(text.slice(DIGITS)) !== value % CHECK_PRIME) return { ok: false, fault: 'check' }
  return { ok: true, start: bytesOf(value) }
}

/** True when the hash begins with these bytes. */
export const startsWith = (hash: Uint8Array, start: Uint8Array): boolean =>
  start.every((byte, index) => hash[index] === byte)

function valueOf(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return value
}

function bytesOf(value: bigint): Uint8Array {
  const bytes = new Uint8Array(HASH_BYTES)
  let rest = value
  for (let index = HASH_BYTES - 1; index >= 0; index -= 1) {
    bytes[index] = Number(rest % 256n)
    rest /= 256n
  }
  return bytes
}

function base32(value: bigint, digits: number): string {
  let text = ''
  for (let rest = value; text.length < digits; rest /= 32n) {
    text = ALPHABET.charAt(Number(rest % 32n)) + text
  }
  return text
}

function numberOf(text: string): bigint {
  let value = 0n
  for (const character of text) value = value * 32n + BigInt(ALPHABET.indexOf(character))
  return value
}
