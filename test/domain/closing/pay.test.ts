import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RateTable } from '../../../src/domain/closing/close-body.ts'
import {
  DEFAULT_RATES,
  estimatePay,
  isSoundTable,
  ratesInForce,
} from '../../../src/domain/closing/pay.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { cents } from '../../../src/domain/kernel/money.ts'

const pay = (budget: number, table = DEFAULT_RATES) =>
  Object.values(estimatePay(cents(budget), table))

function tableOf(
  employer: readonly number[],
  employee: readonly (readonly [number, number])[],
): RateTable {
  return {
    validFrom: day('2026-01-01'),
    employer: employer.map((rate, index) => ({ name: `e${index}`, rate })),
    employee: employee.map(([rate, baseShare], index) => ({ name: `s${index}`, rate, baseShare })),
  }
}

describe('the pay estimate', () => {
  test.each<[number, readonly number[]]>([
    [12_489, [9265, 3224, 1559, 7706, 0]],
    [12_488, [9264, 3224, 1559, 7705, 0]],
    [11_596, [8601, 2994, 1447, 7154, 1]],
    [8920, [6616, 2304, 1114, 5502, 0]],
    [10_704, [7939, 2765, 1336, 6603, 0]],
    [5352, [3970, 1382, 668, 3302, 0]],
    [0, [0, 0, 0, 0, 0]],
    [1, [1, 0, 0, 1, 0]],
  ])('of %d cents is gross, employer, employee, net, remainder %j', (budget, parts) => {
    expect(pay(budget)).toEqual(parts)
  })

  test('rounds each contribution half up on its own', () => {
    // 50 cents at 1 % is half a cent, rounded up in each of two contributions.
    expect(
      pay(
        52,
        tableOf(
          [1000, 1000],
          [
            [1000, 10_000],
            [1000, 10_000],
          ],
        ),
      ),
    ).toEqual([50, 2, 2, 48, 0])
    // On a base of 98 % it is 0.49 and disappears.
    expect(pay(52, tableOf([1000, 1000], [[1000, 9800]]))).toEqual([50, 2, 0, 50, 0])
  })

  test('without any contribution the whole share is net', () => {
    expect(pay(777, tableOf([], []))).toEqual([777, 0, 0, 777, 0])
  })

  const rates = fc.record({
    employer: fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 6 }),
    employee: fc.array(fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.nat(10_000)), {
      maxLength: 5,
    }),
  })

  test('is the largest gross that fits, searched one by one', () => {
    fc.assert(
      fc.property(rates, fc.nat(400), ({ employer, employee }, budget) => {
        const cost = (gross: number) =>
          gross +
          employer.reduce((sum, rate) => sum + Math.floor((gross * rate + 50_000) / 100_000), 0)
        let gross = 0
        for (let g = 0; g <= budget; g += 1) if (cost(g) <= budget) gross = g
        const parts = pay(budget, tableOf(employer, employee))
        expect(parts[0]).toBe(gross)
        expect(parts[1]).toBe(cost(gross) - gross)
        expect(parts[4]).toBe(budget - cost(gross))
      }),
      { numRuns: 500 },
    )
  })

  test('spends the budget whole, with nothing below zero, up to the largest amounts', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (budget) => {
        const [gross = 0, employer = 0, employee = 0, net = 0, remainder = 0] = pay(budget)
        expect(BigInt(gross) + BigInt(employer) + BigInt(remainder)).toBe(BigInt(budget))
        expect(net + employee).toBe(gross)
        expect(remainder).toBeLessThanOrEqual(8)
        expect(Math.min(gross, employer, employee, net, remainder)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('more budget never pays less', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (budget) => {
        expect(pay(budget + 1)[0]).toBeGreaterThanOrEqual(pay(budget)[0] ?? 0)
      }),
    )
  })

  test('a negative budget or an unsound table is a defect', () => {
    expect(() => pay(-1)).toThrow(Defect)
    expect(() => pay(100, tableOf([100_001], []))).toThrow(Defect)
  })
})

describe('a table of rates', () => {
  test('is sound by default, and adds up to what the sheet of rates prints', () => {
    expect(isSoundTable(DEFAULT_RATES)).toBe(true)
    expect(DEFAULT_RATES.validFrom).toBe('2026-01-01')
    expect(DEFAULT_RATES.employer.map(({ rate }) => rate / 1000)).toEqual([
      13, 0.3, 8.55, 2.11, 5.25, 1.5, 0.1, 4,
    ])
    expect(
      DEFAULT_RATES.employee.map(({ rate, baseShare }) => [rate / 1000, baseShare / 100]),
    ).toEqual([
      [6.9, 100],
      [0.4, 100],
      [6.8, 98.25],
      [2.9, 98.25],
    ])
  })

  test.each<[string, RateTable, boolean]>([
    ['empty', tableOf([], []), true],
    ['100 % for the employer', tableOf([100_000], []), true],
    ['above 100 %', tableOf([100_001], []), false],
    ['negative', tableOf([-1], []), false],
    ['no whole number', tableOf([0.5], []), false],
    ['half of gross for the employee', tableOf([], [[50_000, 10_000]]), true],
    ['more than half of gross', tableOf([], [[50_001, 10_000]]), false],
    [
      'more than half in two parts',
      tableOf(
        [],
        [
          [30_000, 10_000],
          [20_001, 10_000],
        ],
      ),
      false,
    ],
    ['a high rate on a small base', tableOf([], [[100_000, 5000]]), true],
    ['a base above gross', tableOf([], [[1000, 10_001]]), false],
    ['a negative base', tableOf([], [[1000, -1]]), false],
  ])('%s', (_what, table, sound) => {
    expect(isSoundTable(table)).toBe(sound)
  })

  test('in force is the latest that has begun', () => {
    const at = (text: string): RateTable => ({ ...DEFAULT_RATES, validFrom: day(text) })
    const tables = [at('2026-07-01'), at('2026-01-01'), at('2027-01-01')]
    const inForce = (on: string) => ratesInForce(tables, day(on))?.validFrom
    expect(inForce('2025-12-31')).toBeUndefined()
    expect(inForce('2026-01-01')).toBe('2026-01-01')
    expect(inForce('2026-06-30')).toBe('2026-01-01')
    expect(inForce('2026-07-01')).toBe('2026-07-01')
    expect(inForce('2199-12-31')).toBe('2027-01-01')
    const corrected = { ...at('2027-01-01'), employer: [] }
    expect(ratesInForce([...tables, corrected], day('2027-02-01'))).toBe(corrected)
  })
})
