import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeClose, earningsOf } from '../../../src/domain/closing/close.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { anyCohort, WORKED_EXAMPLE } from './cohorts.ts'

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
