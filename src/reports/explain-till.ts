import { ZERO } from '../domain/kernel/money.ts'
import { takenOf } from '../domain/till/takings.ts'
import { type NamedZ, vatFigure, zLabel } from './explain-result.ts'
import { type Explanation, explained, minus, plus, type Term } from './explanation.ts'
import type { Report } from './report.ts'

const part = (of: 'float' | 'cash-sales' | 'cash-in' | 'cash-out' | 'till-costs') =>
  ({ kind: 'part', part: of }) as const

/** What should have been in the drawer of one Z. `lines`: its tickets. */
export function explainTill(z: NamedZ, lines: Report): Explanation {
  const { body, name } = z
  const cash = body.methods.find(({ method }) => method === 'cash')?.amountCents ?? ZERO
  const whereAny = (term: Term): readonly Term[] => (term.amount === 0 ? [] : [term])
  return explained({
    figure: `till:${name}`,
    title: { kind: 'part', part: 'expected', of: name },
    amount: body.expectedCents,
    terms: [
      plus(part('float'), body.floatCents),
      plus(part('cash-sales'), cash),
      ...whereAny(plus(part('cash-in'), body.cashInCents)),
      ...whereAny(minus(part('cash-out'), body.cashOutCents)),
      ...whereAny(minus(part('till-costs'), body.costsCents)),
    ],
    formulas: [],
    lines,
  })
}

/** Counted minus expected; nothing was counted where there is no difference to explain. */
export function explainDifference({ name, body }: NamedZ): Explanation {
  const { countedCents, expectedCents, differenceCents } = body
  return explained({
    figure: `difference:${name}`,
    title: { kind: 'figure', figure: 'till_difference' },
    amount: differenceCents,
    terms:
      countedCents === undefined
        ? []
        : [
            plus({ kind: 'part', part: 'counted' }, countedCents),
            minus({ kind: 'part', part: 'expected' }, expectedCents, `till:${name}`),
          ],
    formulas: [],
  })
}

/** What one Z took, by VAT rate. */
export function explainTakings(z: NamedZ, lines: Report): Explanation {
  const { body, name } = z
  return explained({
    figure: `takings:${name}`,
    title: zLabel(z),
    amount: takenOf(body),
    terms: body.rates.map((rate) =>
      plus(
        { kind: 'vat', ratePerMille: rate.ratePerMille },
        rate.ttcCents,
        vatFigure(rate.ratePerMille),
      ),
    ),
    formulas: [],
    lines,
  })
}
