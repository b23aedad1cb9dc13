import type { PaymentMethod, Stall, ZBody, ZRate } from '../domain/journal/event.ts'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { type Cents, ZERO } from '../domain/kernel/money.ts'
import { present } from '../domain/kernel/present.ts'
import { ticketName } from '../domain/sales/ticket.ts'
import type { Pieces } from '../domain/till/count.ts'
import type { Unrated } from '../domain/till/refusal.ts'
import type { SessionStatement } from '../domain/till/seal.ts'
import { takenOf } from '../domain/till/takings.ts'
import { zName } from '../domain/till/z-name.ts'
import { term } from '../formats/terminal-text.ts'
import { dayText } from '../words/day-text.ts'
import type { TillWords } from '../words/en/till.ts'
import { pieceText } from '../words/piece-text.ts'
import { rateText } from '../words/rate-text.ts'
import type { Session } from './session.ts'
import { tillWords } from './till-words.ts'
import { trainingMark } from './training.ts'

/** What a Z adds to a session's statement. */
type Seal = Pick<ZBody, 'number' | 'happenedAt' | 'previousZ' | 'head'>

export type Statement = {
  readonly till: Stall
  readonly body: SessionStatement
  /** Absent while the session is open. */
  readonly seal: Seal | undefined
  readonly unrated: readonly Unrated[]
  /** Of the last count; empty where only a total was said. */
  readonly pieces: readonly Pieces[]
  /** A Z that is shown again: the first time was when it was sealed. */
  readonly again?: true
}

/** As people read it: the same words whether it is sealed now or shown again. */
export function statementText(session: Session, statement: Statement): string {
  const text = tillWords(session)
  const blocks = [
    headLines(session, text, statement),
    takingsLines(session, text, statement.body),
    vatLines(session, text, statement.body),
    methodLines(session, text, statement.body),
    [...cashLines(session, text, statement.body), ...pieceLines(session, statement.pieces)],
    tenderLines(session, text, statement.body),
    totalLines(session, text, statement),
  ]
  return (
    (statement.again ? `${text.duplicate}\n\n` : '') + trainingMark(session) + blockText(blocks)
  )
}

/** Blocks of lines, an empty line between two. */
export const blockText = (blocks: readonly (readonly string[])[]): string =>
  blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')

const LABEL = 34
const AMOUNT = 15

export const line = (session: Session, label: string, amount: Cents): string =>
  `${label.padEnd(LABEL)}${session.money(amount).padStart(AMOUNT)}`

/** Name and state, then the tickets. */
export function headLines(
  session: Session,
  text: TillWords,
  { till, body, seal, unrated }: Statement,
): readonly string[] {
  const { firstTicket, lastTicket, day } = body
  const name = seal === undefined ? text.session(body.session) : zName(seal.number)
  const state =
    seal === undefined
      ? text.open
      : text.sealedAt(
          dayText(dayOf(seal.happenedAt), session.language()),
          clockText(seal.happenedAt),
        )
  const title = [name, text.till(till), body.cohort, dayText(day, session.language()), state]
  const { refundCount = 0, refundVoidCount = 0 } = body
  const count = body.ticketCount + body.voidCount + refundCount + refundVoidCount
  return [
    [...title, ...(body.afterZ ? [text.salesAfterZ] : [])].join('   '),
    firstTicket === undefined || lastTicket === undefined
      ? text.noTicket
      : text.tickets(count, ticketName(till, firstTicket), ticketName(till, lastTicket)),
    ...(unrated.length === 0
      ? []
      : [text.unrated(unrated.map(({ product, label }) => term(product ?? label)).join(', '))]),
  ]
}

/** What a session, a month and a year have alike. */
export type Takings = Pick<
  SessionStatement,
  | 'salesCents'
  | 'refundCount'
  | 'refundsCents'
  | 'tipsCents'
  | 'discountsCents'
  | 'voidCount'
  | 'voidsCents'
  | 'refundVoidCount'
  | 'refundVoidsCents'
  | 'repayCount'
>

export function takingsLines(session: Session, text: TillWords, body: Takings): readonly string[] {
  const { salesCents, tipsCents, discountsCents, voidCount, voidsCents } = body
  return [
    line(session, text.sales, salesCents),
    ...refundLines(session, text, body),
    ...(tipsCents === 0 ? [] : [line(session, text.tips, tipsCents)]),
    ...(discountsCents > 0 ? [line(session, text.discounts, discountsCents)] : []),
    ...(voidCount > 0 ? [line(session, text.voids(voidCount), voidsCents)] : []),
    ...mendingLines(session, text, body),
  ]
}

/** What came off the sales, and what is left of them. */
function refundLines(session: Session, text: TillWords, body: Takings): readonly string[] {
  const { refundCount = 0, refundsCents = ZERO } = body
  if (refundCount === 0) return []
  return [
    line(session, text.refunds(refundCount), refundsCents),
    line(session, text.taken, takenOf(body)),
  ]
}

