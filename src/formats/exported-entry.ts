import type { JournalCode } from '../domain/accounting/entry.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { Cents } from '../domain/kernel/money.ts'

/** A line of an entry in words; exactly one side is above zero. */
export type ExportedLine = {
  readonly account: string
  readonly accountName: string
  readonly auxiliary?: { readonly code: string; readonly name: string }
  /** Analytic section. */
  readonly section: string
  readonly debitCents: Cents
  readonly creditCents: Cents
}

/** An entry in words, as every file for other software has it: in French, whatever the reader's language. */
export type ExportedEntry = {
  readonly number: number
  readonly journal: JournalCode
  readonly journalName: string
  readonly day: Day
  readonly piece: string
  readonly pieceDay: Day
  readonly label: string
  /** Undefined while its period is open. */
  readonly validDay: Day | undefined
  readonly lines: readonly ExportedLine[]
}

/** Line breaks, tabs and whatever else nobody can see: no file for other software has a place for them. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}]+/gu
const LONGEST_TEXT = 255

/**
 * A text that people typed, fit for a cell: what is `unfit` there becomes a blank, blanks are single, at most `longest`
 * characters (choice: 255, what a column of most accounting software holds). `none` stands for a text of which nothing
 * is left.
 */
export function cellOf(
  text: string,
  { unfit, longest = LONGEST_TEXT, none = '-' }: CellRule,
): string {
  const clean = text
    .normalize('NFC')
    .replace(INVISIBLE, ' ')
    .replace(unfit, ' ')
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
  return cutTo(clean, longest) || none
}
type CellRule = { readonly unfit: RegExp; readonly longest?: number; readonly none?: string }

/** The first `longest` letters as a reader counts them: no accent loses its letter. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text
  const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)
  let cut = ''
  for (const { segment } of letters) {
    if (cut.length + segment.length > longest) break
    cut += segment
  }
  return cut.trimEnd()
}
