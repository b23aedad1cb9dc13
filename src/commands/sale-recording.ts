import { refuse } from '../domain/journal/refusal.ts'
import { dayOf, type Instant } from '../domain/kernel/instant.ts'
import type { Basket } from '../domain/sales/basket.ts'
import { isLineFault, type LineFault } from '../domain/sales/line-fault.ts'
import { priceBasket } from '../domain/sales/pricing.ts'
import { METHOD_WORDS } from '../domain/sales/sale-words.ts'
import { sell } from '../domain/sales/sell.ts'
import { type Ticket, ticketOf } from '../domain/sales/ticket.ts'
import { type Left, leftAfter } from '../domain/stock/sold-out.ts'
import type { Vocabulary } from '../language/lexicon.ts'
import { type Catalogue, catalogueOf } from '../store/queries/product.ts'
import { nextTicketNumber, saleByKey, sellersOf } from '../store/queries/sale.ts'
import { stockOf } from '../store/queries/stock.ts'
import { sessionForSale } from '../store/queries/till.ts'
import type { Journal } from '../store/record.ts'
import { LineFaultError } from './line-fault-error.ts'
import type { Session } from './session.ts'

/** A sale as it was asked for, before the catalogue gives its words a meaning. */
export type SaleRequest = {
  readonly read: (vocabulary: Vocabulary) => Basket | LineFault
  /** The typed line that spans point into; undefined for the flag form. */
  readonly line: string | undefined
  /** The line's number in a batch. */
  readonly at: number | undefined
  readonly when: Instant
  readonly key: string
  /** What was typed, when the user gave the key: tells a retry from another sale. */
  readonly content: string | undefined
  /** There is some left, even of what is sold out. */
  readonly anyway: boolean
}

/** What all sales of one transaction share. */
export type SaleContext = { readonly catalogue: Catalogue; readonly vocabulary: Vocabulary }

export function saleContext(session: Session, { db }: Pick<Journal, 'db'>): SaleContext {
  const { code } = session.cohort()
  const catalogue = catalogueOf(db, code)
  const { quantityLimit } = session.settings()
  return {
    catalogue,
    vocabulary: {
      products: catalogue.products,
      /** Most sales name nobody: the list is read when one does. */
      get participants() {
        return sellersOf(db, code)
      },
      methods: METHOD_WORDS,
      quantityLimit,
    },
  }
}

export type Sold = {
  readonly ticket: Ticket
  readonly repeated: boolean
  readonly usualMethod: boolean
  /** What it left of the products that are counted. */
  readonly left: readonly Left[]
}

/** Reads, prices and records one sale, or answers with the ticket that its key has already. */
export function recordSale(
  session: Session,
  journal: Journal,
  { request, context }: { request: SaleRequest; context: SaleContext },
): Sold {
  const content = request.content?.normalize('NFC')
  const known = content === undefined ? undefined : saleByKey(journal.db, request.key)
  if (known !== undefined) {
    const same = known.content === content && known.ticket.cohort === session.cohort().code
    if (!same) refuse({ code: 'key-reused', key: request.key, ticket: known.ticket.ticket })
    return { ticket: known.ticket, repeated: true, usualMethod: false, left: [] }
  }
  const fail = (fault: LineFault): never => {
    throw new LineFaultError(fault, request.line, request.at)
  }
  const basket = request.read(context.vocabulary)
  if (isLineFault(basket)) return fail(basket)
  const priced = priceBasket(basket, context.catalogue.byCode, session.settings().defaultMethod)
  if (isLineFault(priced)) return fail(priced)
  const day = dayOf(request.when)
  const cohort = session.cohort().code
  const left = leftAfter(priced.lines, (code) => stockOf(journal.db, cohort, code), request)
  const body = sell(priced, {
    cohort,
    number: nextTicketNumber(journal.db, journal.stall),
    session: sessionForSale(journal, { cohort, day }),
    day,
    happenedAt: request.when,
    key: request.key,
    content,
    seller: basket.seller?.participant,
  })
  const { stall } = journal.append('sale', body)
  return {
    ticket: ticketOf({ stall, body }),
    repeated: false,
    usualMethod: basket.payments.length === 0,
    left,
  }
}
