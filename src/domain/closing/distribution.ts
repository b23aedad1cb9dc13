import { allocate, compareText } from '../kernel/allocation.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { shareOf } from '../kernel/rate.ts'
import type { CloseBody, DistributionRule, KeptBack, Share } from './close-body.ts'

/** Somebody in the split. The weight is what the rule measures: half-days, minutes or a weight given by hand. */
export type Party = {
  readonly participant: string
  readonly payable: boolean
  /** A whole number ≥ 0; not looked at under the rule `equal`. */
  readonly weight: number
}

/** What the group keeps back before the split. */
export type Reserve = { readonly kind: 'none' } | KeptBack

export type DistributionInput = {
  readonly resultCents: Cents
  readonly rule: DistributionRule
  readonly reserve: Reserve
  readonly parties: readonly Party[]
}

export type DistributionFault =
  | {
      readonly reason: 'reserve-above-result'
      readonly reserveCents: Cents
      readonly resultCents: Cents
    }
  /** There is something to share and nobody who may be paid. */
  | { readonly reason: 'nobody-payable' }
  /** Nobody payable weighs anything under the rule: `equal` may be chosen explicitly. */
  | { readonly reason: 'weights-all-zero'; readonly rule: DistributionRule }

/** Shares stand in the order of participant codes, without pay. */
export type Distribution = CloseBody['distribution']

export type Distributed =
  | { readonly ok: true; readonly distribution: Distribution }
  | ({ readonly ok: false } & DistributionFault)

/**
 * Splits a result (practice; the rules are choice). A loss gives everybody 0, no reserve and a positive deficit that the host bears.
 * Not payable people weigh 0; under `equal` everybody else weighs 1. The spare cents of the division go by largest
 * remainder (kernel/allocation.ts). Weights are only asked for where there is something to split.
 */
export function distribute(input: DistributionInput): Distributed {
  const { resultCents, rule } = input
  const reserveCents = reserveOf(input.reserve, resultCents)
  if (reserveCents > Math.max(0, resultCents)) {
    return { ok: false, reason: 'reserve-above-result', reserveCents, resultCents }
  }
  const totalCents = cents(Math.max(0, resultCents) - reserveCents)
  const parties = weighed(input.parties, rule)
  if (totalCents > 0 && !parties.some((party) => party.payable)) {
    return { ok: false, reason: 'nobody-payable' }
  }
  if (totalCents > 0 && parties.every((party) => party.weight === 0)) {
    return { ok: false, reason: 'weights-all-zero', rule }
  }
  const shares = sharesOf(totalCents, parties)
  const deficitCents = cents(Math.max(0, 0 - resultCents))
  const shared = sumCents(shares.map((share) => share.shareCents))
  invariant(
    shared + reserveCents - deficitCents === resultCents,
    'shares and reserve, or the deficit, make the result',
  )
  return { ok: true, distribution: { totalCents, reserveCents, deficitCents, shares } }
}

/** A percentage is taken half up; of a loss nothing is kept. */
function reserveOf(reserve: Reserve, result: Cents): Cents {
  switch (reserve.kind) {
    case 'none':
      return ZERO
    case 'percent':
      return result > 0 ? shareOf(result, reserve.rate) : ZERO
    case 'amount':
      invariant(reserve.amountCents >= 0, 'a reserve is not negative')
      return reserve.amountCents
    default:
      return unreachable(reserve)
  }
}

function weighed(parties: readonly Party[], rule: DistributionRule): readonly Party[] {
  const codes = new Set(parties.map((party) => party.participant))
  invariant(codes.size === parties.length, 'a participant is in the split once')
  return parties
    .map((party) => ({
      ...party,
      weight: party.payable ? (rule === 'equal' ? 1 : party.weight) : 0,
    }))
    .toSorted((a, b) => compareText(a.participant, b.participant))
}

function sharesOf(total: Cents, parties: readonly Party[]): readonly Share[] {
  const weighted = parties.map(({ participant, weight }) => ({ key: participant, weight }))
  const split = total === 0 ? [] : allocate(total, weighted)
  return parties.map(({ participant, payable, weight }, index) => ({
    participant,
    weight,
    payable,
    shareCents: split[index]?.amount ?? ZERO,
    spareCent: split[index]?.spareCent ?? false,
  }))
}
