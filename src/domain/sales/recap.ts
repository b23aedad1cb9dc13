import type { EventBodies, Payment } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { CatalogueProduct } from './pricing.ts'

/** The most that one recap takes (choice: what fits a day of any cohort). */
export const MOST_RECAP_CENTS = cents(99_999_999)

export type RecapFacts = {
  readonly cohort: string
  readonly number: number
  readonly day: Day
  readonly happenedAt: Instant
  readonly totalCents: Cents
  readonly payments: readonly Payment[]
  /** What was sold: a product of the catalogue, or just a name and perhaps a VAT rate. */
  readonly sold: Pick<CatalogueProduct, 'label' | 'vatRatePerMille' | 'kind'> & {
    readonly product: string | undefined
  }
}

/** A day's takings known only from paper or from another till: one ticket that went through no session of ours. */
export function recap({
  cohort,
  number,
  day,
  happenedAt,
  totalCents,
  payments,
  sold,
}: RecapFacts): EventBodies['sale'] {
  const paid = sumCents(payments.map((payment) => payment.amountCents))
  invariant(paid === totalCents, 'payments cover the takings')
  const { product, label, vatRatePerMille, kind } = sold
  return {
    cohort,
    number,
    day,
    happenedAt,
    lines: [
      {
        ...present({ product }),
        label,
        quantity: 1,
        unitPriceCents: totalCents,
        totalCents,
        ...present({ vatRatePerMille }),
        kind,
      },
    ],
    payments,
    discountCents: ZERO,
    tipCents: ZERO,
    totalCents,
    changeCents: ZERO,
    recap: true,
  }
}
