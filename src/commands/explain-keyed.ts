import { attendanceSummaries } from '../domain/attendance/summary.ts'
import { isWithin } from '../domain/attendance/weight.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import { parseZName, zName } from '../domain/till/z-name.ts'
import { explainMargin } from '../reports/explain-margin.ts'
import {
  explainCosts,
  explainVat,
  type NamedZ,
  ratesOf,
  vatFigure,
} from '../reports/explain-result.ts'
import {
  explainAttendance,
  explainGroup,
  explainMethod,
  explainProduct,
  ticketReport,
} from '../reports/explain-sales.ts'
import { explainPay, explainShare, type PayFigure } from '../reports/explain-share.ts'
import { explainDifference, explainTakings, explainTill } from '../reports/explain-till.ts'
import type { Explanation } from '../reports/explanation.ts'
import type { KeyedFigure } from '../reports/figure-name.ts'
import type { Report } from '../reports/report.ts'
import { attendanceFacts, presencesOfParticipant } from '../store/queries/attendance.ts'
import { participantNamed } from '../store/queries/participant.ts'
import {
  type SaleGroup,
  soldLines,
  ticketsOfGroup,
  ticketsOfSession,
} from '../store/queries/sale-lines.ts'
import { lastZ, zBody } from '../store/queries/z.ts'
import type { ExplainOptions } from './explain.ts'
import { explainAccount, explainCost, explainDue } from './explain-books.ts'
import { sourcesOf, viewOf } from './explain-figures.ts'
import { productFor } from './product.ts'
import { marginFacts } from './report-stock.ts'
import type { Session } from './session.ts'
import { vatRateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

type Asked = { readonly key: string; readonly options: ExplainOptions }
type Explain = (session: Session, asked: Asked) => Explanation

const ofShare =
  (name: 'share' | PayFigure): Explain =>
  (session, asked) =>
    shareOf(session, name, asked)

const ofGroup =
  (by: SaleGroup): Explain =>
  (session, { key }) =>
    groupOf(session, by, key)

const BY_NAME: { readonly [F in KeyedFigure]: Explain } = {
  vat: (session, { key, options }) => vatAt(session, key, options),
  share: ofShare('share'),
  gross: ofShare('gross'),
  employer: ofShare('employer'),
  employee: ofShare('employee'),
  net: ofShare('net'),
  remainder: ofShare('remainder'),
  attendance: (session, { key }) => attendanceOf(session, key),
  till: (session, { key }) => explainTill(...zAndTickets(session, key)),
  takings: (session, { key }) => explainTakings(...zAndTickets(session, key)),
  difference: (session, { key }) => explainDifference(zNamed(session, key)),
  costs: (session, { key, options }) => {
    const category = wordFrom(session, { typed: key, name: 'costs:', group: 'category' })
    return explainCosts(category, sourcesOf(session, options))
  },
  cost: (session, { key }) => explainCost(session, key),
  product: (session, { key }) => productOf(session, key),
  margin: (session, { key }) => marginOf(session, key),
  method: (session, { key }) => {
    const method = wordFrom(session, { typed: key, name: 'method:', group: 'method' })
    return explainMethod(method, allLines(session))
  },
  day: ofGroup('day'),
  hour: ofGroup('hour'),
  seller: ofGroup('seller'),
  venue: ofGroup('venue'),
  account: (session, { key }) => explainAccount(session, key),
  due: (session, { key }) => explainDue(session, key),
}

/** A figure of which there is one for each key: a participant, a Z, a rate, a product… */
export const explainKeyed = (
  session: Session,
  { name, key }: { readonly name: KeyedFigure; readonly key: string },
  options: ExplainOptions,
): Explanation => BY_NAME[name](session, { key, options })

const ANY_DAY = { from: undefined, until: undefined }

const allLines = (session: Session) =>
  soldLines(session.ledger().db, session.cohort().code, ANY_DAY)

function unknown(key: string, near: readonly string[]): never {
  return refuse({ code: 'unknown-figure', typed: key, near })
}

function vatAt(session: Session, key: string, options: ExplainOptions): Explanation {
  const sources = sourcesOf(session, options)
  const rate = vatRateFrom(key)
  const rates = ratesOf(sources.vat)
  return rates.includes(rate)
    ? explainVat(rate, sources)
    : unknown(vatFigure(rate), rates.map(vatFigure))
}

function shareOf(
  session: Session,
  name: 'share' | PayFigure,
  { key, options }: Asked,
): Explanation {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const { code } = participantNamed(db, cohort, key)
  const view = viewOf(session, options)
  const share = view.distribution.shares.find((each) => each.participant === code)
  if (share === undefined) return refuse({ code: 'no-share', cohort, participant: code })
  if (name === 'share') {
    const counted = view.rule === 'half-days' || view.rule === 'hours'
    return explainShare(share, view, counted ? halfDaysOf(session, code, view) : undefined)
  }
  const { pay } = share
  if (pay === undefined || view.rates === undefined)
    return unknown(`${name}:${code}`, [`share:${code}`])
  return explainPay(name, { ...share, pay }, view.rates)
}

/** The half-days on which somebody was there during the period. */
function halfDaysOf(
  session: Session,
  participant: string,
  span: { readonly from: string; readonly until: string },
): Report | undefined {
  const { db } = session.ledger()
  const marks = presencesOfParticipant(db, session.cohort().code, participant).filter(
    ({ day }) => day >= span.from && day <= span.until,
  )
  return explainAttendance(participant, marks.length, marks).lines
}

function attendanceOf(session: Session, key: string): Explanation {
  const { db } = session.ledger()
  const { code: cohort } = session.cohort()
  const member = participantNamed(db, cohort, key)
  const facts = attendanceFacts(db, cohort)
  const summary = attendanceSummaries(facts).find((each) => each.participant === member.code)
  const held = new Set(
    facts.presences
      .filter((each) => each.participant === member.code && each.plannedMinutes > 0)
      .filter((each) => each.status !== 'X')
      .map((each) => `${each.day} ${each.half}`),
  )
  const marks = presencesOfParticipant(db, cohort, member.code).filter(
    (mark) => held.has(`${mark.day} ${mark.half}`) && isWithin(mark.day, member),
  )
  return explainAttendance(member.code, summary?.halfDays ?? 0, marks)
}

function zNamed(session: Session, key: string): NamedZ {
  const { db, stall } = session.ledger()
  const number = parseZName(key)
  const body = number === undefined ? undefined : zBody(db, stall, number)
  if (body === undefined)
    return refuse({ code: 'unknown-z', typed: key, ...present({ lastZ: lastZ(db, stall) }) })
  return { name: zName(body.number), body }
}

function zAndTickets(session: Session, key: string): [NamedZ, Report] {
  const z = zNamed(session, key)
  const { cohort, session: number } = z.body
  return [z, ticketReport(ticketsOfSession(session.ledger().db, cohort, number))]
}

function productOf(session: Session, key: string): Explanation {
  const { code, name } = productFor(session, key)
  const lines = [...allLines(session)].filter((line) => line.product === code)
  return explainProduct(code, name, lines)
}

function marginOf(session: Session, key: string): Explanation {
  const { code, name } = productFor(session, key)
  const { facts, materials } = marginFacts(session)
  const explanation = explainMargin({ product: code, label: name }, facts, materials)
  return explanation ?? unknown(`margin:${code}`, [`product:${code}`])
}

function groupOf(session: Session, by: SaleGroup, key: string): Explanation {
  const { db } = session.ledger()
  const tickets = ticketsOfGroup(db, session.cohort().code, { by, key })
  if (tickets.length === 0) return unknown(`${by}:${key}`, [])
  return explainGroup(`${by}:${key}`, { kind: 'part', part: by, of: key }, tickets)
}
