import type { FigurePart } from '../../reports/explanation.ts'
import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'
import type { Divided } from './statements.ts'

const parts: { readonly [P in FigurePart]: string } = {
  programme: 'programme costs, paid by grants',
  shared: 'to share',
  carried: 'deficit of the period before',
  reserve: 'kept in reserve',
  deficit: 'loss, borne for the group',
  share: 'share',
  down: 'by weight, rounded down',
  spare: 'spare cent',
  gross: 'gross pay',
  employer: 'employer contributions',
  employee: 'employee contributions',
  net: 'net pay',
  remainder: 'remainder',
  ttc: 'taken, VAT included',
  ht: 'excl. VAT',
  'half-days': 'half-days present',
  product: 'product',
  day: 'day',
  hour: 'hour',
  seller: 'seller',
  venue: 'place',
  cost: 'cost',
  account: 'account',
  debit: 'debit',
  credit: 'credit',
  due: 'due to',
  period: 'period',
  float: 'float',
  'cash-sales': 'taken in cash',
  'cash-in': 'cash put in',
  'cash-out': 'cash taken out',
  'till-costs': 'costs paid from the till',
  expected: 'cash expected',
  counted: 'counted',
  recaps: 'open tills and paper',
  amendment: 'amendment',
  margin: 'margin',
  materials: 'purchases and packaging, excl. VAT',
}

/** How a figure came about. */
export const explain = {
  parts,
  vatAt: (rate: string) => `VAT at ${rate}`,
  htAt: (rate: string) => `excl. VAT, at ${rate}`,
  formulas: {
    rateOf: (base: string, amount: string, rate: string) =>
      `${rate} of the ${base}, ${amount}, rounded half up; nothing of a base below zero`,
    floor: (amount: string) => `at least ${amount}`,
    cap: (amount: string) => `at most ${amount}`,
    noContribution: 'this host takes no contribution',
    people: (each: string, people: number) =>
      `${each} for each of ${counted(people, 'person', 'people')} who joined`,
    vat: (rate: string, rows: number) =>
      `per day and till: VAT = takings × ${rate} ÷ (100 + ${rate}), rounded half up${rows > 1 ? `; then the sum of ${rows}` : ''}`,
    franchise: 'this host has no VAT (franchise): all takings are revenue',
    share: ({ total, weight, weights, down }: Divided) =>
      `${total} × ${weight} ÷ ${weights} = ${down}, rounded down; spare cents go to the largest remainders`,
    notPayable: 'takes no pay: the share goes to the others',
    gross: (gross: string, employer: string, budget: string) =>
      `the largest gross whose cost fits: ${gross} + ${employer} ≤ ${budget}`,
    pieces: (materials: string, made: number, pieces: number) =>
      `estimate: ${materials} of purchases and packaging × ${made} ÷ ${pieces} pieces made; spare cents go to the largest remainders`,
    rates: (gross: string, from: string) =>
      `each rate of ${gross}, rounded half up; rates in force since ${from}`,
  },
  next: (figure: string) => `flashcoop explain ${figure}`,
}
export type ExplainWords = Translated<typeof explain>
