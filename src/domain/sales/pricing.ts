import type { Payment, PaymentMethod, ProductKind, SaleLine } from '../journal/event.ts'
import { allocate } from '../kernel/allocation.ts'
import { invariant } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { shareOf, type VatRate } from '../kernel/rate.ts'
import type { Basket, BasketDiscount, BasketItem } from './basket.ts'
import { isLineFault, type LineFault } from './line-fault.ts'
import { settle } from './settlement.ts'

export type CatalogueProduct = {
  readonly code: string
  /** The product's name. */
  readonly label: string
  /** VAT included. */
  readonly priceCents: Cents
  /** Undefined while nobody has said it. */
  readonly vatRatePerMille: VatRate | undefined
  readonly kind: ProductKind
}

export type PricedSale = {
  /** In the order typed; together they are `totalCents`. */
  readonly lines: readonly SaleLine[]
  readonly discountCents: Cents
  readonly tipCents: Cents
  /** What the goods cost, the discount taken off, the tip apart. */
  readonly totalCents: Cents
  /** Together they are `totalCents + tipCents`; none when that is 0. */
  readonly payments: readonly Payment[]
  readonly changeCents: Cents
}

/** Limits of one ticket (choice). */
export const MOST_LINES = 100
export const MOST_CENTS = cents(1_000_000)

/**
 * Prices a basket and settles its payments, or says what is wrong with it. `total`
 * is compared with what the goods cost, the tip apart, because that is the figure the ticket shows
 * as its total (choice).
 */
export function priceBasket(
  basket: Basket,
  catalogue: ReadonlyMap<string, CatalogueProduct>,
  defaultMethod: PaymentMethod,
): PricedSale | LineFault {
  const full = fullLines(basket.items, catalogue)
  if (isLineFault(full)) return full
  const tipCents = basket.tip?.amountCents ?? ZERO
  const fullCents = sumCents(full.map((line) => line.totalCents))
  if (fullCents + tipCents > MOST_CENTS) {
    return { code: 'ticket-too-large', span: undefined, limitCents: MOST_CENTS }
  }
  const discountCents = basket.discount ? discountOf(basket.discount, fullCents) : ZERO
  if (discountCents > fullCents) {
    const span = basket.discount?.span
    return { code: 'discount-above-total', span, discountCents, totalCents: fullCents }
  }
  const lines = withDiscount(full, discountCents)
  const totalCents = cents(fullCents - discountCents)
  const { assertedTotal } = basket
  if (assertedTotal !== undefined && assertedTotal.amountCents !== totalCents) {
    const { amountCents: assertedCents, span } = assertedTotal
    return { code: 'total-differs', span, assertedCents, totalCents, tipCents }
  }
  const dueCents = cents(totalCents + tipCents)
  const settled = settle({ dueCents, limitCents: MOST_CENTS, defaultMethod }, basket.payments)
  if (isLineFault(settled)) return settled
  invariant(
    sumCents(lines.map((line) => line.totalCents)) === totalCents,
    'lines add up to the ticket',
  )
  return { lines, discountCents, tipCents, totalCents, ...settled }
}

/** Lines before the discount. */
function fullLines(
  items: readonly BasketItem[],
  catalogue: ReadonlyMap<string, CatalogueProduct>,
): readonly SaleLine[] | LineFault {
  const surplus = items[MOST_LINES]
  if (surplus !== undefined) {
    return { code: 'too-many-lines', span: surplus.span, count: items.length, limit: MOST_LINES }
  }
  const lines: SaleLine[] = []
  for (const item of items) {
    const product = catalogue.get(item.product)
    if (product === undefined) {
      return { code: 'unknown-product', span: item.span, word: item.product, suggestions: [] }
    }
    const line = lineOf(item, product)
    if (Math.max(line.totalCents, line.unitPriceCents) > MOST_CENTS) {
      return { code: 'ticket-too-large', span: item.span, limitCents: MOST_CENTS }
    }
    lines.push(line)
  }
  return lines
}

/** A free line keeps its unit price and costs nothing. */
function lineOf({ quantity, priceCents, free }: BasketItem, product: CatalogueProduct): SaleLine {
  const unitPriceCents = priceCents ?? product.priceCents
  const { code, label, vatRatePerMille, kind } = product
  return {
    product: code,
    label,
    quantity,
    unitPriceCents,
    totalCents: free ? ZERO : cents(unitPriceCents * quantity),
    ...present({ vatRatePerMille }),
    kind,
    ...(free ? { free } : {}),
  }
}

/** A percentage is rounded once, half up, on the lines' sum without the tip. */
function discountOf(discount: BasketDiscount, fullCents: Cents): Cents {
  return discount.kind === 'amount'
    ? discount.amountCents
    : shareOf(fullCents, discount.basisPoints)
}

/**
 * Spreads the discount by largest remainder on the lines' totals, so that each line keeps its VAT
 * rate; of equal lines the earlier one takes the spare cent.
 */
function withDiscount(lines: readonly SaleLine[], discountCents: Cents): readonly SaleLine[] {
  if (discountCents === 0) return lines
  const parts = allocate(
    discountCents,
    lines.map((line, index) => ({ key: String(index).padStart(4, '0'), weight: line.totalCents })),
  )
  return lines.map((line, index) => {
    const totalCents = cents(line.totalCents - (parts[index]?.amount ?? ZERO))
    invariant(totalCents >= 0, 'a discount leaves no line below zero')
    return { ...line, totalCents }
  })
}
