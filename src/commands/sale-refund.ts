import { dayOf } from '../domain/kernel/instant.ts'
import { negated, sumCents } from '../domain/kernel/money.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { type RefundContext, refundSale, refuseUnrefundable } from '../domain/sales/refund.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { type Ticket, ticketOfRefund } from '../domain/sales/ticket.ts'
import { saleLineText } from '../language/lexer.ts'
import type { Vocabulary } from '../language/lexicon.ts'
import { readRefundLine } from '../language/mending-line.ts'
import { closedUntil } from '../store/queries/cohort.ts'
import { catalogueOf } from '../store/queries/product.ts'
import { givenBackOf, saleLinesOf, tipGivenBackOf } from '../store/queries/refund.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { sessionForSale } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import type { Db } from '../store/sql.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { MendingLineError } from './mending-line-error.ts'
import { type NamedSale, namedSale } from './named-ticket.ts'
import { printOne } from './output.ts'
import { receiptText, saleWords } from './receipt.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { textFrom } from './values.ts'

/** Gives money back for a ticket, sealed or not, in the till of today. */
export const saleRefund = command({
  arguments: '<ticket> [line...]',
  options: { reason: FLAGS.reason },
  writes: true,
  run: async (session, { words, options }) => {
    if (options.reason === undefined)
      misused({ code: 'option-needed', name: '--reason', command: 'sale refund' })
    const reason = textFrom(options.reason, '--reason')
    const [typed = '', ...line] = words
    const ticket = session.record((journal) => refund(session, journal, { typed, line, reason }))
    await printOne(session, ticket, () => refundText(session, ticket))
    if (!session.dryRun) session.say(saleWords(session).undo)
  },
})

type Asked = { readonly typed: string; readonly line: readonly string[]; readonly reason: string }

function refund(session: Session, journal: Journal, { typed, line, reason }: Asked): Ticket {
  const { db, stall } = journal
  const context = contextOf(journal, typed)
  const happenedAt = session.when()
  refuseUnrefundable(context, happenedAt)
  const basket = orFault(line, readRefundLine(line, vocabularyOf(db, context)))
  const { cohort } = context.ticket
  const day = dayOf(happenedAt)
  const body = refundSale(basket, context, {
    number: nextTicketNumber(db, stall),
    session: sessionForSale(journal, { cohort, day }),
    day,
    happenedAt,
    reason,
  })
  const event = journal.append('sale-refund', orFault(line, body))
  return ticketOfRefund(event)
}

function orFault<T extends object>(line: readonly string[], value: T | LineFault): T {
  if (isLineFault(value)) throw new MendingLineError(value, saleLineText(line), 'refund')
  return value
}

function contextOf({ db, stall }: Journal, typed: string): RefundContext {
  return refundContext(db, stall, namedSale(db, stall, typed))
}

/** What a refund looks at. */
export function refundContext(
  db: Db,
  stall: string,
  { ticket, number }: Pick<NamedSale, 'ticket' | 'number'>,
): RefundContext {
  return {
    ticket,
    of: number,
    lines: saleLinesOf(db, stall, number),
    givenBack: givenBackOf(db, stall, number),
    tipGivenBackCents: tipGivenBackOf(db, stall, number),
    closedUntil: closedUntil(db, ticket.cohort),
  }
}

/** The ticket's own products, by all the names that the catalogue has for them, also those no longer sold. */
function vocabularyOf(db: Db, { ticket, lines }: RefundContext): Vocabulary {
  const known = new Map(catalogueOf(db, ticket.cohort).products.map((each) => [each.code, each]))
  const products = new Map(
    lines.map(({ product, label }) => {
      const code = product ?? label
      const { aliases = [], key } = known.get(code) ?? {}
      return [code, { code, name: label, aliases, key, retired: false }]
    }),
  )
  return {
    products: [...products.values()],
    participants: [],
    methods: METHOD_WORDS,
    /** A ticket's own pieces need no second thought. */
    quantityLimit: Number.MAX_SAFE_INTEGER,
  }
}

function refundText(session: Session, ticket: Ticket): string {
  const words = saleWords(session)
  const cash = sumCents(
    ticket.payments.filter((each) => each.method === 'cash').map((each) => each.amountCents),
  )
  const back = cash < 0 ? words.cashBack(session.money(negated(cash))) : ''
  return receiptText(session, ticket) + back
}
