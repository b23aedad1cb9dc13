import { type CloseInput, computeClose } from '../../../src/domain/closing/close.ts'
import type { Standing } from '../../../src/domain/closing/correction.ts'
import type { Expected } from './oracle.ts'

/** A close in the form of the second computation, or the reason of its refusal. */
export function inBrief(input: CloseInput): Expected | string {
  const outcome = computeClose(input)
  if (!outcome.ok) return outcome.reason
  const { vat } = outcome.close
  return {
    vat: vat.map((row) => [
      row.day,
      row.till,
      row.ratePerMille,
      row.ttcCents,
      row.vatCents,
      row.htCents,
    ]),
    ...brief(outcome.close),
  }
}

/** What stands, in the same form. */
export const brief = ({ incomeStatement, programmeHtCents, distribution }: Standing) => ({
  statement: { ...incomeStatement },
  programme: programmeHtCents,
  total: distribution.totalCents,
  reserve: distribution.reserveCents,
  deficit: distribution.deficitCents,
  carried: distribution.carriedDeficitCents ?? 0,
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
