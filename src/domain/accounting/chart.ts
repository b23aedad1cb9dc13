import { COST_CATEGORIES, type CostCategory } from '../costs/category.ts'

/** What an entry calls the account of each category of cost. */
type CostAccountKey = `cost_${CostCategory}`

/**
 * The accounts that entries are written to, and the number that each has as long as the host sets no other (law: French
 * general chart of accounts; practice of hosting cooperatives for 186, 187 and the purchases). What is sold by bank
 * transfer is taken to be at the bank, and tips to be gifts (choice).
 */
const FIXED_DEFAULTS = {
  sales_goods: '701000',
  sales_services: '706000',
  vat_collected: '445710',
  vat_deductible: '445660',
  suppliers: '401000',
  staff_advances: '467000',
  participant_advances: '425000',
  pay_due: '421000',
  social_bodies: '431000',
  pay: '641100',
  employer_contributions: '645100',
  bank: '512100',
  cheques_to_cash: '511200',
  cards_to_cash: '511500',
  transfers_to_come: '512100',
  till: '530000',
  internal_transfers: '580000',
  till_loss: '658000',
  till_gain: '758000',
  donations: '758800',
  bad_debts: '654000',
  contribution_charge: '186000',
  contribution_income: '187000',
} as const

type FixedAccountKey = keyof typeof FIXED_DEFAULTS
export type AccountKey = FixedAccountKey | CostAccountKey

export const costAccount = (category: CostCategory): CostAccountKey => `cost_${category}`

const COST_DEFAULTS = {
  cost_ingredients: COST_CATEGORIES.ingredients.account,
  cost_packaging: COST_CATEGORIES.packaging.account,
  cost_goods: COST_CATEGORIES.goods.account,
  cost_supplies: COST_CATEGORIES.supplies.account,
  cost_stall: COST_CATEGORIES.stall.account,
  cost_communication: COST_CATEGORIES.communication.account,
  cost_travel: COST_CATEGORIES.travel.account,
  cost_bank_fees: COST_CATEGORIES.bank_fees.account,
  cost_insurance: COST_CATEGORIES.insurance.account,
  cost_fees: COST_CATEGORIES.fees.account,
  cost_subcontracting: COST_CATEGORIES.subcontracting.account,
  cost_other: COST_CATEGORIES.other.account,
} as const satisfies Readonly<Record<CostAccountKey, string>>

export const ACCOUNT_DEFAULTS: Readonly<Record<AccountKey, string>> = {
  ...FIXED_DEFAULTS,
  ...COST_DEFAULTS,
}

export const isAccountKey = (text: string): text is AccountKey =>
  Object.hasOwn(ACCOUNT_DEFAULTS, text)

/** In the order in which they are listed. */
export const ACCOUNT_KEYS: readonly AccountKey[] =
  Object.keys(ACCOUNT_DEFAULTS).filter(isAccountKey)

export type ContributionStyle = 'two_line' | 'four_line'
export const CONTRIBUTION_STYLES: readonly ContributionStyle[] = ['two_line', 'four_line']

/** How a host's books are kept: what a close freezes with the period. */
export type Chart = {
  readonly accounts: Readonly<Record<AccountKey, string>>
  /**
   * Contribution and insurance as one debit and one credit (`two_line`), or in the way of the software of
   * cooperatives, with a debit and a credit in each section (`four_line`).
   */
  readonly contributionStyle: ContributionStyle
  /** Analytic section of the cohort; `{cohort}` stands for its code. */
  readonly activitySection: string
  /** Analytic section of the host. */
  readonly hostSection: string
}

/** The section of a cohort that nothing else was said about. */
const COHORT_SECTION = '{cohort}'

export const DEFAULT_CHART: Chart = {
  accounts: ACCOUNT_DEFAULTS,
  contributionStyle: 'two_line',
  activitySection: COHORT_SECTION,
  hostSection: 'CAE',
}

/** `512100`, `4671ANIM`: three digits, then up to nine digits or capitals (law: an account begins with three digits). */
export const isAccountNumber = (text: string): boolean => /^\d{3}[0-9A-Z]{0,9}$/.test(text)

/** Section of a cohort's own activity. */
export const activitySectionOf = ({ activitySection }: Chart, cohort: string): string =>
  activitySection.replaceAll(COHORT_SECTION, () => cohort)
