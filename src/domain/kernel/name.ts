export type TextFault =
  | 'empty'
  | 'too-long'
  | 'control'
  | 'direction'
  | 'joiner'
  | 'formula'
  | 'marks'
  | 'not-unicode'

export type ParsedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: TextFault }

/** A field of a file is at most this long, in code units: keeps the expressions below quick on anything. */
const LONGEST_FIELD = 4096
/* Each expression is made when it is first used: V8 takes a tenth of a millisecond and more for each of them. */

/** Control and private characters, line breaks, and what nobody can see (zero-width space, soft hyphen). */
const control = (): RegExp => /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u
const direction = (): RegExp => /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
/** Zero-width joiners are letters' glue in Persian, Dari and Indic names: allowed between two letters only. */
const strayJoiner = (): RegExp => /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?!\p{L})/u
const formulaStart = (): RegExp => /^[=+\-@＝＋－＠]/
const tooManyMarks = (): RegExp => /\p{M}{9,}/u
const visible = (): RegExp => /[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * Typed text → what the ledger keeps: NFC, trimmed, inner blanks single, at most `max` code points (80 for names
 * and labels, 200 for notes). Refuses control characters, bidi controls, stray joiners, more than eight marks on a
 * letter, and a first character that a spreadsheet takes for a formula.
 */
export function parseText(raw: string, max = 80): ParsedText {
  const no = (fault: TextFault): ParsedText => ({ ok: false, fault })
  if (!raw.isWellFormed()) return no('not-unicode')
  if (raw.length > LONGEST_FIELD) return no('too-long')
  const text = raw
    .normalize('NFC')
    .replace(/^\p{Zs}+|\p{Zs}+$/gu, '')
    .replace(/ {2,}/g, ' ')
  if (text === '') return no('empty')
  if (direction().test(text)) return no('direction')
  if (control().test(text)) return no('control')
  if (!visible().test(text)) return no('empty')
  if (strayJoiner().test(text)) return no('joiner')
  if (formulaStart().test(text)) return no('formula')
  if (tooManyMarks().test(text)) return no('marks')
  if ([...text].length > max) return no('too-long')
  return { ok: true, text }
}

/**
 * A name folded for matching: no accents, no case, no compatibility forms. `Crème` and `creme` fold alike. Accents
 * and Arabic vowel marks go (they are Inherited); the vowel signs of Indic scripts stay, for they are letters.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Script=Inherited}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
}

/** Spares the hot path the Unicode tables, which take a millisecond to wake. */
export function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

/**
 * A word as typed words are compared: no case, no accents, no zero-width joiners, one kind of
 * apostrophe.
 */
export function foldWord(word: string): string {
  if (isAscii(word)) return word.toLowerCase()
  return fold(word)
    .replace(/[\u200c\u200d]/g, '')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
}

/** A name → a code of `[a-z0-9-]`, at most 24 characters, beginning with a letter; `''` when nothing is left. */
export function slugOf(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/, '')
}

/** `P01`, `ANIM01`: one to four capitals and one to three digits. */
export const isPersonCode = (text: string): boolean => /^[A-Z]{1,4}\d{1,3}$/.test(text)

/**
 * `FC-2026-01`, `coopkies`: 1 to 32 letters of any case, digits and dashes, beginning with a letter or digit, with a
 * letter somewhere, so that no spreadsheet takes it for a number.
 */
export const isCohortCode = (text: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/.test(text) && /[A-Za-z]/.test(text)

/** `unitPriceCents` → `unit_price_cents`: how our own names are written in JSON and CSV. */
export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)
