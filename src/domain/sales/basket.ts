import type { PaymentMethod } from '../journal/event.ts'
import type { Cents } from '../kernel/money.ts'
import type { BasisPoints } from '../kernel/rate.ts'

/** Where words stand in the typed line, in UTF-16 offsets; `end` is past the last character. */
export type Span = { readonly start: number; readonly end: number }

/** Options and imports have no line to point into: their spans are undefined. */
type Placed = { readonly span: Span | undefined }

export type BasketItem = Placed & {
  /** The product's code. */
  readonly product: string
  /** 1 to 9999. */
  readonly quantity: number
  /** The unit price typed after `@`, VAT included; undefined for the catalogue's. */
  readonly priceCents: Cents | undefined
  readonly free: boolean
}

export type BasketDiscount = Placed &
  (
    | { readonly kind: 'percent'; readonly basisPoints: BasisPoints }
    | { readonly kind: 'amount'; readonly amountCents: Cents }
  )

export type BasketPayment = Placed & {
  readonly method: PaymentMethod
  /** Of cash, what is handed over. Undefined: what is left to pay. */
  readonly amountCents: Cents | undefined
}

/** A sale as it was typed: products known, nothing priced yet. */
export type Basket = {
  readonly items: readonly BasketItem[]
  readonly discount: BasketDiscount | undefined
  /** What `total` says the goods cost, the tip apart. */
  readonly assertedTotal: (Placed & { readonly amountCents: Cents }) | undefined
  readonly tip: (Placed & { readonly amountCents: Cents }) | undefined
  readonly seller: (Placed & { readonly participant: string }) | undefined
  readonly payments: readonly BasketPayment[]
}
