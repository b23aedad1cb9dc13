import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { present } from '../kernel/present.ts'
import type { OpenSession } from './session-for.ts'

/** What was said of the session that is meant: its day, its cohort, or nothing. */
export type Meant = {
  /** Must be its day. */
  readonly day: Day | undefined
  /** Is its day if one is open then: the day of `--at`. */
  readonly likelyDay: Day | undefined
  readonly cohort: string | undefined
}

/**
 * The open session to count or to seal: the one meant, else the oldest. Refuses when there is none, and when the
 * only ones are of another cohort than the one named.
 */
export function chooseSession<S extends OpenSession>(
  open: readonly S[],
  { day, likelyDay, cohort }: Meant,
  lastZ: number | undefined,
): S {
  const ofDay = day === undefined ? open : open.filter((session) => session.day === day)
  const own = cohort === undefined ? ofDay : ofDay.filter((session) => session.cohort === cohort)
  const chosen = own.find((session) => session.day === likelyDay) ?? own[0]
  if (chosen !== undefined) return chosen
  const [other] = ofDay
  if (other !== undefined && cohort !== undefined)
    refuse({ code: 'till-other-cohort', day: other.day, open: other.cohort, cohort })
  return refuse({
    code: 'nothing-to-seal',
    ...present({ day, lastZ }),
  })
}
