import { type VatRate, vatRate } from '../kernel/rate.ts'

/** Where a cost stands in the income statement: purchases and packaging make the gross margin. */
export type StatementPlace = 'purchases' | 'packaging' | 'other'

export type CostCategoryFacts = {
  /** Default account of the French chart (practice; the host may map others). */
  readonly account: string
  readonly place: StatementPlace
  /** Taken when an amount is given without a rate; where it is absent the rate must be said. */
  readonly usualVatRate?: VatRate
}

const NO_VAT = vatRate(0)

/** The categories of cost, in the order they are listed (practice). */
export const COST_CATEGORIES = {
  ingredients: { account: '601000', place: 'purchases' },
  packaging: { account: '602610', place: 'packaging' },
  goods: { account: '607000', place: 'purchases' },
  supplies: { account: '606300', place: 'purchases' },
  stall: { account: '613200', place: 'other', usualVatRate: NO_VAT },
  communication: { account: '623600', place: 'other' },
  travel: { account: '625100', place: 'other' },
  bank_fees: { account: '627800', place: 'other', usualVatRate: NO_VAT },
  insurance: { account: '616000', place: 'other' },
  fees: { account: '622600', place: 'other' },
  subcontracting: { account: '611000', place: 'purchases' },
  other: { account: '628100', place: 'other' },
} as const satisfies { readonly [category: string]: CostCategoryFacts }

export type CostCategory = keyof typeof COST_CATEGORIES

export const isCostCategory = (text: string): text is CostCategory =>
  Object.hasOwn(COST_CATEGORIES, text)

export const factsOf = (category: CostCategory): CostCategoryFacts => COST_CATEGORIES[category]

/** What stands above the gross margin lowers the contribution when that margin is its base (practice). */
export const reducesContributionBase = (category: CostCategory): boolean =>
  factsOf(category).place !== 'other'
