import type { CostAmount, EventBodies } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { type VatRate, vatWithin } from '../kernel/rate.ts'
import type { CostCategory } from './category.ts'

/** One amount as typed, VAT included. */
export type TypedAmount = { readonly amountCents: Cents; readonly vatRatePerMille: VatRate }

/** A cost as typed, its category and its rates known. */
export type NewCost = {
  readonly label: string
  readonly day: Day
  readonly category: CostCategory
  readonly amounts: readonly TypedAmount[]
  readonly supplier?: string | undefined
  readonly voucher?: string | undefined
  /** `cae`, `till`, or the code of a person. */
  readonly paidBy: string
  readonly chargedTo: 'activity' | 'programme'
}

export type CostContext = {
  readonly cohort: string
  /** The next number of the ledger. */
  readonly number: number
  /** The till session that pays it; `undefined` when the till does not. */
  readonly session: number | undefined
}

/** The largest amount of the ledger, in cents: 9 999 999,99 €. */
export const MOST_COST_CENTS = 999_999_999
/** One bill has a few rates; this many amounts is somebody's mistake (choice). */
export const MOST_AMOUNTS = 20

/**
 * A new cost. VAT is extracted on each amount, once, half up (law), whatever the host's regime: under
 * `franchise` the income statement weighs the whole amount. What the till pays is itself the cash-out of that session.
 */
export function addCost(typed: NewCost, context: CostContext): EventBodies['cost'] {
  const { label, day, category, supplier, voucher, paidBy, chargedTo } = typed
  const { cohort, number, session } = context
  invariant((paidBy === 'till') === (session !== undefined), 'what the till pays is of a session')
  const amounts = typed.amounts.map(withVat)
  const total = sumCents(amounts.map((each) => each.amountCents))
  invariant(amounts.length > 0 && amounts.length <= MOST_AMOUNTS, 'a cost has a few amounts')
  invariant(total > 0 && total <= MOST_COST_CENTS, 'a cost is an amount of the ledger')
  return {
    cohort,
    number,
    day,
    label,
    category,
    ...present({ supplier, voucher }),
    paidBy,
    chargedTo,
    amounts,
    ...present({ session }),
  }
}

function withVat({ amountCents, vatRatePerMille }: TypedAmount): CostAmount {
  invariant(amountCents > 0, 'an amount of a cost is above zero')
  const { vat, net } = vatWithin(amountCents, vatRatePerMille)
  invariant(cents(net + vat) === amountCents, 'an amount is its VAT and what is left')
  return { amountCents, vatRatePerMille, vatCents: vat }
}
