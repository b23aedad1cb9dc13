import type { Vote } from '../domain/closing/close-body.ts'
import type { CloseChoices } from '../domain/closing/close-choices.ts'
import { EQUAL_SHARES } from '../domain/closing/close-choices.ts'
import { type CloseView, previewClose, previewEarnings } from '../domain/closing/decide-close.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayOf } from '../domain/kernel/instant.ts'
import type { PeriodFigures } from '../reports/close-answer.ts'
import { type FrozenClose, frozenClose, periodClose } from '../store/queries/frozen-close.ts'
import { readTogether } from '../store/snapshot.ts'
import { readPeriod } from './closing-context.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, integerFrom, optional } from './values.ts'

/** `closedOn` is undefined while the figures are provisional. */
export type ShownFigures = { readonly figures: PeriodFigures; readonly closedOn: Day | undefined }

/** Which period is asked about, as typed: by a day in it, or by its number. */
export type WhichPeriod = {
  readonly until: string | undefined
  readonly period: string | undefined
}

/** What was earned: frozen where the period is closed, else as things stand. */
export function shownFigures(session: Session, which: WhichPeriod): ShownFigures {
  const { until } = which
  const frozen = frozenFor(session, which)
  if (frozen) return { figures: frozen.body, closedOn: dayOf(frozen.body.closedAt) }
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
}

export function shownShares(
  session: Session,
  which: WhichPeriod,
  choices: CloseChoices,
): ShownShares {
  const { until } = which
  const frozen = frozenFor(session, which)
  if (frozen) {
    const { body } = frozen
    const last = isLast(session, body.period)
    return { view: body, closedOn: dayOf(body.closedAt), vote: body.vote, last }
  }
  const { db } = session.ledger()
  const context = readTogether(db, () => readPeriod(session, db, { until, choices }))
  return { view: previewClose(context), closedOn: undefined, vote: undefined, last: context.last }
}

/** Whether a closed period is the last one of a cohort that is over: the host then bears its loss. */
function isLast(session: Session, period: number): boolean {
  const { code, status } = session.cohort()
  return status !== 'open' && frozenClose(session.ledger().db, code)?.body.period === period
}

const MOST_PERIODS = 999

/**
 * The close of the period asked for: by its number, or by a day in it; without either the last one of a cohort that is
 * over. Undefined while that period is running. Refuses `unknown-period`.
 */
function frozenFor(session: Session, { until, period }: WhichPeriod): FrozenClose | undefined {
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
