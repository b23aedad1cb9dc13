import { refuse } from '../domain/journal/refusal.ts'
import { instantAt } from '../domain/kernel/instant.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { MOST_RECAP_CENTS, type RecapFacts, recap } from '../domain/sales/recap.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { settle } from '../domain/sales/settlement.ts'
import { ticketOf } from '../domain/sales/ticket.ts'
import { readPaymentOptions } from '../language/sale-options.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { sealedDay } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { LineFaultError } from './line-fault-error.ts'
import { printOne } from './output.ts'
import { productFor } from './product.ts'
import { saleWords } from './receipt.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, dateFrom, optional, textFrom, vatRateFrom } from './values.ts'

const OPTIONS = {
  on: FLAGS.on,
  product: FLAGS.product,
  label: FLAGS.label,
  vat: FLAGS.vat,
  pay: FLAGS.pay,
} as const

type Options = Input<typeof OPTIONS>['options']

/** A day's takings recorded at once, from paper or from another till. It needs no open till and no Z. */
export const saleRecap = command({
  arguments: '<amount>',
  options: OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const totalCents = takingsFrom(words[0] ?? '')
    const ticket = session.record((journal) => {
      const body = recap(recapFacts(session, journal, { totalCents, options }))
      journal.append('sale', body)
      return ticketOf({ stall: journal.stall, body })
    })
    const texts = saleWords(session)
    const amount = session.money(ticket.totalCents)
    await printOne(session, ticket, () => texts.recapDone(ticket.ticket, ticket.day, amount))
    if (!session.dryRun) session.say(texts.undo)
  },
})

function takingsFrom(typed: string): Cents {
  const amount = amountFrom(typed, '<amount>')
  if (amount === 0) misused({ code: 'zero-amount', name: '<amount>' })
  if (amount > MOST_RECAP_CENTS)
    misused({ code: 'bad-amount', typed, name: '<amount>', fault: 'too-large' })
  return amount
}

function recapFacts(
  session: Session,
  journal: Journal,
  { totalCents, options }: { readonly totalCents: Cents; readonly options: Options },
): RecapFacts {
  const day = optional(options.on, (text) => dateFrom(text, '--on')) ?? session.today()
  if (session.isToCome(day)) misused({ code: 'future-date', typed: day, name: '--on' })
  const cohort = session.cohort().code
  refuseClosed(journal.db, cohort, day)
  const sealed = sealedDay(journal.db, journal.stall, day)
  if (sealed !== undefined) refuse({ code: 'recap-day-sealed', day, z: sealed.z })
  const vocabulary = { products: [], participants: [], methods: METHOD_WORDS, quantityLimit: 0 }
  const typed = orFault(readPaymentOptions(options.pay ?? [], vocabulary))
  const due = {
    dueCents: totalCents,
    limitCents: MOST_RECAP_CENTS,
    defaultMethod: session.settings().defaultMethod,
  }
  const { payments } = orFault(settle(due, typed))
  const happenedAt =
    day === session.today() ? session.when() : (instantAt(day, '12:00') ?? session.when())
  const number = nextTicketNumber(journal.db, journal.stall)
  return {
    cohort,
    number,
    day,
    happenedAt,
    totalCents,
    payments,
    sold: soldOf(session, options),
  }
}

function orFault<T extends object>(value: T | LineFault): T {
  if (isLineFault(value)) throw new LineFaultError(value, undefined)
  return value
}

function soldOf(session: Session, { product, label, vat }: Options): RecapFacts['sold'] {
  if (product !== undefined && label !== undefined)
    misused({ code: 'option-conflict', one: '--product', other: '--label' })
  const rate = optional(vat, vatRateFrom)
  if (product === undefined) {
    const text =
      optional(label, (typed) => textFrom(typed, '--label')) ?? saleWords(session).recapLabel
    return { product: undefined, label: text, vatRatePerMille: rate, kind: 'goods' }
  }
  const { code, name, vatRatePerMille, kind } = productFor(session, product)
  return { product: code, label: name, vatRatePerMille: rate ?? vatRatePerMille, kind }
}
