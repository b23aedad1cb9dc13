import type { Vote } from '../domain/closing/close-body.ts'
import type { CloseChoices } from '../domain/closing/close-choices.ts'
import { EQUAL_SHARES } from '../domain/closing/close-choices.ts'
import { type CloseView, previewClose, previewEarnings } from '../domain/closing/decide-close.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayOf } from '../domain/kernel/instant.ts'
import type { PeriodFigures } from '../reports/close-answer.ts'
import { type FrozenClose, frozenClose } from '../store/queries/frozen-close.ts'
import { readTogether } from '../store/snapshot.ts'
import { readPeriod } from './closing-context.ts'
import type { Session } from './session.ts'
import { dateFrom, optional } from './values.ts'

/** `closedOn` is undefined while the figures are provisional. */
export type ShownFigures = { readonly figures: PeriodFigures; readonly closedOn: Day | undefined }

/** What was earned: frozen where the period is closed, else as things stand. */
export function shownFigures(session: Session, until: string | undefined): ShownFigures {
  const frozen = frozenFor(session, until)
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
  { until, choices }: { readonly until: string | undefined; readonly choices: CloseChoices },
): ShownShares {
  const frozen = frozenFor(session, until)
  if (frozen) {
    const { body } = frozen
    const last = session.cohort().status !== 'open'
    return { view: body, closedOn: dayOf(body.closedAt), vote: body.vote, last }
  }
  const { db } = session.ledger()
  const context = readTogether(db, () => readPeriod(session, db, { until, choices }))
  return { view: previewClose(context), closedOn: undefined, vote: undefined, last: context.last }
}

/** The close of the period that `until` lies in; without it the last one of a cohort that is over. */
function frozenFor(session: Session, until: string | undefined): FrozenClose | undefined {
  const { code, status } = session.cohort()
  const { db } = session.ledger()
  const on = optional(until, (text) => dateFrom(text, '--until'))
  if (on !== undefined) return frozenClose(db, code, on)
  return status === 'open' ? undefined : frozenClose(db, code)
}
