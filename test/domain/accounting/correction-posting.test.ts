import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_CHART } from '../../../src/domain/accounting/chart.ts'
import type { EntryLine } from '../../../src/domain/accounting/entry.ts'
import type { Known } from '../../../src/domain/accounting/known.ts'
import { postingOf } from '../../../src/domain/accounting/posting.ts'
import { amend } from '../../../src/domain/closing/amendment.ts'
import type { CorrectionBody, Standing } from '../../../src/domain/closing/correction.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { anyCohort } from '../closing/cohorts.ts'
import { anyFound, fits, frozen, ON, PLACE } from '../closing/found.ts'

const KNOWN: Omit<Known, 'vatRegime' | 'chart'> = {
  cost: () => undefined,
  sale: () => undefined,
  session: () => undefined,
  isParticipant: (code) => code.startsWith('P'),
  rateOf: () => undefined,
  otherRecaps: () => [],
}

const eventOf = (body: CorrectionBody) =>
  ({
    v: 1,
    stall: 'A',
    seq: 9,
    at: instant('2026-06-30T18:00:00+02:00'),
    actor: 'ANIM01',
    kind: 'correction',
    body,
    cum: { salesCents: 0, voidsCents: 0 },
  }) as const

const sumOf = (lines: readonly EntryLine[], ...prefixes: readonly string[]): number =>
  lines
    .filter((line) => prefixes.some((prefix) => line.number.startsWith(prefix)))
    .reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)

test('the entries of any correction move what the amendment says, on its day', () => {
  let posted = 0
  fc.assert(
    fc.property(
      anyCohort,
      fc.array(anyFound, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('two_line' as const, 'four_line' as const),
      (input, candidates, contributionStyle) => {
        const close = frozen(input)
        if (close === undefined) return
        const chart = { ...DEFAULT_CHART, contributionStyle }
        const known = { ...KNOWN, chart, vatRegime: input.terms.vatRegime }
        let standing: Standing = close
        for (const { fact } of candidates.filter((each) => fits(each, input))) {
          const amendment = amend(close, standing, { fact, place: PLACE })
          standing = amendment.after
          const body = {
            cohort: 'FC-1',
            period: 1,
            number: 1,
            day: ON,
            software: '0',
            reason: 'found',
            fact,
            amendment,
          }
          const entries = postingOf(eventOf(body), known)
          expect(entries.every((entry) => entry.day === ON)).toBe(true)
          const lines = entries.flatMap((entry) => entry.lines)
          const { incomeStatement: moved, programmeHtCents, shares } = amendment.difference
          const charges =
            moved.purchasesHtCents +
            moved.packagingHtCents +
            moved.otherChargesHtCents +
            programmeHtCents
          expect(sumOf(lines, '70')).toBe(0 - moved.revenueHtCents)
          expect(sumOf(lines, '44571')).toBe(0 - moved.vatCollectedCents)
          expect(sumOf(lines, '60', '61', '62', '654')).toBe(charges)
          expect(sumOf(lines, '658', '758')).toBe(0 - moved.tillDifferenceCents)
          expect(sumOf(lines, '186')).toBe(moved.contributionCents + moved.insuranceCents)
          expect(sumOf(lines, '187')).toBe(0 - moved.contributionCents - moved.insuranceCents)
          for (const { participant, shareCents, pay } of shares) {
            const own = lines.filter(
              (line) => line.account === 'pay_due' && line.auxiliary?.code === participant,
            )
            expect(sumOf(own, '421')).toBe(0 - (pay?.netCents ?? shareCents))
          }
          const pay = shares.reduce(
            (sum, each) =>
              sum + (each.pay ? each.pay.grossCents + each.pay.employerCents : each.shareCents),
            0,
          )
          expect(sumOf(lines, '641', '645')).toBe(pay)
          expect(sumOf(lines, '')).toBe(0)
          posted += entries.length
        }
      },
    ),
    { numRuns: 600 },
  )
  expect(posted).toBeGreaterThan(500)
})
