import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amend, type FrozenTerms } from '../../../src/domain/closing/amendment.ts'
import { type CloseInput, computeClose } from '../../../src/domain/closing/close.ts'
import type { CorrectionFact, Standing } from '../../../src/domain/closing/correction.ts'
import type { Takings } from '../../../src/domain/closing/vat.ts'
import { vatOfZ } from '../../../src/domain/closing/vat.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { basisPoints, VAT_RATES, vatRate } from '../../../src/domain/kernel/rate.ts'
import { anyCohort, costLine, WORKED_EXAMPLE } from './cohorts.ts'
import { type Expected, expectedClose } from './oracle.ts'

const ON = day('2026-06-30')
const PLACE = { day: ON, till: 'A' }

/** A close as its event keeps it, as far as amendments look at it; `undefined` when it is refused. */
function frozen(input: CloseInput): FrozenTerms | undefined {
  const outcome = computeClose(input)
  if (!outcome.ok) return undefined
  const { incomeStatement, programmeHtCents, rule, distribution } = outcome.close
  const { terms, rates, reserve } = input
  return {
    incomeStatement,
    programmeHtCents,
    distribution,
    terms,
    rule,
    ...(rates ? { rates } : {}),
    ...(reserve.kind === 'none' ? {} : { reserve }),
  }
}

/** What is found out later: as a fact for the amendment, and as records for a close of everything at once. */
type Found = {
  readonly fact: CorrectionFact
  readonly into: (input: CloseInput, z: number) => CloseInput
}

const amount = fc.oneof(
  fc.integer({ min: 1, max: 40_000 }),
  fc.integer({ min: 1, max: 300_000_000 }),
)
const rate = fc.constantFrom(...VAT_RATES)
const category = fc.constantFrom('ingredients', 'packaging', 'stall', 'fees', 'other')

const costFound = fc
  .record({
    category,
    amounts: fc.array(fc.tuple(amount, rate), { minLength: 1, maxLength: 3 }),
    chargedTo: fc.constantFrom('activity' as const, 'programme' as const),
    isVoid: fc.boolean(),
  })
  .map((typed): Found => {
    const lines = typed.amounts.map(([cost, perMille]) =>
      costLine(typed.category, cost, perMille, typed.chargedTo),
    )
    const amounts = lines.map((line, index) => ({
      amountCents: line.amountCents,
      vatCents: line.vatCents,
      vatRatePerMille: vatRate(typed.amounts[index]?.[1] ?? 0),
    }))
    const gone = lines.map((line) => ({
      ...line,
      amountCents: cents(0 - line.amountCents),
      vatCents: cents(0 - line.vatCents),
    }))
    return {
      fact: {
        kind: typed.isVoid ? 'void-cost' : 'cost',
        cost: 9,
        label: 'found',
        category: typed.category,
        paidBy: 'cae',
        chargedTo: typed.chargedTo,
        amounts,
      },
      into: (input) => ({ ...input, costs: [...input.costs, ...(typed.isVoid ? gone : lines)] }),
    }
  })

/** `rates` are those of `normal`; the tests below give the fact those of its close. */
const takingsFound = fc
  .record({
    rates: fc.uniqueArray(rate, { minLength: 1, maxLength: 2 }),
    ttc: fc.tuple(amount, amount),
    isVoid: fc.boolean(),
    regime: fc.constantFrom('normal' as const, 'franchise' as const),
  })
  .map(({ rates, ttc, isVoid, regime }): Found => {
    const sold = rates.map((perMille, index) => ({
      ratePerMille: vatRate(perMille),
      kind: 'goods' as const,
      ttcCents: cents(ttc[index] ?? 1),
    }))
    const signed = (z: number): readonly Takings[] =>
      sold.map((each) => ({
        ...each,
        ttcCents: cents(isVoid ? 0 - each.ttcCents : each.ttcCents),
        day: ON,
        till: 'A',
        z,
      }))
    return {
      fact: {
        kind: isVoid ? 'void-sale' : 'sale',
        of: 'goods',
        method: 'cash',
        rates: vatOfZ(sold, regime).rates,
      },
      into: (input, z) => ({ ...input, takings: [...input.takings, ...signed(z)] }),
    }
  })

