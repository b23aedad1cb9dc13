import type { AmountFault } from '../../domain/kernel/money.ts'
import type { LineFault } from '../../domain/sales/line-fault.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

/** Shown under every error in a sale line. */
export const SALE_LINE_GRAMMAR_EN =
  '[n] product[@price] [free] … [off N%|amount] [total amount] [tip amount] [by WHO]' +
  ' [cash|card|chq|vir [amount]] …'

/** The same, and what stands under a line that refunds or says how a ticket was paid. */
export const GRAMMARS_EN = {
  sale: SALE_LINE_GRAMMAR_EN,
  refund:
    'TICKET [[n] product[@price] [free] …] [tip amount] [cash|card|chq|vir [amount]] … --reason "…"',
  repay: 'TICKET cash|card|chq|vir [amount] …',
} as const

const METHOD = { cash: 'cash', card: 'card', cheque: 'cheque', transfer: 'transfer' } as const

const LIST = 'see what is sold with flashcoop product list'

const AMOUNT: Readonly<Record<AmountFault, string>> = {
  empty: 'is missing',
  'not-a-number': 'is not an amount',
  'too-many-decimals': 'has more than two decimals',
  grouping: 'is not clear as an amount',
  negative: 'is below zero',
  'minus-zero': 'is below zero',
  'too-large': 'is too large',
  'foreign-digits': 'is not written with the digits 0 to 9',
}

