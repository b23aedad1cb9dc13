import type { Day } from '../domain/kernel/day.ts'
import { chooseSession } from '../domain/till/choose-session.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { openSessions, type SessionRow } from '../store/queries/till.ts'
import { lastZ } from '../store/queries/z.ts'
import type { Journal } from '../store/record.ts'
import type { Session } from './session.ts'
import { dateFrom, optional } from './values.ts'

/** The cohort that was named for this one command; the one in use does not matter to an open till. */
export const namedCohort = ({ cohortAsked, cohort }: Session): string | undefined =>
  cohortAsked === undefined ? undefined : cohort().code

/** The open session to count or to seal: of `--day`, else of the day of `--at`, else the oldest. */
export function meantSession(
  session: Session,
  journal: Pick<Journal, 'db' | 'stall'>,
  typedDay: string | undefined,
): SessionRow {
  const chosen = shownSession(session, journal, typedDay)
  refuseClosed(journal.db, chosen.cohort, chosen.day)
  return chosen
}

/** The same, only to look at it. */
export function shownSession(
  session: Session,
  { db, stall }: Pick<Journal, 'db' | 'stall'>,
  typedDay: string | undefined,
): SessionRow {
  const day: Day | undefined = optional(typedDay, (text) => dateFrom(text, '--day'))
  return chooseSession(
    openSessions(db, stall),
    {
      day,
      likelyDay: session.globals.at === undefined ? undefined : session.today(),
      cohort: namedCohort(session),
    },
    lastZ(db, stall),
  )
}
