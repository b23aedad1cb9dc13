import type { EventBodies } from '../journal/event.ts'
import type { DepositMethod } from '../journal/money-move.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { freeOn, type Movement } from '../kernel/free-on.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'

/** Takings, withdrawals and what the till paid (in or out), then what was deposited (out). */
export type TakingsMove = Movement & {
  readonly method: DepositMethod
  readonly is: 'taken' | 'deposited'
}

/** What came in of one means, what of it is at the bank, and what still lies here. */
export type ToDeposit = {
  readonly method: DepositMethod
  readonly takenCents: Cents
  readonly depositedCents: Cents
  readonly leftCents: Cents
}

const DEPOSIT_METHODS: readonly DepositMethod[] = ['cash', 'card', 'cheque']

/** By means, in the order cash, card, cheque. */
export function standing(moves: readonly TakingsMove[]): readonly ToDeposit[] {
  return DEPOSIT_METHODS.map((method) => {
    const sumOf = (is: TakingsMove['is']): Cents =>
      sumCents(
        moves
          .filter((move) => move.method === method && move.is === is)
          .map((each) => each.amountCents),
      )
    const takenCents = sumOf('taken')
    const depositedCents = cents(0 - sumOf('deposited'))
    return { method, takenCents, depositedCents, leftCents: cents(takenCents - depositedCents) }
  })
}

/** What all moves carry, as typed. */
export type TypedMove = {
  readonly cohort: string
  readonly day: Day
  readonly voucher: string | undefined
  readonly label: string | undefined
}

export type TypedDeposit = TypedMove & {
  readonly method: DepositMethod
  /** Absent for all that stands there. */
  readonly amountCents: Cents | undefined
  readonly feeCents: Cents
  readonly count: number | undefined
}

export type DepositContext = {
  readonly number: number
  readonly moves: readonly TakingsMove[]
  /** The day of the cohort's oldest till that is not sealed. */
  readonly openTill: Day | undefined
  /** The number that the fee takes among the costs. */
  readonly costNumber: number
  /** Until when the cohort is closed, where a cost of that day would enter what is closed. */
  readonly closedUntil: Day | undefined
}

/**
 * Brings takings to the bank. Never more than there is, on its day and on every later one; a till that is not
 * sealed has nothing to give yet. What the bank keeps of cards is a cost, and a closed result takes none.
 */
export function deposit(typed: TypedDeposit, context: DepositContext): EventBodies['deposit'] {
  const { cohort, method, day, feeCents, count, voucher, label } = typed
  const { number, openTill, costNumber, closedUntil } = context
  const leftCents = freeOn(
    context.moves.filter((move) => move.method === method),
    day,
  )
  if (leftCents <= 0) refuse({ code: 'nothing-to-deposit', method, day, ...present({ openTill }) })
  const amountCents = typed.amountCents ?? leftCents
  if (amountCents > leftCents)
    refuse({ code: 'deposit-too-large', method, day, amountCents, leftCents })
  if (feeCents > amountCents) refuse({ code: 'fee-too-large', feeCents, amountCents })
  const hasFee = feeCents > ZERO
  if (hasFee && closedUntil !== undefined)
    refuse({ code: 'fee-after-close', cohort, until: closedUntil, feeCents })
  invariant(amountCents > 0, 'a deposit is above zero')
  invariant(!hasFee || method === 'card', 'the bank keeps a part of cards alone')
  return {
    cohort,
    number,
    day,
    ...present({ voucher, label }),
    method,
    amountCents,
    feeCents,
    ...(hasFee ? { cost: costNumber } : {}),
    ...present({ count }),
  }
}
