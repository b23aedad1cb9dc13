import type { Language } from '../domain/journal/event.ts'
import { clockText, instant } from '../domain/kernel/instant.ts'
import { sumCents } from '../domain/kernel/money.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { column, columns } from '../reports/column.ts'
import type { Report, Row } from '../reports/report.ts'
import { productsOf } from '../store/queries/product.ts'
import {
  type DaySpan,
  methodSums,
  productSums,
  type SaleGroup,
  type SoldLine,
  soldLines,
  ticketSums,
} from '../store/queries/sale-lines.ts'
import { amountText } from '../words/money-text.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import { dataLanguage, printReport } from './output.ts'
import type { Session } from './session.ts'
import { choiceFrom, dateFrom, optional } from './values.ts'

const OPTIONS = { by: FLAGS.by, day: FLAGS.day, from: FLAGS.from, until: FLAGS.until } as const
type Options = Input<typeof OPTIONS>['options']

const GROUPS = ['product', 'day', 'hour', 'method', 'seller', 'venue'] as const

export const reportSales = command({
  options: OPTIONS,
  lists: true,
  run: async (session, { options }) => {
    const by = optional(options.by, (typed) => choiceFrom(typed, '--by', GROUPS))
    return printReport(session, salesReport(session, by, spanOf(options)))
  },
})

export const reportProducts = command({
  options: { day: FLAGS.day, from: FLAGS.from, until: FLAGS.until },
  lists: true,
  run: async (session, { options }) =>
    printReport(session, productReport(session, spanOf(options))),
})

function spanOf({ day, from, until }: Omit<Options, 'by'>): DaySpan {
  const only = optional(day, (typed) => dateFrom(typed, '--day'))
  return {
    from: only ?? optional(from, (typed) => dateFrom(typed, '--from')),
    until: only ?? optional(until, (typed) => dateFrom(typed, '--until')),
  }
}

function salesReport(
  session: Session,
  by: (typeof GROUPS)[number] | undefined,
  span: DaySpan,
): Report {
  switch (by) {
    case undefined:
      return lineReport(session, span)
    case 'product':
      return soldByProduct(session, span)
    case 'method':
      return soldByMethod(session, span)
    case 'day':
    case 'hour':
    case 'seller':
    case 'venue':
      return soldBy(session, by, span)
  }
}

/** `method` is text here: a mixed payment says each part, as `carte 2,00 + espèces 3,00`, and re-imports. */
const LINE_COLUMNS = [
  ...columns('date', 'time', 'product', 'label', 'quantity', 'unitPriceTtc', 'total', 'vatRate'),
  column('method', { unit: 'text' }),
  ...columns('ticket', 'seller', 'tip', 'refundOf'),
]

function lineReport(session: Session, span: DaySpan): Report {
  const { db } = session.ledger()
  const lines = soldLines(db, session.cohort().code, span)
  return { name: 'sales', columns: LINE_COLUMNS, rows: lineRows(lines, dataLanguage(session)) }
}

function* lineRows(lines: Iterable<SoldLine>, language: Language): Generator<Row> {
  for (const line of lines) {
    yield {
      date: line.day,
      time: clockText(instant(line.at)),
      product: line.product ?? null,
      label: line.label,
      quantity: line.quantity,
      unitPriceTtc: line.unitPriceCents,
      total: line.totalCents,
      vatRate: line.vatRatePerMille ?? null,
      method: methodText(line.payments, language),
      ticket: line.ticket,
      seller: line.seller ?? null,
      tip: line.tipCents,
      refundOf: line.refundOf ?? null,
    }
  }
}

function methodText(payments: SoldLine['payments'], language: Language): string | null {
  const [only, ...others] = payments
  if (only === undefined) return null
  if (others.length === 0) return wordText('method', only.method, language)
  return payments
    .map(
      ({ method, amountCents }) =>
        `${wordText('method', method, language)} ${amountText(amountCents, language)}`,
    )
    .join(' + ')
}

