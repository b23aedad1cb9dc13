import type { AccountKey } from '../domain/accounting/chart.ts'
import type { EntryLabel, EntryLine, NumberedEntry } from '../domain/accounting/entry.ts'
import type { AccountBalance, LedgerLine } from '../domain/accounting/trial-balance.ts'
import { sumCents } from '../domain/kernel/money.ts'
import { columns } from './column.ts'
import type { Report, Row } from './report.ts'

/** The words of entries, in the language of whoever reads them. */
export type BookWords = {
  readonly label: (label: EntryLabel) => string
  readonly account: (key: AccountKey) => string
}

const FOR_PEOPLE = columns(
  'entry',
  'journal',
  'date',
  'voucher',
  'label',
  'account',
  'auxiliary',
  'debit',
  'credit',
)
const WHOLE = columns(
  'entry',
  'journal',
  'date',
  'voucher',
  'label',
  'account',
  'accountName',
  'auxiliary',
  'section',
  'debit',
  'credit',
  'validated',
)

/** Every line of every entry. People are spared what stands in a table of its own. */
export function journalReport(
  entries: readonly NumberedEntry[],
  words: BookWords,
  whole: boolean,
): Report<readonly Row[]> {
  const rows = entries.flatMap((entry) =>
    entry.lines.map((line) => ({ ...entryRow(entry, words), ...lineRow(line, words) })),
  )
  return {
    name: 'journal',
    columns: whole ? WHOLE : FOR_PEOPLE,
    rows,
    ...(rows.length === 0
      ? {}
      : { totals: { label: 'total', ...sumsOf(entries.flatMap((entry) => entry.lines)) } }),
  }
}

const entryRow = (entry: NumberedEntry, { label }: BookWords): Row => ({
  entry: entry.number,
  journal: entry.journal,
  date: entry.day,
  voucher: entry.piece,
  label: label(entry.label),
  validated: entry.validDay ?? null,
})

const lineRow = (line: EntryLine, { account }: BookWords): Row => ({
  account: line.number,
  accountName: account(line.account),
  auxiliary: line.auxiliary?.code ?? null,
  section: line.section,
  debit: line.debitCents === 0 ? null : line.debitCents,
  credit: line.creditCents === 0 ? null : line.creditCents,
})

type Sides = Pick<EntryLine, 'debitCents' | 'creditCents'>

const sumsOf = (lines: readonly Sides[]): Row => ({
  debit: sumCents(lines.map((line) => line.debitCents)),
  credit: sumCents(lines.map((line) => line.creditCents)),
})

export const balanceReport = (
  balances: readonly AccountBalance[],
  { account }: BookWords,
): Report<readonly Row[]> => ({
  name: 'balance',
  columns: columns('account', 'accountName', 'debit', 'credit', 'balance'),
  rows: balances.map((each) => ({
    account: each.number,
    accountName: account(each.account),
    debit: each.debitCents,
    credit: each.creditCents,
    balance: each.balanceCents,
  })),
  totals: {
    account: 'total',
    ...sumsOf(balances),
    balance: sumCents(balances.map((each) => each.balanceCents)),
  },
})

const LEDGER = columns(
  'entry',
  'date',
  'journal',
  'voucher',
  'label',
  'account',
  'auxiliary',
  'debit',
  'credit',
  'balance',
)

export const ledgerReport = (
  lines: readonly LedgerLine[],
  words: BookWords,
): Report<readonly Row[]> => ({
  name: 'ledger',
  columns: LEDGER,
  rows: lines.map(({ entry, line, balanceCents }) => ({
    ...entryRow(entry, words),
    ...lineRow(line, words),
    balance: balanceCents,
  })),
  totals: { label: 'total', ...sumsOf(lines.map((each) => each.line)) },
})
