import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { freeOn, type Movement } from '../kernel/free-on.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { TypedMove } from './deposit.ts'

/** What one close or amendment owes one participant; an amendment may take some of it back. */
export type Due = {
  readonly participant: string
  readonly period: number
  /** When the close or the amendment was made. */
  readonly day: Day
  readonly payable: boolean
  readonly dueCents: Cents
}

/** A part of a transfer. */
export type Paid = {
  readonly participant: string
  readonly day: Day
  readonly amountCents: Cents
}

/** How somebody stands; `overpaidCents` after an amendment that came later than the money. One of the last two is 0. */
export type Payee = {
  readonly participant: string
  readonly payable: boolean
  readonly dueCents: Cents
  readonly paidCents: Cents
  readonly leftCents: Cents
  readonly overpaidCents: Cents
}

/** Everybody who has a share, in the order of their codes as the closes have them. */
export function payees(dues: readonly Due[], paid: readonly Paid[]): readonly Payee[] {
  const all = [...new Set([...dues, ...paid].map((each) => each.participant))].map((participant) =>
    payeeOf(participant, dues, paid),
  )
  const sum = (pick: (payee: Payee) => Cents): Cents => sumCents(all.map(pick))
  invariant(
    sum((each) => each.dueCents) + sum((each) => each.overpaidCents) ===
      sum((each) => each.paidCents) + sum((each) => each.leftCents),
    'what is due was paid or is left',
  )
  return all
}

function payeeOf(participant: string, dues: readonly Due[], paid: readonly Paid[]): Payee {
  const own = dues.filter((each) => each.participant === participant)
  const dueCents = sumCents(own.map((each) => each.dueCents))
  const paidCents = sumCents(
    paid.filter((each) => each.participant === participant).map((each) => each.amountCents),
  )
  const left = cents(dueCents - paidCents)
  return {
    participant,
    payable: own.some((each) => each.payable),
    dueCents,
    paidCents,
    leftCents: left > ZERO ? left : ZERO,
    overpaidCents: left < ZERO ? cents(0 - left) : ZERO,
  }
}

/** Who is to be paid, as asked; without an amount all that is left. */
export type Asked = { readonly participant: string; readonly amountCents: Cents | undefined }

export type PayoutContext = {
  readonly number: number
  /** The cohort's last closed period. */
  readonly period: number
  readonly dues: readonly Due[]
  readonly paid: readonly Paid[]
}

/**
 * One transfer: those who were named, or everybody to whom something is left. Never more than is due, on its day and
 * on every later one; nobody twice, nobody who is not paid by the host.
 */
export function payOut(
  typed: TypedMove & { readonly asked: readonly Asked[] | 'all' },
  { number, period, dues, paid }: PayoutContext,
): EventBodies['payout'] {
  const { cohort, day, voucher, label, asked } = typed
  const [closedOn] = dues.map((each) => each.day).toSorted()
  if (closedOn === undefined) return refuse({ code: 'not-closed', cohort })
  if (day < closedOn) refuse({ code: 'payout-too-early', day, closedOn })
  const wanted = asked === 'all' ? everybody(dues) : asked
  const payments = wanted.flatMap(({ participant, amountCents }) => {
    const leftCents = freeOn(movementsOf(participant, dues, paid), day)
    if (asked === 'all' && leftCents <= 0) return []
    refuseNothing(participant, dues, { paid, leftCents })
    const amount = amountCents ?? leftCents
    if (amount > leftCents)
      refuse({ code: 'payout-too-large', participant, amountCents: amount, leftCents })
    invariant(amount > 0, 'a payment is above zero')
    return [{ participant, amountCents: amount }]
  })
  if (payments.length === 0)
    refuse({ code: 'all-paid', cohort, paidCents: sumCents(paid.map((each) => each.amountCents)) })
  return { cohort, number, day, ...present({ voucher, label }), period, payments }
}

const everybody = (dues: readonly Due[]): readonly Asked[] =>
  [...new Set(dues.map((each) => each.participant))].map((participant) => ({
    participant,
    amountCents: undefined,
  }))

const movementsOf = (
  participant: string,
  dues: readonly Due[],
  paid: readonly Paid[],
): readonly Movement[] => [
  ...dues
    .filter((each) => each.participant === participant)
    .map(({ day, dueCents }) => ({ day, amountCents: dueCents })),
  ...paid
    .filter((each) => each.participant === participant)
    .map(({ day, amountCents }) => ({ day, amountCents: cents(0 - amountCents) })),
]

/** Says why nothing is left to somebody. */
function refuseNothing(
  participant: string,
  dues: readonly Due[],
  { paid, leftCents }: { readonly paid: readonly Paid[]; readonly leftCents: Cents },
): void {
  if (leftCents > 0) return
  const own = dues.filter((each) => each.participant === participant)
  if (own.length > 0 && own.every((each) => !each.payable))
    refuse({ code: 'not-payable', participant })
  const theirs = paid.filter((each) => each.participant === participant)
  const last = theirs
    .map((each) => each.day)
    .toSorted()
    .at(-1)
  if (last === undefined) refuse({ code: 'nothing-due', participant })
  const paidCents = sumCents(theirs.map((each) => each.amountCents))
  refuse({ code: 'already-paid', participant, paidCents, last })
}
