import fc from 'fast-check'
import { ACCOUNT_KEYS, type AccountKey, type Chart } from '../../../src/domain/accounting/chart.ts'
import { VAT_RATES } from '../../../src/domain/kernel/rate.ts'
import { anyFound } from '../closing/found.ts'

/** What may happen in an invented life of a cohort, step by step. */

export const PERIOD_DAYS = 10

const amount = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 200_000 }))
const signed = fc.oneof(
  { weight: 5, arbitrary: amount },
  { weight: 1, arbitrary: amount.map((each) => -each) },
)
const rate = fc.constantFrom(...VAT_RATES)
const kind = fc.constantFrom('goods' as const, 'service' as const)
export const METHODS = ['cash', 'card', 'cheque', 'transfer'] as const
const method = fc.constantFrom(...METHODS)
const within = fc.nat(PERIOD_DAYS - 1)
const stall = fc.constantFrom('A', 'A', 'B')

/** Every account has a number of its own, so that none can stand for another. */
export const chart: fc.Arbitrary<Chart> = fc
  .record({
    mark: fc.integer({ min: 1, max: 9 }),
    contributionStyle: fc.constantFrom('two_line' as const, 'four_line' as const),
    activitySection: fc.constantFrom('{cohort}', 'ACT-{cohort}', 'YOUTH'),
    hostSection: fc.constantFrom('CAE', 'HOST'),
  })
  .map(({ mark, ...others }) => ({
    ...others,
    accounts: Object.fromEntries(
      ACCOUNT_KEYS.map((key, index) => [key, `${mark}${String(index).padStart(5, '0')}`]),
    ) as Readonly<Record<AccountKey, string>>,
  }))

const cost = fc.record({
  step: fc.constant('cost' as const),
  on: within,
  amounts: fc.array(fc.tuple(amount, rate), { minLength: 1, maxLength: 3 }),
  category: fc.constantFrom('ingredients', 'packaging', 'stall', 'bank_fees', 'goods', 'other'),
  paidBy: fc.constantFrom('cae', 'till', 'P01', 'ANIM01'),
  chargedTo: fc.constantFrom('activity' as const, 'activity' as const, 'programme' as const),
  supplier: fc.constantFrom(undefined, 'PACKFR: Invented SARL', 'Invented'),
})
const split = fc.array(fc.tuple(method, signed), { maxLength: 3 })
const z = fc.record({
  step: fc.constant('z' as const),
  stall,
  on: within,
  kinds: fc.uniqueArray(fc.tuple(rate, kind, signed), {
    selector: ([perMille, of]) => `${perMille} ${of}`,
    maxLength: 5,
  }),
  tips: fc.oneof(fc.constant(0), amount),
  split,
  difference: fc.oneof(fc.constant(0), fc.integer({ min: -900, max: 900 })),
})
const recap = fc.record({
  step: fc.constant('recap' as const),
  stall,
  on: fc.nat(2),
  /** A ticket of a till session: its Z tells of it. */
  inTill: fc.nat(5).map((one) => one === 0),
  lines: fc.array(
    fc.record({
      rate: fc.option(rate),
      product: fc.constantFrom(undefined, 'bread', 'soap'),
      kind,
      amount,
    }),
    { minLength: 1, maxLength: 3 },
  ),
  tip: fc.oneof(fc.constant(0), amount),
  split,
})
/** One of what is there to be voided, taken back, brought back or paid. */
const which = fc.nat(50)
const move = fc.record({
  step: fc.constantFrom(
    ...(['withdrawal', 'cash', 'cheque', 'card', 'cost-payment', 'cost-refund', 'payout'] as const),
  ),
  on: within,
  amount: fc.integer({ min: 50, max: 200_000 }),
  fee: fc.integer({ min: 0, max: 50 }),
  who: fc.constantFrom('P01', 'ANIM01'),
  which,
})
const again = fc.record({
  step: fc.constantFrom('void-cost', 'void-recap', 'reversal', 'redo'),
  which,
})
const correction = fc.record({
  step: fc.constant('correction' as const),
  found: anyFound,
  on: within,
})
export const step = fc.oneof(
  { weight: 5, arbitrary: cost },
  { weight: 4, arbitrary: z },
  { weight: 6, arbitrary: recap },
  { weight: 7, arbitrary: move },
  { weight: 5, arbitrary: again },
  { weight: 2, arbitrary: correction },
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
export type StepOf<K extends Step['step']> = Extract<Step, { readonly step: K }>