function soldByProduct(session: Session, span: DaySpan): Report {
  const sums = productSums(session.ledger().db, session.cohort().code, span)
  return {
    name: 'sales-by-product',
    columns: columns('product', 'label', 'sold', 'given', 'refunded', 'takings'),
    rows: sums.map(({ product, label, sold, given, refunded, takingsCents }) => ({
      product: product ?? null,
      label,
      sold,
      given,
      refunded,
      takings: takingsCents,
    })),
    totals: {
      sold: sums.reduce((total, each) => total + each.sold, 0),
      given: sums.reduce((total, each) => total + each.given, 0),
      refunded: sums.reduce((total, each) => total + each.refunded, 0),
      takings: sumCents(sums.map((each) => each.takingsCents)),
    },
  }
}

function soldByMethod(session: Session, span: DaySpan): Report {
  const sums = methodSums(session.ledger().db, session.cohort().code, span)
  return {
    name: 'sales-by-method',
    columns: columns('method', 'tickets', 'paid', 'refunds'),
    rows: sums.map(({ method, tickets, amountCents, refundsCents }) => ({
      method,
      tickets,
      paid: amountCents,
      refunds: refundsCents,
    })),
    totals: {
      paid: sumCents(sums.map((each) => each.amountCents)),
      refunds: sumCents(sums.map((each) => each.refundsCents)),
    },
  }
}

const KEY_COLUMNS = { day: 'day', hour: 'hour', seller: 'seller', venue: 'venue' } as const

function soldBy(session: Session, by: SaleGroup, span: DaySpan): Report {
  const sums = ticketSums(session.ledger().db, session.cohort().code, { by, span })
  const key = KEY_COLUMNS[by]
  return {
    name: `sales-by-${by}`,
    columns: columns(key, 'tickets', 'items', 'takings', 'tips', 'refunds', 'voids'),
    rows: sums.map((sum) => ({
      [key]: sum.key ?? null,
      tickets: sum.tickets,
      items: sum.items,
      takings: sum.takingsCents,
      tips: sum.tipsCents,
      refunds: sum.refundsCents,
      voids: sum.voidsCents,
    })),
    totals: {
      tickets: sums.reduce((total, each) => total + each.tickets, 0),
      items: sums.reduce((total, each) => total + each.items, 0),
      takings: sumCents(sums.map((each) => each.takingsCents)),
      tips: sumCents(sums.map((each) => each.tipsCents)),
      refunds: sumCents(sums.map((each) => each.refundsCents)),
      voids: sumCents(sums.map((each) => each.voidsCents)),
    },
  }
}

/** Every product of the cohort, sold or not, with its present price and what it brought. */
function productReport(session: Session, span: DaySpan): Report {
  const { db } = session.ledger()
  const cohort = session.cohort().code
  const sums = new Map(productSums(db, cohort, span).map((sum) => [sum.product, sum]))
  const rows = productsOf(db, cohort).map(
    ({ code, name, priceCents, vatRatePerMille, retired }) => ({
      product: code,
      label: name,
      priceTtc: priceCents,
      vatRate: vatRatePerMille ?? null,
      retired,
      sold: sums.get(code)?.sold ?? 0,
      given: sums.get(code)?.given ?? 0,
      refunded: sums.get(code)?.refunded ?? 0,
      takings: sums.get(code)?.takingsCents ?? 0,
    }),
  )
  return {
    name: 'products',
    columns: columns(
      'product',
      'label',
      'priceTtc',
      'vatRate',
      'retired',
      'sold',
      'given',
      'refunded',
      'takings',
    ),
    rows,
    totals: {
      sold: rows.reduce((total, row) => total + row.sold, 0),
      given: rows.reduce((total, row) => total + row.given, 0),
      refunded: rows.reduce((total, row) => total + row.refunded, 0),
      takings: rows.reduce((total, row) => total + row.takings, 0),
    },
  }
}
