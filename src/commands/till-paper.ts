import { type Cents, ZERO } from '../domain/kernel/money.ts'
import type { SessionStatement } from '../domain/till/seal.ts'
import { takenOf } from '../domain/till/takings.ts'
import type { AccountLine, Block, Document } from '../reports/document.ts'
import { pieceText } from '../words/piece-text.ts'
import { rateText } from '../words/rate-text.ts'
import type { Session } from './session.ts'
import type { PerpetualTotals, Statement, Takings } from './till-statement.ts'
import { tillWords } from './till-words.ts'

export type TillPaper = {
  readonly title: string
  readonly subtitle: string
  readonly head: readonly string[]
  readonly body: Takings & Pick<SessionStatement, 'rates' | 'kinds' | 'methods'> & PerpetualTotals
  /** What a day alone has: its cash and its counts. */
  readonly day?: Pick<Statement, 'body' | 'pieces'>
  /** The cash differences of a month or a year. */
  readonly differenceCents?: Cents
  readonly codes: readonly { readonly label: string; readonly code: string }[]
}

/** A Z, a month or a year as a sheet of paper: the words and amounts of the screen. */
export function tillDocument(session: Session, paper: TillPaper): Document {
  const text = tillWords(session)
  const { body, day, differenceCents } = paper
  const methods = body.methods.map((each) => row(session, text.paid[each.method], each.amountCents))
  const blocks: readonly Block[] = [
    { kind: 'paragraph', lines: paper.head },
    { kind: 'account', lines: takingsRows(session, body) },
    ...vatTable(session, body),
    { kind: 'account', lines: methods },
    ...(day === undefined ? [] : cashBlocks(session, day)),
    ...(differenceCents === undefined
      ? []
      : [account([row(session, text.cashDifference, differenceCents)])]),
    { kind: 'account', lines: totalRows(session, body) },
    ...paper.codes.map((code) => ({ kind: 'code', ...code }) as const),
  ]
  const { title, subtitle } = paper
  const page = { title, subtitle, blocks: blocks.filter((block) => !isEmpty(block)) }
  return { language: session.language(), title, pages: [page] }
}

const isEmpty = (block: Block): boolean =>
  (block.kind === 'account' || block.kind === 'paragraph') && block.lines.length === 0

const account = (lines: readonly AccountLine[]): Block => ({ kind: 'account', lines })

/** The sign of a label stands in its own place: `= attendu`. */
function row(session: Session, text: string, amount: Cents): AccountLine {
  const [, sign = '', label = text] = /^([-+=]) (.*)$/.exec(text) ?? []
  const shown = label.trim()
  return { sign, label: shown, amount: session.money(amount), strong: sign === '=' }
}

function takingsRows(session: Session, body: Takings): readonly AccountLine[] {
  const text = tillWords(session)
  const { refundCount = 0, refundsCents = ZERO, refundVoidCount = 0 } = body
  const rows: readonly (readonly [boolean, string, Cents])[] = [
    [true, text.sales, body.salesCents],
    [refundCount > 0, text.refunds(refundCount), refundsCents],
    [refundCount > 0, text.taken, takenOf(body)],
    [body.tipsCents !== 0, text.tips, body.tipsCents],
    [body.discountsCents > 0, text.discounts, body.discountsCents],
    [body.voidCount > 0, text.voids(body.voidCount), body.voidsCents],
    [refundVoidCount > 0, text.refundVoids(refundVoidCount), body.refundVoidsCents ?? ZERO],
  ]
  return rows.flatMap(([isThere, label, amount]) => (isThere ? [row(session, label, amount)] : []))
}

function vatTable(
  session: Session,
  { rates, kinds }: Pick<SessionStatement, 'rates' | 'kinds'>,
): readonly Block[] {
  if (rates.length === 0) return []
  const text = tillWords(session)
  const { rate, ttc, vat, ht } = text.vatColumns
  const head = [rate, ttc, vat, ht].map((each, at) => ({ text: each, numeric: at > 0 }))
  const cells = (label: string, of: (typeof rates)[number]): readonly string[] => [
    label,
    ...[of.ttcCents, of.vatCents, of.htCents].map(session.money),
  ]
  const rows = rates.flatMap((each) => [
    cells(rateText(each.ratePerMille, 1, session.settings().language), each),
    ...kinds
      .filter((kind) => kind.ratePerMille === each.ratePerMille)
      .map((kind) => cells(text.kinds[kind.kind], kind)),
  ])
  return [{ kind: 'table', table: { head, rows } }]
}

function cashBlocks(
  session: Session,
  { body, pieces }: Pick<Statement, 'body' | 'pieces'>,
): readonly Block[] {
  const text = tillWords(session)
  const inCash = body.methods.find(({ method }) => method === 'cash')?.amountCents ?? ZERO
  const moves: readonly (readonly [boolean, string, Cents])[] = [
    [true, text.float, body.floatCents],
    [true, text.plusCashSales, inCash],
    [body.cashInCents > 0, text.plusCashIn, body.cashInCents],
    [body.cashOutCents > 0, text.minusCashOut, body.cashOutCents],
    [body.costsCents > 0, text.minusCosts, body.costsCents],
    [true, text.expected, body.expectedCents],
    [body.countedCents !== undefined, text.countedLine, body.countedCents ?? ZERO],
    [body.countedCents !== undefined, text.differenceLine, body.differenceCents],
  ]
  const why = (of: string | undefined, differenceCents: Cents): string =>
    of ?? (differenceCents === 0 ? '' : text.notExplained)
  const counted = pieces.map(
    ({ valueCents, count }) => `${count} x ${pieceText(valueCents, session.settings().language)}`,
  )
  const notes = [
    body.countedCents === undefined ? text.notCounted : why(body.reason, body.differenceCents),
    counted.join(' + '),
  ]
  return [
    account(
      moves.flatMap(([isThere, label, cents]) => (isThere ? [row(session, label, cents)] : [])),
    ),
    { kind: 'paragraph', lines: notes.filter((each) => each !== '') },
    ...(body.tenders ?? []).flatMap((each): readonly Block[] => [
      account([
        row(session, text.tenderCounted(text.paid[each.method], each.count), each.countedCents),
        row(session, text.differenceLine, each.differenceCents),
      ]),
      {
        kind: 'paragraph',
        lines: [why(each.reason, each.differenceCents)].filter((of) => of !== ''),
      },
    ]),
  ]
}

function totalRows(session: Session, body: PerpetualTotals): readonly AccountLine[] {
  const text = tillWords(session)
  const { perpetualRefundsCents: refunds, perpetualRefundVoidsCents: voids } = body
  return [
    row(session, text.periodTotal, body.periodTotalCents),
    row(session, text.perpetualSales, body.perpetualSalesCents),
    row(session, text.perpetualVoids, body.perpetualVoidsCents),
    ...(refunds === undefined ? [] : [row(session, text.perpetualRefunds, refunds)]),
    ...(voids === undefined ? [] : [row(session, text.perpetualRefundVoids, voids)]),
  ]
}
