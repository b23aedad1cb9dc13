import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COST_CATEGORIES, isCostCategory } from '../../src/domain/costs/category.ts'
import { day } from '../../src/domain/kernel/day.ts'
import { cents, sumCents, ZERO } from '../../src/domain/kernel/money.ts'
import { VAT_RATES, vatRate, vatWithin } from '../../src/domain/kernel/rate.ts'
import { costList, costsByCategory, costsByPayer } from '../../src/reports/costs.ts'
import type { CostRow } from '../../src/store/queries/cost.ts'

const amount = (amountCents: number, perMille: number) => {
  const rate = vatRate(perMille)
  const { vat } = vatWithin(cents(amountCents), rate)
  return { amountCents: cents(amountCents), vatRatePerMille: rate, vatCents: vat }
}

const cost = (number: number, more: Partial<CostRow> = {}): CostRow => {
  const amounts = more.amounts ?? [amount(3600, 200)]
  return {
    number,
    cohort: 'FC',
    day: day('2026-06-15'),
    label: 'Boîtes',
    category: 'packaging',
    supplier: undefined,
    voucher: undefined,
    paidBy: 'cae',
    chargedTo: 'activity',
    session: undefined,
    voided: false,
    voidReason: undefined,
    corrects: undefined,
    amounts,
    totalCents: sumCents(amounts.map((each) => each.amountCents)),
    ...more,
  }
}

const COSTS = [
  cost(1),
  cost(2, {
    category: 'ingredients',
    paidBy: 'ANIM01',
    amounts: [amount(21100, 55), amount(3900, 200)],
  }),
  cost(3, { category: 'stall', paidBy: 'till', amounts: [amount(3000, 0)] }),
  cost(4, { category: 'fees', chargedTo: 'programme', paidBy: 'ANIM01' }),
  cost(5, { voided: true, paidBy: 'P01' }),
]
const normal = () => 'normal' as const

describe('the costs of the worked example', () => {
  test('stand by category in the order of the accounts, the programme after the activity', () => {
    expect(costsByCategory(COSTS, normal).rows).toEqual([
      {
        chargedTo: 'activity',
        category: 'ingredients',
        account: '601000',
        ttc: 25000,
        vat: 1750,
        ht: 23250,
      },
      {
        chargedTo: 'activity',
        category: 'packaging',
        account: '602610',
        ttc: 3600,
        vat: 600,
        ht: 3000,
      },
      { chargedTo: 'activity', category: 'stall', account: '613200', ttc: 3000, vat: 0, ht: 3000 },
      {
        chargedTo: 'programme',
        category: 'fees',
        account: '622600',
        ttc: 3600,
        vat: 600,
        ht: 3000,
      },
    ])
    const { rows, totals } = costsByCategory(COSTS, normal, 'activity')
    expect(rows).toHaveLength(3)
    expect(totals).toEqual({ ttc: 31600, vat: 2350, ht: 29250 })
  })

  test('say who paid, and what people get back: all that they advanced', () => {
    const advance = {
      who: 'ANIM01',
      advancedCents: cents(28600),
      refundedCents: cents(600),
      owedCents: cents(28000),
    }
    expect(costsByPayer(COSTS, [advance]).rows).toEqual([
      { paidBy: 'cae', ttc: 3600, givenBack: 0, toRefund: 0 },
      { paidBy: 'till', ttc: 3000, givenBack: 0, toRefund: 0 },
      { paidBy: 'ANIM01', ttc: 28600, givenBack: 600, toRefund: 28000 },
    ])
  })

  test('are listed one row an amount; what is voided is shown and not counted', () => {
    const { rows, totals } = costList(COSTS, normal)
    expect([...rows].map((row) => [row.number, row.amountTtc, row.voided])).toEqual([
      [1, 3600, false],
      [2, 21100, false],
      [2, 3900, false],
      [3, 3000, false],
      [4, 3600, false],
      [5, 3600, true],
    ])
    expect(totals).toEqual({ amountTtc: 35200, vat: 2950, ht: 32250 })
  })

  test('no totals stand under nothing', () => {
    expect(costList([], normal).totals).toBeUndefined()
    expect(costsByPayer([], []).totals).toBeUndefined()
    expect(costsByCategory([cost(1, { voided: true })], normal).totals).toBeUndefined()
  })
})

test('a host under franchise deducts nothing: the whole amount weighs', () => {
  const { rows } = costsByCategory([cost(1)], () => 'franchise')
  expect(rows).toMatchObject([{ ttc: 3600, vat: 0, ht: 3600 }])
})

test('each cost counts under the regime of its own period', () => {
  const costs = [cost(1), cost(2)]
  const { rows } = costsByCategory(costs, ({ number }) => (number === 1 ? 'franchise' : 'normal'))
  expect(rows).toMatchObject([{ ttc: 7200, vat: 600, ht: 6600 }])
})

test('list, categories and payers add up to the same, whatever was spent', () => {
  const costs = fc.array(
    fc.record({
      category: fc.constantFrom(...Object.keys(COST_CATEGORIES).filter(isCostCategory)),
      chargedTo: fc.constantFrom<CostRow['chargedTo']>('activity', 'programme'),
      paidBy: fc.constantFrom('cae', 'till', 'P01', 'ANIM01'),
      voided: fc.boolean(),
      amounts: fc.array(
        fc
          .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom(...VAT_RATES))
          .map(([amountCents, rate]) => amount(amountCents, rate)),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  )
  fc.assert(
    fc.property(costs, (made) => {
      const rows = made.map((each, index) => cost(index + 1, each))
      const { ttc = ZERO, vat = ZERO, ht = ZERO } = costsByCategory(rows, normal).totals ?? {}
      const { totals } = costList(rows, normal)
      expect(totals ?? { amountTtc: 0, vat: 0, ht: 0 }).toEqual({ amountTtc: ttc, vat, ht })
      expect(costsByPayer(rows, []).totals?.ttc ?? ZERO).toBe(ttc)
    }),
  )
})
