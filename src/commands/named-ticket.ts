import { refuse } from '../domain/journal/refusal.ts'
import { parseTicketName, ticketName } from '../domain/sales/ticket.ts'
import type { VoidContext } from '../domain/sales/void-sale.ts'
import { closedUntil } from '../store/queries/cohort.ts'
import { refundsOf } from '../store/queries/refund.ts'
import { nextTicketNumber, type StoredSale, saleByNumber, sealOf } from '../store/queries/sale.ts'
import type { Db } from '../store/sql.ts'

export type NamedSale = StoredSale & { readonly number: number }

/** The ticket that was named, or a refusal that says which is the last. */
export function namedSale(db: Db, stall: string, typed: string): NamedSale {
  const number = parseTicketName(typed, stall)
  const stored = number === undefined ? undefined : saleByNumber(db, stall, number)
  if (number !== undefined && stored !== undefined) return { ...stored, number }
  const last = nextTicketNumber(db, stall) - 1
  return refuse({
    code: 'unknown-ticket',
    typed,
    last: last === 0 ? undefined : ticketName(stall, last),
  })
}

/** The Z that holds a ticket, if its session is sealed. */
export const sealOfSale = (db: Db, { session }: Pick<StoredSale, 'session'>): number | undefined =>
  session === undefined ? undefined : sealOf(db, session)

/** What a void looks at. */
export const voidContext = (db: Db, stall: string, sale: NamedSale): VoidContext => ({
  ...sale,
  z: sealOfSale(db, sale),
  closedUntil: closedUntil(db, sale.ticket.cohort),
  refundedBy: refundsOf(db, stall, sale.number),
})
