import { headCodeOf } from '../domain/journal/head-code.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { present } from '../domain/kernel/present.ts'
import type { ClosedPaper } from '../formats/statement-share.ts'
import { peopleOf } from '../store/identity.ts'
import { correctionsOf } from '../store/queries/correction.ts'
import { frozenClose } from '../store/queries/frozen-close.ts'
import type { Session } from './session.ts'
import { dateFrom, optional } from './values.ts'

/**
 * What the papers of a closed period are made of: the close as it was frozen, the last one or the one whose period
 * holds the day `until`, and the names of today. Refuses `not-closed`.
 */
export function closedPaper(session: Session, until: string | undefined): ClosedPaper {
  const { code: cohort, name: cohortName } = session.cohort()
  const { db } = session.ledger()
  const on = optional(until, (text) => dateFrom(text, '--until'))
  const frozen = frozenClose(db, cohort, on)
  if (frozen === undefined) return refuse({ code: 'not-closed', cohort, ...present({ on }) })
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
