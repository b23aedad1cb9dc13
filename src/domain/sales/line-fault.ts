import type { PaymentMethod } from '../journal/event.ts'
import type { AmountFault, Cents } from '../kernel/money.ts'
import type { Span } from './basket.ts'

type Word = { readonly word: string }
/** What might have been meant, in words that can be typed; the likeliest first, at most three. */
type Suggested = Word & { readonly suggestions: readonly string[] }

/** Everything that can be wrong with a sale line, one code per cause, and what is known of it. */
type Facts = {
  // order of the line
  'empty-line': object
  /** `limit` in characters; nobody sells that much at once, somebody pasted something. */
  'line-too-long': { readonly limit: number }
  'products-first': Word
  'modifiers-before-payments': Word
  'unexpected-word': Suggested
  'unexpected-number': Word
  /** The time of day before a line of a batch. */
  'bad-time': Word
  // products
  'unknown-product': Suggested
  /** `products` are codes, in code order. */
  'ambiguous-product': Word & { readonly products: readonly string[] }
  'retired-product': Suggested & { readonly product: string }
  'missing-product': Word
  'free-without-product': Word
  // quantities
  'bad-quantity': Word
  'zero-quantity': Word
  'quantity-too-large': Word & { readonly limit: number }
  /** `word` is the product's, as typed. */
  'quantity-above-limit': Word & { readonly quantity: number; readonly limit: number }
  'glued-quantity': Word & { readonly quantity: number }
  // prices
  'price-without-product': object
  'missing-price': object
  /** `next` is the word that follows: perhaps the cents that the shell split off. */
  'price-needs-decimals': Word & { readonly next: string | undefined }
  // amounts
  'missing-amount': Word
  'bad-amount': Word & { readonly reason: AmountFault }
  'bad-percent': Word
  'zero-amount': Word
  // modifiers
  'repeated-modifier': Word
  'missing-participant': Word
  'unknown-participant': Suggested
  'discount-above-total': { readonly discountCents: Cents; readonly totalCents: Cents }
  /** `totalCents` is what the goods cost, `tipCents` comes on top. */
  'total-differs': {
    readonly assertedCents: Cents
    readonly totalCents: Cents
    readonly tipCents: Cents
  }
  // payments
  'unknown-method': Suggested
  'two-open-payments': { readonly method: PaymentMethod }
  'payment-above-due': {
    readonly method: PaymentMethod
    readonly overCents: Cents
    readonly dueCents: Cents
  }
  'payment-short': { readonly missingCents: Cents; readonly dueCents: Cents }
  /** The payments before it cover everything. */
  'nothing-left': { readonly method: PaymentMethod }
  // refunds and repayments
  /** `products` are those of the ticket. */
  'not-on-ticket': Word & { readonly products: readonly string[] }
  /** `word` is the product's code; `left` pieces can still come back. */
  'refund-above-sold': Word & { readonly quantity: number; readonly left: number }
  'refund-above-tip': { readonly leftCents: Cents }
  /** A discount or a seller: a refund has those of its ticket. */
  'not-in-refund': Word
  /** Something else than a means of payment in a repayment. */
  'only-payments': Word
  /** Amounts above or below what is due, where nobody gives change. */
  'amounts-differ': { readonly typedCents: Cents; readonly dueCents: Cents }
  // limits
  'too-many-lines': { readonly count: number; readonly limit: number }
  'ticket-too-large': { readonly limitCents: Cents }
  'payment-too-large': { readonly limitCents: Cents }
}

type LineFaultCode = keyof Facts

/** Why a sale line is not a sale. `span` is undefined where there is no line to point into. */
export type LineFault<K extends LineFaultCode = LineFaultCode> = {
  [C in K]: { readonly code: C; readonly span: Span | undefined } & Readonly<Facts[C]>
}[K]

export function isLineFault(value: object): value is LineFault {
  return 'code' in value
}
