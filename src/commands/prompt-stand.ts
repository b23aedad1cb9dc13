import type { Day } from '../domain/kernel/day.ts'
import { type Cents, cents, sumCents, ZERO } from '../domain/kernel/money.ts'
import type { Ticket } from '../domain/sales/ticket.ts'
import { sessionOn } from '../store/queries/till.ts'
import { ticketSums } from '../store/queries/till-sums.ts'
import { othersWrites } from '../store/waiting.ts'
import { type SaleContext, saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'

/** What the prompt knows between two lines: what is on sale, and what the day has taken. */
export type Stand = {
  /** Changes when another program writes: then everything is read again. */
  readonly version: number
  readonly day: Day
  readonly context: SaleContext
  /** Sales that stand, of the day's till session. */
  readonly sales: number
  /** VAT included, what was refunded taken off. */
  readonly takingsCents: Cents
}

/** The stand as it is; `known` itself while nobody else has written and the day is the same. */
export function standNow(session: Session, known: Stand | undefined): Stand {
  const { db, stall } = session.ledger()
  const version = othersWrites(db)
  const day = session.today()
  if (known !== undefined && known.version === version && known.day === day) return known
  const open = sessionOn(db, stall, day)
  const sums = open === undefined ? undefined : ticketSums(db, open.number)
  return {
    version,
    day,
    context: saleContext(session, { db }),
    sales: sums?.ticketCount ?? 0,
    takingsCents: sums === undefined ? ZERO : cents(sums.salesCents - sums.refundsCents),
  }
}

/** After one more sale of our own. */
export const withSale = (stand: Stand, { totalCents }: Ticket): Stand => ({
  ...stand,
  sales: stand.sales + 1,
  takingsCents: sumCents([stand.takingsCents, totalCents]),
})
