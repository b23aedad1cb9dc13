import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Cents } from '../kernel/money.ts'

/** A till session that no Z has sealed yet. */
export type OpenSession = {
  readonly number: number
  readonly cohort: string
  readonly day: Day
  readonly openedAt: Instant
  readonly floatCents: Cents
  /** Opened on a day that already had a Z. */
  readonly afterZ: boolean
}

/** A day whose last session has its Z. */
export type SealedDay = { readonly day: Day; readonly z: number }

/** What is to be recorded: whose, on which business day (that of `--at`), and the true day of today. */
export type Dated = { readonly cohort: string; readonly day: Day; readonly today: Day }

/**
 * The number of the till session that a sale, a cash move or a cost paid from the till belongs to: the open one of
 * that cohort and day. Refuses when there is none: another cohort's till is open that day, one was left open on an
 * earlier day (law: a day is sealed before the next), the day is sealed, or nothing is open.
 */
export function sessionFor(
  { cohort, day, today }: Dated,
  openSessions: readonly OpenSession[],
  sealed?: SealedDay,
): number {
  const ofDay = openSessions.filter((session) => session.day === day)
  const own = ofDay.find((session) => session.cohort === cohort)
  if (own !== undefined) return own.number
  const [other] = ofDay
  if (other !== undefined) refuse({ code: 'till-other-cohort', day, open: other.cohort, cohort })
  if (sealed !== undefined && day !== today) refuse({ code: 'day-sealed', ...sealed, today })
  refuseLeftOpen(day, openSessions)
  if (sealed !== undefined) refuse({ code: 'day-sealed', ...sealed, today })
  return refuse({ code: 'till-not-open', day, today })
}

/** Refuses while a session of an earlier day is open; names the oldest. */
export function refuseLeftOpen(day: Day, openSessions: readonly OpenSession[]): void {
  const [oldest] = openSessions
    .filter((session) => session.day < day)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number - b.number))
  if (oldest !== undefined)
    refuse({ code: 'till-left-open', day: oldest.day, cohort: oldest.cohort })
}
