import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventBodies, PaymentMethod } from '../../../src/domain/journal/event.ts'
import { dayOf, instantAt } from '../../../src/domain/kernel/instant.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { expectedCash } from '../../../src/domain/till/takings.ts'
import { sessionByNumber } from '../../../src/store/queries/till.ts'
import { sumsOf, takingsOf } from '../../../src/store/queries/till-sums.ts'
import type { Journal } from '../../../src/store/record.ts'
import {
  AT,
  COHORT,
  newLedger,
  openStall,
  append as record,
  temporaryFolder,
  withLedger,
} from '../../ledger-builder.ts'

const J5 = dayOf(AT)
const METHODS: readonly PaymentMethod[] = ['cash', 'card', 'cheque', 'transfer']

type Deed =
  | {
      readonly kind: 'sale'
      readonly total: number
      readonly tip: number
      readonly method: PaymentMethod
      readonly rated: boolean
      readonly voided: boolean
    }
  | { readonly kind: 'in' | 'out'; readonly amount: number }
  | { readonly kind: 'cost'; readonly amount: number; readonly voided: boolean }
  | { readonly kind: 'count'; readonly amount: number }

const amount = fc.integer({ min: 1, max: 100_000 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sale'),
      total: amount,
      tip: fc.integer({ min: 0, max: 500 }),
      method: fc.constantFrom(...METHODS),
      rated: fc.boolean(),
      voided: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constantFrom('in', 'out'), amount }),
  fc.record({ kind: fc.constant('cost'), amount, voided: fc.boolean() }),
  fc.record({ kind: fc.constant('count'), amount }),
)

/** Deeds are recorded in their order, and happen in another; several in one minute. The first is number 1. */
const minuteOf = (number: number): number => number % 2
const timeOf = (number: number) =>
  instantAt(J5, `10:${String(minuteOf(number)).padStart(2, '0')}`) ?? AT

const saleOf = (
  number: number,
  { total, tip, method, rated }: Extract<Deed, { kind: 'sale' }>,
) => ({
  cohort: COHORT,
  number,
  session: 1,
  day: J5,
  happenedAt: timeOf(number),
  lines: [
    {
      label: 'Cookie',
      quantity: 1,
      unitPriceCents: cents(total),
      totalCents: cents(total),
      ...(rated ? { vatRatePerMille: vatRate(55) } : {}),
      kind: 'goods' as const,
    },
  ],
  payments: [{ method, amountCents: cents(total + tip), tenderedCents: cents(total + tip) }],
  discountCents: cents(0),
  tipCents: cents(tip),
  totalCents: cents(total),
  changeCents: cents(0),
})

const costOf = (number: number, paid: number): EventBodies['cost'] => ({
  cohort: COHORT,
  number,
  day: J5,
  label: 'Farine',
  category: 'ingredients',
  paidBy: 'till',
  chargedTo: 'activity',
  amounts: [{ amountCents: cents(paid), vatRatePerMille: vatRate(0), vatCents: cents(0) }],
  session: 1,
})

/** Tickets and costs take the number of their deed: gaps do not matter here. */
function perform({ append }: Journal, each: Deed, index: number): void {
  const number = index + 1
  const happenedAt = timeOf(number)
  const there = { cohort: COHORT, session: 1, happenedAt }
  switch (each.kind) {
    case 'sale':
      append('sale', saleOf(number, each))
      if (each.voided)
        append('sale-void', { cohort: COHORT, number, reason: 'x', voidedCents: cents(each.total) })
      return
    case 'cost':
      append('cost', costOf(number, each.amount))
      if (each.voided) append('cost-void', { cohort: COHORT, number, reason: 'x' })
      return
    case 'count': {
      const counted = cents(each.amount)
      append('till-count', {
        ...there,
        expectedCents: counted,
        countedCents: counted,
        differenceCents: cents(0),
        lastTicket: number,
      })
      return
    }
    case 'in':
    case 'out':
      append('till-cash', {
        ...there,
        direction: each.kind,
        amountCents: cents(each.amount),
        reason: 'x',
      })
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

const sold: Deed = {
  kind: 'sale',
  total: 250,
  tip: 0,
  method: 'cash',
  rated: true,
  voided: false,
}
/** Before the count but of a later minute, after it and later, after it in its minute. */
const around = (one: Deed): Deed[] => [one, { kind: 'count', amount: 8000 }, one, one]

/** The same figures, from the deeds alone. */
function oracle(deeds: readonly Deed[]) {
  const sales = deeds.filter((each) => each.kind === 'sale')
  const valid = sales.filter((each) => !each.voided)
  const cash = (part: readonly Deed[]): number =>
    sum(
      part.map((each) => {
        if (each.kind === 'sale')
          return each.method === 'cash' && !each.voided ? each.total + each.tip : 0
        return each.kind === 'in' ? each.amount : each.kind === 'out' ? -each.amount : 0
      }),
    )
  const costs = sum(deeds.map((each) => (each.kind === 'cost' && !each.voided ? each.amount : 0)))
  const last = deeds.findLastIndex((each) => each.kind === 'count')
  const counted = deeds[last]
  return {
    ticketCount: valid.length,
    voidCount: sales.length - valid.length,
    salesCents: sum(valid.map((each) => each.total)),
    tipsCents: sum(valid.map((each) => each.tip)),
    expected: 8000 + cash(deeds) - costs,
    count: counted?.kind === 'count' ? counted.amount : undefined,
    movedSince:
      last === -1
        ? undefined
        : cash(
            deeds.filter((_, index) => index > last && minuteOf(index + 1) > minuteOf(last + 1)),
          ),
    rated: sum(valid.map((each) => (each.rated ? each.total : 0))),
    unrated: valid.some((each) => !each.rated),
  }
}

test('whatever a day brings, its sums in the database are those of its deeds', () => {
  const folder = temporaryFolder()
  let made = 0
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      made += 1
      const path = newLedger(join(folder, `${made}.db`), openStall)
      record(path, (journal) => deeds.forEach((each, index) => perform(journal, each, index)))
      const found = withLedger(path, ({ db }) => {
        const session = sessionByNumber(db, 1)
        if (session === undefined) throw new Error('no session')
        return { ...sumsOf(db, session), ...takingsOf(db, 1) }
      })
      const { ticketCount, voidCount, salesCents, tipsCents } = found.tickets
      const rated = found.takings.filter((each) => each.ratePerMille !== undefined)
      expect({
        ticketCount,
        voidCount,
        salesCents,
        tipsCents,
        expected: expectedCash(found.cash),
        count: found.count?.countedCents,
        movedSince: found.count?.movedSinceCents,
        rated: sum(rated.map((each) => each.ttcCents)),
        unrated: found.unrated.length > 0,
      }).toEqual(oracle(deeds))
      expect(sum(found.takings.map((each) => each.ttcCents))).toBe(salesCents)
      expect(sum(found.methods.map((each) => each.amountCents))).toBe(salesCents + tipsCents)
    }),
    { numRuns: 40, examples: [[around(sold)], [around({ kind: 'in', amount: 250 })]] },
  )
})
