import type { CostLine } from '../../domain/closing/income-statement.ts'
import type { VatRegime } from '../../domain/closing/vat.ts'
import { type CostCategory, isCostCategory } from '../../domain/costs/category.ts'
import type { CostAmount, Stall } from '../../domain/journal/event.ts'
import { ownNumbers } from '../../domain/journal/own-number.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { vatRate } from '../../domain/kernel/rate.ts'
import {
  all,
  type Db,
  first,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'

export type CostRow = {
  /** Of the whole ledger. */
  readonly number: number
  readonly cohort: string
  readonly day: Day
  readonly label: string
  readonly category: CostCategory
  readonly supplier: string | undefined
  readonly voucher: string | undefined
  /** `cae`, `till`, a participant's or a staff code. */
  readonly paidBy: string
  readonly chargedTo: 'activity' | 'programme'
  /** The till session that paid it. */
  readonly session: number | undefined
  /** All amounts together, VAT included. */
  readonly totalCents: Cents
  /** In the order typed. */
  readonly amounts: readonly CostAmount[]
  readonly voided: boolean
  readonly voidReason: string | undefined
  /** The closed period of the amendment that added it or took it out. */
  readonly corrects: number | undefined
}

const COLUMNS = `number, cohort, day, label, category, supplier, voucher, paid_by, charged_to, session,
  cost.amount_cents AS total_cents, voided_by, void_reason, corrects,
  cost_amount.amount_cents, vat_rate_per_mille, vat_cents`
const WITH_AMOUNTS = 'cost JOIN cost_amount ON cost_amount.cost = cost.number'

/** Every cost of a cohort, voided ones included, by day and number. */
export function costsOf(db: Db, cohort: string): readonly CostRow[] {
  return grouped(
    all(
      db,
      `SELECT ${COLUMNS} FROM ${WITH_AMOUNTS} WHERE cohort = ? ORDER BY day, number, position`,
      [cohort],
    ),
  )
}

/** The cost of a number, of whichever cohort. */
export function costByNumber(db: Db, number: number): CostRow | undefined {
  return grouped(
    all(db, `SELECT ${COLUMNS} FROM ${WITH_AMOUNTS} WHERE number = ? ORDER BY position`, [number]),
  )[0]
}

/** The number that a till's next cost takes. */
export function nextCostNumber(db: Db, stall: Stall): number {
  const { first: start, last } = ownNumbers(stall)
  const row = first(db, 'SELECT max(number) AS last FROM cost WHERE number BETWEEN ? AND ?', [
    start,
    last,
  ])
  return 1 + ((row === undefined ? undefined : optionalInteger(row, 'last')) ?? start - 1)
}

/**
 * Each amount of a period's costs, for the income statement: from a day until a day, both included, without what was
 * voided. By day, number and position.
 */
export function costFacts(
  db: Db,
  cohort: string,
  { from, until }: { readonly from: Day; readonly until: Day },
): readonly CostLine[] {
  return all(
    db,
    `SELECT category, charged_to, cost_amount.amount_cents, vat_cents FROM ${WITH_AMOUNTS}
     WHERE cohort = ? AND day BETWEEN ? AND ? AND voided_by IS NULL AND corrects IS NULL
     ORDER BY day, number, position`,
    [cohort, from, until],
  ).map((row) => ({
    category: categoryOf(row),
    chargedTo: chargeOf(row),
    amountCents: cents(integerOf(row, 'amount_cents')),
    vatCents: cents(integerOf(row, 'vat_cents')),
  }))
}

/** Codes of the cohort's participants, leavers too: who may have paid. */
export const payersOf = (db: Db, cohort: string): readonly string[] =>
  all(db, 'SELECT code FROM participant WHERE cohort = ? ORDER BY code', [cohort]).map((row) =>
    textOf(row, 'code'),
  )

/** Under which VAT regime each closed period was closed, the first period first. */
export function closedRegimes(
  db: Db,
  cohort: string,
): readonly { readonly until: Day; readonly regime: VatRegime }[] {
  return all(
    db,
    `SELECT until_day, body ->> '$.terms.vatRegime' AS regime FROM closing
     WHERE cohort = ? ORDER BY until_day`,
    [cohort],
  ).map((row) => ({
    until: day(textOf(row, 'until_day')),
    regime: textOf(row, 'regime') === 'franchise' ? 'franchise' : 'normal',
  }))
}

/** Rows of one cost's amounts follow each other. */
function grouped(rows: readonly Row[]): readonly CostRow[] {
  const costs = new Map<number, { readonly row: Row; readonly amounts: CostAmount[] }>()
  for (const row of rows) {
    const number = integerOf(row, 'number')
    const cost = costs.get(number) ?? { row, amounts: [] }
    cost.amounts.push({
      amountCents: cents(integerOf(row, 'amount_cents')),
      vatRatePerMille: vatRate(integerOf(row, 'vat_rate_per_mille')),
      vatCents: cents(integerOf(row, 'vat_cents')),
    })
    costs.set(number, cost)
  }
  return [...costs.values()].map(({ row, amounts }) => costOf(row, amounts))
}

const costOf = (row: Row, amounts: readonly CostAmount[]): CostRow => ({
  number: integerOf(row, 'number'),
  cohort: textOf(row, 'cohort'),
  day: day(textOf(row, 'day')),
  label: textOf(row, 'label'),
  category: categoryOf(row),
  supplier: optionalText(row, 'supplier'),
  voucher: optionalText(row, 'voucher'),
  paidBy: textOf(row, 'paid_by'),
  chargedTo: chargeOf(row),
  session: optionalInteger(row, 'session'),
  totalCents: cents(integerOf(row, 'total_cents')),
  amounts,
  voided: optionalText(row, 'voided_by') !== undefined,
  voidReason: optionalText(row, 'void_reason'),
  corrects: optionalInteger(row, 'corrects'),
})

function categoryOf(row: Row): CostCategory {
  const category = textOf(row, 'category')
  if (!isCostCategory(category)) throw new Defect(`${category} is no category of cost`)
  return category
}

const chargeOf = (row: Row): CostRow['chargedTo'] =>
  textOf(row, 'charged_to') === 'programme' ? 'programme' : 'activity'

/** The number of the Z that sealed a till session; `undefined` while it is open. */
export function zOfSession(db: Db, session: number): number | undefined {
  const row = first(db, 'SELECT z FROM till_session WHERE number = ?', [session])
  return row === undefined ? undefined : optionalInteger(row, 'z')
}
