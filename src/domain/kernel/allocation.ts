import { invariant } from './defect.ts'
import { type Cents, cents, sumCents } from './money.ts'

export type Weighted = {
  /** Breaks the last tie: the smaller key in code-unit order comes first. */
  readonly key: string
  /** A whole number ≥ 0. */
  readonly weight: number
}

export type Allocated = {
  readonly key: string
  readonly weight: number
  readonly amount: Cents
  /** True for those who received one of the cents that the division left over. */
  readonly spareCent: boolean
}

/**
 * Splits `total` (≥ 0) in proportion to the weights by largest remainder (Hamilton; choice).
 * Ties on the remainder: larger weight first, then key. The order of the answer is the order given.
 * Throws a Defect when no weight is positive: callers refuse that before.
 */
export function allocate(total: Cents, parties: readonly Weighted[]): readonly Allocated[] {
  invariant(total >= 0, 'only a non-negative amount is split')
  let sum = 0n
  for (const party of parties) {
    invariant(
      Number.isSafeInteger(party.weight) && party.weight >= 0,
      'a weight is a whole number from 0',
    )
    sum += BigInt(party.weight)
  }
  invariant(sum > 0n, 'at least one weight is positive')
  const quotas = parties.map((party, index) => {
    const exact = BigInt(total) * BigInt(party.weight)
    return { index, party, floor: Number(exact / sum), remainder: exact % sum }
  })
  const spare = total - quotas.reduce((given, quota) => given + quota.floor, 0)
  const favoured = new Set(
    quotas
      .toSorted(compareQuota)
      .slice(0, spare)
      .map((quota) => quota.index),
  )
  const result = quotas.map(({ index, party, floor }) => ({
    key: party.key,
    weight: party.weight,
    amount: cents(floor + (favoured.has(index) ? 1 : 0)),
    spareCent: favoured.has(index),
  }))
  invariant(sumCents(result.map((each) => each.amount)) === total, 'shares add up to the total')
  return result
}

/** A weight's part of an amount, rounded down to the cent; 0 where nothing weighs. */
export function partDown(total: Cents, weight: number, weights: number): Cents {
  return weights === 0
    ? cents(0)
    : cents(Number((BigInt(total) * BigInt(weight)) / BigInt(weights)))
}

type Quota = { readonly party: Weighted; readonly remainder: bigint }

function compareQuota(a: Quota, b: Quota): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
  if (a.party.weight !== b.party.weight) return b.party.weight - a.party.weight
  return compareText(a.party.key, b.party.key)
}

/** Total order on text by code unit, the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
