import {
  nextStep,
  type Situation,
  type Step,
  stillMissing,
} from '../domain/closing/still-missing.ts'
import type { Day } from '../domain/kernel/day.ts'
import type { Left } from '../domain/stock/sold-out.ts'
import { takenOf } from '../domain/till/takings.ts'
import { term } from '../formats/terminal-text.ts'
import { closedPeriods } from '../store/queries/closed-periods.ts'
import {
  allCohorts,
  type CohortRow,
  cohortInUse,
  cohortNamed,
  type DayRow,
  daysOf,
} from '../store/queries/cohort.ts'
import { situationOf } from '../store/queries/status.ts'
import { stocksOf } from '../store/queries/stock.ts'
import { openSessions, type SessionRow } from '../store/queries/till.ts'
import { ticketSums } from '../store/queries/till-sums.ts'
import { status as en, type StatusWords } from '../words/en/status.ts'
import { findingSaid } from '../words/finding-text.ts'
import { status as fr } from '../words/fr/status.ts'
import { NEXT } from '../words/next.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { dayRow } from './day-row.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { goodsText, unsoldOf } from './stock-text.ts'
import { trainingMark, withTraining } from './training.ts'

const statusWords = (session: Session): StatusWords => inLanguage(session.language(), { en, fr })

/** Reads the cohort's own rows and the open till's tickets, through indexes: it does not grow with the journal. */
export const status = command({
  options: {},
  run: (session) => {
    const cohort = aboutWhich(session)
    const till = openTill(session)
    return cohort === undefined
      ? showLedger(session, till)
      : showCohort(session, { cohort, till, days: daysOf(session.ledger().db, cohort.code) })
  },
})

/** The cohort named, else the one in use, else the only one there is; several are no error here. */
function aboutWhich({ cohortAsked, ledger }: Session): CohortRow | undefined {
  const { db } = ledger()
  const code = cohortAsked ?? cohortInUse(db)
  if (code !== undefined) return cohortNamed(db, code)
  const [only, other] = allCohorts(db)
  return other === undefined ? only : undefined
}

type OpenTill = {
  readonly till: string
  readonly session: SessionRow
  readonly tickets: number
  readonly takingsCents: ReturnType<typeof ticketSums>['salesCents']
}

/** The newest open session of this till. */
function openTill(session: Session): OpenTill | undefined {
  const { db, stall } = session.ledger()
  const open = openSessions(db, stall).at(-1)
  if (open === undefined) return undefined
  const sums = ticketSums(db, open.number)
  return { till: stall, session: open, tickets: sums.ticketCount, takingsCents: takenOf(sums) }
}

const tillJson = (till: OpenTill | undefined) =>
  till === undefined
    ? null
    : {
        till: till.till,
        cohort: till.session.cohort,
        day: till.session.day,
        tickets: till.tickets,
        takingsCents: till.takingsCents,
      }

function tillLine(session: Session, till: OpenTill | undefined, cohort?: string): string[] {
  if (till === undefined) return []
  const { day, cohort: its } = till.session
  const takings = session.money(till.takingsCents)
  const other = its === cohort ? undefined : its
  const { till: letter, tickets } = till
  const today = session.today()
  return [statusWords(session).till({ till: letter, day, today, cohort: other, tickets, takings })]
}

const stockLine = (session: Session, unsold: readonly Left[]): string[] =>
  unsold.length === 0 ? [] : [statusWords(session).stock(goodsText(unsold))]

/** No cohort yet, or several and no telling which. */
function showLedger(session: Session, till: OpenTill | undefined): Promise<void> {
  const words = statusWords(session)
  const codes = liveCodes(session)
  const [first] = codes
  const next = first === undefined ? words.createCohort : words.useCohort(first)
  const host = session.settings().hostName
  const today = session.today()
  const nothing = { cohort: null, day: null, days: 0, participants: 0, missing: [] }
  const json = { host, today, cohorts: codes, ...nothing, till: tillJson(till), next }
  return printOne(session, withTraining(session, json), () =>
    linesText([
      trainingMark(session) + [host, words.on(today)].filter((part) => part !== '').join(' — '),
      first === undefined ? words.noCohort : words.cohorts(codes),
      ...tillLine(session, till),
      NEXT[session.language()] + next,
    ]),
  )
}

