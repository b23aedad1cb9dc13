import type { DistributionRule } from '../domain/closing/close-body.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { Report } from './report.ts'
import type { Word } from './vocabulary.ts'

/** What a figure or a part of it is called; the words are the reader's. */
export type FigureLabel =
  | { readonly kind: 'figure'; readonly figure: Word<'figure'> }
  | { readonly kind: 'category'; readonly category: Word<'category'> }
  | { readonly kind: 'method'; readonly method: Word<'method'> }
  | { readonly kind: 'contribution'; readonly name: string; readonly rate: number }
  | { readonly kind: 'part'; readonly part: FigurePart; readonly of?: string }
  | { readonly kind: 'z'; readonly z: string; readonly day: Day }
  | { readonly kind: 'vat' | 'ht'; readonly ratePerMille: number }

/** Parts that have no line of their own in the income statement. */
export type FigurePart =
  | 'programme'
  | 'shared'
  | 'carried'
  | 'reserve'
  | 'deficit'
  | 'share'
  | 'down'
  | 'spare'
  | 'gross'
  | 'employer'
  | 'employee'
  | 'net'
  | 'remainder'
  | 'ttc'
  | 'ht'
  | 'half-days'
  | 'product'
  | 'day'
  | 'hour'
  | 'seller'
  | 'venue'
  | 'cost'
  | 'account'
  | 'debit'
  | 'credit'
  | 'due'
  | 'period'
  | 'float'
  | 'cash-sales'
  | 'cash-in'
  | 'cash-out'
  | 'till-costs'
  | 'expected'
  | 'counted'
  | 'recaps'
  | 'amendment'
  | 'margin'
  | 'materials'

/** One amount of a sum, ≥ 0 or not, added or taken away; `figure` explains it further. */
export type Term = {
  readonly sign: '+' | '−'
  readonly label: FigureLabel
  readonly amount: number
  readonly figure?: string
}

/** How a figure is computed where it is no mere sum, with its numbers. */
export type Formula =
  | {
      readonly code: 'contribution'
      readonly base: 'gross_margin' | 'revenue'
      readonly baseCents: Cents
      readonly rateBp: number
      readonly floorCents?: Cents
      readonly capCents?: Cents
    }
  | { readonly code: 'no-contribution' }
  | { readonly code: 'insurance-rate'; readonly revenueCents: Cents; readonly rateBp: number }
  | { readonly code: 'insurance-people'; readonly eachCents: Cents; readonly people: number }
  | { readonly code: 'vat'; readonly ratePerMille: number; readonly rows: number }
  | { readonly code: 'vat-franchise' }
  | {
      readonly code: 'share'
      readonly rule: DistributionRule
      readonly totalCents: Cents
      readonly weight: number
      readonly weights: number
      readonly downCents: Cents
      readonly spareCent: boolean
    }
  | { readonly code: 'not-payable' }
  | {
      readonly code: 'gross'
      readonly budgetCents: Cents
      readonly grossCents: Cents
      readonly employerCents: Cents
    }
  /** A product's part of purchases and packaging, each piece made the same. */
  | {
      readonly code: 'pieces'
      readonly materialsCents: Cents
      readonly made: number
      readonly pieces: number
    }
  | { readonly code: 'rates'; readonly grossCents: Cents; readonly validFrom: Day }

/** A figure, the numbers that make it and the very records that it comes from. */
export type Explanation = {
  /** How it is asked for: `share:P03`. */
  readonly figure: string
  readonly title: FigureLabel
  /** Cents, or a number of half-days. */
  readonly unit: 'cents' | 'half-days'
  readonly amount: number
  /** Together the figure; empty when the formula alone gives it. */
  readonly terms: readonly Term[]
  readonly formulas: readonly Formula[]
  /** What was recorded, from the report's own query. */
  readonly lines?: Report
}

/** An explanation whose terms make the figure, or the program is wrong. */
export function explained(
  explanation: Omit<Explanation, 'unit'> & Partial<Pick<Explanation, 'unit'>>,
): Explanation {
  const { terms, amount, figure } = explanation
  const sum = terms.reduce((total, term) => total + signed(term), 0)
  invariant(terms.length === 0 || sum === amount, `the terms of ${figure} make it`)
  return { unit: 'cents', ...explanation }
}

const signed = ({ sign, amount }: Term): number => (sign === '−' ? -amount : amount)

export const plus = (label: FigureLabel, amount: number, figure?: string): Term => ({
  sign: '+',
  label,
  amount,
  ...(figure === undefined ? {} : { figure }),
})

export const minus = (label: FigureLabel, amount: number, figure?: string): Term => ({
  ...plus(label, amount, figure),
  sign: '−',
})