const chequeFound = amount.map(
  (cheque): Found => ({
    fact: { kind: 'cheque', amountCents: cents(cheque) },
    into: (input) => ({ ...input, costs: [...input.costs, costLine('other', cheque, 0)] }),
  }),
)

const cashFound = fc
  .integer({ min: -9000, max: 9000 })
  .filter((difference) => difference !== 0)
  .map(
    (difference): Found => ({
      fact: { kind: 'till', differenceCents: cents(difference) },
      into: (input) => ({
        ...input,
        tillDifferenceCents: cents(input.tillDifferenceCents + difference),
      }),
    }),
  )

const anyFound = fc.oneof(costFound, takingsFound, chequeFound, cashFound)

/** Takings whose VAT was extracted under the other regime belong to another host. */
const fits = ({ fact }: Found, input: CloseInput): boolean =>
  (fact.kind !== 'sale' && fact.kind !== 'void-sale') ||
  fact.rates.every(
    (each) =>
      each.vatCents ===
      vatOfZ([{ ...each, kind: 'goods' }], input.terms.vatRegime).rates[0]?.vatCents,
  )

const ALL_KEPT = { kind: 'percent', rate: basisPoints(10_000) } as const

/** What a close of everything would give; where it would be refused, what an amendment makes of it instead. */
function atOnce(input: CloseInput): Expected {
  const kept = expectedClose({ ...input, reserve: ALL_KEPT })
  if (typeof kept === 'string') throw new Error(`all of it kept is never refused: ${kept}`)
  const { reserve } = input
  const most = cents(kept.reserve)
  const within =
    reserve.kind === 'amount' && reserve.amountCents > most
      ? { ...reserve, amountCents: most }
      : reserve
  const expected = expectedClose({ ...input, reserve: within })
  return typeof expected === 'string' ? kept : expected
}

/** Nothing else of the close goes into an amendment. */
const KEPT = ['distribution', 'incomeStatement', 'programmeHtCents']

const brief = ({ incomeStatement, programmeHtCents, distribution }: Standing) => ({
  statement: { ...incomeStatement },
  programme: programmeHtCents,
  total: distribution.totalCents,
  reserve: distribution.reserveCents,
  deficit: distribution.deficitCents,
  shares: distribution.shares.map(({ participant, weight, shareCents, spareCent, pay }) => ({
    participant,
    weight,
    cents: shareCents,
    spare: spareCent,
    pay: pay && [
      pay.grossCents,
      pay.employerCents,
      pay.employeeCents,
      pay.netCents,
      pay.remainderCents,
    ],
  })),
})

describe('any closed period, corrected any number of times', () => {
  test('stands where a close of everything at once stands, per person and to the cent', () => {
    const seen = new Map<string, number>()
    const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1)
    fc.assert(
      fc.property(
        anyCohort,
        fc.array(anyFound, { minLength: 1, maxLength: 5 }),
        (input, candidates) => {
          const close = frozen(input)
          if (close === undefined) return
          const found = candidates.filter((each) => fits(each, input))
          let standing: Standing = close
          let whole = input
          const sums = close.distribution.shares.map((share) => share.shareCents as number)
          found.forEach(({ fact, into }, index) => {
            const amendment = amend(close, standing, { fact, place: PLACE })
            whole = into(whole, 1_000_000 + index)
            expect(brief(amendment.before)).toEqual(brief(standing))
            expect(Object.keys(amendment.before).toSorted()).toEqual(KEPT)
            amendment.difference.shares.forEach((share, person) => {
              sums[person] = (sums[person] ?? 0) + share.shareCents
            })
            standing = amendment.after
            count(fact.kind)
          })
          const { vat: _vat, ...expected } = atOnce(whole)
          expect(brief(standing)).toEqual(expected)
          expect(sums).toEqual(standing.distribution.shares.map((share) => share.shareCents))
          const [old, now] = [close.distribution, standing.distribution]
          if (old.deficitCents === 0 && now.deficitCents > 0) count('turns into a loss')
          if (old.deficitCents > 0 && now.deficitCents === 0) count('turns into a profit')
        },
      ),
      { numRuns: 3000 },
    )
    const wanted = ['cost', 'void-cost', 'sale', 'void-sale', 'cheque', 'till']
    for (const kind of [...wanted, 'turns into a loss', 'turns into a profit']) {
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(40)
    }
  })
})

