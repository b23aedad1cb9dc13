import fc from 'fast-check'
import type { CloseInput, MemberPresence } from '../../../src/domain/closing/close.ts'
import type { ClosingTerms, RateTable } from '../../../src/domain/closing/close-body.ts'
import { DEFAULT_RATES } from '../../../src/domain/closing/pay.ts'
import { COST_CATEGORIES, isCostCategory } from '../../../src/domain/costs/category.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { basisPoints, VAT_RATES, vatRate, vatWithin } from '../../../src/domain/kernel/rate.ts'

/** Invented cohorts for tests: sensible ones and silly ones, from raw records. */

export const TERMS: ClosingTerms = {
  vatRegime: 'normal',
  contributionRateBp: 1000,
  contributionBase: 'gross_margin',
  insuranceRateBp: 0,
  insurancePerParticipantCents: cents(0),
}

const DAYS = ['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-12', '2026-06-16']
  .map(day)
  .concat(['2026-06-17', '2026-06-18'].map(day))

const HALVES = ['am', 'pm'] as const

/** A cost amount with the VAT that stands in it. */
export function costLine(
  category: string,
  amount: number,
  ratePerMille: number,
  chargedTo: 'activity' | 'programme' = 'activity',
): CloseInput['costs'][number] {
  if (!isCostCategory(category)) throw new Error(`no such category: ${category}`)
  const amountCents = cents(amount)
  const { vat } = vatWithin(amountCents, vatRate(ratePerMille))
  return { category, chargedTo, amountCents, vatCents: vat }
}

/** Somebody present on the first `count` half-days and absent, unexcused, on the others. */
function presentFor(participant: string, count: number): readonly MemberPresence[] {
  const halfDays = DAYS.flatMap((on) => HALVES.map((half) => ({ day: on, half })))
  return halfDays.map((halfDay, index) => ({
    ...halfDay,
    participant,
    status: index < count ? 'P' : 'AI',
    plannedMinutes: 210,
    minutesMissed: 0,
  }))
}

const WORKED_HALF_DAYS = { P01: 14, P02: 14, P03: 13, P04: 14, P05: 10, P06: 12, P07: 6 }

/** The worked example as raw records. */
export const WORKED_EXAMPLE: CloseInput = {
  takings: [
    {
      day: day('2026-06-17'),
      till: 'A',
      z: 1,
      ratePerMille: vatRate(55),
      kind: 'goods',
      ttcCents: cents(120_000),
    },
  ],
  costs: [
    costLine('ingredients', 21_100, 55),
    costLine('ingredients', 3900, 200),
    costLine('packaging', 3600, 200),
    costLine('stall', 3000, 0),
    costLine('bank_fees', 541, 0),
  ],
  tillDifferenceCents: cents(-30),
  donationsCents: cents(0),
  terms: { ...TERMS, insuranceRateBp: 100 },
  members: Object.keys(WORKED_HALF_DAYS).map((participant) => ({ participant, payable: true })),
  presences: Object.entries(WORKED_HALF_DAYS).flatMap(([code, count]) => presentFor(code, count)),
  closedIn: { day: day('2026-06-18'), half: 'pm' },
  choice: { rule: 'half-days', excusedCount: false },
  reserve: { kind: 'none' },
  rates: DEFAULT_RATES,
}

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 200_000 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
)
const signed = fc.oneof(
  { weight: 9, arbitrary: amounts },
  amounts.map((amount) => -amount),
)
const halves = fc.constantFrom(...HALVES)
const days = fc.constantFrom(...DAYS)

const takings = fc.record({
  day: days,
  till: fc.constantFrom('A', 'B'),
  z: fc.integer({ min: 1, max: 12 }),
  ratePerMille: fc.constantFrom(...VAT_RATES).map(vatRate),
  kind: fc.constantFrom('goods', 'service'),
  ttcCents: signed.map(cents),
})

const costs = fc
  .record({
    category: fc.constantFrom(...Object.keys(COST_CATEGORIES)),
    amount: fc.oneof(fc.integer({ min: 0, max: 20_000 }), amounts),
    rate: fc.constantFrom(...VAT_RATES),
    chargedTo: fc.constantFrom<'activity' | 'programme'>('activity', 'activity', 'programme'),
  })
  .map(({ category, amount, rate, chargedTo }) => ({
    ...costLine(category, amount, rate),
    chargedTo,
  }))

const optionalCents = fc.option(fc.integer({ min: 0, max: 20_000 }).map(cents), {
  nil: undefined,
  freq: 2,
})
const seldom = (arbitrary: fc.Arbitrary<number>) => fc.oneof(fc.constant(0), arbitrary)

