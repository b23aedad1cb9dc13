import { ACCOUNT_DEFAULTS, ACCOUNT_KEYS, type AccountKey } from '../domain/accounting/chart.ts'
import type {
  Auxiliary,
  EntryLine,
  JournalCode,
  NumberedEntry,
} from '../domain/accounting/entry.ts'
import type { Day } from '../domain/kernel/day.ts'
import { unreachable } from '../domain/kernel/defect.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { present } from '../domain/kernel/present.ts'
import { labelText } from '../words/entry-text.ts'
import { accounts } from '../words/fr/accounts.ts'
import { entryLabels } from '../words/fr/entries.ts'

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

/** The entries in words. One account number has one name, whatever the accounts that the host has put together there. */
export function exportedEntries(entries: readonly NumberedEntry[]): readonly ExportedEntry[] {
  const names = accountNames(entries.flatMap((entry) => entry.lines))
  return entries.map((entry) => ({
    number: entry.number,
    journal: entry.journal,
    journalName: accounts.journals[entry.journal],
    day: entry.day,
    piece: entry.piece,
    pieceDay: entry.pieceDay,
    label: labelText(entry.label, entryLabels),
    validDay: entry.validDay,
    lines: entry.lines.map(({ number, auxiliary, section, debitCents, creditCents }) => ({
      account: number,
      accountName: names.get(number) ?? '',
      ...present({ auxiliary: auxiliary && { code: auxiliary.code, name: nameOf(auxiliary) } }),
      section,
      debitCents,
      creditCents,
    })),
  }))
}

/** That of the account whose usual number it is, else of the first that has it. */
function accountNames(lines: readonly EntryLine[]): ReadonlyMap<string, string> {
  const keys = new Map<string, AccountKey>()
  for (const { number, account } of lines) {
    const known = keys.get(number) ?? account
    keys.set(number, ACCOUNT_KEYS.indexOf(known) < ACCOUNT_KEYS.indexOf(account) ? known : account)
  }
  return new Map(
    [...keys].map(([number, key]) => {
      const usual = ACCOUNT_KEYS.find((each) => ACCOUNT_DEFAULTS[each] === number)
      return [number, accounts.names[usual ?? key]]
    }),
  )
}

/** Codes only: no name of a participant ever leaves in a file of accounts. */
function nameOf({ kind, code, name }: Auxiliary): string {
  if (name !== undefined) return name
  switch (kind) {
    case 'participant':
      return `Participant ${code}`
    case 'staff':
      return code.startsWith('ANIM') ? 'Animateur' : `Personnel ${code}`
    case 'social':
      return code === 'URSSAF' ? 'Urssaf' : code
    case 'supplier':
      return code
    default:
      return unreachable(kind)
  }
}

/** Line breaks, tabs and what turns the direction of writing: no file for other software has a place for them. */
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu
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
function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text
  const letters = new Intl.Segmenter('fr', { granularity: 'grapheme' }).segment(text)
  let cut = ''
  for (const { segment } of letters) {
    if (cut.length + segment.length > longest) break
    cut += segment
  }
  return cut.trimEnd()
}
