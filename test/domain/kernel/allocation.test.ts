import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  compareText,
  partDown,
  type Weighted,
} from '../../../src/domain/kernel/allocation.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { safeNaturals } from './numbers.ts'

const weights = fc.oneof(fc.nat(20), safeNaturals())
const parties = fc
  .array(weights, { minLength: 1, maxLength: 12 })
  .filter((all) => all.some((weight) => weight > 0))
  .map((all) => all.map((weight, index): Weighted => ({ key: `P${index + 10}`, weight })))

const split = (total: number, all: readonly (readonly [string, number])[]) =>
  allocate(
    cents(total),
    all.map(([key, weight]) => ({ key, weight })),
  ).map(({ key, amount, spareCent }) => `${key} ${amount}${spareCent ? ' spare' : ''}`)

describe('a split by largest remainder', () => {
  test.each<[string, number, readonly (readonly [string, number])[], readonly string[]]>([
    [
      'goes by the remainder',
      100,
      [
        ['A', 1],
        ['B', 2],
      ],
      ['A 33', 'B 67 spare'],
    ],
    [
      'ties: the larger weight',
      2,
      [
        ['A', 1],
        ['B', 3],
      ],
      ['A 0', 'B 2 spare'],
    ],
    [
      'ties on weight too: the key',
      1,
      [
        ['B', 1],
        ['A', 1],
      ],
      ['B 0', 'A 1 spare'],
    ],
    [
      'keys order by code unit',
      1,
      [
        ['P9', 1],
        ['P10', 1],
      ],
      ['P9 0', 'P10 1 spare'],
    ],
    [
      'two spare cents among three',
      2,
      [
        ['A', 1],
        ['B', 1],
        ['C', 1],
      ],
      ['A 1 spare', 'B 1 spare', 'C 0'],
    ],
    [
      'nothing for weight 0',
      101,
      [
        ['A', 0],
        ['B', 1],
        ['C', 1],
      ],
      ['A 0', 'B 51 spare', 'C 50'],
    ],
    [
      'nothing to split',
      0,
      [
        ['A', 1],
        ['B', 5],
      ],
      ['A 0', 'B 0'],
    ],
    ['one alone', 7, [['A', 3]], ['A 7']],
  ])('%s', (_rule, total, all, shares) => {
    expect(split(total, all)).toEqual(shares)
  })

  test('adds up, sits within one cent of exact and gives spare cents by the rule', () => {
    fc.assert(
      fc.property(safeNaturals(), parties, (total, all) => {
        const shares = allocate(cents(total), all)
        const whole = all.reduce((sum, party) => sum + BigInt(party.weight), 0n)
        expect(shares.reduce((sum, share) => sum + BigInt(share.amount), 0n)).toBe(BigInt(total))
        for (const share of shares) {
          const exact = BigInt(total) * BigInt(share.weight)
          const low = exact / whole
          expect(BigInt(share.amount)).toBe(share.spareCent ? low + 1n : low)
          expect(share.spareCent && exact % whole === 0n).toBe(false)
        }
        const rank = (share: { weight: number }) => (BigInt(total) * BigInt(share.weight)) % whole
        for (const given of shares.filter((share) => share.spareCent)) {
          for (const without of shares.filter((share) => !share.spareCent)) {
            const [ahead, behind] = [rank(given), rank(without)]
            expect(ahead >= behind).toBe(true)
            if (ahead !== behind) continue
            expect(given.weight >= without.weight).toBe(true)
            if (given.weight === without.weight) expect(given.key < without.key).toBe(true)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('does not depend on the order in which people are named, and answers in that order', () => {
    fc.assert(
      fc.property(safeNaturals(), parties, fc.infiniteStream(fc.nat()), (total, all, dice) => {
        const shuffled = all
          .map((party) => ({ party, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ party }) => party)
        const shares = allocate(cents(total), shuffled)
        expect(shares.map((share) => share.key)).toEqual(shuffled.map((party) => party.key))
        const byKey = (a: { key: string }, b: { key: string }) => compareText(a.key, b.key)
        expect(shares.toSorted(byKey)).toEqual(allocate(cents(total), all.toSorted(byKey)))
      }),
    )
  })

  test('more weight never gives less', () => {
    fc.assert(
      fc.property(safeNaturals(), parties, (total, all) => {
        const shares = allocate(cents(total), all).toSorted((a, b) => a.weight - b.weight)
        shares.reduce((lighter, heavier) => {
          if (lighter.weight < heavier.weight) {
            expect(heavier.amount).toBeGreaterThanOrEqual(lighter.amount)
          }
          return heavier
        })
      }),
    )
  })

  test.each<[string, number, readonly Weighted[]]>([
    ['a loss', -1, [{ key: 'A', weight: 1 }]],
    ['nobody', 1, []],
    ['weights all zero', 1, [{ key: 'A', weight: 0 }]],
    [
      'a negative weight',
      1,
      [
        { key: 'A', weight: 2 },
        { key: 'B', weight: -1 },
      ],
    ],
    ['a fraction of a weight', 1, [{ key: 'A', weight: 0.5 }]],
  ])('%s is never split', (_what, total, all) => {
    expect(() => allocate(cents(total), all)).toThrow(Defect)
  })
})

test('text is ordered by code unit, whatever the language', () => {
  expect(['b', 'a', 'é', 'Z', 'P10', 'P2'].toSorted(compareText)).toEqual([
    'P10',
    'P2',
    'Z',
    'a',
    'b',
    'é',
  ])
  expect(compareText('a', 'a')).toBe(0)
})

test('text has one order, whichever side is asked first', () => {
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0])
})

describe('a weight’s part of an amount, rounded down', () => {
  test('of 740.37 twelve half-days of 83 are 107.04; of no weights at all nothing', () => {
    expect(partDown(cents(74_037), 12, 83)).toBe(10_704)
    expect(partDown(cents(74_037), 0, 0)).toBe(0)
  })
  test('is the largest whole number of cents that is not above the exact part', () => {
    fc.assert(
      fc.property(safeNaturals(), safeNaturals(), safeNaturals(), (total, weight, others) => {
        const weights = weight + others
        fc.pre(weights > 0 && Number.isSafeInteger(weights))
        const exact = BigInt(total) * BigInt(weight)
        const part = BigInt(partDown(cents(total), weight, weights)) * BigInt(weights)
        expect(part <= exact && exact < part + BigInt(weights)).toBe(true)
      }),
    )
  })
})
