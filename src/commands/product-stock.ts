import { countStock, markSoldOut, moveStock } from '../domain/stock/move.ts'
import {
  isCounted,
  leftOf,
  MOST_PIECES,
  noStock,
  type ProductStock,
  type StockReason,
} from '../domain/stock/stock.ts'
import { stockReport, stockRow } from '../reports/stock.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { productsOf } from '../store/queries/product.ts'
import { stockMovesOf, stockOf, stocksOf } from '../store/queries/stock.ts'
import type { Journal } from '../store/record.ts'
import { command, type Input } from './command.ts'
import { pastDayFrom } from './cost-typed.ts'
import { FLAGS } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import { printOne, printReport } from './output.ts'
import { productFor } from './product.ts'
import { productWords } from './product-text.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { movesText, stockText, stockWords } from './stock-text.ts'
import { misused } from './usage.ts'
import { integerFrom, optional, textFrom } from './values.ts'

const OPTIONS = {
  given: FLAGS.stockGiven,
  lost: FLAGS.stockLost,
  left: FLAGS.stockLeft,
  soldOut: FLAGS.soldOut,
  back: FLAGS.back,
  reason: FLAGS.reason,
  on: FLAGS.on,
} as const

/** What is to be noted of one product. */
export type Noted = {
  readonly moves: readonly { readonly reason: StockReason; readonly quantity: number }[]
  readonly counted?: number | undefined
  readonly soldOut?: boolean | undefined
}

/** Without a product all of them, with one alone its story; else something is noted. */
export const productStock = command({
  arguments: '[product] [count]',
  options: OPTIONS,
  writes: true,
  lists: true,
  run: (session, input) => {
    const [typed] = input.words
    const noted = notedFrom(input)
    const isNoted =
      noted.moves.length > 0 || noted.counted !== undefined || noted.soldOut !== undefined
    if (typed === undefined) {
      if (isNoted)
        misused({ code: 'missing-argument', name: '<product>', command: 'product stock' })
      return listStock(session)
    }
    return isNoted ? note(session, typed, { noted, input }) : show(session, typed)
  },
})

function notedFrom({ words, options }: Input<typeof OPTIONS>): Noted {
  const { given, lost, left, soldOut, back } = options
  if (soldOut && back) misused({ code: 'option-conflict', one: '--sold-out', other: '--back' })
  const moves = [
    { reason: 'produced', quantity: optional(words[1], producedFrom) },
    { reason: 'given', quantity: optional(given, (typed) => piecesFrom(typed, '--given')) },
    { reason: 'lost', quantity: optional(lost, (typed) => piecesFrom(typed, '--lost')) },
  ] as const
  return {
    moves: moves.flatMap(({ reason, quantity }) =>
      quantity === undefined ? [] : [{ reason, quantity }],
    ),
    counted: optional(left, (typed) => integerFrom(typed, '--left', { from: 0, to: MOST_PIECES })),
    soldOut: soldOut ? true : back ? false : undefined,
  }
}

const piecesFrom = (typed: string, name: string): number =>
  integerFrom(typed, name, { from: 1, to: MOST_PIECES })

/** A plus sign says that it is what was made, not what is left. */
export function producedFrom(typed: string): number {
  const example = /^\d{1,5}$/.test(typed) ? `+${typed}` : '+240'
  if (!typed.startsWith('+')) return misused({ code: 'bad-pair', typed, name: '<count>', example })
  return piecesFrom(typed.slice(1), '<count>')
}

async function listStock(session: Session): Promise<void> {
  const { db } = session.ledger()
  const cohort = session.cohort().code
  const stocks = stocksOf(db, cohort)
  const products = productsOf(db, cohort).filter(
    ({ code, retired }) => !retired || stocks.has(code),
  )
  await printReport(session, stockReport(products, stocks))
  if ([...stocks.values()].some(isCounted)) return
  const { empty, next } = stockWords(session)
  session.say(empty)
  const [first] = products
  sayNext(session, first === undefined ? productWords(session).next.add : next.made(first.code))
}

async function show(session: Session, typed: string): Promise<void> {
  const { code } = productFor(session, typed)
  const { db } = session.ledger()
  const cohort = session.cohort().code
  const stock = stockOf(db, cohort, code) ?? noStock(code)
  const moves = stockMovesOf(db, cohort, code)
  await printOne(
    session,
    { ...stockRow(stock), moves: moves.map(moveJson) },
    () => stockText(session, stock) + movesText(session, moves),
  )
  if (!isCounted(stock)) sayNext(session, stockWords(session).next.made(code))
}

const moveJson = ({
  day,
  reason,
  quantity,
  note: text,
}: ReturnType<typeof stockMovesOf>[number]) => ({
  date: day,
  move: reason,
  quantity,
  reason: text ?? null,
})

type Asked = { readonly noted: Noted; readonly input: Input<typeof OPTIONS> }

async function note(session: Session, typed: string, { noted, input }: Asked): Promise<void> {
  const { on, reason } = input.options
  const day = optional(on, (text) => pastDayFrom(session, text)) ?? session.today()
  const said = optional(reason, (text) => textFrom(text, '--reason', 200))
  const done = session.record((journal) =>
    noteStock(session, journal, { typed, noted, where: { day, note: said } }),
  )
  await printOne(session, stockRow(done.after), () => notedText(session, done))
  sayAfter(session, done, 'command')
}

export type NotedStock = {
  readonly noted: Noted
  /** What should have been left before the count. */
  readonly expected: number | undefined
  readonly after: ProductStock
}

type Where = Pick<Parameters<typeof countStock>[2], 'day' | 'note'>

/** Records what was noted of a product: what came and went, then the count, then the mark. */
export function noteStock(
  session: Session,
  journal: Journal,
  { typed, noted, where }: { readonly typed: string; readonly noted: Noted; readonly where: Where },
): NotedStock {
  const { db } = journal
  const { code: cohort } = liveCohort(session)
  const { code } = productFor(session, typed)
  const now = (): ProductStock => stockOf(db, cohort, code) ?? noStock(code)
  const { moves, counted, soldOut } = noted
  if (moves.length > 0 || counted !== undefined) refuseClosed(db, cohort, where.day)
  const at = { cohort, ...where }
  for (const move of moves) journal.append('stock', moveStock({ product: code }, move, at))
  const before = now()
  const found = counted === undefined ? undefined : countStock(before, counted, at)
  if (found !== undefined) journal.append('stock', found)
  if (soldOut !== undefined) journal.append('sold-out', markSoldOut(before, soldOut, cohort))
  return { noted, expected: leftOf(before), after: now() }
}

/** What came of it; of a count what was counted and what it means. */
export function notedText(session: Session, { noted, expected, after }: NotedStock): string {
  const words = stockWords(session)
  const { counted } = noted
  if (noted.soldOut === false && noted.moves.length === 0)
    return words.back(after.product) + stockText(session, after)
  if (counted === undefined || expected === undefined) return stockText(session, after)
  const difference = counted - expected
  const said =
    difference === 0
      ? words.exact(counted)
      : `${words.counted(counted, expected)}, ${words.moved(difference < 0 ? 'lost' : 'found', Math.abs(difference))}`
  return `${said}\n${stockText(session, after)}`
}

/** More was made of what is still marked: it does not sell yet. */
export function sayAfter(
  session: Session,
  { noted, after }: NotedStock,
  typedAt: 'command' | 'prompt',
): void {
  const isMore = noted.moves.some(({ reason }) => reason === 'produced')
  const words = stockWords(session)
  if (isMore && after.soldOut)
    session.say(words.stillMarked(words.toSellAgain[typedAt](after.product)))
}
