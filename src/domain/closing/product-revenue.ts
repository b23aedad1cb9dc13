import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents } from '../kernel/money.ts'
import { type VatRate, vatRate, vatWithin } from '../kernel/rate.ts'
import { type Takings, type VatRegime, vatOf } from './vat.ts'

type Sold = {
  /** Undefined for takings from paper that name no product. */
  readonly product: string | undefined
  readonly label: string
}

/** What one product took in one till session at one rate, VAT included; below zero where refunds prevail. */
export type ProductTakings = Sold &
  Omit<Takings, 'ratePerMille'> & {
    /** Undefined while nobody has said it. */
    readonly ratePerMille: VatRate | undefined
  }

export type ProductRevenue = Sold & {
  readonly ttcCents: Cents
  /** Undefined while a rate is missing. */
  readonly htCents: Cents | undefined
}

type Rated = ProductTakings & { readonly ratePerMille: VatRate }

/**
 * What each product brought, in the order given. VAT is that of the income statement, extracted once on what a till
 * session took at a rate (law); it is split over the products by largest remainder on their exact VAT, so that
 * together they come to the revenue of that statement (choice; ties: larger takings, then product).
 */
export function revenueOf(
  takings: readonly ProductTakings[],
  regimeOf: (on: Day) => VatRegime,
): readonly ProductRevenue[] {
  const rateOf = ({ day, ratePerMille }: ProductTakings): VatRate | undefined =>
    ratePerMille ?? (regimeOf(day) === 'franchise' ? vatRate(0) : undefined)
  const rated = takings.flatMap((each): readonly Rated[] => {
    const ratePerMille = rateOf(each)
    return ratePerMille === undefined ? [] : [{ ...each, ratePerMille }]
  })
  const vats = [...groupsOf(rated).values()].flatMap((group) => splitVat(group, regimeOf))
  const revenue = productsIn(takings).map((sold) => {
    const own = takings.filter((each) => nameOf(each) === nameOf(sold))
    const ttcCents = sumCents(own.map((each) => each.ttcCents))
    const isRated = own.every((each) => rateOf(each) !== undefined)
    const vat = sumCents(
      vats.filter(({ of }) => nameOf(of) === nameOf(sold)).map((each) => each.vatCents),
    )
    return { ...sold, ttcCents, htCents: isRated ? cents(ttcCents - vat) : undefined }
  })
  const whole = sumCents(
    REGIMES.flatMap((regime) =>
      vatOf(
        rated.filter((each) => regimeOf(each.day) === regime),
        regime,
      ).map((row) => row.vatCents),
    ),
  )
  invariant(
    sumCents(vats.map((each) => each.vatCents)) === whole,
    'the products’ VAT is that of the statement',
  )
  return revenue
}

const REGIMES: readonly VatRegime[] = ['normal', 'franchise']

const nameOf = ({ product, label }: Sold): string => product ?? ` ${label}`

const productsIn = (takings: readonly ProductTakings[]): readonly Sold[] => [
  ...new Map(
    takings.map(({ product, label }) => [nameOf({ product, label }), { product, label }]),
  ).values(),
]

function groupsOf(takings: readonly Rated[]): ReadonlyMap<string, readonly Rated[]> {
  const groups = new Map<string, Rated[]>()
  for (const each of takings) {
    const key = JSON.stringify([each.day, each.till, each.z, each.ratePerMille])
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}

type Vat = { readonly of: Rated; readonly vatCents: Cents }

/** Of one till session and one rate. */
function splitVat(group: readonly Rated[], regimeOf: (on: Day) => VatRegime): readonly Vat[] {
  const [first] = group
  if (first === undefined || regimeOf(first.day) === 'franchise')
    return group.map((of) => ({ of, vatCents: cents(0) }))
  const rate = BigInt(first.ratePerMille)
  const divisor = 1000n + rate
  const parts = group.map((of) => {
    const exact = BigInt(of.ttcCents) * rate
    const remainder = ((exact % divisor) + divisor) % divisor
    return { of, floor: Number((exact - remainder) / divisor), remainder }
  })
  const total = sumCents(group.map((each) => each.ttcCents))
  const { vat } = vatWithin(total, first.ratePerMille)
  const spare = vat - parts.reduce((sum, part) => sum + part.floor, 0)
  const favoured = new Set(
    parts
      .toSorted(
        (a, b) =>
          Number(b.remainder - a.remainder) ||
          b.of.ttcCents - a.of.ttcCents ||
          compareText(nameOf(a.of), nameOf(b.of)),
      )
      .slice(0, spare),
  )
  const split = parts.map((part) => ({
    of: part.of,
    vatCents: cents(part.floor + (favoured.has(part) ? 1 : 0)),
  }))
  invariant(sumCents(split.map((each) => each.vatCents)) === vat, 'VAT splits to the cent')
  return split
}
