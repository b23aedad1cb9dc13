import type {
  EventBodies,
  ImportedSale,
  Payment,
  PaymentMethod,
  SaleImportBody,
  SaleLine,
} from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { type CatalogueProduct, MOST_CENTS, MOST_LINES } from './pricing.ts'

/** One row of a file of sales: one line of a ticket. */
export type ImportedLine = {
  readonly product: CatalogueProduct
  readonly quantity: number
  readonly unitPriceCents: Cents
  /** What the line came to after a discount; undefined for quantity × price. */
  readonly totalCents: Cents | undefined
  readonly tipCents: Cents
  /** One means, or parts with their amounts; none where nothing is to pay. */
  readonly payments: readonly {
    readonly method: PaymentMethod
    readonly amountCents: Cents | null
  }[]
}

/** The rows of one ticket, and where they belong. */
export type ImportedTicket = {
  readonly cohort: string
  readonly number: number
  readonly session: number
  readonly day: Day
  readonly happenedAt: Instant
  readonly seller: string | undefined
  /** The ticket's name in the file. */
  readonly reference: string | undefined
  readonly lines: readonly ImportedLine[]
}

/** Rows of a file become the sale that they tell of; a line below its price is a discount, at 0 it was free. */
export function importedSale(ticket: ImportedTicket): EventBodies['sale'] {
  const { cohort, number, session, day, happenedAt, seller, reference } = ticket
  if (ticket.lines.length > MOST_LINES) refuse({ code: 'ticket-too-long', limit: MOST_LINES })
  const lines = ticket.lines.map(saleLine)
  const totalCents = sumCents(lines.map((line) => line.totalCents))
  const tipCents = sumCents(ticket.lines.map((line) => line.tipCents))
  if (totalCents + tipCents > MOST_CENTS)
    refuse({ code: 'ticket-too-dear', limitCents: MOST_CENTS })
  return {
    cohort,
    number,
    session,
    day,
    happenedAt,
    ...(seller === undefined ? {} : { seller }),
    lines,
    payments: paymentsOf(ticket.lines, lines, cents(totalCents + tipCents)),
    discountCents: discountOf(lines),
    tipCents,
    totalCents,
    changeCents: ZERO,
    ...(reference === undefined ? {} : { reference }),
  }
}

function saleLine({ product, quantity, unitPriceCents, totalCents }: ImportedLine): SaleLine {
  const full = cents(unitPriceCents * quantity)
  const total = totalCents ?? full
  if (total > full) refuse({ code: 'line-above-price', totalCents: total, fullCents: full })
  const { code, label, vatRatePerMille, kind } = product
  return {
    product: code,
    label,
    quantity,
    unitPriceCents,
    totalCents: total,
    ...(vatRatePerMille === undefined ? {} : { vatRatePerMille }),
    kind,
    ...(total === 0 && full > 0 ? { free: true } : {}),
  }
}

const discountOf = (lines: readonly SaleLine[]): Cents =>
  sumCents(
    lines.map((line) =>
      line.free ? ZERO : cents(line.unitPriceCents * line.quantity - line.totalCents),
    ),
  )

/** Parts with amounts are the ticket's payments; means without amounts each pay for their own rows. */
function paymentsOf(
  rows: readonly ImportedLine[],
  lines: readonly SaleLine[],
  dueCents: Cents,
): readonly Payment[] {
  const parts = rows[0]?.payments ?? []
  const payments = parts.some((part) => part.amountCents !== null)
    ? parts.map(({ method, amountCents }) => paid(method, amountCents ?? ZERO))
    : paymentsByRow(rows, lines)
  const sum = sumCents(payments.map((payment) => payment.amountCents))
  if (sum !== dueCents) refuse({ code: 'payments-differ', paidCents: sum, dueCents })
  return payments
}

function paymentsByRow(
  rows: readonly ImportedLine[],
  lines: readonly SaleLine[],
): readonly Payment[] {
  const byMethod = new Map<PaymentMethod, number>()
  rows.forEach((row, index) => {
    const due = (lines[index]?.totalCents ?? 0) + row.tipCents
    const [part, surplus] = row.payments
    invariant(surplus === undefined, 'a payment without amounts has one means')
    if (due > 0 && part === undefined) refuse({ code: 'method-missing' })
    if (part !== undefined) byMethod.set(part.method, (byMethod.get(part.method) ?? 0) + due)
  })
  return [...byMethod]
    .filter(([, amount]) => amount > 0)
    .map(([method, amount]) => paid(method, cents(amount)))
}

const paid = (method: PaymentMethod, amount: Cents): Payment => ({
  method,
  amountCents: amount,
  tenderedCents: amount,
})

/** A ticket of an import as its event keeps it: without what {@link importedSales} computes again. */
export function compactSale(sale: EventBodies['sale']): ImportedSale {
  const { happenedAt, seller, reference, lines, payments, tipCents } = sale
  const [only, ...others] = payments
  return {
    happenedAt,
    lines: lines.map(({ product, quantity, unitPriceCents, totalCents }) => ({
      product: product ?? '',
      quantity,
      ...(totalCents === unitPriceCents * quantity ? {} : { totalCents }),
      unitPriceCents,
    })),
    ...(only === undefined || others.length > 0 ? {} : { method: only.method }),
    ...(others.length === 0
      ? {}
      : { payments: payments.map(({ method, amountCents }) => ({ amountCents, method })) }),
    ...(reference === undefined ? {} : { reference }),
    ...(seller === undefined ? {} : { seller }),
    ...(tipCents === 0 ? {} : { tipCents }),
  }
}

/** The sales that an import's event tells, whole again. */
export function importedSales(body: SaleImportBody): readonly EventBodies['sale'][] {
  const products = new Map(body.products.map((product) => [product.code, product]))
  const sales = body.tickets.map((ticket, index) => wholeSale(body, { ticket, index, products }))
  const total = sumCents(sales.map((sale) => sale.totalCents))
  invariant(total === body.totalCents, 'the tickets of an import add up to its total')
  return sales
}

type Part = {
  readonly ticket: ImportedSale
  readonly index: number
  readonly products: ReadonlyMap<string, SaleImportBody['products'][number]>
}

function wholeSale(body: SaleImportBody, { ticket, index, products }: Part): EventBodies['sale'] {
  const lines = ticket.lines.map((line): SaleLine => {
    const product = products.get(line.product)
    invariant(product !== undefined, 'an import names the products of its lines')
    const full = cents(line.unitPriceCents * line.quantity)
    const { code, label, kind, vatRatePerMille } = product
    return {
      product: code,
      label,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      totalCents: line.totalCents ?? full,
      ...(vatRatePerMille === undefined ? {} : { vatRatePerMille }),
      kind,
      ...(line.totalCents === 0 && full > 0 ? { free: true } : {}),
    }
  })
  const totalCents = sumCents(lines.map((line) => line.totalCents))
  const tipCents = ticket.tipCents ?? ZERO
  const { seller, reference, method } = ticket
  const parts =
    ticket.payments ??
    (method === undefined ? [] : [{ method, amountCents: cents(totalCents + tipCents) }])
  return {
    cohort: body.cohort,
    number: body.first + index,
    session: body.session,
    day: body.day,
    happenedAt: ticket.happenedAt,
    ...(seller === undefined ? {} : { seller }),
    lines,
    payments: parts.map((part) => paid(part.method, part.amountCents)),
    discountCents: discountOf(lines),
    tipCents,
    totalCents,
    changeCents: ZERO,
    ...(reference === undefined ? {} : { reference }),
  }
}
