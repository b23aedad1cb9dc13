import { chargeOf } from '../domain/closing/income-statement.ts'
import type { VatRegime } from '../domain/closing/vat.ts'
import {
  COST_CATEGORIES,
  type CostCategory,
  factsOf,
  isCostCategory,
  reducesContributionBase,
} from '../domain/costs/category.ts'
import type { CostAmount } from '../domain/journal/event.ts'
import { compareText } from '../domain/kernel/allocation.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../domain/kernel/money.ts'
import type { Advance } from '../domain/payments/settle-cost.ts'
import type { CostRow } from '../store/queries/cost.ts'
import { columns } from './column.ts'
import type { Report, Row } from './report.ts'

/** Under which regime a cost counts: that of its close, else the host's of today. */
export type RegimeOf = (cost: CostRow) => VatRegime

/** VAT included, the VAT that is deducted, and what weighs on the result. */
export type CostFigures = { readonly ttc: Cents; readonly vat: Cents; readonly ht: Cents }

/** What one amount of a cost comes to; under `franchise` no VAT is deducted and the whole weighs. */
export function figuresOf(cost: CostRow, amount: CostAmount, regime: VatRegime): CostFigures {
  const { category, chargedTo } = cost
  const ht = chargeOf({ category, chargedTo, ...amount }, regime)
  return { ttc: amount.amountCents, vat: cents(amount.amountCents - ht), ht }
}

export function totalFigures(figures: readonly CostFigures[]): CostFigures {
  const total = {
    ttc: sumCents(figures.map((each) => each.ttc)),
    vat: sumCents(figures.map((each) => each.vat)),
    ht: sumCents(figures.map((each) => each.ht)),
  }
  invariant(total.ht + total.vat === total.ttc, 'costs are their VAT and what is left')
  return total
}

/** All amounts of the costs given. */
const figuresOfCosts = (costs: readonly CostRow[], regimeOf: RegimeOf): CostFigures =>
  totalFigures(
    costs.flatMap((cost) => cost.amounts.map((each) => figuresOf(cost, each, regimeOf(cost)))),
  )

const LIST_COLUMNS = columns(
  'number',
  'date',
  'label',
  'category',
  'amountTtc',
  'vatRate',
  'supplier',
  'paidBy',
  'chargedTo',
  'voucher',
  'vat',
  'ht',
  'voided',
)

/** One row per amount, so that the list imports to the same figures; the totals leave out what is voided. */
export function costList(costs: readonly CostRow[], regimeOf: RegimeOf): Report {
  const rows = costs.flatMap((cost) =>
    cost.amounts.map((amount) => amountRow(cost, amount, regimeOf(cost))),
  )
  const { ttc, vat, ht } = figuresOfCosts(
    costs.filter((cost) => !cost.voided),
    regimeOf,
  )
  const report = { name: 'costs', columns: LIST_COLUMNS, rows }
  return rows.length === 0 ? report : { ...report, totals: { amountTtc: ttc, vat, ht } }
}

function amountRow(cost: CostRow, amount: CostAmount, regime: VatRegime): Row {
  const { ttc, vat, ht } = figuresOf(cost, amount, regime)
  return {
    number: cost.number,
    date: cost.day,
    label: cost.label,
    category: cost.category,
    amountTtc: ttc,
    vatRate: amount.vatRatePerMille,
    supplier: cost.supplier ?? null,
    paidBy: cost.paidBy,
    chargedTo: cost.chargedTo,
    voucher: cost.voucher ?? null,
    vat,
    ht,
    voided: cost.voided,
  }
}

/** The categories with their accounts, in their order. */
export function costCategories(): Report {
  const rows = categories().map((category) => ({
    category,
    account: factsOf(category).account,
    inContributionBase: reducesContributionBase(category),
    usualVatRate: factsOf(category).usualVatRate ?? null,
  }))
  return {
    name: 'cost-categories',
    columns: columns('category', 'account', 'inContributionBase', 'usualVatRate'),
    rows,
  }
}

const categories = (): readonly CostCategory[] =>
  Object.keys(COST_CATEGORIES).filter(isCostCategory)

type Charge = CostRow['chargedTo']
const CHARGES: readonly Charge[] = ['activity', 'programme']

/**
 * What each category cost, without what was voided: the activity's first, then the programme's, which grants pay and
 * the result never sees. `only` leaves out the other and its column.
 */
export function costsByCategory(
  costs: readonly CostRow[],
  regimeOf: RegimeOf,
  only?: Charge,
): Report<readonly Row[]> {
  const charges = only === undefined ? CHARGES : [only]
  const kept = costs.filter((cost) => !cost.voided && charges.includes(cost.chargedTo))
  const rows = charges.flatMap((chargedTo) =>
    categories().flatMap((category) => {
      const own = kept.filter((cost) => cost.chargedTo === chargedTo && cost.category === category)
      const { account } = factsOf(category)
      return own.length === 0
        ? []
        : [{ chargedTo, category, account, ...figuresOfCosts(own, regimeOf) }]
    }),
  )
  return {
    name: 'costs-by-category',
    columns: [
      ...(only === undefined ? columns('chargedTo') : []),
      ...columns('category', 'account', 'ttc', 'vat', 'ht'),
    ],
    rows,
    ...(rows.length === 0 ? {} : { totals: figuresOfCosts(kept, regimeOf) }),
  }
}

/**
 * What each payer paid, without what was voided, and what is due back to people who advanced it: below zero where a
 * cost was voided after its refund.
 */
export function costsByPayer(
  costs: readonly CostRow[],
  advances: readonly Advance[],
): Report<readonly Row[]> {
  const kept = costs.filter((cost) => !cost.voided)
  const people = advances.map((each) => each.who)
  const payers = [...new Set([...kept.map((cost) => cost.paidBy), ...people])]
  const rows = payers.toSorted(comparePayers).map((paidBy) => {
    const ttc = sumCents(
      kept.filter((cost) => cost.paidBy === paidBy).map((cost) => cost.totalCents),
    )
    const advance = advances.find((each) => each.who === paidBy)
    return {
      paidBy,
      ttc,
      givenBack: advance?.refundedCents ?? ZERO,
      toRefund: advance?.owedCents ?? ZERO,
    }
  })
  const totals = {
    ttc: sumCents(rows.map((row) => row.ttc)),
    givenBack: sumCents(rows.map((row) => row.givenBack)),
    toRefund: sumCents(rows.map((row) => row.toRefund)),
  }
  return {
    name: 'costs-by-payer',
    columns: columns('paidBy', 'ttc', 'givenBack', 'toRefund'),
    rows,
    ...(rows.length === 0 ? {} : { totals }),
  }
}

/** Advanced by somebody, who gets it back in full, outside the shares. */
export const isPerson = (payer: string): boolean => payer !== 'cae' && payer !== 'till'

/** The host and the till first, then people, each by code unit. */
function comparePayers(a: string, b: string): number {
  if (isPerson(a) !== isPerson(b)) return isPerson(a) ? 1 : -1
  return compareText(a, b)
}
