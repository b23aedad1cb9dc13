import { invariant } from '../kernel/defect.ts'

/** Why pieces came or went without a sale: made, given to taste, lost, or found when counting. */
export type StockReason = 'produced' | 'given' | 'lost' | 'found'

/** Pieces of one product, of all tills together. */
export type ProductStock = {
  /** The product's code. */
  readonly product: string
  readonly produced: number
  /** More than was thought when somebody counted. */
  readonly found: number
  /** Voided and refunded pieces taken off: they lie on the stall again (choice). */
  readonly sold: number
  /** Free lines of sales, and what was given without a ticket. */
  readonly given: number
  readonly lost: number
  /** Somebody said so; nobody counts on what is left then. */
  readonly soldOut: boolean
}

/** Most pieces of one entry (choice). */
export const MOST_PIECES = 99_999

export const noStock = (product: string): ProductStock => ({
  product,
  produced: 0,
  found: 0,
  sold: 0,
  given: 0,
  lost: 0,
  soldOut: false,
})

/** Only of what was produced is it known how much is left. */
export const isCounted = ({ produced, found }: ProductStock): boolean => produced + found > 0

/** Produced + found − sold − given − lost; below zero where more was sold than anybody noted. Undefined: unknown. */
export function leftOf(stock: ProductStock): number | undefined {
  if (!isCounted(stock)) return undefined
  const { produced, found, sold, given, lost } = stock
  const left = produced + found - sold - given - lost
  invariant(Number.isSafeInteger(left), 'pieces are whole')
  return left
}
