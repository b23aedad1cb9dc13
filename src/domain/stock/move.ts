import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import { present } from '../kernel/present.ts'
import { leftOf, type ProductStock, type StockReason } from './stock.ts'

type Where = { readonly cohort: string; readonly day: Day; readonly note: string | undefined }

/** Pieces that came or went without a sale. */
export function moveStock(
  { product }: Pick<ProductStock, 'product'>,
  { reason, quantity }: { readonly reason: StockReason; readonly quantity: number },
  { cohort, day, note }: Where,
): EventBodies['stock'] {
  invariant(Number.isSafeInteger(quantity) && quantity >= 1, 'a move is of one piece at least')
  return { cohort, product, day, reason, quantity, ...present({ note }) }
}

/**
 * What somebody counted on the stall: the difference to what should be left was lost or found; nothing where the count
 * is right. Refuses where nobody said what was produced.
 */
export function countStock(
  stock: ProductStock,
  counted: number,
  where: Where,
): EventBodies['stock'] | undefined {
  const left = leftOf(stock)
  const { product } = stock
  if (left === undefined) return refuse({ code: 'stock-not-produced', product, left: counted })
  if (left === counted) return undefined
  const reason = counted < left ? 'lost' : 'found'
  return moveStock(stock, { reason, quantity: Math.abs(counted - left) }, where)
}

/** Marks a product sold out, or takes the mark away; refuses what is so already. */
export function markSoldOut(
  { product, soldOut: before }: Pick<ProductStock, 'product' | 'soldOut'>,
  soldOut: boolean,
  cohort: string,
): EventBodies['sold-out'] {
  if (before === soldOut) refuse({ code: soldOut ? 'sold-out-already' : 'not-sold-out', product })
  return { cohort, product, soldOut }
}