export const SALE_LINE_EN: WordsFor<LineFault> = {
  'empty-line': () => ({
    message: 'there is nothing to sell',
    hint: 'type what is sold and how it is paid, as in: 2 cookie card',
  }),
  'line-too-long': ({ limit }) => ({
    message: `this line is too long: more than ${limit} characters`,
    hint: 'type one sale a line: 2 cookie card',
  }),
  'products-first': ({ word }) => ({
    message: `products come first, “${word}” is not in its place`,
    hint: 'type products, then off, total, tip or by, then the payment, as in: 2 cookie card',
  }),
  'modifiers-before-payments': ({ word }) => ({
    message: `“${word}” comes before the payment`,
    hint: `move it there, as in: 2 cookie ${word} … card`,
  }),
  'unexpected-word': ({ word, suggestions }) => ({
    message: `“${word}” is not a word of the sale line`,
    hint: didYouMean(suggestions, 'after the payment the line ends'),
  }),
  'unexpected-number': ({ word }) => ({
    message: `it is not clear what ${word} counts`,
    hint: 'write an amount in one word with a point: 12.50, as the shell may split 12,50',
  }),
  'bad-time': ({ word }) => ({
    message: `“${word}” is no time of day`,
    hint: 'type it like 14:32, or leave it out',
  }),
  'unknown-product': ({ word, suggestions }) => ({
    message: `there is no product “${word}”`,
    hint: didYouMean(suggestions, LIST),
  }),
  'ambiguous-product': ({ word, products }) => ({
    message: `“${word}” may be several products: ${products.join(', ')}`,
    hint: 'type one of these codes with a blank before it',
  }),
  'retired-product': ({ product, suggestions }) => ({
    message: `${product} is no longer sold`,
    hint: didYouMean(suggestions, LIST),
  }),
  'missing-product': ({ word }) => ({
    message: `${word} of what? no product follows`,
    hint: 'type the quantity before its product, as in: 2 cookie',
  }),
  'free-without-product': ({ word }) => ({
    message: `“${word}” has no product before it`,
    hint: `type it just after what is given away, as in: 2 cookie 1 brownie ${word}`,
  }),
  'bad-quantity': ({ word }) => ({
    message: `“${word}” is not a quantity`,
    hint: 'type a whole number from 1 to 9999, then the product',
  }),
  'zero-quantity': () => ({
    message: 'a quantity of zero sells nothing',
    hint: 'type a whole number from 1 to 9999, or leave the product out',
  }),
  'quantity-too-large': ({ word, limit }) => ({
    message: `${word} is too many`,
    hint: `one line sells at most ${limit}`,
  }),
  'quantity-above-limit': ({ word, quantity, limit }) => ({
    message: `${quantity} is above the till’s limit of ${limit}`,
    hint: `if it is right, type ${quantity}x ${word}`,
  }),
  'glued-quantity': ({ word, quantity }) => ({
    message: `${quantity} and “${word}” stick together`,
    hint: `type a blank between them: ${quantity} ${word}`,
  }),
  'price-without-product': () => ({
    message: 'there is no product before the @',
    hint: 'type the price just after its product, as in: cookie@1.20',
  }),
  'missing-price': () => ({
    message: 'there is no price after the @',
    hint: 'type it with two decimals, as in: cookie@1.20',
  }),
  'price-needs-decimals': ({ word, next }) => ({
    message: `the price ${word} needs two decimals or a €`,
    hint: /^\d\d$/.test(next ?? '')
      ? `type ${word}.${next}: the shell split the price at its comma`
      : `type ${/[.,]/.test(word) ? word : `${word}.0`}0 or ${word}€`,
  }),
  'missing-amount': ({ word }) => ({
    message: `there is no amount after “${word}”`,
    hint: `type it, as in: ${word} 2.50`,
  }),
  'bad-amount': ({ word, reason }) => ({
    message: `“${word}” ${AMOUNT[reason]}`,
    hint: 'type an amount such as 12, 12.50 or 12€50',
  }),
  'bad-percent': ({ word }) => ({
    message: `“${word}” is not a percentage`,
    hint: 'type a number up to 100 with at most two decimals, as in: off 10%',
  }),
  'zero-amount': () => ({
    message: 'an amount of zero says nothing',
    hint: 'leave it out; for what is given away type free after the product',
  }),
  'repeated-modifier': ({ word }) => ({
    message: `“${word}” is there twice`,
    hint: 'keep one of the two',
  }),
  'missing-participant': ({ word }) => ({
    message: `there is nobody after “${word}”`,
    hint: `type the seller’s code, as in: ${word} P03`,
  }),
  'unknown-participant': ({ word, suggestions }) => ({
    message: `there is no participant ${word}`,
    hint: didYouMean(suggestions, 'see their codes with flashcoop participant list'),
  }),
  'discount-above-total': ({ discountCents, totalCents }, money) => ({
    message: `${money(discountCents)} off is more than the ${money(totalCents)} to pay`,
    hint: 'type a smaller discount, or free after the product',
  }),
  'total-differs': ({ assertedCents, totalCents, tipCents }, money) => ({
    message:
      `the total is ${money(totalCents)}, not ${money(assertedCents)}` +
      (tipCents > 0 ? ` (the tip of ${money(tipCents)} is not part of it)` : ''),
    hint: 'check the products and their quantities, or leave total out',
  }),
  'unknown-method': ({ word, suggestions }) => ({
    message: `“${word}” is not a means of payment`,
    hint: didYouMean(suggestions, 'type cash, card, cheque or transfer'),
  }),
  'two-open-payments': () => ({
    message: 'two payments have no amount',
    hint: 'only one may take what is left: type an amount after the other',
  }),
  'payment-above-due': ({ method, overCents, dueCents }, money) => ({
    message: `the ${METHOD[method]} is above the total by ${money(overCents)}`,
    hint: `${money(dueCents)} is to pay; only cash gives change`,
  }),
  'payment-short': ({ missingCents, dueCents }, money) => ({
    message: `${money(missingCents)} is missing`,
    hint: `${money(dueCents)} is to pay: correct the amount or add another payment`,
  }),
  'nothing-left': ({ method }) => ({
    message: `nothing is left to pay by ${METHOD[method]}`,
    hint: `leave ${METHOD[method]} out, or correct the other amounts`,
  }),
  'too-many-lines': ({ count, limit }) => ({
    message: `${count} products are too many for one ticket`,
    hint: `a ticket holds ${limit}: make several sales of it`,
  }),
  'ticket-too-large': ({ limitCents }, money) => ({
    message: `a ticket cannot be above ${money(limitCents)}`,
    hint: 'check quantities and prices, or make several sales of it',
  }),
  'not-on-ticket': ({ word, products }) => ({
    message: `“${word}” is not on this ticket`,
    hint: `it sold: ${products.join(', ')}`,
  }),
  'refund-above-sold': ({ word, quantity, left }) => ({
    message: `${quantity} ${word} are more than can still be refunded on this ticket`,
    hint:
      left > 0
        ? `${left} at most: what was sold, without what was refunded before`
        : 'none is left: look at the ticket with flashcoop sale show TICKET',
  }),
  'refund-above-tip': ({ leftCents }, money) => ({
    message: 'the tip to give back is above the tip of this ticket',
    hint:
      leftCents > 0
        ? `${money(leftCents)} of it can be given back`
        : 'there is none, or it was given back already',
  }),
  'not-in-refund': ({ word }) => ({
    message: `“${word}” is no part of a refund`,
    hint: 'prices, discount and seller are those of the ticket: type products, then the payment',
  }),
  'only-payments': ({ word }) => ({
    message: `“${word}” is no means of payment`,
    hint: 'only the payment is put right here, as in: card, or card 2 cash; for the rest: flashcoop sale refund or undo',
  }),
  'amounts-differ': ({ typedCents, dueCents }, money) => ({
    message: `the amounts come to ${money(typedCents)}, not to ${money(dueCents)}`,
    hint: 'type amounts that come to this sum exactly, without the change; one may do without an amount',
  }),
  'payment-too-large': ({ limitCents }, money) => ({
    message: `a payment cannot be above ${money(limitCents)}`,
    hint: 'check the amount',
  }),
}
