import type { EventBodies } from '../domain/journal/event.ts'
import { addDays } from '../domain/kernel/day.ts'
import { dayOf, epochMsOf } from '../domain/kernel/instant.ts'
import { matchCards } from '../domain/sales/card-matching.ts'
import {
  cardSalesOf,
  type StandingCardSale,
  ticketOfTransaction,
} from '../store/queries/card-sales.ts'
import type { Db } from '../store/sql.ts'
import type { TerminalPayment } from './terminal-groups.ts'

/** The payments of a file beside what stands in the ledger. */
export type Standing = {
  readonly already: readonly {
    readonly payment: TerminalPayment
    readonly ticket: Pick<StandingCardSale, 'stall' | 'number' | 'ticket'>
    /** Under its name already; else by amount and time. */
    readonly known: boolean
  }[]
  readonly fresh: readonly TerminalPayment[]
  readonly doubtful: readonly { readonly payment: TerminalPayment; readonly like: string }[]
  readonly onlyHere: readonly StandingCardSale[]
}

type Within = { readonly cohort: string; readonly minutes: number }

/** Compares by transaction first, then by amount and time. A day whose card takings were recorded at once is in doubt. */
export function standingOf(
  db: Db,
  payments: readonly TerminalPayment[],
  { cohort, minutes }: Within,
): Standing {
  const already: Standing['already'][number][] = []
  const unknown: TerminalPayment[] = []
  for (const payment of payments) {
    const ticket = ticketOfTransaction(db, cohort, payment.transaction)
    if (ticket === undefined) unknown.push(payment)
    else already.push({ payment, ticket, known: true })
  }
  const span = spanOf(payments)
  const sales = span === undefined ? [] : cardSalesOf(db, { cohort, ...daysOf(span) })
  const found = matchCards(
    unknown,
    sales.filter((sale) => !sale.recap),
    minutes,
  )
  for (const { payment, ticket } of found.matched) already.push({ payment, ticket, known: false })
  const recaps = new Map(sales.filter((sale) => sale.recap).map((sale) => [sale.day, sale.ticket]))
  const inRecap = found.fresh.filter(({ at }) => recaps.has(dayOf(at)))
  return {
    already,
    fresh: found.fresh.filter(({ at }) => !recaps.has(dayOf(at))),
    doubtful: [
      ...found.doubtful.map(({ payment, ticket }) => ({ payment, like: ticket.ticket })),
      ...inRecap.map((payment) => ({ payment, like: recaps.get(dayOf(payment.at)) ?? '' })),
    ],
    onlyHere: found.left.filter((sale) => isWithin(sale, span)),
  }
}

type Span = { readonly first: TerminalPayment; readonly last: TerminalPayment }

function spanOf(payments: readonly TerminalPayment[]): Span | undefined {
  const [one] = payments
  if (one === undefined) return undefined
  let first = one
  let last = one
  for (const payment of payments) {
    if (epochMsOf(payment.at) < epochMsOf(first.at)) first = payment
    if (epochMsOf(payment.at) > epochMsOf(last.at)) last = payment
  }
  return { first, last }
}

/** A day more on either side: a window of minutes may go past midnight. */
const daysOf = ({ first, last }: Span) => ({
  from: addDays(dayOf(first.at), -1),
  until: addDays(dayOf(last.at), 1),
})

/** The whole days of the file: what the terminal took on them should be in it. */
const isWithin = ({ day }: StandingCardSale, span: Span | undefined): boolean =>
  span !== undefined && day >= dayOf(span.first.at) && day <= dayOf(span.last.at)

/** What an import remembers of tickets that were here before it. */
export const matchedIn = ({
  already,
}: Pick<Standing, 'already'>): NonNullable<EventBodies['import']['matched']> =>
  already
    .filter(({ known }) => !known)
    .map(({ payment, ticket: { stall, number } }) => ({
      till: stall,
      number,
      reference: payment.transaction,
    }))
