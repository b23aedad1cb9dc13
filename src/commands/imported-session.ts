import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { instantAt } from '../domain/kernel/instant.ts'
import { importedSession } from '../domain/till/open.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { nextSession, openSessions, sealedDay, sessionForSale } from '../store/queries/till.ts'
import { closePeriods } from './close-periods.ts'
import type { ImportWork } from './import-file.ts'
import type { Session } from './session.ts'

/**
 * The till session of a day of a file: what was sold or paid from the till that day belongs to it. Where the day has
 * none, one is opened with float 0 and told in `opened`.
 */
export function sessionFinder(
  session: Session,
  { journal, cohort }: Pick<ImportWork, 'journal' | 'cohort'>,
  opened: Day[],
): (day: Day) => number {
  const { db, stall } = journal
  const seen = new Map<Day, number>()
  return (day) => {
    const known = seen.get(day)
    if (known !== undefined) return known
    if (session.isToCome(day)) refuse({ code: 'sale-in-future', day })
    refuseClosed(db, cohort, day)
    const isFree =
      !openSessions(db, stall).some((each) => each.day === day) &&
      sealedDay(db, stall, day) === undefined
    const number = isFree ? nextSession(db, stall) : sessionForSale(journal, { cohort, day })
    if (isFree) {
      const happenedAt = instantAt(day, '00:00') ?? session.now
      closePeriods(journal, { today: day, happenedAt: session.now })
      journal.append('till-open', importedSession({ cohort, day, happenedAt }, number))
      opened.push(day)
    }
    seen.set(day, number)
    return number
  }
}
