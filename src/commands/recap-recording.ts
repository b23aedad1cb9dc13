import { refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Instant, instantAt } from '../domain/kernel/instant.ts'
import { present } from '../domain/kernel/present.ts'
import { type OnPaper, recap } from '../domain/sales/recap.ts'
import { type Ticket, ticketOf } from '../domain/sales/ticket.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import { sealedDay } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, optional } from './values.ts'

/** The day of a sheet and when it happened, as far as that is known: noon of another day (choice). */
export type RecapDay = { readonly day: Day; readonly happenedAt: Instant }

export function recapDay(session: Session, on: string | undefined): RecapDay {
  const day = optional(on, (text) => dateFrom(text, '--on')) ?? session.today()
  if (session.isToCome(day)) misused({ code: 'future-date', typed: day, name: '--on' })
  const isToday = day === session.today()
  const happenedAt = isToday ? session.when() : (instantAt(day, '12:00') ?? session.when())
  return { day, happenedAt }
}

type Recording = {
  readonly day: RecapDay
  readonly onPaper: OnPaper
  readonly seller?: string | undefined
}

/** One ticket of what stands on paper. Refuses a closed period, and a day that its Z has counted. */
export function recordRecap(
  session: Session,
  journal: Journal,
  { day: { day, happenedAt }, onPaper, seller }: Recording,
): Ticket {
  const cohort = session.cohort().code
  refuseClosed(journal.db, cohort, day)
  const sealed = sealedDay(journal.db, journal.stall, day)
  if (sealed !== undefined) refuse({ code: 'recap-day-sealed', day, z: sealed.z })
  const number = nextTicketNumber(journal.db, journal.stall)
  const body = recap({ cohort, number, day, happenedAt, ...present({ seller }) }, onPaper)
  journal.append('sale', body)
  return ticketOf({ stall: journal.stall, body })
}
