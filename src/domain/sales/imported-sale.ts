import type {
  EventBodies,
  ImportedGoods,
  ImportedSale,
  Payment,
  PaymentMethod,
  SaleImportBody,
  SaleLine,
} from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { MOST_CENTS, MOST_LINES } from './pricing.ts'
import { MOST_RECAP_CENTS } from './recap.ts'

/** One row of a file of sales: one line of a ticket. */
export type ImportedLine = {
  readonly sold: ImportedGoods
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

/** The rows of one ticket. */
export type ImportedTicket = {
  readonly happenedAt: Instant
  readonly seller: string | undefined
  /** The ticket's name in the file. */
  readonly reference: string | undefined
  readonly lines: readonly ImportedLine[]
}

/** A ticket as an import's event keeps it, what it sold, and what that cost. */
export type ImportedSum = {
  readonly sale: ImportedSale
  readonly goods: readonly ImportedGoods[]
  readonly totalCents: Cents
}

/** Rows of a file become the ticket that they tell of; a line below its price is a discount, at 0 it was free. */
export function importedSale({
  happenedAt,
  seller,
  reference,
  lines,
}: ImportedTicket): ImportedSum {
  if (lines.length > MOST_LINES) refuse({ code: 'ticket-too-long', limit: MOST_LINES })
  let total = 0
  let tip = 0
  for (const line of lines) {
    total += lineTotal(line)
    tip += line.tipCents
  }
  const limitCents = mayBeRecap(lines) ? MOST_RECAP_CENTS : MOST_CENTS
  if (total + tip > limitCents) refuse({ code: 'ticket-too-dear', limitCents })
  const sale: ImportedSale = {
    happenedAt,
    lines: lines.map(keptLine),
    ...paidHow(lines, cents(total + tip)),
    ...present({ reference, seller }),
    ...(tip === 0 ? {} : { tipCents: cents(tip) }),
  }
  return { sale, goods: lines.map((line) => line.sold), totalCents: cents(total) }
}

/** A day's takings are written by our own export as one piece without a product. */
const mayBeRecap = ([first, ...others]: readonly ImportedLine[]): boolean =>
  first?.quantity === 1 && first.sold.product === undefined && others.length === 0

function lineTotal({ quantity, unitPriceCents, totalCents }: ImportedLine): number {
  const full = unitPriceCents * quantity
  if (totalCents === undefined) return full
  if (totalCents > full) refuse({ code: 'line-above-price', totalCents, fullCents: cents(full) })
  return totalCents
}

function keptLine({
  sold,
  quantity,
  unitPriceCents,
  totalCents,
}: ImportedLine): ImportedSale['lines'][number] {
  const kept = { sold: sold.name, quantity, unitPriceCents }
  return totalCents === undefined || totalCents === unitPriceCents * quantity
    ? kept
    : { ...kept, totalCents }
}

type PaidHow = Pick<ImportedSale, 'method' | 'payments'>
type Part = { readonly method: PaymentMethod; readonly amountCents: Cents }

/** Parts with amounts are the ticket's payments; means without amounts each pay for their own rows. */
function paidHow(rows: readonly ImportedLine[], dueCents: Cents): PaidHow {
  const [first] = rows
  const parts = first?.payments ?? []
  if (parts.some((part) => part.amountCents !== null)) {
    const given = parts.map(({ method, amountCents }) => ({
      method,
      amountCents: amountCents ?? ZERO,
    }))
    const paidCents = sumCents(given.map((part) => part.amountCents))
    if (paidCents !== dueCents) refuse({ code: 'payments-differ', paidCents, dueCents })
    return briefly(given)
  }
  const method = parts[0]?.method
  const isOne = method !== undefined && rows.every((row) => row.payments[0]?.method === method)
  if (isOne) return dueCents === 0 ? {} : { method }
  return briefly(partsByRow(rows))
}

const briefly = (parts: readonly Part[]): PaidHow => {
  const [only, ...others] = parts
  if (only === undefined) return {}
  return others.length === 0 ? { method: only.method } : { payments: parts }
}

function partsByRow(rows: readonly ImportedLine[]): readonly Part[] {
  const byMethod = new Map<PaymentMethod, number>()
  for (const row of rows) {
    const due = lineTotal(row) + row.tipCents
    const [part, surplus] = row.payments
    invariant(surplus === undefined, 'a payment without amounts has one means')
    if (due > 0 && part === undefined) refuse({ code: 'method-missing' })
    if (part !== undefined) byMethod.set(part.method, (byMethod.get(part.method) ?? 0) + due)
  }
  return [...byMethod]
    .filter(([, amount]) => amount > 0)
    .map(([method, amount]) => ({ method, amountCents: cents(amount) }))
}

const paid = ({ method, amountCents }: Part): Payment => ({
  method,
  amountCents,
  tenderedCents: amountCents,
})

const discountOf = (lines: readonly SaleLine[]): Cents =>
  sumCents(
    lines.map((line) =>
      line.free ? ZERO : cents(line.unitPriceCents * line.quantity - line.totalCents),
    ),
  )

/** The sales that an import's event tells, whole again. */
export function importedSales(body: SaleImportBody): readonly EventBodies['sale'][] {
  const goods = new Map(body.goods.map((each) => [each.name, each]))
  const sales = body.tickets.map((ticket, index) => wholeSale(body, { ticket, index, goods }))
  const total = sumCents(sales.map((sale) => sale.totalCents))
  invariant(total === body.totalCents, 'the tickets of an import add up to its total')
  return sales
}

type Whole = {
  readonly ticket: ImportedSale
  readonly index: number
  readonly goods: ReadonlyMap<string, ImportedGoods>
}

function wholeSale(body: SaleImportBody, { ticket, index, goods }: Whole): EventBodies['sale'] {
  const lines = ticket.lines.map((line): SaleLine => {
    const sold = goods.get(line.sold)
    invariant(sold !== undefined, 'an import names the goods of its lines')
    const full = cents(line.unitPriceCents * line.quantity)
    const { product, label, kind, vatRatePerMille } = sold
    return {
      ...present({ product }),
      label,
      quantity: line.quantity,
      unitPriceCents: line.unitPriceCents,
      totalCents: line.totalCents ?? full,
      ...present({ vatRatePerMille }),
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
    ...present({ seller }),
    lines,
    payments: parts.map(paid),
    discountCents: discountOf(lines),
    tipCents,
    totalCents,
    changeCents: ZERO,
    ...present({ reference }),
  }
}
