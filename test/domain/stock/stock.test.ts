import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProductTakings, revenueOf } from '../../../src/domain/closing/product-revenue.ts'
import { vatOf } from '../../../src/domain/closing/vat.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents, sumCents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { marginsOf } from '../../../src/domain/stock/margin.ts'
import { countStock, markSoldOut } from '../../../src/domain/stock/move.ts'
import { leftAfter } from '../../../src/domain/stock/sold-out.ts'
import { leftOf, noStock, type ProductStock } from '../../../src/domain/stock/stock.ts'

const J5 = day('2026-06-17')
const cookie = (some: Partial<ProductStock>): ProductStock => ({ ...noStock('cookie'), ...some })
const where = { cohort: 'FC', day: J5, note: undefined }

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
  return 'done'
}

describe('what is left', () => {
  test.each([
    [{}, undefined],
    [{ sold: 3 }, undefined],
    [{ produced: 10 }, 10],
    [{ produced: 10, sold: 3, given: 2, lost: 1 }, 4],
    [{ produced: 10, found: 2, sold: 12 }, 0],
    [{ produced: 10, sold: 12 }, -2],
    [{ found: 4, lost: 1 }, 3],
  ])('of %j is %s', (some, left) => {
    expect(leftOf(cookie(some))).toBe(left)
  })

  test.each([
    [10, undefined],
    [8, { reason: 'lost', quantity: 2 }],
    [0, { reason: 'lost', quantity: 10 }],
    [13, { reason: 'found', quantity: 3 }],
  ])('counting %s of 10 notes %j', (counted, noted) => {
    const body = countStock(cookie({ produced: 12, sold: 2 }), counted, where)
    if (noted === undefined) expect(body).toBeUndefined()
    else expect(body).toEqual({ cohort: 'FC', product: 'cookie', day: J5, ...noted })
  })

  test('a count means nothing where nobody noted what was made', () => {
    expect(codeOf(() => countStock(cookie({ sold: 3 }), 4, where))).toBe('stock-not-produced')
  })

  test('a mark changes something', () => {
    expect(codeOf(() => markSoldOut(cookie({ soldOut: true }), true, 'FC'))).toBe(
      'sold-out-already',
    )
    expect(codeOf(() => markSoldOut(cookie({}), false, 'FC'))).toBe('not-sold-out')
    expect(markSoldOut(cookie({}), true, 'FC').soldOut).toBe(true)
  })
})

describe('a sale', () => {
  const line = (quantity: number, free?: true) => ({
    product: 'cookie',
    label: 'Cookie',
    quantity,
    unitPriceCents: cents(250),
    totalCents: cents(free ? 0 : 250 * quantity),
    kind: 'goods' as const,
    ...(free ? { free } : {}),
  })
  const asked = { line: '5 cookie cb', at: undefined, anyway: false }

  test.each([
    ['nothing known', undefined, 'done'],
    ['not counted', cookie({ sold: 3 }), 'done'],
    ['enough', cookie({ produced: 9, sold: 4 }), 'done'],
    ['too few', cookie({ produced: 8, sold: 4 }), 'sold-out'],
    ['none', cookie({ produced: 4, sold: 4 }), 'sold-out'],
    ['below zero', cookie({ produced: 4, sold: 9 }), 'sold-out'],
    ['marked', cookie({ produced: 99, soldOut: true }), 'sold-out'],
    ['marked, not counted', cookie({ soldOut: true }), 'sold-out'],
  ])('of 5, with one of them free: %s', (_name, stock, expected) => {
    const lines = [line(4), line(1, true)]
    expect(codeOf(() => leftAfter(lines, () => stock, asked))).toBe(expected)
    expect(codeOf(() => leftAfter(lines, () => stock, { ...asked, anyway: true }))).toBe('done')
  })

  test('says what it leaves', () => {
    const stock = cookie({ produced: 9, sold: 4 })
    expect(leftAfter([line(2), line(1)], () => stock, asked)).toEqual([
      { product: 'cookie', left: 2 },
    ])
  })
})

