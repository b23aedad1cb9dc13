import { amended } from '../domain/closing/amendment.ts'
import type { CloseBody, Vote } from '../domain/closing/close-body.ts'
import type { CloseChoices } from '../domain/closing/close-choices.ts'
import { EQUAL_SHARES } from '../domain/closing/close-choices.ts'
import type { CorrectionBody } from '../domain/closing/correction.ts'
import { type CloseView, previewClose, previewEarnings } from '../domain/closing/decide-close.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayOf } from '../domain/kernel/instant.ts'
import { type Cents, ZERO } from '../domain/kernel/money.ts'
import type { PeriodFigures } from '../reports/close-answer.ts'
import { correctionsOf } from '../store/queries/correction.ts'
import { type FrozenClose, frozenClose, periodClose } from '../store/queries/frozen-close.ts'
import { readTogether } from '../store/snapshot.ts'
import { readPeriod } from './closing-context.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, integerFrom, optional } from './values.ts'

/** `closedOn` is undefined while the figures are provisional. */
export type ShownFigures = {
  readonly figures: PeriodFigures
  readonly closedOn: Day | undefined
  /** Where amendments followed the close: then the figures are those of the last one. */
  readonly corrected?: Corrected
}

/** A close and what was put right after it, the first amendment first. */
type Corrected = {
  readonly closed: CloseBody
  readonly now: CloseBody
  readonly closedOn: Day
  readonly corrections: readonly CorrectionBody[]
}

/** A close as its amendments leave it. */
function afterwards(session: Session, { body }: FrozenClose): Omit<Corrected, 'closed'> {
  const { cohort, period } = body
  const { db } = session.ledger()
  const corrections = correctionsOf(db, { cohort, period }).map((each) => each.body)
  return { now: amended(body, corrections), closedOn: dayOf(body.closedAt), corrections }
}

const correctedFrom = (
  { body: closed }: FrozenClose,
  after: Omit<Corrected, 'closed'>,
): { readonly corrected?: Corrected } =>
  after.corrections.length === 0 ? {} : { corrected: { closed, ...after } }

/** Which period is asked about, as typed: by a day in it, or by its number. */
export type WhichPeriod = {
  readonly until: string | undefined
  readonly period: string | undefined
}

/** What was earned: frozen where the period is closed, else as things stand. */
export function shownFigures(session: Session, which: WhichPeriod): ShownFigures {
  const { until } = which
  const frozen = frozenFor(session, which)
  if (frozen) {
    const after = afterwards(session, frozen)
    const { now: figures, closedOn } = after
    return { figures, closedOn, ...correctedFrom(frozen, after) }
  }
  const { db } = session.ledger()
  const context = readTogether(db, () => readPeriod(session, db, { until, choices: EQUAL_SHARES }))
  const { cohort, period } = context.facts
  return { figures: { cohort, ...period, ...previewEarnings(context) }, closedOn: undefined }
}

/** How it is shared: as it was frozen, else as the choices would share what there is. */
export type ShownShares = {
  readonly view: CloseView
  readonly closedOn: Day | undefined
  readonly vote: Vote | undefined
  readonly last: boolean
  readonly madeGoodCents?: Cents | undefined
  readonly corrected?: Corrected
}

export function shownShares(
  session: Session,
  which: WhichPeriod,
  choices: CloseChoices,
): ShownShares {
  const { until } = which
  const frozen = frozenFor(session, which)
  if (frozen) {
    const { period, vote } = frozen.body
    const after = afterwards(session, frozen)
    const { now: view, closedOn } = after
    const { deficitCents } = view.distribution
    const borne = lossBorne(session, { period, deficitCents })
    return { view, closedOn, vote, ...borne, ...correctedFrom(frozen, after) }
  }
  const { db } = session.ledger()
  const context = readTogether(db, () => readPeriod(session, db, { until, choices }))
  return { view: previewClose(context), closedOn: undefined, vote: undefined, last: context.last }
}

/** What becomes of a loss of a closed period. */
type LossBorne = { readonly last: boolean; readonly madeGoodCents: Cents | undefined }

/**
 * Who bears a loss of a closed period: the next one as far as its close took it over; the host where no period follows,
 * and what an amendment added after that close.
 */
export function lossBorne(
  session: Session,
  { period, deficitCents }: { readonly period: number; readonly deficitCents: Cents },
): LossBorne {
  const { code, status } = session.cohort()
  const next = periodClose(session.ledger().db, code, period + 1)?.body
  if (next === undefined) return { last: status !== 'open', madeGoodCents: undefined }
  const taken = next.distribution.carriedDeficitCents ?? ZERO
  const isPart = taken > 0 && taken < deficitCents
  return { last: taken === 0, madeGoodCents: isPart ? taken : undefined }
}

const MOST_PERIODS = 999

/**
 * The close of the period asked for: by its number, or by a day in it; without either the last one of a cohort that is
 * over. Undefined while that period is running. Refuses `unknown-period`.
 */
export function frozenFor(
  session: Session,
  { until, period }: WhichPeriod,
): FrozenClose | undefined {
  const { code, status } = session.cohort()
  const { db } = session.ledger()
  if (until !== undefined && period !== undefined)
    misused({ code: 'option-conflict', one: '--until', other: '--period' })
  const on = optional(until, (text) => dateFrom(text, '--until'))
  if (on !== undefined) return frozenClose(db, code, on)
  if (period === undefined) return status === 'open' ? undefined : frozenClose(db, code)
  const number = integerFrom(period, '--period', { from: 1, to: MOST_PERIODS })
  const frozen = periodClose(db, code, number)
  const closes = frozenClose(db, code)?.body.period ?? 0
  const isRunning = status === 'open' && number === closes + 1
  if (frozen === undefined && !isRunning)
    refuse({ code: 'unknown-period', cohort: code, period: number, closes })
  return frozen
}
