import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { type Dated, type OpenSession, refuseLeftOpen, type SealedDay } from './session-for.ts'

export type Opening = Omit<Dated, 'today'> & {
  readonly happenedAt: Instant
  /** The cash that lies in the drawer before the first sale, ≥ 0. */
  readonly floatCents: Cents
  /** Where the till sells, when it was said. */
  readonly venue: string | undefined
}

export type OpeningContext = {
  readonly openSessions: readonly OpenSession[]
  readonly sealed: SealedDay | undefined
  readonly nextSession: number
}

/**
 * Opens the till for a day. One session is open at a time; those of earlier days are sealed first, the oldest first.
 * On a day that is sealed already the session is marked: what it sells goes into the next Z (till law).
 */
export function openTill(
  { cohort, day, happenedAt, floatCents, venue }: Opening,
  { openSessions, sealed, nextSession }: OpeningContext,
): EventBodies['till-open'] {
  const sameDay = openSessions.find((session) => session.day === day)
  if (sameDay !== undefined) refuse({ code: 'till-already-open', day, cohort: sameDay.cohort })
  refuseLeftOpen(day, openSessions)
  const [later] = openSessions
  if (later !== undefined)
    refuse({ code: 'till-already-open', day: later.day, cohort: later.cohort })
  const body = {
    cohort,
    session: nextSession,
    day,
    happenedAt,
    floatCents,
    ...present({ venue }),
  }
  return sealed === undefined ? body : { ...body, afterZ: true }
}

/** The session that an import of past sales needs on a day of its file that has none: float 0, marked. */
export function importedSession(
  { cohort, day, happenedAt }: Omit<Opening, 'floatCents' | 'venue'>,
  nextSession: number,
): EventBodies['till-open'] {
  return { cohort, session: nextSession, day, happenedAt, floatCents: ZERO, imported: true }
}
