import type { PaymentMethod } from '../domain/journal/event.ts'
import { clockText, instant } from '../domain/kernel/instant.ts'
import { cents, sumCents } from '../domain/kernel/money.ts'
import type { GroupedTicket, SoldLine } from '../store/queries/sale-lines.ts'
import { column, columns } from './column.ts'
import { type Explanation, explained, type FigureLabel } from './explanation.ts'
import type { Report } from './report.ts'

/** One row per ticket: what a group of sales adds up. */
export const ticketReport = (tickets: readonly GroupedTicket[]): Report => ({
  name: 'tickets',
  columns: columns('ticket', 'date', 'time', 'total', 'tip'),
  rows: tickets.map((each) => ({
    ticket: each.ticket,
    date: each.day,
    time: clockText(instant(each.at)),
    total: each.totalCents,
    tip: each.tipCents,
  })),
  totals: {
    ticket: 'total',
    total: sumCents(tickets.map((each) => each.totalCents)),
    tip: sumCents(tickets.map((each) => each.tipCents)),
  },
})

/** What a day, an hour, a seller or a venue took, ticket by ticket. */
export const explainGroup = (
  figure: string,
  title: FigureLabel,
  tickets: readonly GroupedTicket[],
): Explanation =>
  explained({
    figure,
    title,
    amount: sumCents(tickets.map((each) => each.totalCents)),
    terms: [],
    formulas: [],
    lines: ticketReport(tickets),
  })

/** What one product brought, line by line. */
export const explainProduct = (
  product: string,
  label: string,
  lines: readonly SoldLine[],
): Explanation =>
  explained({
    figure: `product:${product}`,
    title: { kind: 'part', part: 'product', of: label },
    amount: sumCents(lines.map((line) => line.totalCents)),
    terms: [],
    formulas: [],
    lines: {
      name: 'sold-lines',
      columns: columns('ticket', 'date', 'time', 'quantity', 'unitPriceTtc', 'total'),
      rows: lines.map((line) => ({
        ticket: line.ticket,
        date: line.day,
        time: clockText(instant(line.at)),
        quantity: line.quantity,
        unitPriceTtc: line.unitPriceCents,
        total: line.totalCents,
      })),
      totals: {
        ticket: 'total',
        quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
        total: sumCents(lines.map((line) => line.totalCents)),
      },
    },
  })

/** What one means of payment brought, ticket by ticket; tips are in it, as in the report. */
export function explainMethod(method: PaymentMethod, lines: Iterable<SoldLine>): Explanation {
  const tickets = new Map<string, { readonly line: SoldLine; readonly paid: number }>()
  for (const line of lines) {
    const paid = line.payments
      .filter((each) => each.method === method)
      .reduce((sum, each) => sum + each.amountCents, 0)
    if (line.payments.some((each) => each.method === method))
      tickets.set(line.ticket, { line, paid })
  }
  const all = [...tickets.values()]
  const total = cents(all.reduce((sum, { paid }) => sum + paid, 0))
  return explained({
    figure: `method:${method}`,
    title: { kind: 'method', method },
    amount: total,
    terms: [],
    formulas: [],
    lines: {
      name: 'payments',
      columns: columns('ticket', 'date', 'time', 'paid'),
      rows: all.map(({ line, paid }) => ({
        ticket: line.ticket,
        date: line.day,
        time: clockText(instant(line.at)),
        paid,
      })),
      totals: { ticket: 'total', paid: total },
    },
  })
}

/** Somebody's half-days that count, one row each. */
export const explainAttendance = (
  participant: string,
  halfDays: number,
  marks: readonly { readonly day: string; readonly half: string; readonly status: string }[],
): Explanation =>
  explained({
    figure: `attendance:${participant}`,
    title: { kind: 'part', part: 'half-days', of: participant },
    unit: 'half-days',
    amount: halfDays,
    terms: [],
    formulas: [],
    lines: {
      name: 'half-days',
      columns: [...columns('day', 'half'), column('status', { unit: 'word', words: 'attendance' })],
      rows: marks.map(({ day, half, status }) => ({ day, half, status })),
    },
  })
