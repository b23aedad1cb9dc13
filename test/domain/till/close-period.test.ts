import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { vatOfZ } from '../../../src/domain/closing/vat.ts'
import type { PaymentMethod, ZBody } from '../../../src/domain/journal/event.ts'
import { addDays, type Day, day } from '../../../src/domain/kernel/day.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents, sumCents } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { closePeriod } from '../../../src/domain/till/close-period.ts'
import type { TillClosingBody } from '../../../src/domain/till/closing-body.ts'
import { dueMonths, dueYears, parsePeriod } from '../../../src/domain/till/periods.ts'
import { takenOf } from '../../../src/domain/till/takings.ts'

const AT = instant('2026-06-17T18:00:00+02:00')
const zero = cents(0)
const context = {
  happenedAt: AT,
  perpetual: { perpetualSalesCents: cents(99_999), perpetualVoidsCents: zero },
  previousClosing: undefined,
  head: 'ab',
}

type Sold = {
  readonly goods: number
  readonly services: number
  readonly refunded: number
  readonly tip: number
  readonly method: PaymentMethod
}

/** A Z of goods at 5.5 %, services at 20 % and a refund of goods, paid by one means. */
function zOf(number: number, on: Day, { goods, services, refunded, tip, method }: Sold): ZBody {
  const back = Math.min(goods, refunded)
  const vat = vatOfZ(
    [
      { ratePerMille: vatRate(55), kind: 'goods', ttcCents: cents(goods - back) },
      { ratePerMille: vatRate(200), kind: 'service', ttcCents: cents(services) },
    ],
    'normal',
  )
  return {
    cohort: 'FC-EX',
    session: number,
    day: on,
    happenedAt: AT,
    number,
    ticketCount: 2,
    salesCents: cents(goods + services),
    tipsCents: cents(tip),
    discountsCents: zero,
    voidCount: 1,
    voidsCents: cents(goods),
    ...(back > 0 ? { refundCount: 1, refundsCents: cents(back) } : {}),
    ...vat,
    methods: [{ method, amountCents: cents(goods + services - back + tip) }],
    floatCents: zero,
    cashInCents: zero,
    cashOutCents: zero,
    costsCents: zero,
    expectedCents: zero,
    countedCents: cents(3),
    differenceCents: cents(3),
    periodTotalCents: zero,
    perpetualSalesCents: zero,
    perpetualVoidsCents: zero,
    head: 'ab',
  }
}

const amount = fc.integer({ min: 0, max: 200_000 })
const sold: fc.Arbitrary<Sold> = fc.record({
  goods: amount,
  services: amount,
  refunded: amount,
  tip: amount,
  method: fc.constantFrom('cash' as const, 'card' as const, 'cheque' as const, 'transfer' as const),
})
const START = day('2025-10-05')
const days = fc.integer({ min: 0, max: 500 }).map((count) => addDays(START, count))
const zs = fc
  .array(fc.tuple(days, sold), { minLength: 1, maxLength: 25 })
  .map((all) => all.map(([on, what], index) => zOf(index + 1, on, what)))

const total = (all: readonly ZBody[], of: (z: ZBody) => number | undefined): number =>
  all.reduce((sum, z) => sum + (of(z) ?? 0), 0)

describe('a closing', () => {
  test('is the sum of its Zs, by rate, kind and means too', () => {
    fc.assert(
      fc.property(zs, (all) => {
        const closing = closePeriod({ scope: 'month', period: '2026-06', zs: all }, context)
        expect(closing.zCount).toBe(all.length)
        expect(closing.salesCents).toBe(total(all, (z) => z.salesCents))
        expect(closing.voidsCents).toBe(total(all, (z) => z.voidsCents))
        expect(closing.refundsCents).toBe(total(all, (z) => z.refundsCents))
        expect(closing.differenceCents).toBe(3 * all.length)
        expect(closing.periodTotalCents).toBe(total(all, takenOf))
        for (const field of ['ttcCents', 'vatCents', 'htCents'] as const) {
          const inZs = total(all, (z) => sumCents(z.rates.map((row) => row[field])))
          expect(sumCents(closing.rates.map((row) => row[field]))).toBe(inZs)
          expect(sumCents(closing.kinds.map((row) => row[field]))).toBe(inZs)
        }
        for (const { method, amountCents } of closing.methods)
          expect(amountCents).toBe(
            total(all, (z) => z.methods.find((each) => each.method === method)?.amountCents),
          )
      }),
    )
  })

  test('of a year is the sum of its months, and of their Zs', () => {
    fc.assert(
      fc.property(zs, fc.integer({ min: 0, max: 25 }), (all, at) => {
        const [some, others] = [all.slice(0, at), all.slice(at)]
        const months = [some, others]
          .filter((part) => part.length > 0)
          .map((part, index) =>
            closePeriod({ scope: 'month', period: `2026-0${index + 1}`, zs: part }, context),
          )
        const year = closePeriod({ scope: 'year', period: '2026', months }, context)
        const whole = closePeriod({ scope: 'month', period: '2026', zs: all }, context)
        expect({ ...year, scope: 'month', months: undefined }).toEqual({
          ...whole,
          zs: undefined,
          months: undefined,
        })
      }),
    )
  })

  test('is of something, and a Z that does not add up goes into none', () => {
    const close = (all: readonly ZBody[]): TillClosingBody =>
      closePeriod({ scope: 'month', period: '2026-06', zs: all }, context)
    const z = zOf(1, START, { goods: 500, services: 0, refunded: 0, tip: 0, method: 'cash' })
    expect(() => close([])).toThrow(Defect)
    expect(() => close([{ ...z, salesCents: cents(501) }])).toThrow(Defect)
    expect(() => close([{ ...z, tipsCents: cents(1) }])).toThrow(Defect)
  })
})

