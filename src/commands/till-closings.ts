import type { Stall } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { ZERO } from '../domain/kernel/money.ts'
import type { TillClosingBody } from '../domain/till/closing-body.ts'
import { dueMonths, dueYears, isMonthOver, yearOf } from '../domain/till/periods.ts'
import { takenOf } from '../domain/till/takings.ts'
import { zName } from '../domain/till/z-name.ts'
import { column, columns } from '../reports/column.ts'
import { openSessions } from '../store/queries/till.ts'
import {
  allClosings,
  lastClosed,
  unclosedMonths,
  unclosedZs,
} from '../store/queries/till-closing.ts'
import { dayText } from '../words/day-text.ts'
import { periodText } from '../words/period-text.ts'
import { closePeriods } from './close-periods.ts'
import { command } from './command.ts'
import { isPrinted, printDocument, printOne, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import {
  blockText,
  line,
  methodLines,
  perpetualLines,
  takingsLines,
  vatLines,
} from './till-statement.ts'
import { tillWords } from './till-words.ts'
import { trainingMark } from './training.ts'

const COLUMNS = [
  ...columns('till'),
  column('period', { unit: 'code' }),
  ...columns('made', 'zs', 'tickets', 'takings', 'tips', 'voids', 'refunds', 'difference'),
  ...columns('perpetual'),
]

/** The monthly and yearly closings of every till that is here, each till's in the order in which it made them. */
export const tillClosings = command({
  options: {},
  lists: true,
  run: async (session) => {
    const closings = allClosings(session.ledger().db)
    const rows = closings.map(({ till, body }) => ({
      till,
      period: body.period,
      made: body.happenedAt,
      zs: body.zCount,
      tickets: body.ticketCount,
      takings: takenOf(body),
      tips: body.tipsCents,
      voids: body.voidsCents,
      refunds: body.refundsCents,
      difference: body.differenceCents,
      perpetual: body.perpetualSalesCents,
    }))
    await printReport(session, { name: 'till-closings', columns: COLUMNS, rows })
    const text = tillWords(session)
    const due = duePeriods(session)
    if (due.length > 0) session.say(text.toClose(due.join(', ')))
    else if (rows.length === 0) session.say(text.noClosing)
    const last = closings.at(-1)?.body
    if (last !== undefined) sayNext(session, text.next.closing(last.period))
  },
})

/** What this till has still to close, as people say it. */
function duePeriods(session: Session): readonly string[] {
  const { db, stall } = session.ledger()
  const openDays = openSessions(db, stall).map(({ day }) => day)
  const waiting = { today: session.today(), openDays }
  const months = dueMonths(unclosedZs(db, stall), lastClosed(db, stall, 'month'), waiting)
  const unclosed = [...unclosedMonths(db, stall), ...months]
  const years = dueYears(unclosed, lastClosed(db, stall, 'year'), waiting)
  return [...months, ...years].map(({ period }) => periodText(period, session.language()))
}

/** Makes what is due without opening the till: for whoever needs the month before the next market. */
export const tillCloseMonth = command({
  options: {},
  writes: true,
  run: async (session) => {
    const today = session.today()
    const { till, made } = session.record((journal) => {
      const closed = closePeriods(journal, { today, happenedAt: session.when() })
      const [waiting] = openSessions(journal.db, journal.stall)
      if (closed.length === 0 && waiting !== undefined && isMonthOver(waiting.day, today))
        refuse({ code: 'till-left-open', day: waiting.day, cohort: waiting.cohort })
      return { till: journal.stall, made: closed }
    })
    const text = tillWords(session)
    const answer = made.map((body) => closingJson(till, body))
    await printOne(session, answer, () =>
      made.map(({ period }) => text.periodClosed(periodText(period, session.language()))).join(''),
    )
    const last = made.at(-1)
    if (last === undefined) session.say(text.nothingToClose)
    else sayNext(session, text.next.closing(last.period))
  },
})

/** On the screen, or as a sheet of paper. */
export async function showClosing(
  session: Session,
  till: Stall,
  body: TillClosingBody,
): Promise<void> {
  const json = closingJson(till, body)
  if (!isPrinted(session)) return printOne(session, json, () => closingText(session, till, body))
  const text = tillWords(session)
  const [[title = '', ...rest] = [], ...head] = closingHead(session, till, body)
  const { hostName } = session.settings()
  const { tillDocument } = await import('./till-paper.ts')
  const document = tillDocument(session, {
    title,
    subtitle: [...(hostName === '' ? [] : [hostName]), ...rest].join(' · '),
    head: head.flat(),
    body,
    differenceCents: body.differenceCents,
    codes: [
      { label: text.previousClosing, code: body.previousClosing ?? text.firstClosing },
      { label: text.head, code: body.head },
    ],
  })
  await printDocument(session, document, json)
}

/** As programs read it; null is "none". */
const closingJson = (till: Stall, body: TillClosingBody): object => ({
  scope: body.scope,
  period: body.period,
  till,
  madeAt: body.happenedAt,
  zs: body.zs?.map(zName) ?? null,
  months: body.months ?? null,
  zCount: body.zCount,
  ticketCount: body.ticketCount,
  salesCents: body.salesCents,
  tipsCents: body.tipsCents,
  discountsCents: body.discountsCents,
  voidCount: body.voidCount,
  voidsCents: body.voidsCents,
  refundCount: body.refundCount,
  refundsCents: body.refundsCents,
  refundVoidCount: body.refundVoidCount,
  refundVoidsCents: body.refundVoidsCents,
  repayCount: body.repayCount,
  rates: body.rates,
  kinds: body.kinds,
  methods: body.methods,
  differenceCents: body.differenceCents,
  periodTotalCents: body.periodTotalCents,
  perpetualSalesCents: body.perpetualSalesCents,
  perpetualVoidsCents: body.perpetualVoidsCents,
  perpetualRefundsCents: body.perpetualRefundsCents ?? ZERO,
  perpetualRefundVoidsCents: body.perpetualRefundVoidsCents ?? ZERO,
  previousClosing: body.previousClosing ?? null,
  head: body.head,
})

/** Its name, the till and the time; then what it is of, and how many tickets. */
function closingHead(
  session: Session,
  till: Stall,
  body: TillClosingBody,
): readonly (readonly string[])[] {
  const text = tillWords(session)
  const language = session.language()
  const made = text.madeAt(dayText(dayOf(body.happenedAt), language), clockText(body.happenedAt))
  const name = text.closingOf[body.scope](periodText(body.period, language))
  const [first, last] = [body.zs?.[0], body.zs?.at(-1)]
  const of =
    first === undefined || last === undefined
      ? text.monthsOf(body.months?.map((month) => monthIn(body, month, session)).join(', ') ?? '')
      : text.zsOf(body.zCount, zName(first), zName(last))
  const tickets = body.ticketCount + body.voidCount + body.refundCount + body.refundVoidCount
  return [[name, text.till(till), made], [of], [text.closingTickets(tickets)]]
}

/** As people read it. */
function closingText(session: Session, till: Stall, body: TillClosingBody): string {
  const text = tillWords(session)
  return (
    trainingMark(session) +
    blockText([
      closingHead(session, till, body).map((words) => words.join('   ')),
      takingsLines(session, text, body),
      vatLines(session, text, body),
      methodLines(session, text, body),
      [line(session, text.cashDifference, body.differenceCents)],
      [
        ...perpetualLines(session, text, body),
        `${text.previousClosing.padEnd(20)}${body.previousClosing ?? text.firstClosing}`,
        `${text.head.padEnd(20)}${body.head}`,
      ],
    ])
  )
}

/** `juin`; with its year where that is not the closing's own. */
function monthIn({ period }: TillClosingBody, month: string, session: Session): string {
  const name = periodText(month, session.language())
  return yearOf(month) === period ? name.slice(0, -5) : name
}
