import { refuse } from '../domain/journal/refusal.ts'
import { cents, negated, sumCents, ZERO } from '../domain/kernel/money.ts'
import type { BasketItem, BasketPayment } from '../domain/sales/basket.ts'
import { isLineFault } from '../domain/sales/line-fault.ts'
import { type RefundBasket, type RefundContext, refundSale } from '../domain/sales/refund.ts'
import { parseTicket, parseTicketName, type Ticket, ticketName } from '../domain/sales/ticket.ts'
import type { SaleRow } from '../formats/sales-spec.ts'
import { nextTicketNumber, saleByNumber, saleByReference } from '../store/queries/sale.ts'
import type { Journal } from '../store/record.ts'
import type { NamedSale } from './named-ticket.ts'
import { saleWords } from './receipt.ts'
import type { Tools } from './sale-import.ts'
import { refundContext } from './sale-refund.ts'

type Given = {
  /** The refund's own name in the file. */
  readonly reference: string
  /** What the file calls the ticket that is refunded. */
  readonly of: string
  readonly rows: readonly SaleRow[]
  readonly first: SaleRow
}

/** Rows of our own export that give money back: the same refund, of the ticket that came from the same file. */
export function recordRefund(
  { session, work, instantOf, sessionOf, goodsOf }: Tools,
  given: Given,
) {
  const { reference, of, rows, first } = given
  const { journal, cohort } = work
  const totalCents = negated(sumCents(rows.map(totalOf)))
  if (isKnown(journal, { cohort, reference, totalCents })) return work.skipped()
  const { date: day, time } = first
  const happenedAt = instantOf(day, time)
  if (happenedAt === undefined) return refuse({ code: 'time-missing', day, time })
  const context = refundContext(journal.db, journal.stall, soldAs(journal, { cohort, of }))
  const basket = {
    items: rows.map((row) => itemOf(row, goodsOf(row), context)),
    tip: tipOf(rows),
    payments: (first.payments ?? []).map(paymentOf),
  }
  const body = refundSale(basket, context, {
    number: nextTicketNumber(journal.db, journal.stall),
    session: sessionOf(day),
    day,
    happenedAt,
    reason: saleWords(session).importedReason,
    ...(reference === '' ? {} : { reference }),
  })
  if (isLineFault(body) || body.totalCents !== totalCents)
    return refuse({ code: 'refund-differs', reference, of })
  journal.append('sale-refund', body)
  return work.added()
}

const totalOf = ({ total, quantity, unitPriceTtc }: SaleRow) =>
  total ?? cents(quantity * unitPriceTtc)

type Twin = { readonly cohort: string; readonly reference: string; readonly totalCents: number }

/** As one of ours by its own name, or imported under this one. */
function isKnown({ db, stall }: Journal, { cohort, reference, totalCents }: Twin): boolean {
  const isSame = (ticket: Ticket | undefined): boolean =>
    ticket?.refundOf !== undefined && ticket.totalCents === totalCents
  const named = parseTicket(reference, stall)
  const own =
    named !== undefined && reference === ticketName(named.stall, named.number)
      ? saleByNumber(db, named.stall, named.number)?.ticket
      : undefined
  return isSame(own) || isSame(saleByReference(db, cohort, reference)?.ticket)
}

/** What the file calls a ticket may be another ticket here: its own names come first. */
function soldAs(
  { db, stall }: Journal,
  { cohort, of }: { readonly cohort: string; readonly of: string },
): Pick<NamedSale, 'ticket' | 'number'> {
  const name = saleByReference(db, cohort, of)?.ticket.ticket ?? of
  const number = parseTicketName(name, stall)
  const stored = number === undefined ? undefined : saleByNumber(db, stall, number)
  if (number !== undefined && stored !== undefined) return { ticket: stored.ticket, number }
  return refuse({ code: 'unknown-ticket', typed: of, last: undefined })
}

function itemOf(
  { quantity, unitPriceTtc, total }: SaleRow,
  { product, label }: ReturnType<Tools['goodsOf']>,
  { lines }: RefundContext,
): BasketItem {
  const name = product ?? label
  const free =
    total === 0 && lines.some((line) => line.free === true && (line.product ?? line.label) === name)
  return { product: name, quantity, priceCents: unitPriceTtc, free, span: undefined }
}

function tipOf(rows: readonly SaleRow[]): RefundBasket['tip'] {
  const amountCents = sumCents(rows.map((row) => row.tip ?? ZERO))
  return amountCents === 0 ? undefined : { amountCents, span: undefined }
}

const paymentOf = ({
  method,
  amountCents,
}: NonNullable<SaleRow['payments']>[number]): BasketPayment => ({
  method,
  amountCents: amountCents ?? undefined,
  span: undefined,
})
