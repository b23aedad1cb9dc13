import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeClose, earningsOf } from '../../../src/domain/closing/close.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { inBrief } from './brief.ts'
import { anyCohort, WORKED_EXAMPLE } from './cohorts.ts'
import { expectedClose } from './oracle.ts'

const carriedDeficits = fc.integer({ min: 0, max: 200_000 }).map(cents)

test('a deficit carried from the period before is made good before anything is shared', () => {
  fc.assert(
    fc.property(anyCohort, carriedDeficits, (input, carried) => {
      const outcome = computeClose({ ...input, carriedDeficitCents: carried })
      if (!outcome.ok) return
      const { incomeStatement, distribution } = outcome.close
      const shared = distribution.shares.reduce((sum, share) => sum + share.shareCents, 0)
      expect(shared + distribution.reserveCents - distribution.deficitCents).toBe(
        incomeStatement.resultCents - carried,
      )
      expect(distribution.carriedDeficitCents).toBe(carried === 0 ? undefined : carried)
      expect(incomeStatement).toEqual(earningsOf(input).incomeStatement)
    }),
    { numRuns: 500 },
  )
})

test('the worked example, after a period that lost 100.00, shares 640.37', () => {
  const outcome = computeClose({ ...WORKED_EXAMPLE, carriedDeficitCents: cents(10_000) })
  expect(outcome.ok && outcome.close.distribution.totalCents).toBe(64_037)
})

test('several periods, each carrying what the one before left, are closed as a second computation closes them', () => {
  let carriedOn = 0
  let madeGood = 0
  fc.assert(
    fc.property(fc.array(anyCohort, { minLength: 2, maxLength: 4 }), (periods) => {
      let [deficit, expectedDeficit, kept, earned] = [0, 0, 0, 0]
      for (const cohort of periods) {
        const period = {
          ...cohort,
          reserve: { kind: 'none' } as const,
          choice: { rule: 'equal' } as const,
        }
        const brief = inBrief({ ...period, carriedDeficitCents: cents(deficit) })
        const expected = expectedClose({ ...period, carriedDeficitCents: cents(expectedDeficit) })
        expect(brief).toEqual(expected)
        if (typeof brief === 'string' || typeof expected === 'string') continue
        if (deficit > 0 && brief.deficit > 0) carriedOn += 1
        if (deficit > 0 && brief.deficit === 0) madeGood += 1
        deficit = brief.deficit
        expectedDeficit = expected.deficit
        kept += brief.total
        earned += earningsOf(period).incomeStatement.resultCents
        expect(kept - deficit).toBe(earned)
      }
    }),
    { numRuns: 700 },
  )
  expect(Math.min(carriedOn, madeGood)).toBeGreaterThan(40)
})
