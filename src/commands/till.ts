import { dayOf } from '../domain/kernel/instant.ts'
import { type Cents, ZERO } from '../domain/kernel/money.ts'
import { foldWord } from '../domain/kernel/name.ts'
import { openTill } from '../domain/till/open.ts'
import { zName } from '../domain/till/z-name.ts'
import { term } from '../formats/terminal-text.ts'
import { refuseClosed, venuesOf } from '../store/queries/cohort.ts'
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
import { afterwards } from './afterwards.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { dayText, money, tillWords } from './till-words.ts'
import { misused } from './usage.ts'
import { amountFrom, optional, textFrom } from './values.ts'

const OPEN_OPTIONS = { float: FLAGS.float, venue: FLAGS.sellingVenue } as const

export const tillOpen = command({ options: OPEN_OPTIONS, writes: true, run: openOne })

async function openOne(session: Session, { options }: Input<typeof OPEN_OPTIONS>): Promise<void> {
  const floatCents = optional(options.float, (text) => amountFrom(text, '--float')) ?? ZERO
  const day = session.today()
  if (day > dayOf(session.now))
    misused({ code: 'future-date', typed: session.globals.at ?? day, name: '--at' })
  const cohort = session.cohort().code
  checkStart(session.ledger())
  const opened = session.record((journal) => {
    const { db, stall } = journal
    refuseClosed(db, cohort, day)
    const sealed = sealedDay(db, stall, day)
    const body = openTill(
      {
        cohort,
        day,
        happenedAt: session.when(),
        floatCents,
        venue: optional(options.venue, (typed) => venueFrom(typed, venuesOf(db, cohort))),
      },
      { openSessions: openSessions(db, stall), sealed, nextSession: nextSession(db) },
    )
    const before = lastLink(db, session.ledger().coop, stall).seq
    const { seq } = journal.append('till-open', body)
    return { body, stall, sealed, clockWentBack: seq > before + 1 }
  })
  const { body, stall, sealed } = opened
  const text = tillWords(session)
  const { session: number, afterZ = false } = body
  await printOne(
    session,
    { till: stall, session: number, cohort, day, openedAt: body.happenedAt, floatCents, afterZ },
    () => text.opened(stall, cohort, dayText(session, day), money(session, floatCents)),
  )
  if (sealed !== undefined) session.say(text.afterZ(zName(sealed.z)))
  if (opened.clockWentBack) session.say(text.clockWentBack)
  if (isDiskNearlyFull(session.ledger().path)) session.say(text.diskNearlyFull)
  afterwards(session, 'flashcoop sale add …')
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
  const amountCents = amountFrom(typed, 'AMOUNT')
  if (amountCents === 0) misused({ code: 'zero-amount', name: 'AMOUNT' })
  const reason = textFrom(words.join(' '), 'REASON')
  const cohort = session.cohort().code
  const { number, expectedCents } = session.record((journal) => {
    const number = sessionForSale(journal, { cohort, day: session.today() })
    journal.append('till-cash', {
      cohort,
      session: number,
      happenedAt: session.when(),
      direction,
      amountCents,
      reason,
    })
    return { number, expectedCents: expectedIn(journal, number) }
  })
  const text = tillWords(session)
  await printOne(
    session,
    { session: number, direction, amountCents, reason, expectedCents },
    () => {
      const said = direction === 'in' ? text.cashIn : text.cashOut
      return said(money(session, amountCents), term(reason))
    },
  )
  session.say(text.drawer(money(session, expectedCents)))
  if (expectedCents < 0) session.say(text.belowZero)
  afterwards(session)
}

function expectedIn({ db }: Pick<Journal, 'db'>, number: number): Cents {
  const row = sessionByNumber(db, number)
  return row === undefined ? ZERO : expectedOf(db, row)
}
