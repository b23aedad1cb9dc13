import type { ProductKind, ZKind, ZRate } from '../journal/event.ts'
import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents } from '../kernel/money.ts'
import { type VatRate, vatWithin } from '../kernel/rate.ts'
import type { ClosingTerms, VatRow } from './close-body.ts'

export type VatRegime = ClosingTerms['vatRegime']

/** What was taken at one VAT rate for goods or for services, VAT included; below zero where voids prevail. */
export type KindTakings = {
  readonly ratePerMille: VatRate
  readonly kind: ProductKind
  readonly ttcCents: Cents
}

/** The same, of one Z: `z` tells apart two Zs of one till on one day (its session, or its number). */
export type Takings = KindTakings & {
  readonly day: Day
  readonly till: string
  readonly z: number
}

/**
 * VAT of a period: one row per (Z, rate), by day, till, Z and rate. VAT is extracted once, half up, on what goods
 * and services took together (law: per rate on the day's total of one till, never per ticket). Under `franchise`
 * there is no VAT: everything taken is revenue.
 */
export function vatOf(takings: readonly Takings[], regime: VatRegime): readonly VatRow[] {
  const zs = new Map<string, { readonly of: Takings; readonly ttc: Cents[] }>()
  for (const each of takings) {
    const key = JSON.stringify([each.day, each.till, each.z, each.ratePerMille])
    const z = zs.get(key) ?? { of: each, ttc: [] }
    z.ttc.push(each.ttcCents)
    zs.set(key, z)
  }
  const rows = [...zs.values()]
    .toSorted((a, b) => compareTakings(a.of, b.of))
    .map(({ of, ttc }) => ({
      day: of.day,
      till: of.till,
      ...rateRow(of.ratePerMille, sumCents(ttc), regime),
    }))
  const taken = sumCents(takings.map((each) => each.ttcCents))
  invariant(sumCents(rows.map((row) => row.ttcCents)) === taken, 'VAT rows hold all takings')
  return rows
}

/**
 * The VAT of one Z: per rate as {@link vatOf} has it, and the same split by kind. The split is by largest remainder
 * on each kind's exact VAT, so that goods and services add up to the rate's row (choice; ties: larger takings, then
 * goods before services).
 */
export function vatOfZ(
  takings: readonly KindTakings[],
  regime: VatRegime,
): { readonly rates: readonly ZRate[]; readonly kinds: readonly ZKind[] } {
  const perMilles = [...new Set(takings.map((each) => each.ratePerMille))].toSorted((a, b) => a - b)
  const byRate = perMilles.map((ratePerMille) => {
    const ofRate = takings.filter((each) => each.ratePerMille === ratePerMille)
    const row = rateRow(ratePerMille, sumCents(ofRate.map((each) => each.ttcCents)), regime)
    return { row, kinds: splitByKind(row, ofRate, regime) }
  })
  return { rates: byRate.map((each) => each.row), kinds: byRate.flatMap((each) => each.kinds) }
}

function rateRow(ratePerMille: VatRate, ttcCents: Cents, regime: VatRegime): ZRate {
  if (regime === 'franchise')
    return { ratePerMille, ttcCents, vatCents: cents(0), htCents: ttcCents }
  const { vat, net } = vatWithin(ttcCents, ratePerMille)
  return { ratePerMille, ttcCents, vatCents: vat, htCents: net }
}

const KINDS: readonly ProductKind[] = ['goods', 'service']

function splitByKind(
  row: ZRate,
  takings: readonly KindTakings[],
  regime: VatRegime,
): readonly ZKind[] {
  const rate = regime === 'franchise' ? 0n : BigInt(row.ratePerMille)
  const divisor = 1000n + rate
  const parts = KINDS.filter((kind) => takings.some((each) => each.kind === kind)).map((kind) => {
    const ofKind = takings.filter((each) => each.kind === kind)
    const ttc = sumCents(ofKind.map((each) => each.ttcCents))
    const exact = BigInt(ttc) * rate
    const remainder = ((exact % divisor) + divisor) % divisor
    return { kind, ttc, floor: cents(Number((exact - remainder) / divisor)), remainder }
  })
  const spare = row.vatCents - sumCents(parts.map((part) => part.floor))
  invariant(spare >= 0 && spare <= parts.length, 'a kind takes at most one spare cent')
  const favoured = new Set(
    parts
      .toSorted((a, b) => Number(b.remainder - a.remainder) || b.ttc - a.ttc)
      .slice(0, spare)
      .map((part) => part.kind),
  )
  const kinds = parts.map(({ kind, ttc, floor }) => {
    const vatCents = cents(floor + (favoured.has(kind) ? 1 : 0))
    const htCents = cents(ttc - vatCents)
    return { ratePerMille: row.ratePerMille, kind, ttcCents: ttc, vatCents, htCents }
  })
  const vat = sumCents(kinds.map((each) => each.vatCents))
  invariant(vat === row.vatCents, 'the VAT of the kinds adds up to the VAT of the rate')
  return kinds
}

function compareTakings(a: Takings, b: Takings): number {
  return (
    compareText(a.day, b.day) ||
    compareText(a.till, b.till) ||
    a.z - b.z ||
    a.ratePerMille - b.ratePerMille
  )
}
