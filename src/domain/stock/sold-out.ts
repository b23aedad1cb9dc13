import type { SaleLine } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { leftOf, type ProductStock } from './stock.ts'

/** How a sale was asked for, so that a refusal can say how to ask again. */
export type Asked = {
  /** The typed line; undefined for the flag form. */
  readonly line: string | undefined
  /** The line's number in a batch. */
  readonly at: number | undefined
  /** There is some left, whatever is written. */
  readonly anyway: boolean
}

/** What is left of a product after a sale. */
export type Left = { readonly product: string; readonly left: number }

/**
 * What a sale leaves of the products that are counted. Refuses a product that is marked sold out, or of which less is
 * left than asked, unless the seller says that it is there.
 */
export function leftAfter(
  lines: readonly SaleLine[],
  stockOf: (product: string) => ProductStock | undefined,
  { line, at, anyway }: Asked,
): readonly Left[] {
  const wanted = new Map<string, number>()
  for (const { product, quantity } of lines)
    if (product !== undefined) wanted.set(product, (wanted.get(product) ?? 0) + quantity)
  const after: Left[] = []
  for (const [product, asked] of wanted) {
    const stock = stockOf(product)
    if (stock === undefined) continue
    const left = leftOf(stock)
    const lacks = left !== undefined && left < asked
    if (!anyway && (stock.soldOut || lacks))
      refuse({ code: 'sold-out', product, asked, left, marked: stock.soldOut, line, at })
    if (left !== undefined) after.push({ product, left: left - asked })
  }
  return after
}

/** From here on the seller is told how many are left (choice). */
const FEW = 5

export const isFew = ({ left }: Left): boolean => left <= FEW
