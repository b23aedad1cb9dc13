import type { ImportedGoods, SaleImportBody } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import { sumCents } from '../domain/kernel/money.ts'
import type { ImportedSum } from '../domain/sales/imported-sale.ts'
import { nextTicketNumber } from '../store/queries/sale.ts'
import type { ImportWork } from './import-file.ts'

/** As many tickets in one event: few enough to read back in one piece. */
const TICKETS_AN_EVENT = 500

type Place = { readonly session: number; readonly day: Day }
export type Chunk = {
  readonly add: (ticket: ImportedSum, place: Place) => void
  readonly flush: () => void
}

/** Gathers tickets of one session, and records them together. */
export function chunkOf({ journal, cohort }: Pick<ImportWork, 'journal' | 'cohort'>): Chunk {
  let place: Place | undefined
  let tickets: ImportedSum[] = []
  const flush = (): void => {
    if (place === undefined || tickets.length === 0) return
    const first = nextTicketNumber(journal.db, journal.stall)
    journal.append('sale-import', importBody({ cohort, first, ...place, tickets }))
    tickets = []
  }
  return {
    add: (ticket, { session, day }) => {
      if (tickets.length >= TICKETS_AN_EVENT || place?.session !== session) flush()
      place = { session, day }
      tickets.push(ticket)
    },
    flush,
  }
}

type Gathered = Place & {
  readonly cohort: string
  readonly first: number
  readonly tickets: readonly ImportedSum[]
}

export function importBody({ cohort, session, day, first, tickets }: Gathered): SaleImportBody {
  const goods = new Map<string, ImportedGoods>()
  for (const ticket of tickets) for (const each of ticket.goods) goods.set(each.name, each)
  return {
    cohort,
    session,
    day,
    first,
    goods: [...goods.values()],
    tickets: tickets.map(({ sale }) => sale),
    totalCents: sumCents(tickets.map(({ totalCents }) => totalCents)),
  }
}
