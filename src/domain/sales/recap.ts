import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { CatalogueProduct, PricedSale } from './pricing.ts'

/** The most that one recap takes (choice: what fits a day of any cohort). */
export const MOST_RECAP_CENTS = cents(99_999_999)

export type RecapFacts = Pick<
  EventBodies['sale'],
  'cohort' | 'number' | 'day' | 'happenedAt' | 'seller'
>

/** What a sheet of paper says was sold, and how it was paid. */
export type OnPaper = Omit<PricedSale, 'changeCents'>

/** Takings of which the sheet says only the sum: a product of the catalogue, or just a name and perhaps a VAT rate. */
export function lumpSum(
  { product, label, vatRatePerMille, kind }: LumpSold,
  totalCents: Cents,
  { tipCents, payments }: Pick<OnPaper, 'tipCents' | 'payments'>,
): OnPaper {
  const line = {
    ...present({ product }),
    label,
    quantity: 1,
    unitPriceCents: totalCents,
    totalCents,
    ...present({ vatRatePerMille }),
    kind,
    ...(product === undefined ? {} : { lump: true as const }),
  }
  return { lines: [line], payments, discountCents: ZERO, tipCents, totalCents }
}

export type LumpSold = Pick<CatalogueProduct, 'label' | 'vatRatePerMille' | 'kind'> & {
  readonly product: string | undefined
}

/**
 * A basket that was priced becomes what stands on paper. The money of a sheet is what lies there when all change is
 * given: more of it than was sold is a miscount or a tip, and is refused (choice).
 */
export function onPaper({ changeCents, ...priced }: PricedSale): OnPaper {
  const { payments, totalCents, tipCents } = priced
  if (changeCents > 0) {
    const paidCents = sumCents(payments.map((payment) => payment.tenderedCents))
    const dueCents = cents(totalCents + tipCents)
    refuse({ code: 'recap-differs', paidCents, dueCents })
  }
  return priced
}

/** Takings known only from paper or from another till: one ticket that went through no session of ours. */
export function recap(
  { cohort, number, day, happenedAt, seller }: RecapFacts,
  { lines, payments, discountCents, tipCents, totalCents }: OnPaper,
): EventBodies['sale'] {
  const paid = sumCents(payments.map((payment) => payment.amountCents))
  invariant(paid === totalCents + tipCents, 'payments cover the takings and the tip')
  return {
    cohort,
    number,
    day,
    happenedAt,
    ...present({ seller }),
    lines,
    payments,
    discountCents,
    tipCents,
    totalCents,
    changeCents: ZERO,
    recap: true,
  }
}
