import type { EventBodies } from '../journal/event.ts'
import { present } from '../kernel/present.ts'
import type { CorrectedCost, CorrectionBody } from './correction.ts'

/** A late cost as the costs keep it: on the day of its correction, and never from the till. */
export function costOf(
  { cohort, day }: Pick<CorrectionBody, 'cohort' | 'day'>,
  { cost: number, label, category, supplier, voucher, paidBy, chargedTo, amounts }: CorrectedCost,
): EventBodies['cost'] {
  const said = present({ supplier, voucher })
  return { cohort, number, day, label, category, ...said, paidBy, chargedTo, amounts }
}

/** What a correction says of a cost that is known. */
export function correctedCost(body: Omit<EventBodies['cost'], 'cohort' | 'day'>): CorrectedCost {
  const { number: cost, label, category, supplier, voucher, paidBy, chargedTo, amounts } = body
  return { cost, label, category, ...present({ supplier, voucher }), paidBy, chargedTo, amounts }
}
