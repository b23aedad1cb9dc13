import type { BasketPayment } from '../domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import type { RefundBasket } from '../domain/sales/refund.ts'
import { lexSaleLine } from './lexer.ts'
import { lexiconOf, meaningOf, type Vocabulary } from './lexicon.ts'
import { type Reading, readItems } from './sale-item.ts'
import { leftOver, readModifiers, readPayments } from './sale-line.ts'

/**
 * What of a ticket is given back, and how: `1 cookie esp`, the words of the sale line without
 * discount, total and seller. No product and no tip: all that is left of the ticket.
 */
export function readRefundLine(
  words: readonly string[],
  vocabulary: Vocabulary,
): RefundBasket | LineFault {
  const reading = readingOf(words, vocabulary)
  const items = startsWithItem(reading) ? readItems(reading) : []
  if (isLineFault(items)) return notOnTicket(items, vocabulary)
  const strange = strangeIn(reading)
  if (strange !== undefined) return strange
  const modifiers = readModifiers(reading)
  if (isLineFault(modifiers)) return modifiers
  const { tip } = modifiers
  const payments = readPayments(reading)
  if (isLineFault(payments)) return payments
  return leftOver(reading) ?? { items, tip, payments }
}

/** How a ticket was really paid: `cb 2 esp`, the payments of the sale line. */
export function readRepayLine(
  words: readonly string[],
  vocabulary: Vocabulary,
): readonly BasketPayment[] | LineFault {
  const reading = readingOf(words, vocabulary)
  const payments = readPayments(reading)
  if (isLineFault(payments)) return payments
  const token = reading.tokens[reading.at]
  if (token === undefined) return payments
  const fault = payments.length > 0 ? leftOver(reading) : undefined
  const { text: word, span } = token
  return fault?.code === 'unexpected-number' ? fault : { code: 'only-payments', span, word }
}

const readingOf = (words: readonly string[], vocabulary: Vocabulary): Reading => ({
  lexicon: lexiconOf(vocabulary),
  tokens: lexSaleLine(words),
  at: 0,
})

function startsWithItem({ lexicon, tokens }: Reading): boolean {
  const first = tokens[0]
  return first !== undefined && meaningOf(lexicon, first.text) === undefined
}

/** The vocabulary of a refund is its ticket's. */
function notOnTicket(fault: LineFault, { products }: Vocabulary): LineFault {
  if (fault.code !== 'unknown-product') return fault
  const { span, word } = fault
  return { code: 'not-on-ticket', span, word, products: products.map((each) => each.code) }
}

/** A modifier of the sale line that a refund has no use for. */
function strangeIn({ lexicon, tokens, at }: Reading): LineFault | undefined {
  const strange = tokens.slice(at).find(({ text }) => {
    const keyword = meaningOf(lexicon, text)?.keyword
    return keyword === 'discount' || keyword === 'total' || keyword === 'seller'
  })
  return strange && { code: 'not-in-refund', span: strange.span, word: strange.text }
}
