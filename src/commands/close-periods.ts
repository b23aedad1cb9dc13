import type { Day } from '../domain/kernel/day.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { closePeriod } from '../domain/till/close-period.ts'
import type { TillClosingBody } from '../domain/till/closing-body.ts'
import { dueMonths, dueYears } from '../domain/till/periods.ts'
import { openSessions } from '../store/queries/till.ts'
import {
  lastClosed,
  previousClosing,
  unclosedMonths,
  unclosedZs,
  zsNumbered,
} from '../store/queries/till-closing.ts'
import { perpetualTotals } from '../store/queries/z.ts'
import type { Journal } from '../store/record.ts'

type Beginning = { readonly today: Day; readonly happenedAt: Instant }

/**
 * Makes the monthly, then the yearly closings that are due before a day begins (law), and gives those that it made.
 * Two small questions where none is.
 */
export function closePeriods(
  journal: Journal,
  { today, happenedAt }: Beginning,
): readonly TillClosingBody[] {
  const { db, stall } = journal
  const zs = unclosedZs(db, stall)
  const waiting = { today, openDays: openSessions(db, stall).map((session) => session.day) }
  const context = () => ({
    happenedAt,
    perpetual: perpetualTotals(journal.last().cum),
    previousClosing: previousClosing(db, stall),
    head: journal.last().hash.toString('hex'),
  })
  const months = dueMonths(zs, lastClosed(db, stall, 'month'), waiting).map(({ period, of }) => {
    const closed = zsNumbered(
      db,
      stall,
      of.map((z) => z.number),
    )
    const body = closePeriod({ scope: 'month', period, zs: closed }, context())
    return journal.append('till-closing', body).body
  })
  const open = unclosedMonths(db, stall)
  const years = dueYears(open, lastClosed(db, stall, 'year'), waiting).map(({ period, of }) => {
    const body = closePeriod({ scope: 'year', period, months: of }, context())
    return journal.append('till-closing', body).body
  })
  return [...months, ...years]
}
