import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { JOURNAL_CODES, type JournalCode } from '../../src/domain/accounting/entry.ts'
import { addDays, type Day, day } from '../../src/domain/kernel/day.ts'
import { cents } from '../../src/domain/kernel/money.ts'
import type { ExportedEntry, ExportedLine } from '../../src/formats/exported-entry.ts'

export const GOLDEN_FEC = readFileSync(
  new URL('../../fixtures/exports/123456782FEC20261231.txt', import.meta.url),
)

const journalOf = (text: string | undefined): JournalCode => {
  const found = JOURNAL_CODES.find((code) => code === text)
  if (found === undefined) throw new Error(`no journal ${text}`)
  return found
}
const dayOf = (text = ''): Day => day(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`)
const centsOf = (text = '') => cents(Number(text.replace(',', '')))

/** The entries that a FEC holds. */
function entriesOfFec(text: string): readonly ExportedEntry[] {
  const entries = new Map<string, ExportedEntry & { lines: ExportedLine[] }>()
  for (const line of text.trimEnd().split('\r\n').slice(1)) {
    const cells = line.split('\t')
    const [journal, journalName = '', number = '', date, account = '', accountName = ''] = cells
    const [code = '', name = '', piece = '', pieceDate, label = '', debit, credit] = cells.slice(6)
    const entry = entries.get(number) ?? {
      number: Number(number),
      journal: journalOf(journal),
      journalName,
      day: dayOf(date),
      piece,
      pieceDay: dayOf(pieceDate),
      label,
      validDay: dayOf(cells[15]),
      lines: [],
    }
    entry.lines.push({
      account,
      accountName,
      ...(code === '' ? {} : { auxiliary: { code, name } }),
      section: account === '187000' ? 'CAE' : 'FC-2026-01',
      debitCents: centsOf(debit),
      creditCents: centsOf(credit),
    })
    entries.set(number, entry)
  }
  return [...entries.values()]
}

export const GOLDEN_ENTRIES = entriesOfFec(GOLDEN_FEC.toString())

/** Whatever may stand in a text, the worst first. */
const anyText = fc.oneof(
  fc.constantFrom('a\tb', 'a|b', 'a\r\nb', '|', '\t', 'x'.repeat(300), 'é'.repeat(300), '; “œ” €'),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
)
const section = fc.oneof(fc.constantFrom('FC-2026-01', 'CAE'), anyText)

const sideLines = (debit: boolean) =>
  fc
    .array(
      fc.record({
        account: fc.constantFrom('601000', '512100', '4671ANIM', '186000', '707'),
        accountName: anyText,
        auxiliary: fc.option(fc.record({ code: anyText, name: anyText })),
        section,
        amount: fc.integer({ min: 1, max: 9_999_999 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) =>
      lines.map(
        ({ auxiliary, amount, ...line }): ExportedLine => ({
          ...line,
          ...(auxiliary === null ? {} : { auxiliary }),
          debitCents: cents(debit ? amount : 0),
          creditCents: cents(debit ? 0 : amount),
        }),
      ),
    )

/** Balanced entries, numbered, each validated when those above are or later; everything else as wild as may be. */
export const anyEntries: fc.Arbitrary<readonly ExportedEntry[]> = fc
  .array(
    fc.record({
      journal: fc.constantFrom(...JOURNAL_CODES),
      journalName: fc.constant('Banque'),
      later: fc.integer({ min: 0, max: 40 }),
      before: fc.integer({ min: 0, max: 60 }),
      piece: anyText,
      label: anyText,
      debits: sideLines(true),
      credits: sideLines(false),
    }),
    { maxLength: 8 },
  )
  .map((drafts) => {
    let valid = day('2026-06-18')
    return drafts.map(({ later, before, debits, credits, ...draft }, at) => {
      valid = addDays(valid, later)
      return {
        ...draft,
        number: at + 1,
        day: addDays(valid, -before),
        pieceDay: addDays(valid, -before),
        validDay: valid,
        lines: balanced([...debits, ...credits]),
      }
    })
  })

function balanced(lines: readonly ExportedLine[]): readonly ExportedLine[] {
  const sum = lines.reduce((total, line) => total + line.debitCents - line.creditCents, 0)
  if (sum === 0) return lines
  return [
    ...lines,
    {
      account: '512100',
      accountName: 'Banque',
      section: 'CAE',
      debitCents: cents(Math.max(-sum, 0)),
      creditCents: cents(Math.max(sum, 0)),
    },
  ]
}
