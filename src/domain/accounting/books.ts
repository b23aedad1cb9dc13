import type { EventOf, JournalEvent } from '../journal/event.ts'
import { compareText } from '../kernel/allocation.ts'
import type { Day } from '../kernel/day.ts'
import { dayOf } from '../kernel/instant.ts'
import type { VatRate } from '../kernel/rate.ts'
import type { Entry, NumberedEntry } from './entry.ts'
import type { Known } from './known.ts'
import { type Surroundings, startMemory } from './memory.ts'
import { postingOf } from './posting.ts'

/** An event that may move money. */
export type MoneyEvent = {
  readonly event: JournalEvent
  /** Recorded when nothing of its cohort was left to close. */
  readonly late: boolean
}

/** The settings of now, for what no close has frozen, and what else the events do not say. */
export type BookContext = Surroundings & Pick<Known, 'chart' | 'vatRegime'>

type Close = EventOf<'close'>
type Placed = {
  readonly entry: Entry
  /** How many of the cohort's periods were closed when it was recorded. */
  readonly closes: number
  readonly late: boolean
}

/**
 * The books of one cohort, in the order and with the numbers of an accountant: the entries of each closed period by
 * day and stage; behind them, in the order of recording, what was recorded after that close and settles it; last what
 * is still open. A number that was given once stays as long as its period is closed. The events come in the order of
 * the journal: no clock of a till decides what was before a close.
 */
export function booksOf(
  events: readonly MoneyEvent[],
  context: BookContext,
): readonly NumberedEntry[] {
  const closes = closesOf(events)
  const placed = placedEntries(events, closes, context)
  const final = closes.flatMap((close, index) => {
    const own = placed.filter((each) => isOf(each, closes, index)).map((each) => each.entry)
    const after = placed.filter((each) => each.late && each.closes === index + 1)
    const block = own.toSorted(compareEntries)
    const days = [dayOf(close.body.closedAt), ...block.map((each) => each.day)]
    const validDay = days.reduce((one, other) => (one > other ? one : other))
    return [
      ...block.map((entry) => ({ entry, validDay })),
      ...after.map(({ entry }) => ({ entry, validDay: entry.day })),
    ]
  })
  const open = placed
    .filter((each) => !each.late && periodOf(each.entry.day, closes) === undefined)
    .map((each) => each.entry)
    .toSorted(compareEntries)
  return numbered([
    ...neverEarlier(final),
    ...open.map((entry) => ({ entry, validDay: undefined })),
  ])
}

type Valid = { readonly entry: Entry; readonly validDay: Day | undefined }

/** Validation days never decrease (law: the journals are closed in order). */
function neverEarlier(entries: readonly (Valid & { readonly validDay: Day })[]): readonly Valid[] {
  let latest: Day | undefined
  return entries.map(({ entry, validDay }) => {
    latest = latest === undefined || validDay > latest ? validDay : latest
    return { entry, validDay: latest }
  })
}

const numbered = (entries: readonly Valid[]): readonly NumberedEntry[] =>
  entries.map(({ entry, validDay }, index) => ({ ...entry, number: index + 1, validDay }))

const isOf = ({ entry, late }: Placed, closes: readonly Close[], index: number): boolean =>
  !late && periodOf(entry.day, closes) === index

/** Index of the closed period that holds a day: the first that ends on it or later. */
function periodOf(day: Day, closes: readonly Close[]): number | undefined {
  const index = closes.findIndex((close) => day <= close.body.until)
  return index === -1 ? undefined : index
}

/** What a till did on one day, at one stage, stays as it was recorded: sorting keeps the order of equals. */
const compareEntries = (a: Entry, b: Entry): number =>
  compareText(a.day, b.day) || a.stage - b.stage || compareText(a.source.stall, b.source.stall)

/** What a close froze; before it, what is set now. */
function termsOf(
  close: Close | undefined,
  { chart, vatRegime }: BookContext,
): Partial<Known> & Pick<Known, 'chart' | 'vatRegime'> {
  if (close === undefined) return { chart, vatRegime }
  const { body } = close
  const rateOf = (product: string): VatRate | undefined =>
    body.fixed?.find((each) => each.product === product)?.ratePerMille
  return { chart: body.chart, vatRegime: body.terms.vatRegime, rateOf }
}

const closesOf = (events: readonly MoneyEvent[]): readonly Close[] =>
  events.flatMap(({ event }) => (event.kind === 'close' ? [event] : []))

function placedEntries(
  events: readonly MoneyEvent[],
  closes: readonly Close[],
  context: BookContext,
): readonly Placed[] {
  const memory = startMemory(context)
  let frozen: Close | undefined
  let count = 0
  return events.flatMap(({ event, late }) => {
    const settled =
      frozen !== undefined && settles(event, late)
        ? (correctedBy(event, closes) ?? frozen)
        : undefined
    const day = memory.dayOf(event)
    const period = day === undefined ? undefined : periodOf(day, closes)
    const holder =
      event.kind === 'close' ? event : period === undefined ? undefined : closes[period]
    const known = { ...memory.known, ...termsOf(settled ?? holder, context) }
    const until = frozen?.body.until
    const placed = postingOf(event, known).map((entry) => ({
      entry,
      closes: count,
      late: settled !== undefined || (until !== undefined && entry.day <= until),
    }))
    memory.keep(event)
    if (event.kind === 'close') {
      frozen = event
      count += 1
    }
    return placed
  })
}

/** The close that a correction amends: its terms are those of that period. */
const correctedBy = ({ kind, body }: JournalEvent, closes: readonly Close[]): Close | undefined =>
  kind === 'correction' ? closes.find((close) => close.body.period === body.period) : undefined

/** Moves that settle what was closed: payments of shares always, others once nothing is left to close. */
function settles(event: JournalEvent, late: boolean): boolean {
  const { kind, body } = event
  switch (kind) {
    case 'payout':
    case 'correction':
      return true
    case 'bank-withdrawal':
    case 'deposit':
    case 'cost-payment':
    case 'cost-refund':
      return late
    case 'reversal':
    case 'redo':
      return settles({ ...event, ...body.taken }, late)
    default:
      return false
  }
}
