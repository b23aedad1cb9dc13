import { describe, expect, test } from 'vitest'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import {
  again,
  booksFrom,
  brief,
  cheques,
  close,
  cost,
  costVoid,
  found,
  late,
  marks,
  payment,
  payout,
  recap,
  refund,
  saleVoid,
  withdrawal,
} from './book-events.ts'

/** In what order entries are numbered, when they became final, and in which chart they stand. */

const briefs = (entries: readonly NumberedEntry[]): readonly string[] => entries.map(brief)

describe('the entries of a period', () => {
  const deeds = [
    ['B', cheques(4, 12)],
    ['B', cost(1_000_001, 12)],
    ['A', cost(1, 12)],
    ['B', cost(1_000_002, 12)],
    ['A', cost(2, 12)],
    ['A', cheques(3, 11)],
    ['A', cost(3, 12)],
  ] as const
  const order = [
    ['11', 'D-3'],
    ['12', 'C-1'],
    ['12', 'C-2'],
    ['12', 'C-3'],
    ['12', 'C-B-1'],
    ['12', 'C-B-2'],
    ['12', 'D-4'],
  ]
  const numbered = (valid: string) =>
    order.map(([day, piece], index) => `${index + 1} ${day} ${piece} ${valid}`)

  test('are numbered by day, then by their place in the day, till by till, as recorded', () => {
    expect(briefs(booksFrom(...deeds))).toEqual(numbered('open'))
  })

  test('keep that order once closed, and are final on the day of the close', () => {
    expect(briefs(booksFrom(...deeds, ['A', close(1, 14, { on: 20 })]))).toEqual(numbered('20'))
  })

  test('are never final before their own day, where the close came before its last day', () => {
    expect(
      briefs(booksFrom(['A', cost(1, 8)], ['A', cost(2, 12)], ['A', close(1, 14, { on: 10 })])),
    ).toEqual(['1 8 C-1 12', '2 12 C-2 12'])
  })

  test('are in it on its last day, and on the day after in the next', () => {
    expect(
      briefs(booksFrom(['A', cost(1, 14)], ['A', cost(2, 15)], ['A', close(1, 14, { on: 16 })])),
    ).toEqual(['1 14 C-1 16', '2 15 C-2 open'])
  })
})

test('what a close itself moves is in the chart that it freezes, the last of its period', () => {
  const entries = booksFrom(['A', cost(1, 10)], ['A', close(1, 10, { contribution: 100 })])
  expect(briefs(entries)).toEqual(['1 10 C-1 10', '2 10 CTR-001 10'])
  expect(marks(entries)).toEqual(['C-1 1', 'CTR-001 1'])
})

describe('what is recorded after a close', () => {
  test('and settles it stands behind it as it was recorded; then the next period; then what is open', () => {
    const entries = booksFrom(
      ['A', cost(1, 3)],
      ['A', cost(2, 13)],
      ['A', close(1, 10)],
      ['A', payout(6, 19)],
      ['A', found(1, 1, 50, 12)],
      ['A', cost(3, 18)],
      ['A', close(2, 20)],
      ['A', payout(7, 22)],
      ['A', cost(4, 21)],
    )
    expect(briefs(entries)).toEqual([
      '1 3 C-1 10',
      '2 19 V-6 19',
      // Validation days never decrease: it stands behind the payout of the 19th.
      '3 12 C-50 19',
      '4 13 C-2 20',
      '5 18 C-3 20',
      '6 22 V-7 22',
      '7 21 C-4 open',
    ])
    // The chart of the close that it settles; what is open, the one that is set now.
    expect(marks(entries)).toEqual(['C-1 1', 'V-6 1', 'C-50 1', 'C-2 2', 'C-3 2', 'V-7 2', 'C-4 9'])
  })

  test('on a day of the closed period never takes a number that was given', () => {
    const entries = booksFrom(
      ['A', cost(1, 3)],
      ['A', close(1, 10)],
      ['B', cheques(4, 2)],
      ['B', cheques(2, 10)],
      ['B', cheques(3, 11)],
    )
    expect(briefs(entries)).toEqual(['1 3 C-1 10', '2 2 D-4 10', '3 10 D-2 10', '4 11 D-3 open'])
    expect(marks(entries)).toEqual(['C-1 1', 'D-4 1', 'D-2 1', 'D-3 9'])
  })

  test('amends an older period in the chart of that period', () => {
    const closes = [
      ['A', close(1, 10)],
      ['A', close(2, 20)],
    ] as const
    const entries = booksFrom(...closes, ['A', found(1, 1, 50, 22)], ['A', found(2, 1, 51, 23)])
    expect(marks(entries)).toEqual(['C-50 1', 'C-51 2'])
    expect(briefs(entries)).toEqual(['1 22 C-50 22', '2 23 C-51 23'])
  })
})

