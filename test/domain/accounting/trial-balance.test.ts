import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { booksOf } from '../../../src/domain/accounting/books.ts'
import {
  ACCOUNT_KEYS,
  type AccountKey,
  DEFAULT_CHART,
} from '../../../src/domain/accounting/chart.ts'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import {
  accountLedger,
  accountNames,
  accountTyped,
  isWithin,
  trialBalance,
} from '../../../src/domain/accounting/trial-balance.ts'
import { addDays, day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { anyLife } from './lives.ts'

const ON = day('2026-06-12')

const linesOf = (entries: readonly NumberedEntry[]) => entries.flatMap((entry) => entry.lines)
const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)

describe('the books of any life', () => {
  test('have one row for each account that moved, by number, with what stands on each side', () => {
    fc.assert(
      fc.property(anyLife, ({ events, context }) => {
        const entries = booksOf(events, context)
        const lines = linesOf(entries)
        const numbers = [...new Set(lines.map((line) => line.number))].toSorted()
        const expected = numbers.map((number) => {
          const own = lines.filter((line) => line.number === number)
          const debitCents = sum(own.map((line) => line.debitCents))
          const creditCents = sum(own.map((line) => line.creditCents))
          return { number, debitCents, creditCents, balanceCents: debitCents - creditCents }
        })
        const rows = trialBalance(entries)
        expect(rows.map(({ account: _account, ...row }) => row)).toEqual(expected)
        for (const { number, account } of rows)
          expect(lines.some((line) => line.number === number && line.account === account)).toBe(
            true,
          )
      }),
      { numRuns: 60 },
    )
  })

  test('show of an account its lines in a span of days, and a balance that counts those before', () => {
    let shown = 0
    fc.assert(
      fc.property(anyLife, fc.boolean(), fc.boolean(), ({ events, context }, from, until) => {
        const entries = booksOf(events, context)
        const span = { ...(from ? { from: ON } : {}), ...(until ? { until: addDays(ON, 3) } : {}) }
        const ledger = accountLedger(entries, (line) => line.account === 'bank', span)
        let balance = 0
        const expected: (readonly [number, number])[] = []
        for (const entry of entries) {
          for (const line of entry.lines.filter((each) => each.account === 'bank')) {
            balance += line.debitCents - line.creditCents
            const tooEarly = from && entry.day < '2026-06-12'
            const tooLate = until && entry.day > '2026-06-15'
            if (!tooEarly && !tooLate) expected.push([entry.number, balance])
          }
        }
        expect(ledger.map((each) => [each.entry.number, each.balanceCents])).toEqual(expected)
        shown += expected.length
      }),
      { numRuns: 60 },
    )
    expect(shown).toBeGreaterThan(20)
  })
})

test('a span counts both its days', () => {
  const within = (after: number) =>
    isWithin({ day: addDays(ON, after) }, { from: ON, until: addDays(ON, 1) })
  expect([-1, 0, 1, 2].map(within)).toEqual([false, true, true, false])
})

test('an account is typed by its key, its number or the beginning of its number', () => {
  const [{ events, context } = { events: [], context: undefined }] = fc.sample(
    anyLife.filter((life) => booksOf(life.events, life.context).length > 2),
    { numRuns: 1, seed: 1 },
  )
  if (context === undefined) throw new Error('a life was made')
  const entries = booksOf(events, context)
  const lines = linesOf(entries)
  const { chart } = context
  const found = (typed: string) => {
    const isOf = accountTyped(typed, chart, entries)
    return isOf && lines.filter(isOf)
  }
  const [first] = lines
  if (first === undefined) throw new Error('a life moves something')
  const byKey = lines.filter((line) => line.account === first.account)
  const byNumber = lines.filter((line) => line.number === first.number)
  expect(found(` ${first.account.toUpperCase().replaceAll('_', '-')} `)).toEqual(byKey)
  expect(found(` ${first.number.toLowerCase()} `)).toEqual(byNumber)
  const beginning = first.number.slice(0, 1)
  expect(found(beginning)).toEqual(lines.filter((line) => line.number.startsWith(beginning)))
  expect(found('999999999')).toBeUndefined()
  expect(found('nothing')).toBeUndefined()
  expect(found('')).toBeUndefined()
})

const lineOf = (account: AccountKey, number: string, debit: number) => ({
  account,
  number,
  section: 'FC-1',
  debitCents: cents(Math.max(0, debit)),
  creditCents: cents(Math.max(0, -debit)),
})
/** Written while the bank was 512A and the till another number; transfers shared that of the bank. */
const OLD = [
  { lines: [lineOf('transfers_to_come', '512A', 30), lineOf('sales_goods', '701000', -30)] },
  { lines: [lineOf('bank', '512A', 20), lineOf('till', '531000', -20)] },
] as unknown as readonly NumberedEntry[]

test.each([
  ['bank', ['bank']],
  [' Bank ', ['bank']],
  ['TRANSFERS-TO-COME', ['transfers_to_come']],
  ['transfers_to_come', ['transfers_to_come']],
  ['512a', ['transfers_to_come', 'bank']],
  [' 512A ', ['transfers_to_come', 'bank']],
  // The number that the chart has now: nothing stands in it yet.
  ['512100', []],
  ['531000', ['till']],
  ['512', ['transfers_to_come', 'bank']],
  ['7', ['sales_goods']],
  ['01', undefined],
  ['A', undefined],
  ['512B', undefined],
  ['x531000', undefined],
  ['531000x', undefined],
  ['', undefined],
  [' ', undefined],
])('the account typed %j is that of the lines %j', (typed, accounts) => {
  const isOf = accountTyped(typed, DEFAULT_CHART, OLD)
  expect(
    isOf &&
      linesOf(OLD)
        .filter(isOf)
        .map((line) => line.account),
  ).toEqual(accounts)
})

test('the beginning of a number is typed in digits', () => {
  const odd = [
    { lines: [lineOf('bank', '512AB', 1), lineOf('till', 'X530', -1)] },
  ] as unknown as readonly NumberedEntry[]
  expect(['x5', '512a'].map((typed) => accountTyped(typed, DEFAULT_CHART, odd))).toEqual([
    undefined,
    undefined,
  ])
})

test('of the accounts that share a number the row names the first of the chart', () => {
  expect(
    trialBalance(OLD).map(({ number, account, balanceCents }) => [number, account, balanceCents]),
  ).toEqual([
    ['512A', 'bank', 50],
    ['531000', 'till', -20],
    ['701000', 'sales_goods', -30],
  ])
})

test('an account can be called by its key, its number, or a number that it had', () => {
  expect(new Set(accountNames(DEFAULT_CHART, OLD))).toEqual(
    new Set([...ACCOUNT_KEYS, ...Object.values(DEFAULT_CHART.accounts), '512A', '531000']),
  )
})