/** The open cohorts, all of them when none is. */
function liveCodes(session: Session): readonly string[] {
  const cohorts = allCohorts(session.ledger().db)
  const open = cohorts.filter((cohort) => cohort.status === 'open')
  return (open.length > 0 ? open : cohorts).map((cohort) => cohort.code)
}

type Shown = {
  readonly cohort: CohortRow
  readonly days: readonly DayRow[]
  readonly till: OpenTill | undefined
}

function showCohort(session: Session, shown: Shown): Promise<void> {
  const { cohort, days, till } = shown
  const { db, stall } = session.ledger()
  const today = session.today()
  const situation = situationOf(db, cohort, { stall, today })
  const missing = stillMissing(situation).map((finding) => ({
    check: finding.code,
    ...findingSaid(finding, session.language(), session.money),
  }))
  const next = nextCommand(session, nextStep(situation))
  const periods = closedPeriods(db, cohort.code)
  const until = periods.at(-1)?.until
  const day = days.find((each) => each.day >= today)
  const { code, name, status: state } = cohort
  const unsold = state === 'open' ? unsoldOf(stocksOf(db, code).values()) : []
  const json = {
    host: session.settings().hostName,
    today,
    cohorts: liveCodes(session),
    cohort: { code, name, state, closedUntil: until ?? null, periods: periods.length },
    day: day === undefined ? null : { ...dayRow(day), today: day.day === today },
    days: days.length,
    participants: situation.members.length,
    till: tillJson(till),
    stock: unsold,
    missing,
    next: next ?? null,
  }
  return printOne(session, withTraining(session, json), () =>
    cohortText(session, shown, {
      situation,
      missing,
      next,
      until,
      periods: periods.length,
      unsold,
    }),
  )
}

type Told = {
  readonly situation: Situation
  readonly missing: readonly { readonly message: string; readonly command: string }[]
  readonly next: string | undefined
  readonly until: Day | undefined
  readonly periods: number
  readonly unsold: readonly Left[]
}

function cohortText(session: Session, { cohort, days, till }: Shown, told: Told): string {
  const words = statusWords(session)
  const { missing, next, until } = told
  const title = cohort.name === cohort.code ? cohort.code : `${cohort.code} ${cohort.name}`
  const begun = days.length > 0 && told.situation.members.length > 0
  const complete = begun ? [words.nothingMissing] : []
  return linesText([
    `${trainingMark(session)}${title} — ${words.on(session.today())}`,
    ...(until === undefined ? [] : [words.closedUntil(until, told.periods)]),
    ...(cohort.status === 'open' ? [dayLine(words, days, session.today())] : []),
    words.people(told.situation.members.length),
    ...tillLine(session, till, cohort.code),
    ...stockLine(session, told.unsold),
    ...(missing.length === 0 ? complete : [words.missing]),
    ...missing.flatMap((each) => [`  ${each.message}`, `    ${each.command}`]),
    next === undefined ? words.nothingToDo : NEXT[session.language()] + next,
  ])
}

function dayLine(words: StatusWords, days: readonly DayRow[], today: Day): string {
  const last = days.at(-1)
  if (last === undefined) return words.noDay
  const coming = days.find((each) => each.day >= today)
  const shown = coming ?? last
  const facts = { label: shown.label, day: shown.day, held: !shown.cancelled, days: days.length }
  if (coming === undefined) return words.isOver(facts)
  return coming.day === today ? words.isToday(facts) : words.isNext(facts)
}

function nextCommand(session: Session, step: Step | undefined): string | undefined {
  if (step === undefined) return undefined
  const words = statusWords(session)
  if (step.code === 'mend')
    return findingSaid(step.finding, session.language(), session.money).command
  return step.code === 'sell' ? words.sell(step.product ?? 'cookie') : words.steps[step.code]
}

const linesText = (lines: readonly string[]): string =>
  lines.map((line) => `${term(line)}\n`).join('')
