import fc from 'fast-check'
import type { FrozenTerms } from '../../../src/domain/closing/amendment.ts'
import { type CloseInput, computeClose } from '../../../src/domain/closing/close.ts'
import type { CorrectionFact } from '../../../src/domain/closing/correction.ts'
import { type Takings, vatOfZ } from '../../../src/domain/closing/vat.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { VAT_RATES, vatRate } from '../../../src/domain/kernel/rate.ts'
import { costLine } from './cohorts.ts'

/** What may be found out after a close; all of it is invented. */

export const ON = day('2026-06-30')
export const PLACE = { day: ON, till: 'A' }

/** A close as its event keeps it, as far as amendments look at it; `undefined` when it is refused. */
export function frozen(input: CloseInput): FrozenTerms | undefined {
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
export type Found = {
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
    paidBy: fc.constantFrom('cae', 'P01', 'ANIM01'),
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
        paidBy: typed.paidBy,
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
    of: fc.constantFrom('goods' as const, 'service' as const),
    method: fc.constantFrom(
      'cash' as const,
      'card' as const,
      'cheque' as const,
      'transfer' as const,
    ),
  })
  .map(({ rates, ttc, isVoid, regime, of, method }): Found => {
    const sold = rates.map((perMille, index) => ({
      ratePerMille: vatRate(perMille),
      kind: of,
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
        of,
        method,
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

export const anyFound = fc.oneof(costFound, takingsFound, chequeFound, cashFound)

/** Takings whose VAT was extracted under the other regime belong to another host. */
export const fits = ({ fact }: Found, input: CloseInput): boolean =>
  (fact.kind !== 'sale' && fact.kind !== 'void-sale') ||
  fact.rates.every(
    (each) =>
      each.vatCents ===
      vatOfZ([{ ...each, kind: 'goods' }], input.terms.vatRegime).rates[0]?.vatCents,
  )
