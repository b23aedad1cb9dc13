import type { Payment, PaymentMethod } from '../journal/event.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import type { BasketPayment } from './basket.ts'
import type { LineFault } from './line-fault.ts'

type Due = {
  /** Total and tip together, from 0. */
  readonly dueCents: Cents
  /** The most that one payment may be. */
  readonly limitCents: Cents
  /** What pays where no payment was typed. */
  readonly defaultMethod: PaymentMethod
}

type Settlement = { readonly payments: readonly Payment[]; readonly changeCents: Cents }

/**
 * Matches payments with what is due. Card, cheque and transfer amounts are taken first and never
 * trimmed; then cash, which alone gives change; then the one payment without an amount takes what
 * is left, which must be something.
 */
export function settle(due: Due, typed: readonly BasketPayment[]): Settlement | LineFault {
  const { dueCents, defaultMethod } = due
  const fault = faultIn(due, typed)
  if (fault !== undefined) return fault
  if (dueCents === 0) return { payments: [], changeCents: ZERO }
  if (typed.length === 0) {
    const payment = { method: defaultMethod, amountCents: dueCents, tenderedCents: dueCents }
    return settled(due, [payment])
  }
  let left: number = dueCents
  const payments: Payment[] = []
  for (const { index, payment } of inOrderOfTaking(typed)) {
    const { method, span, amountCents } = payment
    const tendered = amountCents ?? left
    if (left === 0 && (method === 'cash' || amountCents === undefined)) {
      return { code: 'nothing-left', span, method }
    }
    if (tendered > left && method !== 'cash') {
      const overCents = cents(tendered - left)
      return { code: 'payment-above-due', span, method, overCents, dueCents }
    }
    const amount = Math.min(tendered, left)
    left -= amount
    payments[index] = { method, amountCents: cents(amount), tenderedCents: cents(tendered) }
  }
  if (left > 0) {
    const span = typed.at(-1)?.span
    return { code: 'payment-short', span, missingCents: cents(left), dueCents }
  }
  return settled(due, payments)
}

/**
 * What is wrong whatever is due: amounts of nothing, amounts out of bounds, two that want the
 * remainder.
 */
function faultIn(due: Due, typed: readonly BasketPayment[]): LineFault | undefined {
  const { dueCents, limitCents } = due
  let open = 0
  for (const { method, amountCents, span } of typed) {
    if (amountCents === undefined) open += 1
    if (open > 1) return { code: 'two-open-payments', span, method }
    if (amountCents !== undefined && amountCents <= 0) {
      return { code: 'zero-amount', span, word: '0' }
    }
    if (amountCents !== undefined && amountCents > limitCents) {
      return { code: 'payment-too-large', span, limitCents }
    }
    if (dueCents === 0 && amountCents !== undefined) return { code: 'nothing-left', span, method }
  }
  return undefined
}

type Placed = { readonly index: number; readonly payment: BasketPayment }

function inOrderOfTaking(typed: readonly BasketPayment[]): readonly Placed[] {
  const placed = typed.map((payment, index) => ({ index, payment }))
  const turnOf = ({ method, amountCents }: BasketPayment): number =>
    amountCents === undefined ? 2 : method === 'cash' ? 1 : 0
  return placed.toSorted((a, b) => turnOf(a.payment) - turnOf(b.payment) || a.index - b.index)
}

function settled({ dueCents }: Due, payments: readonly Payment[]): Settlement {
  const changeCents = cents(
    payments.reduce((sum, payment) => sum + payment.tenderedCents - payment.amountCents, 0),
  )
  invariant(
    sumCents(payments.map((payment) => payment.amountCents)) === dueCents,
    'payments add up to what is due',
  )
  for (const { method, amountCents, tenderedCents } of payments) {
    invariant(
      amountCents > 0 &&
        (method === 'cash' ? tenderedCents >= amountCents : tenderedCents === amountCents),
      'only cash gives change',
    )
  }
  return { payments, changeCents }
}
