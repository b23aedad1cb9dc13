import type { Language } from '../domain/journal/event.ts'
import { clockText, dayOf, type Instant } from '../domain/kernel/instant.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { ImportedSum } from '../domain/sales/imported-sale.ts'
import { terminalImport as en } from '../words/en/terminal-import.ts'
import { terminalImport as fr } from '../words/fr/terminal-import.ts'
import { inLanguage, titled } from '../words/said.ts'
import type { Session } from './session.ts'
import type { TerminalContents } from './terminal-groups.ts'
import type { Standing } from './terminal-standing.ts'

/** All that came of a terminal's file. */
export type TerminalAnswer = TerminalContents & {
  readonly standing: Standing
  readonly recorded: readonly {
    readonly ticket: string
    readonly sum: ImportedSum
    readonly amountCents: Cents
  }[]
  readonly refunded: readonly {
    readonly transaction: string
    readonly at: Instant
    readonly amountCents: Cents
    readonly of: string | null
    readonly ticket: string | null
    readonly already: boolean
  }[]
  /** Doubtful payments that nobody decided about. */
  readonly open: Standing['doubtful']
}

export const terminalWords = (language: Language) => inLanguage(language, { en, fr })

/** For programs: the lists whole. */
export function terminalJson(answer: TerminalAnswer) {
  const { standing, recorded, open, refunded, leftOut, skipped, payments, feeCents } = answer
  return {
    payments: payments.length,
    already: standing.already.map(({ payment, ticket }) => ({
      ...told(payment),
      ticket: ticket.ticket,
    })),
    new: recorded.map(({ ticket, sum, amountCents }) => ({
      transaction: sum.sale.reference ?? '',
      at: sum.sale.happenedAt,
      amountCents,
      ticket,
      lines: sum.sale.lines.map(({ quantity }, index) => ({
        product: sum.goods[index]?.product ?? null,
        label: sum.goods[index]?.label ?? '',
        quantity,
      })),
    })),
    doubtful: open.map(({ payment, like }) => ({ ...told(payment), like })),
    onlyHere: standing.onlyHere.map(({ ticket, at, amountCents }) => ({ ticket, at, amountCents })),
    refunds: refunded,
    leftOut: leftOut.map(({ payment, reason }) => ({
      line: payment.line,
      ...told(payment),
      reason,
    })),
    skipped,
    feeCents,
  }
}

const told = ({
  transaction,
  at,
  amountCents,
}: {
  readonly transaction: string
  readonly at: Instant
  readonly amountCents: Cents
}) => ({ transaction, at, amountCents })

/** For people: how many of each, and line by line what they have to look at; all of it in a preview. */
export function terminalText(session: Session, answer: TerminalAnswer): string {
  const language = session.language()
  const words = terminalWords(language)
  const { standing, recorded, open, refunded, leftOut, payments, feeCents } = answer
  const when = (at: Instant): string => words.moment(dayOf(at), clockText(at))
  const line = (at: Instant, amount: Cents, more: string): string =>
    `  ${when(at)}  ${session.money(amount).padStart(9)}  ${more}\n`
  const shown = (list: readonly string[]): string => (session.dryRun ? list.join('') : '')
  const alreadyLines = standing.already.map(({ payment, ticket }) =>
    line(
      payment.at,
      payment.amountCents,
      `${payment.transaction} ${words.isTicket(ticket.ticket)}`,
    ),
  )
  const newLines = recorded.map(({ ticket, sum, amountCents }) =>
    line(sum.sale.happenedAt, amountCents, `${ticket}  ${goodsText(sum)}`),
  )
  const section = (count: number, title: (count: number) => string, body: string): string =>
    count === 0 ? '' : title(count) + body
  const parts = [
    words.read(payments.length),
    words.already(standing.already.length) + shown(alreadyLines),
    (session.dryRun ? words.toRecord : words.recorded)(recorded.length) + shown(newLines),
    section(open.length, words.doubtful, doubtLines(session, open).join('')),
    section(
      standing.onlyHere.length,
      words.onlyHere,
      standing.onlyHere.map((sale) => line(sale.at, sale.amountCents, sale.ticket)).join(''),
    ),
    section(
      refunded.length,
      words.refunds,
      refunded
        .map((refund) => line(refund.at, refund.amountCents, refundText(session, refund)))
        .join(''),
    ),
    section(
      leftOut.length,
      words.leftOut,
      leftOut
        .map(({ payment, reason }) =>
          line(
            payment.at,
            payment.amountCents,
            titled(words.line(payment.line), words.reasons[reason], language),
          ),
        )
        .join(''),
    ),
    skippedText(session, answer),
    feeCents === 0 ? '' : words.fee(session.money(feeCents)),
    recorded.length === 0 && open.length === 0 && refunded.every((refund) => refund.already)
      ? words.nothing
      : '',
  ]
  return parts.join('')
}

/** Each doubtful payment and the ticket that it is like. */
export function doubtLines(session: Session, open: Standing['doubtful']): readonly string[] {
  const words = terminalWords(session.language())
  return open.map(({ payment: { at, amountCents, transaction }, like }) => {
    const amount = session.money(amountCents).padStart(9)
    const when = words.moment(dayOf(at), clockText(at))
    return `  ${when}  ${amount}  ${transaction} ${words.like(like)}\n`
  })
}

function refundText(
  session: Session,
  { transaction, ticket, of, already }: TerminalAnswer['refunded'][number],
): string {
  const words = terminalWords(session.language())
  if (!already) return `${ticket ?? ''} ${words.refundOf(of ?? '')}`
  return ticket === null
    ? `${transaction} ${words.alreadyBack(of ?? '')}`
    : `${transaction} ${words.isTicket(ticket)}`
}

const goodsText = ({ sale, goods }: ImportedSum): string =>
  sale.lines
    .map(
      ({ quantity }, index) => `${quantity} ${goods[index]?.product ?? goods[index]?.label ?? ''}`,
    )
    .join(' + ')

function skippedText(session: Session, { skipped }: TerminalContents): string {
  const { skipped: texts, notCounted } = terminalWords(session.language())
  const kinds = [
    [skipped.failed, texts.failed],
    [skipped.cancelled, texts.cancelled],
    [skipped.cash, texts.cash],
    [skipped.other, texts.other],
    [skipped.payouts, texts.payouts],
    [skipped.nothing, texts.nothing],
  ] as const
  const told = kinds.filter(([count]) => count > 0).map(([count, text]) => text(count))
  return told.length === 0 ? '' : notCounted(told.join(', '))
}
