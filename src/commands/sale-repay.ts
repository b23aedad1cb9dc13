import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { repaySale } from '../domain/sales/repay.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { saleLineText } from '../language/lexer.ts'
import { readRepayLine } from '../language/mending-line.ts'
import { closedUntil } from '../store/queries/cohort.ts'
import { saleByNumber } from '../store/queries/sale.ts'
import type { Journal } from '../store/record.ts'
import { command } from './command.ts'
import { MendingLineError } from './mending-line-error.ts'
import { type NamedSale, namedSale, sealOfSale } from './named-ticket.ts'
import { printOne } from './output.ts'
import { receiptText, saleWords } from './receipt.ts'
import type { Session } from './session.ts'

const VOCABULARY = { products: [], participants: [], methods: METHOD_WORDS, quantityLimit: 0 }

/** Puts right how a ticket was paid, before its Z; nothing was sold and nothing is given back. */
export const saleRepay = command({
  arguments: '<ticket> <method...>',
  options: {},
  writes: true,
  run: async (session, { words: [typed = '', ...line] }) => {
    const { ticket } = session.record((journal) => repay(session, journal, { typed, line }))
    await printOne(session, ticket, () => receiptText(session, ticket))
    if (!session.dryRun) session.say(saleWords(session).undo)
  },
})

type Asked = { readonly typed: string; readonly line: readonly string[] }

function repay(
  session: Session,
  journal: Journal,
  { typed, line }: Asked,
): Pick<NamedSale, 'ticket'> {
  const { db, stall, append } = journal
  const sale = namedSale(db, stall, typed)
  const { ticket, number } = sale
  const orFault = <T extends object>(value: T | LineFault): T => {
    if (isLineFault(value)) throw new MendingLineError(value, saleLineText(line), 'repay')
    return value
  }
  const payments = orFault(readRepayLine(line, VOCABULARY))
  const body = repaySale(payments, {
    ticket,
    number,
    z: sealOfSale(db, sale),
    closedUntil: closedUntil(db, ticket.cohort),
    happenedAt: session.when(),
  })
  append('sale-repay', orFault(body))
  return saleByNumber(db, stall, number) ?? sale
}
