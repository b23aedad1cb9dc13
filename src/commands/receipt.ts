import type { Language } from '../domain/journal/event.ts'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import type { Ticket, TicketLine } from '../domain/sales/ticket.ts'
import { isFew, type Left } from '../domain/stock/sold-out.ts'
import { term } from '../formats/terminal-text.ts'
import { dayText } from '../words/day-text.ts'
import type { SaleWords } from '../words/en/sale.ts'
import { sale as en } from '../words/en/sale.ts'
import { sale as fr } from '../words/fr/sale.ts'
import { amountText } from '../words/money-text.ts'
import { inLanguage } from '../words/said.ts'
import type { Sold } from './sale-recording.ts'
import type { Session } from './session.ts'
import { trainingMark } from './training.ts'

export const saleWordsIn = (language: Language): SaleWords => inLanguage(language, { en, fr })
export const saleWords = (session: Session): SaleWords => saleWordsIn(session.language())

/** `A-0042  2 cookie + 1 brownie = 5,00 €   espèces 10,00   RENDRE 5,00 €` */
export function receiptText(
  session: Session,
  ticket: Ticket,
  how: { readonly usualMethod?: boolean; readonly withoutChange?: boolean } = {},
): string {
  const words = saleWords(session)
  const { language } = session.settings()
  const goods = linesText(ticket, words)
  const what = `${ticket.ticket}  ${goods} = ${session.money(ticket.totalCents)}`
  const told = ticket.refundOf === undefined ? what : refundPart(session, ticket, goods)
  const parts = [trainingMark(session) + told]
  if (ticket.discountCents > 0)
    parts.push(words.discount(amountText(ticket.discountCents, language)))
  if (ticket.tipCents !== 0) parts.push(words.tip(amountText(ticket.tipCents, language)))
  if (ticket.seller !== null) parts.push(words.by(ticket.seller))
  for (const { method, tenderedCents } of ticket.payments) {
    parts.push(
      `${words.methods[method]} ${amountText(tenderedCents, language)}${how.usualMethod ? ` ${words.usual}` : ''}`,
    )
  }
  if (ticket.changeCents > 0 && !how.withoutChange)
    parts.push(words.change(session.money(ticket.changeCents)))
  if (dayOf(ticket.at) !== dayOf(session.now))
    parts.push(
      words.late(`${dayText(dayOf(ticket.at), session.language())} ${clockText(ticket.at)}`),
    )
  if (ticket.reason !== undefined) parts.push(words.because(term(ticket.reason)))
  if (ticket.repaid !== undefined) parts.push(words.repaid)
  if (ticket.refundedBy !== undefined) parts.push(words.refundedBy(ticket.refundedBy.join(', ')))
  if (ticket.voidedBy !== null) parts.push(words.voided)
  return `${parts.join('   ')}\n`
}

/** `2 cookie + 1 brownie`, of a refund `-2 cookie -1 brownie`. */
export const linesText = ({ lines, refundOf }: Ticket, words: SaleWords): string =>
  lines.map((line) => goodsText(line, words)).join(refundOf === undefined ? ' + ' : ' ')

/** `A-0013  REMBOURSEMENT DE A-0012  -1 cookie = -2,50 €`; a tip alone has no goods. */
function refundPart(
  session: Session,
  { ticket, refundOf = '', totalCents }: Ticket,
  goods: string,
): string {
  const title = `${ticket}  ${saleWords(session).refundOf(refundOf)}`
  return goods === '' ? title : `${title}  ${goods} = ${session.money(totalCents)}`
}

function goodsText({ quantity, product, label, free }: TicketLine, words: SaleWords): string {
  return `${quantity} ${term(product ?? label)}${free ? ` ${words.free}` : ''}`
}

/** What the animator should know after the receipt, on stderr. */
export function receiptNotes(session: Session, { ticket, repeated, left }: Sold): void {
  const words = saleWords(session)
  if (session.dryRun) return
  if (repeated) return session.say(words.already)
  const open = withoutRate(ticket)
  const [first] = open
  if (first !== undefined) session.say(words.noRate(open.join(', '), first))
  session.say(fewLeftText(session, left))
  session.say(words.undo)
}

/** What a sale leaves of the goods that are counted, where that is little. */
export const fewLeftText = (session: Session, left: readonly Left[]): string =>
  left
    .filter(isFew)
    .map((each) => saleWords(session).fewLeft(each.left, term(each.product)))
    .join('')

/** What was sold before anybody said its VAT rate. */
export const withoutRate = ({ lines }: Ticket): readonly string[] => [
  ...new Set(
    lines.filter((line) => line.vatRatePerMille === null).map((line) => line.product ?? line.label),
  ),
]