describe('what is due', () => {
  const z = (number: number, on: string) => ({ number, day: day(on) })
  const waiting = (today: string, ...open: readonly string[]) => ({
    today: day(today),
    openDays: open.map(day),
  })
  const named = (all: ReturnType<typeof dueMonths<ReturnType<typeof z>>>) =>
    all.map(({ period, of }) => [period, ...of.map((each) => each.number)])

  test.each([
    ['nothing in the month itself', [z(1, '2026-06-17')], undefined, waiting('2026-06-30'), []],
    [
      'a month before the next one begins',
      [z(1, '2026-06-17'), z(2, '2026-06-18')],
      undefined,
      waiting('2026-07-01'),
      [['2026-06', 1, 2]],
    ],
    [
      'each month that had Zs, over the turn of the year',
      [z(1, '2025-11-30'), z(2, '2026-01-02'), z(3, '2026-02-01')],
      undefined,
      waiting('2026-02-03'),
      [
        ['2025-11', 1],
        ['2026-01', 2],
      ],
    ],
    [
      'a Z that came after its month was closed, in the next one',
      [z(5, '2026-05-28'), z(6, '2026-06-02')],
      '2026-05',
      waiting('2026-07-01'),
      [['2026-06', 5, 6]],
    ],
    [
      'the next one even in December',
      [z(5, '2025-12-28')],
      '2025-12',
      waiting('2026-02-01'),
      [['2026-01', 5]],
    ],
    [
      'not while a session of it is open',
      [z(1, '2026-06-17')],
      undefined,
      waiting('2026-07-01', '2026-06-18'),
      [],
    ],
    [
      'what is before an open session',
      [z(1, '2026-05-17')],
      undefined,
      waiting('2026-07-01', '2026-06-18'),
      [['2026-05', 1]],
    ],
    [
      'nothing when the clock went back',
      [z(1, '2026-06-17')],
      undefined,
      waiting('2026-05-01'),
      [],
    ],
  ])('%s', (_, all, last, when, expected) => {
    expect(named(dueMonths(all, last, when))).toEqual(expected)
  })

  test('a year waits for its end, and for its open sessions', () => {
    const months = [{ period: '2025-11' }, { period: '2026-01' }]
    expect(dueYears(months, undefined, waiting('2025-12-31'))).toEqual([])
    expect(dueYears(months, undefined, waiting('2026-01-01'))).toEqual([
      { period: '2025', of: [{ period: '2025-11' }] },
    ])
    expect(dueYears(months, undefined, waiting('2026-01-01', '2025-12-31'))).toEqual([])
    expect(dueYears([{ period: '2025-12' }], '2025', waiting('2027-01-01'))).toEqual([
      { period: '2026', of: [{ period: '2025-12' }] },
    ])
  })

  test('every Z is in exactly one month, whenever the till opens, and no month comes twice', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days), { maxLength: 30 }), (openings) => {
        const closed = new Map<number, string>()
        const made: string[] = []
        const sealed: { number: number; day: Day }[] = []
        for (const [today, late] of openings) {
          const open = sealed.filter(({ number }) => !closed.has(number))
          for (const { period, of } of dueMonths(open, made.at(-1), { today, openDays: [] })) {
            made.push(period)
            for (const { number } of of) {
              expect(closed.has(number)).toBe(false)
              closed.set(number, period)
            }
            expect(period < today.slice(0, 7)).toBe(true)
          }
          sealed.push({ number: sealed.length + 1, day: today })
          sealed.push({ number: sealed.length + 1, day: late < today ? late : today })
        }
        expect(made).toEqual([...new Set(made)].toSorted())
        for (const { number, day: on } of sealed)
          expect((closed.get(number) ?? '9999') >= on.slice(0, 7)).toBe(true)
      }),
    )
  })

  test.each([
    ['2026-06', '2026-06'],
    ['6/2026', '2026-06'],
    ['06/2026', '2026-06'],
    ['2026', '2026'],
    ['2026-13', undefined],
    ['13/2026', undefined],
    ['Z-3', undefined],
    ['3', undefined],
    ['2026-06-17', undefined],
  ])('%s names %s', (typed, period) => {
    expect(parsePeriod(typed)).toBe(period)
  })
})
