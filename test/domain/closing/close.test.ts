import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CloseComputation,
  type CloseInput,
  computeClose,
} from '../../../src/domain/closing/close.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { inBrief } from './brief.ts'
import { anyCohort, WORKED_EXAMPLE } from './cohorts.ts'
import { expectedClose } from './oracle.ts'

function closed(input: CloseInput): CloseComputation {
  const outcome = computeClose(input)
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`)
  return outcome.close
}

describe('the worked example', () => {
  test('gives its income statement to the cent', () => {
    expect(closed(WORKED_EXAMPLE).incomeStatement).toEqual({
      salesTtcCents: 120_000,
      vatCollectedCents: 6256,
      revenueHtCents: 113_744,
      purchasesHtCents: 23_250,
      packagingHtCents: 3000,
      grossMarginCents: 87_494,
      otherChargesHtCents: 3541,
      tillDifferenceCents: -30,
      donationsCents: 0,
      contributionCents: 8749,
      insuranceCents: 1137,
      resultCents: 74_037,
    })
  })

  test('shares 740.37 by half-days, with the spare cents and the pay of each', () => {
    const { distribution, rule, vat } = closed(WORKED_EXAMPLE)
    const rows = distribution.shares.map(({ participant, weight, shareCents, pay }) => [
      participant,
      weight,
      shareCents,
      ...Object.values(pay ?? {}),
    ])
    expect(rule).toBe('half-days')
    expect(vat).toEqual([
      {
        day: '2026-06-17',
        till: 'A',
        ratePerMille: 55,
        ttcCents: 120_000,
        vatCents: 6256,
        htCents: 113_744,
      },
    ])
    expect(rows).toEqual([
      ['P01', 14, 12_489, 9265, 3224, 1559, 7706, 0],
      ['P02', 14, 12_488, 9264, 3224, 1559, 7705, 0],
      ['P03', 13, 11_596, 8601, 2994, 1447, 7154, 1],
      ['P04', 14, 12_488, 9264, 3224, 1559, 7705, 0],
      ['P05', 10, 8920, 6616, 2304, 1114, 5502, 0],
      ['P06', 12, 10_704, 7939, 2765, 1336, 6603, 0],
      ['P07', 6, 5352, 3970, 1382, 668, 3302, 0],
    ])
    expect(distribution).toMatchObject({ totalCents: 74_037, reserveCents: 0, deficitCents: 0 })
  })

  test('shared equally gives 105.77 five times and 105.76 twice', () => {
    const { distribution } = closed({ ...WORKED_EXAMPLE, choice: { rule: 'equal' } })
    expect(distribution.shares.map((share) => share.shareCents)).toEqual([
      10_577, 10_577, 10_577, 10_577, 10_577, 10_576, 10_576,
    ])
    expect(distribution.shares.map((share) => share.weight)).toEqual([1, 1, 1, 1, 1, 1, 1])
  })

  test('without the pay estimate the shares stay and the pay fields are absent', () => {
    const { rates: _left, ...without } = WORKED_EXAMPLE
    const { shares } = closed(without).distribution
    expect(shares.map((share) => share.shareCents)).toEqual(
      closed(WORKED_EXAMPLE).distribution.shares.map((share) => share.shareCents),
    )
    expect(shares.every((share) => !('pay' in share))).toBe(true)
  })

  test('closed on the morning of the fourth day counts seven half-days at most', () => {
    const fourth = WORKED_EXAMPLE.presences[6]
    expect(fourth?.half).toBe('am')
    const { distribution } = closed({
      ...WORKED_EXAMPLE,
      closedIn: { day: fourth?.day ?? WORKED_EXAMPLE.closedIn.day, half: 'am' },
    })
    expect(distribution.shares.map((share) => share.weight)).toEqual([7, 7, 7, 7, 7, 7, 6])
  })

  test('a not payable person weighs 0, is paid 0, and the others share it', () => {
    const members = WORKED_EXAMPLE.members.map((member) => ({
      ...member,
      payable: member.participant !== 'P02',
    }))
    const { distribution } = closed({ ...WORKED_EXAMPLE, members })
    expect(distribution.totalCents).toBe(74_037)
    expect(distribution.shares[1]).toEqual({
      participant: 'P02',
      weight: 0,
      payable: false,
      shareCents: 0,
      spareCent: false,
      pay: { grossCents: 0, employerCents: 0, employeeCents: 0, netCents: 0, remainderCents: 0 },
    })
  })

  test('a loss is owed by nobody', () => {
    const { distribution, incomeStatement } = closed({
      ...WORKED_EXAMPLE,
      takings: [],
      reserve: { kind: 'none' },
    })
    expect(incomeStatement).toMatchObject({ grossMarginCents: -26_250, contributionCents: 0 })
    expect(incomeStatement.resultCents).toBe(-29_821)
    expect(distribution).toMatchObject({ totalCents: 0, reserveCents: 0, deficitCents: 29_821 })
    expect(distribution.shares.map((share) => share.shareCents)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('any cohort', () => {
  test('is closed as a second computation, from the text of the rules, closes it', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(anyCohort, (input) => {
        const brief = inBrief(input)
        expect(brief).toEqual(expectedClose(input))
        const kind =
          typeof brief === 'string' ? brief : brief.deficit > 0 ? 'loss' : input.choice.rule
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
      }),
      { numRuns: 4000 },
    )
    // The generator is worth nothing if it stops reaching one of these.
    const wanted = ['equal', 'half-days', 'hours', 'weights', 'loss', 'weights-all-zero']
    for (const kind of [...wanted, 'nobody-payable', 'reserve-above-result']) {
      expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(40)
    }
  })

  test('shares add up, sit within one cent of exact, and pay spends them whole', () => {
    fc.assert(
      fc.property(anyCohort, (input) => {
        const outcome = computeClose(input)
        if (!outcome.ok) return
        const { incomeStatement, distribution } = outcome.close
        const { totalCents, reserveCents, deficitCents, shares } = distribution
        const carried = distribution.carriedDeficitCents ?? 0
        expect(totalCents + reserveCents - deficitCents).toBe(incomeStatement.resultCents - carried)
        const weights = shares.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
        let spent = 0
        for (const { weight, shareCents, pay } of shares) {
          const gap = BigInt(shareCents) * weights - BigInt(totalCents) * BigInt(weight)
          expect(gap > -weights && gap < weights).toBe(weights > 0n)
          spent += shareCents
          if (pay === undefined) continue
          expect(pay.grossCents + pay.employerCents + pay.remainderCents).toBe(shareCents)
          expect(pay.netCents + pay.employeeCents).toBe(pay.grossCents)
          expect(Math.min(...Object.values(pay))).toBeGreaterThanOrEqual(0)
        }
        expect(spent).toBe(totalCents)
      }),
      { numRuns: 1000 },
    )
  })

  test('is closed alike whatever the order of its records', () => {
    fc.assert(
      fc.property(anyCohort, (input) => {
        const backwards = {
          ...input,
          takings: input.takings.toReversed(),
          costs: input.costs.toReversed(),
          members: input.members.toReversed(),
          presences: input.presences.toReversed(),
        }
        expect(computeClose(backwards)).toEqual(computeClose(input))
      }),
      { numRuns: 500 },
    )
  })

  test('of a host in franchise has no VAT, and its costs weigh whole', () => {
    fc.assert(
      fc.property(anyCohort, (cohort) => {
        const input: CloseInput = {
          ...cohort,
          terms: { ...cohort.terms, vatRegime: 'franchise' },
          reserve: { kind: 'none' },
          choice: { rule: 'equal' },
          members: [{ participant: 'P01', payable: true }],
          donationsCents: cents(0),
        }
        const { vat, incomeStatement } = closed(input)
        expect(vat.every((row) => row.vatCents === 0 && row.htCents === row.ttcCents)).toBe(true)
        expect(incomeStatement.revenueHtCents).toBe(incomeStatement.salesTtcCents)
        const activity = input.costs.filter((cost) => cost.chargedTo === 'activity')
        expect(
          incomeStatement.purchasesHtCents +
            incomeStatement.packagingHtCents +
            incomeStatement.otherChargesHtCents,
        ).toBe(activity.reduce((sum, cost) => sum + cost.amountCents, 0))
      }),
      { numRuns: 500 },
    )
  })

  test('with a negative base pays no contribution, whatever the floor', () => {
    fc.assert(
      fc.property(
        anyCohort,
        fc.constantFrom('gross_margin' as const, 'revenue' as const),
        (input, base) => {
          const terms = {
            ...input.terms,
            contributionBase: base,
            contributionFloorCents: cents(500),
          }
          const outcome = computeClose({ ...input, terms, reserve: { kind: 'none' } })
          if (!outcome.ok) return
          const { grossMarginCents, revenueHtCents, contributionCents } =
            outcome.close.incomeStatement
          const negative = (base === 'revenue' ? revenueHtCents : grossMarginCents) < 0
          const capped = Math.min(500, terms.contributionCapCents ?? 500)
          if (negative) expect(contributionCents).toBe(0)
          else expect(contributionCents).toBeGreaterThanOrEqual(capped)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('takes no weight for somebody who is no participant', () => {
    const choice = { rule: 'weights', weights: new Map([['P09', 1]]) } as const
    expect(() => computeClose({ ...WORKED_EXAMPLE, choice })).toThrow(/participants of the cohort/)
  })
})
