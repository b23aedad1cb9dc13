import { clockText, dayOf } from '../domain/kernel/instant.ts'
import { term } from '../formats/terminal-text.ts'
import { lastTickets } from '../store/queries/sale.ts'
import { sqliteCodeOf } from '../store/store-error.ts'
import { dayText } from '../words/day-text.ts'
import { standNow } from './prompt-stand.ts'
import { lineSession, type PromptState } from './prompt-state.ts'
import { stockMarks } from './prompt-stock.ts'
import { receiptText } from './receipt.ts'
import type { Session } from './session.ts'
import { statementText } from './till-statement.ts'
import { statementJson } from './till-statement-json.ts'
import { statementNow } from './till-x.ts'
import { withTraining } from './training.ts'

/** Told at the beginning, and after a try whose outcome nobody knows. */
const USUAL_LAST = 3

/** `12 ventes, 34,50 €`; what was known last where the file cannot be read now: the next sale will say why. */
export function salesText(state: PromptState): string {
  try {
    const session = lineSession(state)
    state.stand = standNow(session, state.stand)
    const { sales, takingsCents } = state.stand
    state.salesText = state.words.sales(sales, session.money(takingsCents))
  } catch (error) {
    if (sqliteCodeOf(error) === undefined) throw error
  }
  return state.salesText
}

export function showBeginning(state: PromptState): void {
  const { base, words, cohort } = state
  if (state.json !== undefined) return
  const session = lineSession(state)
  const day = dayText(session.today(), base.language())
  base.say(`${words.begun(base.ledger().stall, cohort, day)}${salesText(state)}\n`)
  if (base.dryRun) base.say(words.practice)
  showProducts(state, session)
  base.say(words.words)
  base.say(lastText(state, session, USUAL_LAST))
}

export function showHelp(state: PromptState): void {
  const session = lineSession(state)
  state.stand = standNow(session, state.stand)
  state.base.say(state.words.help(state.grammar))
  showProducts(state, session)
}

/** The newest sales of this till, with their time. */
export function showLast(state: PromptState, session: Session, count = USUAL_LAST): void {
  const { json, base } = state
  if (json === undefined) return base.print(lastText(state, session, count))
  for (const ticket of newest(state, count)) base.print(json(withTraining(base, ticket)))
}

function newest({ base, cohort }: PromptState, count: number) {
  const { db, stall } = base.ledger()
  return lastTickets(db, { stall, cohort, count })
}

function lastText(state: PromptState, session: Session, count: number): string {
  const tickets = newest(state, count)
  if (tickets.length === 0) return state.words.noSales
  const lines = tickets.map((ticket) => {
    const time = dayOf(ticket.at) === dayOf(session.now) ? `${clockText(ticket.at)}  ` : ''
    return `  ${time}${receiptText(session, ticket, { withoutChange: true })}`
  })
  return state.words.lastSales + lines.join('')
}

/** The till so far. */
export function showStatement({ base, json }: PromptState, session: Session): void {
  const statement = statementNow(session, session.today())
  base.print(
    json === undefined
      ? statementText(session, statement)
      : json(withTraining(base, statementJson(statement))),
  )
}

const WIDTH = 78
const MOST_SHOWN = 24

/** What is on sale, those with a key first: `k cookie 2,50 €`. */
function showProducts({ base, cohort, words, stand }: PromptState, session: Session): void {
  const mark = stockMarks(base, cohort)
  const products = (stand?.context.catalogue.products ?? []).filter(({ retired }) => !retired)
  const sorted = [
    ...products.filter(({ key }) => key !== undefined),
    ...products.filter(({ key }) => key === undefined),
  ]
  const [first, second] = sorted
  if (first === undefined) return base.say(words.noProducts)
  const entries = sorted
    .slice(0, MOST_SHOWN)
    .map(
      ({ key, code, priceCents }) =>
        `${key === undefined ? '' : `${term(key)} `}${term(code)} ${session.money(priceCents)}${mark(code)}`,
    )
  const hidden = sorted.length - entries.length
  base.say(columnsText(words.keys, [...entries, ...(hidden > 0 ? [words.more(hidden)] : [])]))
  const long = ['2', first.code, ...(second === undefined ? [] : [second.code]), words.cash, '20']
  const isShort = first.key !== undefined && (second === undefined || second.key !== undefined)
  const keys = [`2${first.key}`, ...(second?.key === undefined ? [] : [second.key]), words.card]
  base.say(words.example(long.join(' '), isShort ? keys.join(' ') : ''))
}

/** Entries one after the other, as many as fit on a line of 80. */
function columnsText(title: string, entries: readonly string[]): string {
  const lines: string[] = []
  let line = title
  for (const entry of entries) {
    const isFirst = line.trim() === title.trim() || line.trim() === ''
    if (!isFirst && line.length + entry.length + 3 > WIDTH) {
      lines.push(line)
      line = ' '.repeat(title.length) + entry
    } else line += (isFirst ? '' : '   ') + entry
  }
  return `${[...lines, line].join('\n')}\n`
}