const rate = fc.constantFrom(0, 21, 55, 100, 200).map(vatRate)
const taken: fc.Arbitrary<ProductTakings> = fc.record({
  product: fc.constantFrom('cookie', 'brownie', 'cafe', undefined),
  label: fc.constantFrom('x', 'y'),
  day: fc.constantFrom(J5, day('2026-06-18')),
  till: fc.constantFrom('A', 'B'),
  z: fc.nat({ max: 2 }),
  ratePerMille: fc.oneof({ weight: 9, arbitrary: rate }, fc.constant(undefined)),
  kind: fc.constantFrom('goods', 'service'),
  ttcCents: fc.integer({ min: -500, max: 9_999 }).map(cents),
})

describe('what products brought', () => {
  test('comes to the revenue of the statement, whatever was sold and refunded', () => {
    fc.assert(
      fc.property(fc.array(taken), (takings) => {
        const rated = takings.flatMap((each) =>
          each.ratePerMille === undefined ? [] : [{ ...each, ratePerMille: each.ratePerMille }],
        )
        const revenue = revenueOf(rated, () => 'normal')
        const statement = vatOf(rated, 'normal')
        expect(sumCents(revenue.map((each) => each.htCents ?? cents(0)))).toBe(
          sumCents(statement.map((row) => row.htCents)),
        )
        expect(sumCents(revenue.map((each) => each.ttcCents))).toBe(
          sumCents(rated.map((each) => each.ttcCents)),
        )
      }),
    )
  })

  test('is known without VAT where every rate is', () => {
    fc.assert(
      fc.property(fc.array(taken), (takings) => {
        for (const each of revenueOf(takings, () => 'normal')) {
          const own = takings.filter(
            ({ product, label }) =>
              product === each.product && (product !== undefined || label === each.label),
          )
          const isRated = own.every(({ ratePerMille }) => ratePerMille !== undefined)
          expect(each.htCents !== undefined).toBe(isRated)
        }
        for (const each of revenueOf(takings, () => 'franchise'))
          expect(each.htCents).toBe(each.ttcCents)
      }),
    )
  })

  test('no product is more than a cent off its own VAT in one till session', () => {
    fc.assert(
      fc.property(fc.array(taken, { minLength: 1 }), rate, (takings, ratePerMille) => {
        const one = takings.map((each, index) => ({
          ...each,
          product: `p${index}`,
          ratePerMille,
          day: J5,
          till: 'A',
          z: 1,
        }))
        for (const [index, each] of revenueOf(one, () => 'normal').entries()) {
          const exact = ((one[index]?.ttcCents ?? 0) * 1000) / (1000 + ratePerMille)
          expect(Math.abs((each.htCents ?? Number.NaN) - exact)).toBeLessThan(1)
        }
      }),
    )
  })
})

describe('margins', () => {
  test.each([
    [[], 100, []],
    [[['cookie', 0, 500]], 100, [undefined]],
    [
      [
        ['cookie', 2, 500],
        ['brownie', 1, 300],
      ],
      100,
      [433, 267],
    ],
    [
      [
        ['cookie', 3, 0],
        ['sac', 0, 300],
      ],
      100,
      [-100, undefined],
    ],
    [[['cookie', 3, undefined]], 100, [undefined]],
  ] as const)('%j with %s of materials', (goods, materials, expected) => {
    const made = goods.map(([product, produced, ht]) => ({
      product,
      produced,
      htCents: ht === undefined ? undefined : cents(ht),
    }))
    expect(marginsOf(made, cents(materials)).map((each) => each.marginCents)).toEqual(expected)
  })

  test('the pieces bear all materials, to the cent', () => {
    const made = fc.record({
      produced: fc.nat({ max: 500 }),
      htCents: fc.integer({ min: 0, max: 99_999 }).map(cents),
    })
    fc.assert(
      fc.property(fc.array(made), fc.nat({ max: 999_999 }), (all, materials) => {
        const goods = all.map((each, index) => ({ ...each, product: `p${index}` }))
        const margins = marginsOf(goods, cents(materials))
        const pieces = goods.reduce((sum, each) => sum + each.produced, 0)
        const shared = margins.reduce((sum, each) => sum + (each.materialsCents ?? 0), 0)
        expect(shared).toBe(pieces === 0 ? 0 : materials)
      }),
    )
  })
})
