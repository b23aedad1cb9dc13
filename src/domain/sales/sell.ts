import type { EventBodies } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { sumCents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { PricedSale } from './pricing.ts'

/** What is known of a sale beside its goods and payments. */
export type SaleFacts = {
  readonly cohort: string
  /** The next ticket number of this till. */
  readonly number: number
  readonly session: number
  readonly day: Day
  readonly happenedAt: Instant
  readonly key: string | undefined
  readonly content: string | undefined
  readonly seller: string | undefined
}

/** A priced basket becomes the event that is recorded. */
export function sell(priced: PricedSale, facts: SaleFacts): EventBodies['sale'] {
  const { lines, payments, discountCents, tipCents, totalCents, changeCents } = priced
  const paid = sumCents(payments.map((payment) => payment.amountCents))
  invariant(paid === totalCents + tipCents, 'payments cover the goods and the tip')
  const { cohort, number, session, day, happenedAt, key, content, seller } = facts
  return {
    cohort,
    number,
    session,
    day,
    happenedAt,
    ...present({ key, content, seller }),
    lines,
    payments,
    discountCents,
    tipCents,
    totalCents,
    changeCents,
  }
}