function mendingLines(
  session: Session,
  text: TillWords,
  { refundVoidCount = 0, refundVoidsCents = ZERO, repayCount = 0 }: Takings,
): readonly string[] {
  return [
    ...(refundVoidCount > 0
      ? [line(session, text.refundVoids(refundVoidCount), refundVoidsCents)]
      : []),
    ...(repayCount > 0 ? [text.repays(repayCount)] : []),
  ]
}

export function vatLines(
  session: Session,
  text: TillWords,
  body: Pick<SessionStatement, 'rates' | 'kinds'>,
): readonly string[] {
  if (body.rates.length === 0) return []
  const { rate, ttc, vat, ht } = text.vatColumns
  const cells = (label: string, row: readonly string[]): string =>
    label.padEnd(16) + row.map((cell) => cell.padStart(AMOUNT)).join('')
  const amounts = (row: ZRate): readonly string[] =>
    [row.ttcCents, row.vatCents, row.htCents].map(session.money)
  return [
    cells(rate, [ttc, vat, ht]),
    ...body.rates.flatMap((row) => [
      cells(rateText(row.ratePerMille, 1, session.settings().language), amounts(row)),
      ...body.kinds
        .filter((kind) => kind.ratePerMille === row.ratePerMille)
        .map((kind) => cells(`  ${text.kinds[kind.kind]}`, amounts(kind))),
    ]),
  ]
}

export const methodLines = (
  session: Session,
  text: TillWords,
  { methods }: Pick<SessionStatement, 'methods'>,
): readonly string[] =>
  methods.map(({ method, amountCents }) => line(session, text.paid[method], amountCents))

function cashLines(session: Session, text: TillWords, body: SessionStatement): readonly string[] {
  const { floatCents, cashInCents, cashOutCents, costsCents, expectedCents, countedCents } = body
  return [
    line(session, text.float, floatCents),
    line(session, text.plusCashSales, amountOf(body, 'cash')),
    ...(cashInCents > 0 ? [line(session, text.plusCashIn, cashInCents)] : []),
    ...(cashOutCents > 0 ? [line(session, text.minusCashOut, cashOutCents)] : []),
    ...(costsCents > 0 ? [line(session, text.minusCosts, costsCents)] : []),
    line(session, text.expected, expectedCents),
    ...(countedCents === undefined
      ? [text.notCounted]
      : [line(session, text.countedLine, countedCents), differenceLine(session, text, body)]),
  ]
}

const pieceLines = (session: Session, pieces: readonly Pieces[]): readonly string[] => {
  const counted = pieces.filter(({ count }) => count > 0)
  if (counted.length === 0) return []
  const { language } = session.settings()
  return [
    `  ${counted.map(({ valueCents, count }) => `${count} x ${pieceText(valueCents, language)}`).join(' + ')}`,
  ]
}

/** What was counted of the other means, beside the tickets. */
const tenderLines = (
  session: Session,
  text: TillWords,
  { tenders = [] }: SessionStatement,
): readonly string[] =>
  tenders.flatMap(({ method, count, countedCents, differenceCents, reason }) => [
    line(session, text.tenderCounted(text.paid[method], count), countedCents),
    differenceLine(session, text, { differenceCents, ...present({ reason }) }),
  ])

const amountOf = ({ methods }: SessionStatement, wanted: PaymentMethod): Cents =>
  methods.find(({ method }) => method === wanted)?.amountCents ?? ZERO

function differenceLine(
  session: Session,
  text: TillWords,
  { differenceCents, reason }: Pick<SessionStatement, 'differenceCents' | 'reason'>,
): string {
  const why = reason === undefined ? text.notExplained : term(reason)
  return `${line(session, text.differenceLine, differenceCents)}${differenceCents === 0 && reason === undefined ? '' : `   ${why}`}`
}

function totalLines(
  session: Session,
  text: TillWords,
  { body, seal }: Statement,
): readonly string[] {
  return [
    ...perpetualLines(session, text, body),
    ...(seal === undefined
      ? []
      : [
          `${text.previousZ.padEnd(14)}${seal.previousZ ?? text.firstZ}`,
          `${text.head.padEnd(14)}${seal.head}`,
        ]),
  ]
}

export type PerpetualTotals = Pick<
  SessionStatement,
  | 'periodTotalCents'
  | 'perpetualSalesCents'
  | 'perpetualVoidsCents'
  | 'perpetualRefundsCents'
  | 'perpetualRefundVoidsCents'
>

/** The total of the period, and those that nothing resets. */
export const perpetualLines = (
  session: Session,
  text: TillWords,
  body: PerpetualTotals,
): readonly string[] => [
  line(session, text.periodTotal, body.periodTotalCents),
  line(session, text.perpetualSales, body.perpetualSalesCents),
  line(session, text.perpetualVoids, body.perpetualVoidsCents),
  ...(body.perpetualRefundsCents === undefined
    ? []
    : [line(session, text.perpetualRefunds, body.perpetualRefundsCents)]),
  ...(body.perpetualRefundVoidsCents === undefined
    ? []
    : [line(session, text.perpetualRefundVoids, body.perpetualRefundVoidsCents)]),
]
