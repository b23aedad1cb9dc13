import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/domain/kernel/day.ts'
import { cents } from '../../src/domain/kernel/money.ts'
import { present } from '../../src/domain/kernel/present.ts'
import { vatRate, vatWithin } from '../../src/domain/kernel/rate.ts'
import type { Journal } from '../../src/store/record.ts'
import { type CloseJson, newShop, type Shop } from '../closing-ledger.ts'

/** 8 in every run of the tests; `PERIOD_RUNS=300` before a release. */
const RUNS = Number.parseInt(process.env['PERIOD_RUNS'] ?? '8', 10)
const FIRST = day('2026-06-01')
const DAYS = 12
const on = (index: number) => addDays(FIRST, index)

const dayIndex = fc.nat(DAYS - 1)
const amount = fc.integer({ min: 1, max: 20_000 })
const rate = fc.constantFrom(0, 55, 100, 200)

const life = fc.record({
  sales: fc.array(fc.record({ on: dayIndex, amount, rate }), { minLength: 1, maxLength: 25 }),
  costs: fc.array(
    fc.record({
      on: dayIndex,
      amount,
      rate,
      category: fc.constantFrom('ingredients', 'packaging', 'travel', 'stall'),
      chargedTo: fc.constantFrom('activity', 'activity', 'programme'),
    }),
    { maxLength: 15 },
  ),
  people: fc.array(
    fc.record({
      joined: fc.option(dayIndex, { nil: undefined }),
      stays: fc.option(dayIndex, { nil: undefined }),
      marks: fc.array(fc.constantFrom('P', 'AI'), { minLength: DAYS * 2, maxLength: DAYS * 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  cuts: fc.uniqueArray(fc.nat(DAYS - 2), { minLength: 1, maxLength: 4 }),
})
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never

const HALVES = ['am', 'pm'] as const

/** The same invented life for a cohort of any code; `tickets` and `costs` are the numbers taken already. */
function live(journal: Journal, cohort: string, of: Life, taken: number): void {
  const days = Array.from({ length: DAYS }, (_, index) => on(index))
  const planned = days.map((each, index) => ({
    day: each,
    label: `J${index + 1}`,
    amMinutes: 210,
    pmMinutes: 210,
  }))
  journal.append('cohort', {
    code: cohort,
    name: cohort,
    template: 'long',
    venues: [],
    days: planned,
  })
  for (const [index, person] of of.people.entries()) livePerson(journal, { cohort, index, person })
  for (const [index, sale] of of.sales.entries()) {
    const totalCents = cents(sale.amount)
    journal.append('sale', {
      cohort,
      number: taken + index + 1,
      day: on(sale.on),
      happenedAt: journal.at,
      lines: [
        {
          label: 'takings',
          quantity: 1,
          unitPriceCents: totalCents,
          totalCents,
          vatRatePerMille: vatRate(sale.rate),
          kind: 'goods',
        },
      ],
      payments: [{ method: 'cash', amountCents: totalCents, tenderedCents: totalCents }],
      discountCents: cents(0),
      tipCents: cents(0),
      totalCents,
      changeCents: cents(0),
      recap: true,
    })
  }
  for (const [index, cost] of of.costs.entries()) {
    const amountCents = cents(cost.amount)
    const vatRatePerMille = vatRate(cost.rate)
    const vatCents = vatWithin(amountCents, vatRatePerMille).vat
    journal.append('cost', {
      cohort,
      number: taken + index + 1,
      day: on(cost.on),
      label: 'bought',
      category: cost.category,
      paidBy: 'cae',
      chargedTo: cost.chargedTo,
      amounts: [{ amountCents, vatRatePerMille, vatCents }],
    })
  }
}

type Person = {
  readonly cohort: string
  readonly index: number
  readonly person: Life['people'][number]
}

/** Marked on every half-day, also outside the stay: there it counts for nothing. */
function livePerson(journal: Journal, { cohort, index, person }: Person): void {
  const code = `P0${index + 1}`
  const joined = person.joined ?? 0
  const left = person.stays === undefined ? undefined : Math.min(DAYS - 1, joined + person.stays)
  journal.append('participant', {
    cohort,
    code,
    commitment: '00'.repeat(32),
    payable: true,
    ...present({ joinedOn: person.joined === undefined ? undefined : on(person.joined) }),
  })
  if (left !== undefined) journal.append('participant-leave', { cohort, code, on: on(left) })
  const marks = person.marks.map((status, half) => ({
    day: on(Math.floor(half / 2)),
    half: HALVES[half % 2] ?? 'am',
    participant: code,
    status,
  }))
  journal.append('attendance', { cohort, marks })
}

const CLOSE = ['--rule', 'half-days', '--reserve', '100%', '--accept-loss', '--no-payroll'] as const
const VOTE = ['--vote', '2026-06-12 1/0/0', '--at', '2026-06-20T18:00'] as const

const close = (shop: Shop, cohort: string, ...more: readonly string[]): Promise<CloseJson> =>
  shop.json('-c', cohort, 'close', ...CLOSE, ...VOTE, '--confirm', cohort, ...more)

const sumOf = (closes: readonly CloseJson[], figure: (each: CloseJson) => number): number =>
  closes.reduce((sum, each) => sum + figure(each), 0)

const weightsOf = (closes: readonly CloseJson[]): Readonly<Record<string, number>> => {
  const weights: Record<string, number> = {}
  for (const { participant, weight } of closes.flatMap((each) => each.distribution.shares))
    weights[String(participant)] = (weights[String(participant)] ?? 0) + Number(weight)
  return weights
}

test('periods add up to the whole: every sale, cost and half-day is in exactly one', {
  timeout: 60_000 + RUNS * 4000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(life, async (of) => {
      const shop = await newShop('2026-06-21T12:00:00+02:00')
      await shop.ok('host', 'set', 'contribution_rate', '0')
      shop.record((journal) => {
        live(journal, 'PARTS', of, 0)
        live(journal, 'WHOLE', of, 100)
      })
      const cuts = of.cuts.toSorted((a, b) => a - b)
      const parts: CloseJson[] = []
      for (const cut of cuts) {
        parts.push(await close(shop, 'PARTS', '--until', on(cut)))
      }
      parts.push(await close(shop, 'PARTS'))
      const whole = await close(shop, 'WHOLE')

      for (const [line, figure] of Object.entries(whole.income_statement))
        expect([line, sumOf(parts, (each) => each.income_statement[line] ?? 0)]).toEqual([
          line,
          figure,
        ])
      expect(parts.flatMap((each) => each.vat)).toEqual(whole.vat)
      for (const part of parts) {
        const { from, until } = part.period
        expect(
          part.vat.every((row) => from <= String(row['day']) && String(row['day']) <= until),
        ).toBe(true)
      }
      const ends = parts.map((each) => each.period.until)
      expect(parts.slice(1).map((each) => each.period.from)).toEqual(
        ends.slice(0, -1).map((each) => addDays(day(each), 1)),
      )
      const weights = weightsOf(parts)
      for (const { participant, weight } of whole.distribution.shares)
        expect([participant, weights[String(participant)] ?? 0]).toEqual([participant, weight])
      const kept = sumOf(
        parts,
        ({ distribution: { total_cents, reserve_cents } }) => total_cents + reserve_cents,
      )
      const borne = parts.at(-1)?.distribution.deficit_cents ?? 0
      expect(kept - borne).toBe(whole.income_statement.result_cents)
    }),
    { numRuns: RUNS },
  )
})