describe('once nothing is left to close', () => {
  const begun = [
    ['A', cost(1, 3)],
    ['A', close(1, 10)],
  ] as const

  test.each([
    ['a deposit', cheques(5, 15)],
    ['a withdrawal', withdrawal(5, 15)],
    ['the payment of a cost', payment(5, 1, 15)],
    ['what is given back to a person', refund(5, 15)],
  ])(
    '%s settles what was closed, in its chart; while a period is open it is of that period',
    (_, deed) => {
      const said = (entry: NumberedEntry | undefined) =>
        entry && [entry.validDay, entry.lines[0]?.number[0]]
      expect(said(booksFrom(...begun, ['A', late(deed)])[1])).toEqual(['2026-06-15', '1'])
      expect(said(booksFrom(...begun, ['A', deed])[1])).toEqual([undefined, '9'])
      expect(said(booksFrom(['A', cost(1, 3)], ['A', late(deed)])[1])).toEqual([undefined, '9'])
    },
  )

  test('what was taken back, and brought back, settles as it did itself', () => {
    const deed = cheques(5, 15)
    const entries = booksFrom(
      ...begun,
      ['A', late(deed)],
      ['A', late(again('reversal', 3, deed))],
      ['A', late(again('redo', 4, deed))],
    )
    expect(briefs(entries)).toEqual(['1 3 C-1 10', '2 15 D-5 15', '3 15 D-5 15', '4 15 D-5 15'])
    expect(marks(entries)).toEqual(['C-1 1', 'D-5 1', 'D-5 1', 'D-5 1'])
    expect(briefs(booksFrom(...begun, ['A', deed], ['A', again('reversal', 3, deed)]))).toEqual([
      '1 3 C-1 10',
      '2 15 D-5 open',
      '3 15 D-5 open',
    ])
  })

  test('a cost is no settlement: it is open', () => {
    expect(briefs(booksFrom(...begun, ['A', late(cost(2, 15))]))).toEqual([
      '1 3 C-1 10',
      '2 15 C-2 open',
    ])
  })
})

describe('what speaks of an earlier event', () => {
  test('the payment of a cost that was found after the close is owed to its supplier', () => {
    const entries = booksFrom(
      ['A', close(1, 10)],
      ['A', found(1, 1, 50, 12)],
      ['A', late(payment(5, 50, 15))],
    )
    expect(briefs(entries)).toEqual(['1 12 C-50 12', '2 15 R-5 15'])
    expect(entries[1]?.lines.map((line) => [line.account, line.number[0], line.auxiliary])).toEqual(
      [
        ['suppliers', '1', { kind: 'supplier', code: 'MILL', name: 'Invented' }],
        ['bank', '1', undefined],
      ],
    )
  })

  test('what is voided is so on the day of what it voids, and in its period', () => {
    const voids = booksFrom(
      ['A', cost(1, 3)],
      ['A', recap(1, 4)],
      ['A', costVoid(1)],
      ['A', saleVoid(1)],
      ['A', again('reversal', 9, cost(2, 5))],
      ['A', again('redo', 5, cost(2, 5))],
      ['A', close(1, 10)],
    )
    expect(voids.map((entry) => [entry.day, entry.validDay])).toEqual(
      [3, 3, 4, 4, 5, 5].map((day) => [`2026-06-0${day}`, '2026-06-10']),
    )
    expect(marks(voids).map((each) => each.at(-1))).toEqual(Array(6).fill('1'))
  })

  test('a recap without a rate has the one its product has, or had at the close', () => {
    const vatOf = (entries: readonly NumberedEntry[]) =>
      entries[0]?.lines.find((line) => line.account === 'vat_collected')?.creditCents
    expect(vatOf(booksFrom(['A', recap(1, 4)]))).toBe(55)
    expect(vatOf(booksFrom(['A', recap(1, 4)], ['A', close(1, 10, { breadRate: 200 })]))).toBe(176)
  })
})
