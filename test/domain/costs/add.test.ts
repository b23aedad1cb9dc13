import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addCost, MOST_COST_CENTS, type NewCost } from '../../../src/domain/costs/add.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents, sumCents } from '../../../src/domain/kernel/money.ts'
import { VAT_RATES, vatRate } from '../../../src/domain/kernel/rate.ts'

const amount = (amountCents: number, perMille: number) => ({
  amountCents: cents(amountCents),
  vatRatePerMille: vatRate(perMille),
})

const cost = (more: Partial<NewCost> = {}): NewCost => ({
  label: 'Farine',
  day: day('2026-06-15'),
  category: 'ingredients',
  amounts: [amount(21100, 55), amount(3900, 200)],
  paidBy: 'cae',
  chargedTo: 'activity',
  ...more,
})

const context = { cohort: 'FC', number: 7, session: undefined }

describe('a new cost', () => {
  test('has the VAT of each amount (21100@55 → 1100, 3900@200 → 650)', () => {
    expect(addCost(cost(), context)).toEqual({
      cohort: 'FC',
      number: 7,
      day: '2026-06-15',
      label: 'Farine',
      category: 'ingredients',
      paidBy: 'cae',
      chargedTo: 'activity',
      amounts: [
        { amountCents: 21100, vatRatePerMille: 55, vatCents: 1100 },
        { amountCents: 3900, vatRatePerMille: 200, vatCents: 650 },
      ],
    })
  })

  test('says its supplier, its voucher and the session of the till that paid', () => {
    const typed = cost({
      supplier: 'Metro',
      voucher: 'F12',
      paidBy: 'till',
      chargedTo: 'programme',
    })
    expect(addCost(typed, { ...context, session: 3 })).toMatchObject({
      supplier: 'Metro',
      voucher: 'F12',
      paidBy: 'till',
      chargedTo: 'programme',
      session: 3,
    })
  })

  test('VAT is extracted once per amount, never on their sum', () => {
    const three = addCost(cost({ amounts: [1, 2, 3].map(() => amount(300, 55)) }), context)
    expect(three.amounts.map((each) => each.vatCents)).toEqual([16, 16, 16])
    const one = addCost(cost({ amounts: [amount(900, 55)] }), context)
    expect(one.amounts.map((each) => each.vatCents)).toEqual([47])
  })

  test.each([
    ['no amount', cost({ amounts: [] })],
    ['an amount of 0', cost({ amounts: [amount(0, 55)] })],
    ['too much', cost({ amounts: [amount(MOST_COST_CENTS, 0), amount(1, 0)] })],
    ['a till without a session', cost({ paidBy: 'till' })],
  ])('%s is a defect: the border has refused it', (_, typed) => {
    expect(() => addCost(typed, context)).toThrow('does not hold')
  })

  test('its VAT lies between nothing and the whole, at any amount', () => {
    const amounts = fc.array(
      fc.record({
        amountCents: fc.integer({ min: 1, max: 49_999_999 }).map(cents),
        vatRatePerMille: fc.constantFrom(...VAT_RATES).map(vatRate),
      }),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(amounts, (typed) => {
        const body = addCost(cost({ amounts: typed }), context)
        expect(sumCents(body.amounts.map((each) => each.amountCents))).toBe(
          sumCents(typed.map((each) => each.amountCents)),
        )
        for (const { amountCents, vatRatePerMille, vatCents } of body.amounts) {
          const exact = (amountCents * vatRatePerMille) / (1000 + vatRatePerMille)
          expect(Math.abs(vatCents - exact)).toBeLessThanOrEqual(0.5)
        }
      }),
    )
  })
})
