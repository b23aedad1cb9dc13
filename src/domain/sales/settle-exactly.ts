import type { Payment, PaymentMethod } from '../journal/event.ts'
import { type Cents, sumCents, ZERO } from '../kernel/money.ts'
import type { BasketPayment } from './basket.ts'
import { isLineFault, type LineFault } from './line-fault.ts'
import { settle } from './settlement.ts'

type Due = {
  /** Above 0. */
  readonly dueCents: Cents
  readonly limitCents: Cents
}

const NEVER_USED: PaymentMethod = 'cash'

/** Payments that come to exactly what is due, as when money goes back or was taken long since: cash gives no change. */
export function settleExactly(
  due: Due,
  typed: readonly BasketPayment[],
): readonly Payment[] | LineFault {
  const settled = settle({ ...due, defaultMethod: NEVER_USED }, typed)
  const isFault = isLineFault(settled)
  if (isFault && settled.code !== 'payment-above-due' && settled.code !== 'payment-short')
    return settled
  if (!isFault && settled.changeCents === 0) return settled.payments
  const span = isFault ? settled.span : typed.findLast(({ method }) => method === 'cash')?.span
  const typedCents = sumCents(typed.map((payment) => payment.amountCents ?? ZERO))
  return { code: 'amounts-differ', span, typedCents, dueCents: due.dueCents }
}
