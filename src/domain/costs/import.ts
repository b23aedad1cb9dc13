import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { VatRate } from '../kernel/rate.ts'
import { MOST_AMOUNTS, MOST_COST_CENTS, type NewCost } from './add.ts'
import type { CostCategory } from './category.ts'

/** One amount of a cost as a file has it, what is blank there filled in. */
export type CostLine = {
  readonly day: Day
  readonly label: string
  readonly category: CostCategory
  readonly amountCents: Cents
  readonly vatRatePerMille: VatRate
  readonly supplier: string | undefined
  readonly paidBy: string
  readonly chargedTo: 'activity' | 'programme'
  readonly voucher: string | undefined
}

/** Two lines with the same identity say the same thing. */
export const identityOf = (line: CostLine): string =>
  JSON.stringify([...sharedOf(line), line.amountCents, line.vatRatePerMille])

const sharedOf = (line: CostLine): readonly (string | undefined)[] => [
  line.day,
  line.label,
  line.supplier,
  line.voucher,
  line.category,
  line.paidBy,
  line.chargedTo,
]

/**
 * Which cost a line belongs to: lines of one date, label, supplier and voucher are one cost, as far as one
 * cost can hold them: it has one category, one payer and one charge (choice: a bill of two categories is two costs
 * with one voucher). `undefined`: without a voucher a line is a cost of its own.
 */
export const costKeyOf = (line: CostLine): string | undefined =>
  line.voucher === undefined ? undefined : JSON.stringify(sharedOf(line))

export type LinesFault = 'too-many-amounts' | 'total-too-large'

/** Lines of one cost → the cost, or why one cost cannot hold them. */
export function costOfLines(lines: readonly CostLine[]): NewCost | LinesFault | undefined {
  const [first] = lines
  if (first === undefined) return undefined
  if (lines.length > MOST_AMOUNTS) return 'too-many-amounts'
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0)
  if (total > MOST_COST_CENTS) return 'total-too-large'
  const { day, label, category, supplier, voucher, paidBy, chargedTo } = first
  const amounts = lines.map(({ amountCents, vatRatePerMille }) => ({
    amountCents,
    vatRatePerMille,
  }))
  return { day, label, category, supplier, voucher, paidBy, chargedTo, amounts }
}
