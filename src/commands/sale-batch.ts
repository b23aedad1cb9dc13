import { createInterface } from 'node:readline'
import { Refused } from '../domain/journal/refusal.ts'
import { dayOf, type Instant, instantAt } from '../domain/kernel/instant.ts'
import { sumCents } from '../domain/kernel/money.ts'
import type { Ticket } from '../domain/sales/ticket.ts'
import { saleLineText } from '../language/lexer.ts'
import { readSaleLine } from '../language/sale-line.ts'
import { newKey } from '../store/key.ts'
import type { Journal } from '../store/record.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { LineFaultError } from './line-fault-error.ts'
import { printOne } from './output.ts'
import { receiptText, saleWords } from './receipt.ts'
import { recordSale, type SaleRequest, type Sold, saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'
import { withTraining } from './training.ts'
import { misused } from './usage.ts'

const MOST_LINES = 100_000

export type BatchLine = {
  readonly at: number
  readonly time: string | undefined
  readonly words: readonly string[]
}
type BatchOutcome = { readonly sold: readonly Sold[]; readonly faults: readonly Fault[] }
type Fault = LineFaultError | Refused

/** `key`: the script's own key for the whole batch. */
type BatchChoices = {
  readonly keepGoing: boolean
  readonly anyway: boolean
  readonly key: string | undefined
}

/**
 * One sale a line from standard input, `#` for comments, perhaps a time of day first. All of them in one transaction:
 * the first faulty line stops everything, or with `keepGoing` is left out and reported (exit 1). Under a key of the
 * batch each sale has its own, `KEY-1`, `KEY-2` …: the same batch again is the same tickets.
 */
export async function addBatch(
  session: Session,
  { keepGoing, anyway, key }: BatchChoices,
): Promise<ExitCode> {
  const lines = await linesOf(session.io.stdin)
  const requests = lines.map((line, index) =>
    requestOf(session, line, {
      anyway,
      key: key === undefined ? undefined : `${key}-${index + 1}`,
    }),
  )
  const outcome = session.record((journal) => recordAll(session, journal, { requests, keepGoing }))
  const tickets = outcome.sold.map((each) => withTraining(session, each.ticket))
  await printOne(session, tickets, () => batchText(session, outcome))
  const again = outcome.sold.filter((each) => each.repeated).length
  if (again > 0) session.say(saleWords(session).batchAgain(again))
  return reportFaults(session, outcome.faults)
}

export async function linesOf(input: NodeJS.ReadableStream): Promise<readonly BatchLine[]> {
  const lines: BatchLine[] = []
  let at = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    at += 1
    const [first = '', ...others] = text
      .replace(/^\ufeff/, '')
      .trim()
      .split(/\s+/)
    if (first === '' || first.startsWith('#')) continue
    const timed = /^\d{1,2}:\d{2}$/.test(first)
    lines.push({ at, time: timed ? first : undefined, words: timed ? others : [first, ...others] })
    if (lines.length > MOST_LINES) misused({ code: 'too-many-lines', most: MOST_LINES })
  }
  return lines
}

type Requested = SaleRequest | LineFaultError

function requestOf(
  session: Session,
  { at, time, words }: BatchLine,
  { anyway, key: given }: Pick<BatchChoices, 'anyway' | 'key'>,
): Requested {
  const when = momentOf(session.when(), time)
  const line = saleLineText(words)
  if (when === undefined)
    return new LineFaultError({ code: 'bad-time', span: undefined, word: time ?? '' }, line, at)
  return {
    at,
    when,
    line,
    anyway,
    key: given ?? newKey(session.ledger().db, session.io.nowMs()),
    content: given === undefined ? undefined : line,
    read: (vocabulary) => readSaleLine(words, vocabulary),
  }
}

const momentOf = (base: Instant, time: string | undefined): Instant | undefined =>
  time === undefined ? base : instantAt(dayOf(base), time)

function recordAll(
  session: Session,
  journal: Journal,
  { requests, keepGoing }: { readonly requests: readonly Requested[]; readonly keepGoing: boolean },
): BatchOutcome {
  const context = saleContext(session, journal)
  const sold: Sold[] = []
  const faults: Fault[] = []
  for (const request of requests) {
    try {
      if (request instanceof LineFaultError) throw request
      sold.push(recordSale(session, journal, { request, context }))
    } catch (error) {
      if (!keepGoing || !isOfLine(error)) throw error
      faults.push(error)
    }
  }
  return { sold, faults }
}

/** What is wrong with one line alone: the others can be recorded. */
const isOfLine = (error: unknown): error is Fault =>
  error instanceof LineFaultError || (error instanceof Refused && error.refusal.code === 'sold-out')

function batchText(session: Session, { sold }: BatchOutcome): string {
  const total = sumCents(sold.map(({ ticket }: { readonly ticket: Ticket }) => ticket.totalCents))
  const receipts = sold.map((each) => receiptText(session, each.ticket, each)).join('')
  return receipts + saleWords(session).batch(sold.length, session.money(total))
}

async function reportFaults(session: Session, faults: readonly Fault[]): Promise<ExitCode> {
  const words = saleWords(session)
  if (faults.length === 0) return EXIT.done
  const { complain } = await import('./complaint.ts')
  for (const fault of faults) await complain(session, fault, session.globals.json)
  session.say(words.batchFaults(faults.length))
  return EXIT.refused
}
