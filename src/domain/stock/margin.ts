import { allocate } from '../kernel/allocation.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, roundHalfUp, sumCents, ZERO } from '../kernel/money.ts'

type Made = {
  readonly product: string
  /** Pieces made, sold or not. */
  readonly produced: number
  /** What it brought, excl. VAT; undefined while a rate is missing. */
  readonly htCents: Cents | undefined
}

export type Margin = {
  readonly product: string
  /** Its part of purchases and packaging; undefined where nobody noted what was made. */
  readonly materialsCents: Cents | undefined
  /** Of one piece, rounded half up. */
  readonly unitCostCents: Cents | undefined
  /** Excl. VAT: revenue − materials. */
  readonly marginCents: Cents | undefined
}

/**
 * The margin of each product, an estimate: purchases and packaging, excl. VAT, are shared over all pieces made, each
 * piece the same, by largest remainder (choice: no recipe says more). What was given, lost or not sold was made too, so
 * what is sold bears it. Nothing made: no margin.
 */
export function marginsOf(products: readonly Made[], materialsCents: Cents): readonly Margin[] {
  const weights = products.map(({ product, produced }) => ({ key: product, weight: produced }))
  const isMade = weights.some(({ weight }) => weight > 0)
  const parts = isMade ? allocate(materialsCents, weights) : []
  const margins = products.map(({ product, produced, htCents }, index) => {
    const part = produced > 0 ? parts[index]?.amount : undefined
    if (part === undefined)
      return {
        product,
        materialsCents: undefined,
        unitCostCents: undefined,
        marginCents: undefined,
      }
    return {
      product,
      materialsCents: part,
      unitCostCents: roundHalfUp(BigInt(part), BigInt(produced)),
      marginCents: htCents === undefined ? undefined : cents(htCents - part),
    }
  })
  const shared = sumCents(margins.map((each) => each.materialsCents ?? ZERO))
  invariant(shared === (isMade ? materialsCents : 0), 'the pieces bear all materials')
  return margins
}
