import type { Stall } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { parseTicket, ticketName } from '../domain/sales/ticket.ts'
import type { VoidContext } from '../domain/sales/void-sale.ts'
import { closedUntil } from '../store/queries/cohort.ts'
import { refundsOf } from '../store/queries/refund.ts'
import { nextTicketNumber, type StoredSale, saleByNumber, sealOf } from '../store/queries/sale.ts'
import type { Db } from '../store/sql.ts'

export type NamedSale = StoredSale & { readonly till: Stall; readonly number: number }

/** The ticket of whichever till that was named, or a refusal that says which is this till's last. */
export function shownSale(db: Db, stall: string, typed: string): NamedSale {
  const named = parseTicket(typed, stall)
  const stored = named === undefined ? undefined : saleByNumber(db, named.stall, named.number)
  if (named !== undefined && stored !== undefined) {
    return { ...stored, till: named.stall, number: named.number }
  }
  const last = nextTicketNumber(db, stall) - 1
  return refuse({
    code: 'unknown-ticket',
    typed,
    last: last === 0 ? undefined : ticketName(stall, last),
  })
}

/** The same, for what changes it: a till records in its own chain only, so another's ticket is refused. */
export function namedSale(db: Db, stall: string, typed: string): NamedSale {
  const sale = shownSale(db, stall, typed)
  const { till, ticket } = sale
  if (till !== stall) refuse({ code: 'ticket-of-other-till', ticket: ticket.ticket, till })
  return sale
}

/** The Z that holds a ticket, if its session is sealed. */
export const sealOfSale = (db: Db, { session }: Pick<StoredSale, 'session'>): number | undefined =>
  session === undefined ? undefined : sealOf(db, session)

/** What a void looks at. */
export const voidContext = (db: Db, stall: string, sale: Omit<NamedSale, 'till'>): VoidContext => ({
  ...sale,
  z: sealOfSale(db, sale),
  closedUntil: closedUntil(db, sale.ticket.cohort),
  refundedBy: refundsOf(db, stall, sale.number),
})
