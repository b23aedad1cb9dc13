import { type BookContext, booksOf, type MoneyEvent } from '../../../src/domain/accounting/books.ts'
import { type AccountKey, type Chart, DEFAULT_CHART } from '../../../src/domain/accounting/chart.ts'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import type { JournalEvent } from '../../../src/domain/journal/event.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'

/** Invented events of one cohort in June 2026, written by hand: each says only what the books look at. */

/** A chart that is told from others by the first digit of every number. */
const chartOf = (mark: number): Chart => ({
  ...DEFAULT_CHART,
  accounts: Object.fromEntries(
    Object.entries(DEFAULT_CHART.accounts).map(([key, number]) => [key, `${mark}${number}`]),
  ) as Readonly<Record<AccountKey, string>>,
})

const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`

type Written = { readonly kind: string; readonly body: object; readonly late?: boolean }

/** Recorded in this order, the chain of each till counted by itself: `['A', cost(1, 3)]`. */
function recorded(...written: readonly (readonly [string, Written])[]): MoneyEvent[] {
  const newest = new Map<string, number>()
  return written.map(([stall, { kind, body, late = false }]) => {
    const seq = (newest.get(stall) ?? 0) + 1
    newest.set(stall, seq)
    const at = `${june(30)}T12:00:00+02:00`
    const event = { v: 1, stall, seq, at, actor: 'ANIM01', kind, body } as unknown as JournalEvent
    return { event, late }
  })
}

const COHORT = { cohort: 'FC-1' }
const amounts = [{ amountCents: 500, vatRatePerMille: 0, vatCents: 0 }]
const purchase = { label: 'invented', category: 'goods', chargedTo: 'activity', amounts }

export const late = (written: Written): Written => ({ ...written, late: true })
export const cost = (number: number, day: number): Written => ({
  kind: 'cost',
  body: { ...COHORT, ...purchase, number, day: june(day), paidBy: 'cae' },
})
export const costVoid = (number: number): Written => ({
  kind: 'cost-void',
  body: { ...COHORT, number, reason: 'invented' },
})
export const withdrawal = (number: number, day: number): Written => ({
  kind: 'bank-withdrawal',
  body: { ...COHORT, number, day: june(day), amountCents: 500 },
})
export const cheques = (number: number, day: number): Written => ({
  kind: 'deposit',
  body: { ...COHORT, number, day: june(day), method: 'cheque', amountCents: 700, feeCents: 0 },
})
export const payment = (number: number, of: number, day: number): Written => ({
  kind: 'cost-payment',
  body: { ...COHORT, number, cost: of, day: june(day), amountCents: 500 },
})
export const refund = (number: number, day: number): Written => ({
  kind: 'cost-refund',
  body: { ...COHORT, number, who: 'P01', day: june(day), amountCents: 500 },
})
export const payout = (number: number, day: number): Written => ({
  kind: 'payout',
  body: {
    ...COHORT,
    number,
    day: june(day),
    period: 1,
    payments: [{ participant: 'P01', amountCents: 500 }],
  },
})
export const again = (kind: 'reversal' | 'redo', of: number, taken: Written): Written => ({
  kind,
  body: { of, taken: { kind: taken.kind, body: taken.body } },
})
/** A recap of 10,55 with the rate that its product has, which nobody said on the ticket. */
export const recap = (number: number, day: number): Written => ({
  kind: 'sale',
  body: {
    ...COHORT,
    number,
    day: june(day),
    lines: [{ label: 'bread', product: 'bread', quantity: 1, totalCents: 1055, kind: 'goods' }],
    payments: [{ method: 'cash', amountCents: 1055, tenderedCents: 1055 }],
    tipCents: 0,
    totalCents: 1055,
    recap: true,
  },
})
export const saleVoid = (number: number): Written => ({
  kind: 'sale-void',
  body: { ...COHORT, number, reason: 'invented', voidedCents: 0 },
})

type Closing = { readonly on?: number; readonly breadRate?: number; readonly contribution?: number }

/** A close that freezes the chart with its number as mark; it shares nothing out. */
export const close = (
  period: number,
  until: number,
  { on = until, breadRate, contribution = 0 }: Closing = {},
): Written => ({
  kind: 'close',
  body: {
    ...COHORT,
    period,
    until: june(until),
    closedAt: `${june(on)}T20:00:00+02:00`,
    chart: chartOf(period),
    terms: { vatRegime: 'normal', contributionRateBp: 0, contributionBase: 'none' },
    incomeStatement: { contributionCents: contribution, insuranceCents: 0 },
    distribution: { shares: [] },
    ...(breadRate === undefined
      ? {}
      : {
          fixed: [
            { product: 'soap', ratePerMille: 100 },
            { product: 'bread', ratePerMille: breadRate },
          ],
        }),
  },
})

/** A late cost, found after the close of a period. */
export const found = (period: number, number: number, of: number, day: number): Written => ({
  kind: 'correction',
  body: {
    ...COHORT,
    period,
    number,
    day: june(day),
    software: '0',
    fact: { ...purchase, kind: 'cost', cost: of, paidBy: 'cae', supplier: 'MILL: Invented' },
    amendment: {
      difference: { incomeStatement: { contributionCents: 0, insuranceCents: 0 }, shares: [] },
    },
  },
})

/** What is set now: a chart with mark 9. */
const NOW: BookContext = {
  chart: chartOf(9),
  vatRegime: 'normal',
  participants: new Set(['P01']),
  sessions: new Map(),
  rates: new Map([['bread', vatRate(55)]]),
}

export const booksFrom = (...written: readonly (readonly [string, Written])[]) =>
  booksOf(recorded(...written), NOW)

/** `3 12 C-1 20`: number, day, piece, and the day it became final. */
export const brief = ({ number, day, piece, validDay }: NumberedEntry): string =>
  [
    number,
    Number(day.slice(-2)),
    piece,
    validDay === undefined ? 'open' : Number(validDay.slice(-2)),
  ].join(' ')

/** `C-1 2`: piece, and the mark of the chart that its lines are in. */
export const marks = (entries: readonly NumberedEntry[]): readonly string[] =>
  entries.map(
    ({ piece, lines }) => `${piece} ${[...new Set(lines.map((line) => line.number[0]))].join('')}`,
  )
