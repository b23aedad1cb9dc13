import type { EventBodies } from '../domain/journal/event.ts'
import { clockText } from '../domain/kernel/instant.ts'
import { type Cents, negated, sumCents } from '../domain/kernel/money.ts'
import type { Ticket } from '../domain/sales/ticket.ts'
import { voidSale } from '../domain/sales/void-sale.ts'
import { columns } from '../reports/column.ts'
import type { Report, Row } from '../reports/report.ts'
import { refundsOf } from '../store/queries/refund.ts'
import { lastTickets, saleByNumber, ticketsOf } from '../store/queries/sale.ts'
import type { SaleWords } from '../words/en/sale.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { namedSale, shownSale, voidContext } from './named-ticket.ts'
import { dataLanguage, printOne, printReport } from './output.ts'
import { linesText, receiptText, saleWords, saleWordsIn } from './receipt.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, integerFrom, optional, textFrom } from './values.ts'

export const saleList = command({
  options: { last: FLAGS.last, day: FLAGS.day },
  lists: true,
  run: async (session, { options }) => {
    const tickets = chosenTickets(session, options)
    const report = ticketReport(tickets, saleWordsIn(dataLanguage(session)))
    return printReport(session, report, { jsonRows: tickets })
  },
})

function chosenTickets(
  session: Session,
  options: { readonly last: string | undefined; readonly day: string | undefined },
): Iterable<Ticket> {
  const { db, stall } = session.ledger()
  const cohort = session.cohort().code
  const count = optional(options.last, (text) => integerFrom(text, '--last', { from: 1, to: 9999 }))
  const on = optional(options.day, (text) => dateFrom(text, '--day'))
  if (count !== undefined && on !== undefined)
    misused({ code: 'option-conflict', one: '--last', other: '--day' })
  return count === undefined ? ticketsOf(db, cohort, on) : lastTickets(db, { stall, cohort, count })
}

const TICKET_COLUMNS = columns(
  'ticket',
  'date',
  'time',
  'lines',
  'total',
  'discount',
  'tip',
  'methods',
  'seller',
  'voided',
  'refundOf',
)

function ticketReport(tickets: Iterable<Ticket>, words: SaleWords): Report {
  return { name: 'sale-list', columns: TICKET_COLUMNS, rows: ticketRows(tickets, words) }
}

function* ticketRows(tickets: Iterable<Ticket>, words: SaleWords): Generator<Row> {
  for (const ticket of tickets) {
    yield {
      ticket: ticket.ticket,
      date: ticket.day,
      time: clockText(ticket.at),
      lines: linesText(ticket, words),
      total: ticket.totalCents,
      discount: ticket.discountCents,
      tip: ticket.tipCents,
      methods: ticket.payments.map((payment) => words.methods[payment.method]).join(' + '),
      seller: ticket.seller,
      voided: ticket.voidedBy !== null,
      refundOf: ticket.refundOf ?? null,
    }
  }
}

export const saleShow = command({
  arguments: '<ticket>',
  options: {},
  run: async (session, { words }) => {
    const { db, stall } = session.ledger()
    const { ticket, till, number } = shownSale(db, stall, words[0] ?? '')
    const refundedBy = refundsOf(db, till, number)
    const shown = refundedBy.length === 0 ? ticket : { ...ticket, refundedBy }
    const { linesWithoutVat, ticketLinesText } = await import('./ticket-lines.ts')
    const json = { ...shown, lines: linesWithoutVat(session, shown.lines) }
    return printOne(
      session,
      json,
      () => receiptText(session, shown) + ticketLinesText(session, shown.lines),
    )
  },
})

export const saleVoid = command({
  arguments: '<ticket>',
  options: { reason: FLAGS.reason },
  writes: true,
  run: async (session, { words, options }) => {
    if (options.reason === undefined)
      misused({ code: 'option-needed', name: '--reason', command: 'sale void' })
    const reason = textFrom(options.reason, '--reason')
    const { ticket, body } = session.record((journal) => {
      const { db, stall } = journal
      const stored = namedSale(db, stall, words[0] ?? '')
      const voided = voidSale(voidContext(db, stall, stored), reason)
      journal.append('sale-void', voided)
      return {
        body: voided,
        ticket: saleByNumber(db, stall, stored.number)?.ticket ?? stored.ticket,
      }
    })
    await printOne(session, ticket, () => voidText(session, ticket, body))
  },
})

/** What lies in the wrong hand now: the customer's money, or that of a refund. */
function cashText(session: Session, words: SaleWords, cash: Cents): string {
  if (cash > 0) return words.cashBack(session.money(cash))
  return cash < 0 ? words.cashAgain(session.money(negated(cash))) : ''
}

function voidText(session: Session, ticket: Ticket, body: EventBodies['sale-void']): string {
  const words = saleWords(session)
  const cash = sumCents(
    ticket.payments.filter((each) => each.method === 'cash').map((each) => each.amountCents),
  )
  return (
    words.voidDone(ticket.ticket, session.money(body.voidedCents)) + cashText(session, words, cash)
  )
}
