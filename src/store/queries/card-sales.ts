import { type Day, day } from '../../domain/kernel/day.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { cents } from '../../domain/kernel/money.ts'
import type { CardTicket } from '../../domain/sales/card-matching.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import { all, type Db, first, flagOf, integerOf, optionalText, textOf } from '../sql.ts'

export type StandingCardSale = CardTicket & {
  readonly stall: string
  readonly number: number
  readonly day: Day
  /** A day's takings recorded at once. */
  readonly recap: boolean
}

const CARD_SALES = `SELECT stall, number, day, at, reference, key, recap,
  (SELECT sum(part.value ->> 'amountCents') FROM json_each(sale.payments) AS part
   WHERE part.value ->> 'method' = 'card') AS card_cents
  FROM sale WHERE cohort = ? AND day BETWEEN ? AND ? AND voided_by IS NULL AND refund_of IS NULL
  ORDER BY day, stall, number`

type Days = { readonly cohort: string; readonly from: Day; readonly until: Day }

/** What stands of a cohort's days and was paid by card, whole or in part; voided tickets and refunds left out. */
export function cardSalesOf(db: Db, { cohort, from, until }: Days): readonly StandingCardSale[] {
  return all(db, CARD_SALES, [cohort, from, until]).flatMap((row) => {
    if (row['card_cents'] === null) return []
    const stall = textOf(row, 'stall')
    const number = integerOf(row, 'number')
    return [
      {
        stall,
        number,
        ticket: ticketName(stall, number),
        day: day(textOf(row, 'day')),
        at: instant(textOf(row, 'at')),
        amountCents: cents(integerOf(row, 'card_cents')),
        reference: optionalText(row, 'reference'),
        byHand: optionalText(row, 'key') !== undefined,
        recap: flagOf(row, 'recap'),
      },
    ]
  })
}

/** The ticket that a transaction of a terminal is, voided or not. */
export function ticketOfTransaction(
  db: Db,
  cohort: string,
  transaction: string,
): Pick<StandingCardSale, 'stall' | 'number' | 'ticket'> | undefined {
  const row = first(db, 'SELECT stall, number FROM sale WHERE cohort = ? AND reference = ?', [
    cohort,
    transaction,
  ])
  if (row === undefined) return undefined
  const stall = textOf(row, 'stall')
  const number = integerOf(row, 'number')
  return { stall, number, ticket: ticketName(stall, number) }
}
