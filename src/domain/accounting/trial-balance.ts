import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { ACCOUNT_KEYS, type AccountKey, type Chart, isAccountKey } from './chart.ts'
import { balanceOf, type EntryLine, type NumberedEntry } from './entry.ts'

/** Days of a statement, both counted; absent sides are open. */
export type Span = { readonly from?: Day | undefined; readonly until?: Day | undefined }

export const isWithin = ({ day }: Pick<NumberedEntry, 'day'>, { from, until }: Span): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)

export type AccountBalance = {
  readonly number: string
  /** Of the accounts that share the number, the first in the chart. */
  readonly account: AccountKey
  readonly debitCents: Cents
  readonly creditCents: Cents
  /** Debit minus credit. */
  readonly balanceCents: Cents
}

/** Each account that has moved, by its number; together debit equals credit. */
export function trialBalance(entries: readonly NumberedEntry[]): readonly AccountBalance[] {
  const lines = entries.flatMap((entry) => entry.lines)
  const balances = [...Map.groupBy(lines, (line) => line.number)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([number, own]) => {
      const debitCents = sumCents(own.map((line) => line.debitCents))
      const creditCents = sumCents(own.map((line) => line.creditCents))
      const balanceCents = cents(debitCents - creditCents)
      return { number, account: firstOf(own), debitCents, creditCents, balanceCents }
    })
  invariant(sumCents(balances.map((each) => each.balanceCents)) === 0, 'the trial balance is zero')
  return balances
}

function firstOf(lines: readonly EntryLine[]): AccountKey {
  const first = ACCOUNT_KEYS.find((key) => lines.some((line) => line.account === key))
  invariant(first !== undefined, 'a line is of an account')
  return first
}

export type LedgerLine = {
  readonly entry: NumberedEntry
  readonly line: EntryLine
  /** Of the account up to here, lines before the span counted. */
  readonly balanceCents: Cents
}

/** One account line by line, with its running balance, in the order of the books. */
export function accountLedger(
  entries: readonly NumberedEntry[],
  isOf: (line: EntryLine) => boolean,
  span: Span,
): readonly LedgerLine[] {
  let balance = ZERO
  return entries.flatMap((entry) =>
    entry.lines.filter(isOf).flatMap((line) => {
      balance = cents(balance + balanceOf(line))
      return isWithin(entry, span) ? [{ entry, line, balanceCents: balance }] : []
    }),
  )
}

/**
 * The lines that a typed account means: a key of the chart (`bank`), a number (`512100`), or its beginning (`512`).
 * `undefined` when nothing is called so.
 */
export function accountTyped(
  typed: string,
  { accounts }: Chart,
  entries: readonly NumberedEntry[],
): ((line: EntryLine) => boolean) | undefined {
  const key = typed.trim().toLowerCase().replaceAll('-', '_')
  if (isAccountKey(key)) return (line) => line.account === key
  const number = typed.trim().toUpperCase()
  const known = numbersOf(accounts, entries)
  if (known.has(number)) return (line) => line.number === number
  const begins = /^\d+$/.test(number) && [...known].some((each) => each.startsWith(number))
  return begins ? (line) => line.number.startsWith(number) : undefined
}

/** By what an account can be called: its key, or its number. */
export const accountNames = (
  { accounts }: Chart,
  entries: readonly NumberedEntry[],
): readonly string[] => [...ACCOUNT_KEYS, ...numbersOf(accounts, entries)]

const numbersOf = (
  accounts: Chart['accounts'],
  entries: readonly NumberedEntry[],
): ReadonlySet<string> =>
  new Set([
    ...Object.values(accounts),
    ...entries.flatMap((entry) => entry.lines.map((line) => line.number)),
  ])