const CLOSE = frozen(WORKED_EXAMPLE)
const amendWorked = (fact: CorrectionFact) => {
  if (CLOSE === undefined) throw new Error('the worked example is closed')
  return amend(CLOSE, CLOSE, { fact, place: PLACE })
}

describe('the worked example', () => {
  test('a late stall fee of 83.00 is borne by the seven, by half-days, and takes no contribution off', () => {
    const { difference, after } = amendWorked({
      kind: 'cost',
      cost: 5,
      label: 'second stall',
      category: 'stall',
      paidBy: 'cae',
      chargedTo: 'activity',
      amounts: [{ amountCents: cents(8300), vatRatePerMille: vatRate(0), vatCents: cents(0) }],
    })
    expect(difference.incomeStatement).toMatchObject({
      otherChargesHtCents: 8300,
      contributionCents: 0,
      resultCents: -8300,
    })
    expect(after.distribution.totalCents).toBe(65_737)
    expect(difference.totalCents).toBe(-8300)
    expect(difference.shares.map((share) => share.shareCents)).toEqual([
      -1400, -1400, -1300, -1400, -1000, -1200, -600,
    ])
  })

  test('a forgotten sale has its VAT on the day of the correction', () => {
    const rates = [
      {
        ratePerMille: vatRate(55),
        ttcCents: cents(21_100),
        vatCents: cents(1100),
        htCents: cents(20_000),
      },
    ]
    const { vat, difference } = amendWorked({ kind: 'sale', of: 'goods', method: 'cash', rates })
    expect(vat).toEqual([{ day: ON, till: 'A', ...rates[0] }])
    expect(difference.incomeStatement).toMatchObject({
      revenueHtCents: 20_000,
      contributionCents: 2000,
      insuranceCents: 200,
      resultCents: 17_800,
    })
  })

  test('a loss leaves nobody owing anything, and a later sale gives the shares back', () => {
    if (CLOSE === undefined) throw new Error('the worked example is closed')
    const lost = amendWorked({ kind: 'cheque', amountCents: cents(100_000) })
    expect(lost.after.distribution).toMatchObject({ totalCents: 0, deficitCents: 25_963 })
    expect(lost.difference.shares.map((share) => share.shareCents)).toEqual(
      CLOSE.distribution.shares.map((share) => 0 - share.shareCents),
    )
    const found = { kind: 'till', differenceCents: cents(100_000) } as const
    const back = amend(CLOSE, lost.after, { fact: found, place: PLACE })
    expect(back.after.distribution.shares).toEqual(CLOSE.distribution.shares)
  })

  test('an amount in reserve gives way last', () => {
    const close = frozen({
      ...WORKED_EXAMPLE,
      reserve: { kind: 'amount', amountCents: cents(50_000) },
    })
    if (close === undefined) throw new Error('it is closed')
    const fact = { kind: 'cheque', amountCents: cents(40_000) } as const
    const { after } = amend(close, close, { fact, place: PLACE })
    expect(after.distribution).toMatchObject({ totalCents: 0, reserveCents: 34_037 })
  })
})
