import type { CloseBody, Pay, RateTable, Share } from '../domain/closing/close-body.ts'
import { contributionsOf } from '../domain/closing/pay.ts'
import { partDown } from '../domain/kernel/allocation.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, cents } from '../domain/kernel/money.ts'
import { present } from '../domain/kernel/present.ts'
import { type Explanation, explained, minus, plus, type Term } from './explanation.ts'
import type { Report } from './report.ts'

/** How a result was shared. */
export type ShareSources = Pick<CloseBody, 'rule' | 'distribution' | 'incomeStatement'> & {
  readonly rates?: RateTable | undefined
}

/** What is left of the result for the people. */
export function explainShared({ incomeStatement, distribution }: ShareSources): Explanation {
  const { totalCents, reserveCents, deficitCents, carriedDeficitCents } = distribution
  const taken: readonly Term[] = [
    ...(carriedDeficitCents === undefined
      ? []
      : [minus({ kind: 'part', part: 'carried' }, carriedDeficitCents)]),
    ...(reserveCents === 0 ? [] : [minus({ kind: 'part', part: 'reserve' }, reserveCents)]),
    ...(deficitCents === 0 ? [] : [plus({ kind: 'part', part: 'deficit' }, deficitCents)]),
  ]
  return explained({
    figure: 'shared',
    title: { kind: 'part', part: 'shared' },
    amount: totalCents,
    terms: [
      plus({ kind: 'figure', figure: 'result' }, incomeStatement.resultCents, 'result'),
      ...taken,
    ],
    formulas: [],
  })
}

/** One participant's share: rounded down by weight, and the spare cent where it fell. `lines`: the half-days counted. */
export function explainShare(
  share: Share,
  { rule, distribution }: ShareSources,
  lines: Report | undefined,
): Explanation {
  const { totalCents, shares } = distribution
  const weights = shares.reduce((sum, each) => sum + each.weight, 0)
  const downCents = partDown(totalCents, share.weight, weights)
  const spare = cents(share.shareCents - downCents)
  invariant(spare === (share.spareCent ? 1 : 0), 'a share is its part and perhaps a spare cent')
  const { participant, weight, spareCent, payable } = share
  return explained({
    figure: `share:${participant}`,
    title: { kind: 'part', part: 'share', of: participant },
    amount: share.shareCents,
    terms: [
      plus({ kind: 'part', part: 'down' }, downCents),
      ...(spareCent ? [plus({ kind: 'part', part: 'spare' }, spare)] : []),
    ],
    formulas: [
      payable
        ? { code: 'share', rule, totalCents, weight, weights, downCents, spareCent }
        : { code: 'not-payable' },
    ],
    ...present({ lines }),
  })
}

export const PAY_FIGURES = ['gross', 'employer', 'employee', 'net', 'remainder'] as const
export type PayFigure = (typeof PAY_FIGURES)[number]

const payAmount = (pay: Pay, figure: PayFigure): Cents =>
  ({
    gross: pay.grossCents,
    employer: pay.employerCents,
    employee: pay.employeeCents,
    net: pay.netCents,
    remainder: pay.remainderCents,
  })[figure]

/** One figure of somebody's pay estimate, from the rates that were in force. */
export function explainPay(
  figure: PayFigure,
  { participant, shareCents, pay }: Share & { readonly pay: Pay },
  table: RateTable,
): Explanation {
  const { grossCents, employerCents } = pay
  const named = (of: PayFigure): string => `${of}:${participant}`
  const part = (of: PayFigure) => ({ kind: 'part', part: of }) as const
  const share = plus({ kind: 'part', part: 'share' }, shareCents, `share:${participant}`)
  const ofRates = (side: 'employer' | 'employee'): readonly Term[] =>
    contributionsOf(grossCents, table)[side].map(({ name, rate, amountCents }) =>
      plus({ kind: 'contribution', name, rate }, amountCents),
    )
  const terms: { readonly [F in PayFigure]: readonly Term[] } = {
    gross: [
      share,
      minus(part('employer'), employerCents, named('employer')),
      minus(part('remainder'), pay.remainderCents, named('remainder')),
    ],
    employer: ofRates('employer'),
    employee: ofRates('employee'),
    net: [
      plus(part('gross'), grossCents, named('gross')),
      minus(part('employee'), pay.employeeCents, named('employee')),
    ],
    remainder: [
      share,
      minus(part('gross'), grossCents, named('gross')),
      minus(part('employer'), employerCents, named('employer')),
    ],
  }
  const isRated = figure === 'employer' || figure === 'employee'
  return explained({
    figure: named(figure),
    title: { kind: 'part', part: figure, of: participant },
    amount: payAmount(pay, figure),
    terms: terms[figure],
    formulas: [
      ...(figure === 'gross' || figure === 'remainder'
        ? [{ code: 'gross', budgetCents: shareCents, grossCents, employerCents } as const]
        : []),
      ...(isRated ? [{ code: 'rates', grossCents, validFrom: table.validFrom } as const] : []),
    ],
  })
}
