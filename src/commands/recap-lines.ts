import { clockText, instantAt } from '../domain/kernel/instant.ts'
import { sumCents } from '../domain/kernel/money.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { priceBasket } from '../domain/sales/pricing.ts'
import { onPaper } from '../domain/sales/recap.ts'
import type { Ticket } from '../domain/sales/ticket.ts'
import { saleLineText } from '../language/lexer.ts'
import { readSaleLine } from '../language/sale-line.ts'
import type { Journal } from '../store/record.ts'
import { amountText } from '../words/money-text.ts'
import { LineFaultError } from './line-fault-error.ts'
import { printOne } from './output.ts'
import { type RecapDay, recordRecap } from './recap-recording.ts'
import { linesText, saleWords } from './receipt.ts'
import { type BatchLine, linesOf } from './sale-batch.ts'
import { type SaleContext, saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'

/** Many tally marks are no slip of the finger: as many pieces as the grammar takes. */
const MOST_PIECES = 9_999

/** Stands for a whole day. */
const NOON = '12:00'

type Typed = { readonly words: readonly string[]; readonly day: RecapDay; readonly at?: number }

/** What was sold on one sheet, or in one hour of it, in the words of a sale. */
export async function recapLines(session: Session, typed: Typed): Promise<void> {
  const ticket = session.record((journal) =>
    recordLine(session, journal, { ...typed, context: saleContext(session, journal) }),
  )
  await printOne(session, ticket, () => recapText(session, ticket))
  if (!session.dryRun) session.say(saleWords(session).undo)
}

/** A line for each hour from standard input, all or nothing: `10:00 12 cookie 3 brownie cb 9 esp`. */
export async function recapSheet(session: Session, day: RecapDay): Promise<void> {
  const lines = await linesOf(session.io.stdin)
  const tickets = session.record((journal) => {
    const context = saleContext(session, journal)
    return lines.map((line) =>
      recordLine(session, journal, {
        words: line.words,
        at: line.at,
        day: momentOf(line, day),
        context,
      }),
    )
  })
  const words = saleWords(session)
  const total = sumCents(tickets.map((ticket) => ticket.totalCents))
  await printOne(session, tickets, () => {
    const receipts = tickets.map((ticket) => recapText(session, ticket)).join('')
    return receipts + words.recapBatch(tickets.length, session.money(total))
  })
}

function momentOf({ at, time, words }: BatchLine, day: RecapDay): RecapDay {
  const happenedAt = time === undefined ? day.happenedAt : instantAt(day.day, time)
  if (happenedAt !== undefined) return { day: day.day, happenedAt }
  const fault = { code: 'bad-time', span: undefined, word: time ?? '' } as const
  throw new LineFaultError(fault, saleLineText(words), at)
}

function recordLine(
  session: Session,
  journal: Journal,
  { words, day, at, context }: Typed & { readonly context: SaleContext },
): Ticket {
  const orFault = <T extends object>(value: T | LineFault): T => {
    if (isLineFault(value)) throw new LineFaultError(value, saleLineText(words), at)
    return value
  }
  const { catalogue, vocabulary } = context
  const basket = orFault(
    readSaleLine(words, {
      products: vocabulary.products,
      participants: vocabulary.participants,
      methods: vocabulary.methods,
      quantityLimit: MOST_PIECES,
    }),
  )
  const priced = orFault(priceBasket(basket, catalogue.byCode, session.settings().defaultMethod))
  const seller = basket.seller?.participant
  return recordRecap(session, journal, { day, onPaper: onPaper(priced), seller })
}

/** `A-0003  récapitulatif du 13/06/2026 = 110,00 €`, and beneath it what the sheet says. */
function recapText(session: Session, ticket: Ticket): string {
  const words = saleWords(session)
  const { language } = session.settings()
  const { discountCents, tipCents, seller, payments } = ticket
  const parts = [
    linesText(ticket, words),
    ...(discountCents > 0 ? [words.discount(amountText(discountCents, language))] : []),
    ...(tipCents > 0 ? [words.tip(amountText(tipCents, language))] : []),
    ...(seller === null ? [] : [words.by(seller)]),
    ...payments.map(
      ({ method, amountCents }) => `${words.methods[method]} ${amountText(amountCents, language)}`,
    ),
  ]
  const amount = session.money(ticket.totalCents)
  const { day } = ticket
  const time = clockText(ticket.at)
  const head =
    time === NOON
      ? words.recapDone(ticket.ticket, day, amount)
      : words.recapAt(ticket.ticket, { day, time }, amount)
  return `${head}  ${parts.join('   ')}\n`
}
