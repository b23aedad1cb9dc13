import { expect, test } from 'vitest'
import type { EventBodies } from '../../../src/domain/journal/event.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import {
  costByNumber,
  costFacts,
  costsOf,
  nextCostNumber,
} from '../../../src/store/queries/cost.ts'
import { withLedger } from './temporary-ledger.ts'

const cost = (number: number, more: Partial<EventBodies['cost']> = {}): EventBodies['cost'] => ({
  cohort: 'FC',
  number,
  day: day('2026-06-15'),
  label: 'Farine',
  category: 'ingredients',
  paidBy: 'cae',
  chargedTo: 'activity',
  amounts: [
    { amountCents: cents(21100), vatRatePerMille: vatRate(55), vatCents: cents(1100) },
    { amountCents: cents(3900), vatRatePerMille: vatRate(200), vatCents: cents(650) },
  ],
  ...more,
})
const single = (amount: number) => [
  { amountCents: cents(amount), vatRatePerMille: vatRate(0), vatCents: cents(0) },
]

test('costs come by day and number, each with its amounts in the order typed', () => {
  withLedger(({ db, record }) => {
    expect(nextCostNumber(db, 'A')).toBe(1)
    record(({ append }) => {
      append('cost', cost(1, { day: day('2026-06-17'), supplier: 'Metro', voucher: 'F12' }))
      append('cost', cost(2, { amounts: single(500) }))
      append('cost', cost(3, { cohort: 'AUTRE' }))
      append('cost-void', { cohort: 'FC', number: 2, reason: 'deux fois' })
    })
    expect(costsOf(db, 'FC').map((each) => each.number)).toEqual([2, 1])
    expect(costByNumber(db, 2)).toMatchObject({ voided: true, voidReason: 'deux fois' })
    expect(costByNumber(db, 1)).toEqual({
      number: 1,
      cohort: 'FC',
      day: '2026-06-17',
      label: 'Farine',
      category: 'ingredients',
      supplier: 'Metro',
      voucher: 'F12',
      paidBy: 'cae',
      chargedTo: 'activity',
      session: undefined,
      totalCents: 25000,
      amounts: cost(1).amounts,
      voided: false,
      voidReason: undefined,
    })
    expect(costByNumber(db, 9)).toBeUndefined()
    expect(nextCostNumber(db, 'A')).toBe(4)
  })
})

test('a close takes the costs from its first day to its last, both included, without what was voided', () => {
  withLedger(({ db, record }) => {
    record(({ append }) => {
      append('cost', cost(1, { day: day('2026-06-14'), amounts: single(1) }))
      append('cost', cost(2, { day: day('2026-06-15'), amounts: single(2) }))
      append('cost', cost(3, { day: day('2026-06-17'), amounts: single(4), category: 'stall' }))
      append('cost', cost(4, { day: day('2026-06-18'), amounts: single(8) }))
      append('cost', cost(5, { day: day('2026-06-16'), amounts: single(16) }))
      append('cost', cost(6, { day: day('2026-06-16'), chargedTo: 'programme' }))
      append('cost', cost(7, { cohort: 'AUTRE' }))
      append('cost-void', { cohort: 'FC', number: 5, reason: 'deux fois' })
    })
    const [from, until] = [day('2026-06-15'), day('2026-06-17')]
    expect(costFacts(db, 'FC', { from, until })).toEqual([
      { category: 'ingredients', chargedTo: 'activity', amountCents: 2, vatCents: 0 },
      { category: 'ingredients', chargedTo: 'programme', amountCents: 21100, vatCents: 1100 },
      { category: 'ingredients', chargedTo: 'programme', amountCents: 3900, vatCents: 650 },
      { category: 'stall', chargedTo: 'activity', amountCents: 4, vatCents: 0 },
    ])
  })
})
