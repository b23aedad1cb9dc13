import type { EventBodies } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { type Cents, cents, ZERO } from '../domain/kernel/money.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { type LumpSold, lumpSum, MOST_RECAP_CENTS, type OnPaper } from '../domain/sales/recap.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { settle } from '../domain/sales/settlement.ts'
import { saleLineText } from '../language/lexer.ts'
import { readPaymentOptions } from '../language/sale-options.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { LineFaultError } from './line-fault-error.ts'
import { printOne } from './output.ts'
import { productFor } from './product.ts'
import { recapLines, recapSheet } from './recap-lines.ts'
import { recapDay, recordRecap } from './recap-recording.ts'
import { saleWords } from './receipt.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom, vatRateFrom } from './values.ts'

const OPTIONS = {
  on: FLAGS.on,
  product: FLAGS.product,
  label: FLAGS.label,
  vat: FLAGS.vat,
  tip: FLAGS.tip,
  pay: FLAGS.pay,
} as const

type Options = Input<typeof OPTIONS>['options']

/**
 * Takings recorded from paper or from another till, which need no open till and no Z: the sum of a day, or what was
 * sold in the words of a sale, for a day or an hour, or a whole sheet of such lines from standard input.
 */
export const saleRecap = command({
  arguments: '<line...>',
  options: OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const [first = '', ...others] = words
    const day = recapDay(session, options.on)
    if (others.length === 0 && isSum(first))
      return recapSum(session, { typed: first, options, day })
    const given = ONLY_WITH_SUM.find((key) => options[key] !== undefined)
    if (given !== undefined)
      misused({ code: 'option-conflict', one: `--${given}`, other: saleLineText(words) })
    return first === '-' && others.length === 0
      ? recapSheet(session, day)
      : recapLines(session, { words, day })
  },
})

const ONLY_WITH_SUM = ['product', 'label', 'vat', 'tip', 'pay'] as const

/** A line of goods names a product; `-` is standard input. */
const isSum = (typed: string): boolean => typed !== '-' && !/\p{L}/u.test(typed)

type Asked = {
  readonly typed: string
  readonly options: Options
  readonly day: ReturnType<typeof recapDay>
}

async function recapSum(session: Session, { typed, options, day }: Asked): Promise<void> {
  const totalCents = takingsFrom(typed)
  const ticket = session.record((journal) =>
    recordRecap(session, journal, { day, onPaper: sumOnPaper(session, totalCents, options) }),
  )
  const texts = saleWords(session)
  const amount = session.money(ticket.totalCents)
  await printOne(session, ticket, () => texts.recapDone(ticket.ticket, ticket.day, amount))
  if (!session.dryRun) session.say(texts.undo)
}

function takingsFrom(typed: string): Cents {
  const amount = amountFrom(typed, '<amount>')
  if (amount === 0) misused({ code: 'zero-amount', name: '<amount>' })
  if (amount > MOST_RECAP_CENTS)
    misused({ code: 'bad-amount', typed, name: '<amount>', fault: 'too-large' })
  return amount
}

function sumOnPaper(session: Session, totalCents: Cents, options: Options): OnPaper {
  const tipCents = optional(options.tip, (typed) => amountFrom(typed, '--tip')) ?? ZERO
  const payments = paymentsOf(session, cents(totalCents + tipCents), options.pay ?? [])
  return lumpSum(soldOf(session, options), totalCents, { tipCents, payments })
}

function paymentsOf(
  session: Session,
  dueCents: Cents,
  typed: readonly string[],
): EventBodies['sale']['payments'] {
  const vocabulary = { products: [], participants: [], methods: METHOD_WORDS, quantityLimit: 0 }
  const due = {
    dueCents,
    limitCents: MOST_RECAP_CENTS,
    defaultMethod: session.settings().defaultMethod,
  }
  const settled = orFault(settle(due, orFault(readPaymentOptions(typed, vocabulary))))
  if (settled.changeCents > 0)
    refuse({ code: 'recap-differs', paidCents: cents(dueCents + settled.changeCents), dueCents })
  return settled.payments
}

function orFault<T extends object>(value: T | LineFault): T {
  if (isLineFault(value)) throw new LineFaultError(value, undefined)
  return value
}

function soldOf(session: Session, { product, label, vat }: Options): LumpSold {
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
