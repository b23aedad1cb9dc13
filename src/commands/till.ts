import type { EventBodies, Stall } from '../domain/journal/event.ts'
import { type Cents, ZERO } from '../domain/kernel/money.ts'
import { foldWord } from '../domain/kernel/name.ts'
import type { TillClosingBody } from '../domain/till/closing-body.ts'
import { openTill } from '../domain/till/open.ts'
import type { SealedDay } from '../domain/till/session-for.ts'
import { zName } from '../domain/till/z-name.ts'
import { term } from '../formats/terminal-text.ts'
import { refuseClosed, venuesOf } from '../store/queries/cohort.ts'
import { productsOf } from '../store/queries/product.ts'
import {
  nextSession,
  openSessions,
  sealedDay,
  sessionByNumber,
  sessionForSale,
} from '../store/queries/till.ts'
import { expectedOf } from '../store/queries/till-sums.ts'
import { isDiskNearlyFull, type Journal, lastLink } from '../store/record.ts'
import { checkStart } from '../store/start-of-day.ts'
import { dayText } from '../words/day-text.ts'
import { periodText } from '../words/period-text.ts'
import { closePeriods } from './close-periods.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { namedCohort } from './till-session.ts'
import { tillWords } from './till-words.ts'
import { trainingMark, withTraining } from './training.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom } from './values.ts'

const OPEN_OPTIONS = { float: FLAGS.float, venue: FLAGS.sellingVenue } as const

export const tillOpen = command({ options: OPEN_OPTIONS, writes: true, run: openOne })

async function openOne(session: Session, { options }: Input<typeof OPEN_OPTIONS>): Promise<void> {
  const day = session.today()
  if (session.isToCome(day))
    misused({ code: 'future-date', typed: session.globals.at ?? day, name: '--at' })
  const floatCents = optional(options.float, (text) => amountFrom(text, '--float')) ?? ZERO
  checkStart(session.ledger())
  const opened = session.record((journal) =>
    recordOpening(session, journal, { floatCents, venue: options.venue }),
  )
  const { till, body } = opened
  const { session: number, cohort, happenedAt: openedAt, venue = null, afterZ = false } = body
  const answer = { till, session: number, cohort, day, openedAt, floatCents, venue, afterZ }
  const text = tillWords(session)
  await printOne(session, withTraining(session, answer), () => {
    const float = session.money(floatCents)
    const opening = { cohort, day: dayText(day, session.language()), float }
    return trainingMark(session) + text.opened(till, opening)
  })
  for (const { period } of opened.closed)
    session.say(text.periodClosed(periodText(period, session.language())))
  if (opened.sealed !== undefined) session.say(text.afterZ(zName(opened.sealed.z)))
  if (opened.clockWentBack) session.say(text.clockWentBack)
  if (isDiskNearlyFull(session.ledger().path)) session.say(text.diskNearlyFull)
  const onSale = productsOf(session.ledger().db, cohort).find(({ retired }) => !retired)
  sayNext(session, text.next.sell(onSale?.code ?? 'cookie'))
}

type Opened = {
  readonly till: Stall
  readonly body: EventBodies['till-open']
  readonly sealed: SealedDay | undefined
  /** Months and years that ended before this day, closed now. */
  readonly closed: readonly TillClosingBody[]
  readonly clockWentBack: boolean
}

function recordOpening(
  session: Session,
  journal: Journal,
  { floatCents, venue }: { readonly floatCents: Cents; readonly venue: string | undefined },
): Opened {
  const { db, stall, append } = journal
  const cohort = session.cohort().code
  const day = session.today()
  refuseClosed(db, cohort, day)
  const sealed = sealedDay(db, stall, day)
  const body = openTill(
    {
      cohort,
      day,
      happenedAt: session.when(),
      floatCents,
      venue: optional(venue, (typed) => venueFrom(typed, venuesOf(db, cohort))),
    },
    { openSessions: openSessions(db, stall), sealed, nextSession: nextSession(db, stall) },
  )
  const before = lastLink(db, session.ledger().coop, stall).seq
  const closed = closePeriods(journal, { today: day, happenedAt: session.when() })
  const { seq } = append('till-open', body)
  return { till: stall, body, sealed, closed, clockWentBack: seq > before + 1 + closed.length }
}

/** One of the cohort's venues, whatever its case; any name where the cohort has none. */
function venueFrom(typed: string, venues: readonly string[]): string {
  if (venues.length === 0) return textFrom(typed, '--venue')
  const found = venues.find((venue) => foldWord(venue) === foldWord(typed))
  return found ?? misused({ code: 'bad-choice', typed, name: '--venue', allowed: venues })
}

export const tillIn = command({
  arguments: '<amount> <reason...>',
  options: {},
  writes: true,
  run: (session, { words }) => moveCash(session, words, 'in'),
})

export const tillOut = command({
  arguments: '<amount> <reason...>',
  options: {},
  writes: true,
  run: (session, { words }) => moveCash(session, words, 'out'),
})

/** Change brought in, takings carried to the bank: no revenue, but the drawer should know. */
async function moveCash(
  session: Session,
  [typed = '', ...words]: readonly string[],
  direction: 'in' | 'out',
): Promise<void> {
  const amountCents = amountFrom(typed, '<amount>')
  if (amountCents === 0) misused({ code: 'zero-amount', name: '<amount>' })
  const reason = textFrom(words.join(' '), '<reason>')
  const { body, expectedCents } = session.record((journal) => {
    const cohort = cohortOfDay(session, journal)
    const open = sessionForSale(journal, { cohort, day: session.today() })
    const happenedAt = session.when()
    const moved = { cohort, session: open, happenedAt, direction, amountCents, reason }
    const event = journal.append('till-cash', moved)
    return { body: event.body, expectedCents: expectedIn(journal, open) }
  })
  const text = tillWords(session)
  await printOne(
    session,
    { session: body.session, direction, amountCents, reason, expectedCents },
    () => {
      const said = direction === 'in' ? text.cashIn : text.cashOut
      return said(session.money(amountCents), term(reason))
    },
  )
  session.say(text.drawer(session.money(expectedCents)))
  if (expectedCents < 0) session.say(text.belowZero)
}

/** The cohort that was named, else the one that the till is open for, else the current one. */
function cohortOfDay(session: Session, { db, stall }: Journal): string {
  const open = openSessions(db, stall).find(({ day }) => day === session.today())
  return namedCohort(session) ?? open?.cohort ?? session.cohort().code
}

function expectedIn({ db }: Pick<Journal, 'db'>, number: number): Cents {
  const row = sessionByNumber(db, number)
  return row === undefined ? ZERO : expectedOf(db, row)
}
