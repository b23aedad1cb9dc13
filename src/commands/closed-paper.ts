import { headCodeOf } from '../domain/journal/head-code.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import type { ClosedPaper } from '../formats/statement-share.ts'
import { peopleOf } from '../store/identity.ts'
import { correctionsOf } from '../store/queries/correction.ts'
import { type FrozenClose, frozenClose } from '../store/queries/frozen-close.ts'
import { frozenFor, type WhichPeriod } from './closing-shown.ts'
import type { Session } from './session.ts'
import { dateFrom, optional } from './values.ts'

/**
 * What the papers of a closed period are made of: the close as it was frozen, the last one or the one asked for,
 * and the names of today. Refuses `not-closed` and `unknown-period`.
 */
export function closedPaper(session: Session, { until, period }: WhichPeriod): ClosedPaper {
  const { code: cohort, name: cohortName } = session.cohort()
  const { db } = session.ledger()
  const frozen =
    period === undefined ? closeOn(session, until) : closeNumbered(session, { until, period })
  const people = peopleOf(db, cohort)
  return {
    host: session.settings().hostName,
    cohort,
    cohortName,
    body: frozen.body,
    amendments: correctionsOf(db, { cohort, period: frozen.body.period }).map(({ body }) => body),
    headCode: headCodeOf(frozen.hash),
    nameOf: (participant) => people.get(participant)?.name,
  }
}

/** The last close, or that of the period which holds a day. */
function closeOn(session: Session, until: string | undefined): FrozenClose {
  const { code: cohort } = session.cohort()
  const on = optional(until, (text) => dateFrom(text, '--until'))
  const frozen = frozenClose(session.ledger().db, cohort, on)
  return frozen ?? refuse({ code: 'not-closed', cohort, ...present({ on }) })
}

/** The close of a period by its number; the running one has none yet. */
function closeNumbered(session: Session, which: WhichPeriod): FrozenClose {
  const { code: cohort } = session.cohort()
  const frozen = frozenFor(session, which)
  if (frozen !== undefined) return frozen
  const closes = frozenClose(session.ledger().db, cohort)?.body.period ?? 0
  return refuse({ code: 'unknown-period', cohort, period: closes + 1, closes })
}
