import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { freeOn, type Movement } from '../kernel/free-on.ts'
import { type Cents, cents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { TypedMove } from './deposit.ts'

/** A cost as far as paying its supplier goes. */
export type PayableCost = {
  readonly number: number
  readonly paidBy: string
  readonly totalCents: Cents
  readonly voided: boolean
  /** The deposit that it is the card fee of. */
  readonly deposit: number | undefined
  /** When it was paid. */
  readonly paidOn: Day | undefined
}

/** The host pays the supplier of a cost, the whole of it and once (choice: no part payments to suppliers). */
export function payCost(
  { cohort, day, voucher, label }: TypedMove,
  cost: PayableCost,
  number: number,
): EventBodies['cost-payment'] {
  const { number: of, paidBy, totalCents, voided, deposit, paidOn } = cost
  if (voided) refuse({ code: 'cost-voided', number: of })
  if (deposit !== undefined) refuse({ code: 'cost-of-deposit', number: of, deposit })
  if (paidBy !== 'cae') refuse({ code: 'cost-not-to-pay', number: of, paidBy })
  if (paidOn !== undefined) refuse({ code: 'cost-paid', number: of, day: paidOn })
  invariant(totalCents > 0, 'a cost is above zero')
  return { cohort, number, day, ...present({ voucher, label }), cost: of, amountCents: totalCents }
}

/** What somebody advanced (in) and was given back (out). */
export type AdvanceMove = Movement & { readonly who: string; readonly is: 'advanced' | 'refunded' }

/** `owedCents` is below zero when a cost was voided after its refund: the person owes it back. */
export type Advance = {
  readonly who: string
  readonly advancedCents: Cents
  readonly refundedCents: Cents
  readonly owedCents: Cents
}

export type TypedRefund = TypedMove & {
  readonly who: string
  /** Absent for all that is owed. */
  readonly amountCents: Cents | undefined
}

/**
 * Gives a person back what they advanced, whole or in part, outside the shares (practice). Never more than is owed,
 * on its day and on every later one.
 */
export function refundAdvance(
  typed: TypedRefund,
  moves: readonly AdvanceMove[],
  number: number,
): EventBodies['cost-refund'] {
  const { cohort, who, day, voucher, label } = typed
  const own = moves.filter((move) => move.who === who)
  const owedCents = freeOn(own, day)
  if (owedCents <= 0) refuse({ code: 'nothing-owed', who, day })
  const amountCents = typed.amountCents ?? owedCents
  if (amountCents > owedCents)
    refuse({ code: 'refund-above-owed', who, amountCents, owedCents, day })
  invariant(amountCents > 0, 'a refund is above zero')
  return { cohort, number, day, ...present({ voucher, label }), who, amountCents }
}

/** By person, in the order of the moves given. */
export function advances(moves: readonly AdvanceMove[]): readonly Advance[] {
  const people = [...new Set(moves.map((move) => move.who))]
  return people.map((who) => {
    const sumOf = (is: AdvanceMove['is']): number =>
      moves
        .filter((move) => move.who === who && move.is === is)
        .reduce((sum, move) => sum + move.amountCents, 0)
    const advancedCents = cents(sumOf('advanced'))
    const refundedCents = cents(-sumOf('refunded'))
    return { who, advancedCents, refundedCents, owedCents: cents(advancedCents - refundedCents) }
  })
}