const terms = fc
  .record({
    vatRegime: fc.constantFrom('normal', 'normal', 'franchise'),
    contributionRateBp: fc.integer({ min: 0, max: 2000 }),
    contributionBase: fc.constantFrom('gross_margin', 'gross_margin', 'revenue', 'none'),
    insuranceRateBp: seldom(fc.integer({ min: 0, max: 500 })),
    insurancePerParticipantCents: seldom(fc.integer({ min: 0, max: 3000 })).map(cents),
    floor: optionalCents,
    cap: optionalCents,
  })
  .map(({ floor, cap, ...others }) => ({
    ...others,
    ...(floor === undefined ? {} : { contributionFloorCents: floor }),
    ...(cap === undefined ? {} : { contributionCapCents: cap }),
  }))

const optionalDay = fc.option(days, { nil: undefined, freq: 3 })

const members = fc
  .array(fc.record({ payable: fc.nat(5), joinedOn: optionalDay, leftOn: optionalDay }), {
    maxLength: 9,
  })
  .map((people) =>
    people.map(({ payable, joinedOn, leftOn }, index) => ({
      participant: `P${String(people.length - index).padStart(2, '0')}`,
      payable: payable > 0,
      ...(joinedOn === undefined ? {} : { joinedOn }),
      ...(leftOn === undefined ? {} : { leftOn }),
    })),
  )

const statuses = fc.constantFrom('P', 'P', 'P', 'P', 'R', 'D', 'AJ', 'AI', 'NC', 'X')
const marks = fc.record({
  status: statuses,
  plannedMinutes: fc.constantFrom(210, 210, 210, 180, 0),
  minutesMissed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 240 })),
})

/** Half-days marked per person: the first `marks.length` of the cohort's. */
const attendance = fc.array(marks, { maxLength: 2 * DAYS.length })

const choices = fc.constantFrom('equal', 'half-days', 'hours', 'weights')
const reserves = fc.oneof(
  { weight: 4, arbitrary: fc.constant<CloseInput['reserve']>({ kind: 'none' }) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 10_000 })
      .map((rate): CloseInput['reserve'] => ({ kind: 'percent', rate: basisPoints(rate) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 0, max: 50_000 })
      .map((amount): CloseInput['reserve'] => ({ kind: 'amount', amountCents: cents(amount) })),
  },
)

/** The table of the law, and invented ones whose employee contributions are at most half the gross. */
const rateTables: fc.Arbitrary<RateTable> = fc.oneof(
  fc.constant(DEFAULT_RATES),
  fc
    .record({
      employer: fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 8 }),
      employee: fc.array(
        fc.record({
          rate: fc.integer({ min: 0, max: 12_500 }),
          baseShare: fc.oneof(fc.constant(10_000), fc.nat(10_000)),
        }),
        { maxLength: 4 },
      ),
    })
    .map(({ employer, employee }) => ({
      validFrom: DEFAULT_RATES.validFrom,
      employer: employer.map((rate, index) => ({ name: `employer-${index}`, rate })),
      employee: employee.map((each, index) => ({ name: `employee-${index}`, ...each })),
    })),
)

export const anyCohort: fc.Arbitrary<CloseInput> = fc
  .record({
    takings: fc.array(takings, { maxLength: 12 }),
    costs: fc.array(costs, { maxLength: 6 }),
    tillDifferenceCents: fc.integer({ min: -500, max: 500 }).map(cents),
    donationsCents: seldom(fc.integer({ min: 0, max: 5000 })).map(cents),
    terms,
    members,
    attendance: fc.array(attendance, { minLength: 9, maxLength: 9 }),
    closedIn: fc.record({ day: fc.constantFrom(...DAYS.slice(-3)), half: halves }),
    rule: choices,
    excusedCount: fc.boolean(),
    weights: fc.array(fc.oneof(fc.nat(3), fc.maxSafeNat()), { minLength: 9, maxLength: 9 }),
    reserve: reserves,
    carriedDeficitCents: seldom(amounts).map(cents),
    rates: fc.option(rateTables, { nil: undefined, freq: 2 }),
  })
  .map(({ attendance: marked, rule, excusedCount, weights, rates, ...others }) => {
    const presences = others.members.flatMap(({ participant }, index) =>
      (marked[index] ?? []).map((mark, at) => ({
        ...mark,
        participant,
        day: DAYS[Math.floor(at / 2)] ?? DAYS[0] ?? day('2026-06-08'),
        half: HALVES[at % 2] ?? 'am',
      })),
    )
    const named = others.members.map(
      ({ participant }, index) => [participant, weights[index] ?? 0] as const,
    )
    const choice: CloseInput['choice'] =
      rule === 'equal'
        ? { rule }
        : rule === 'weights'
          ? { rule, weights: new Map(named.slice(0, 8)) }
          : { rule, excusedCount }
    return { ...others, presences, choice, ...(rates ? { rates } : {}) }
  })
