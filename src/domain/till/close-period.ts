import type { ZBody } from '../journal/event.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { cents, sumCents } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import type { PeriodTotals, TillClosingBody } from './closing-body.ts'
import type { RunningTotals } from './seal.ts'
import { takenOf } from './takings.ts'

type PeriodContext = {
  readonly happenedAt: Instant
  readonly perpetual: Omit<RunningTotals, 'periodBeforeCents'>
  /** Hashes in hexadecimal. */
  readonly previousClosing: string | undefined
  readonly head: string
}

type Closed =
  | { readonly scope: 'month'; readonly period: string; readonly zs: readonly ZBody[] }
  | { readonly scope: 'year'; readonly period: string; readonly months: readonly TillClosingBody[] }

/** Closes a month over its Zs, or a year over its monthly closings (law). Nothing is reset. */
export function closePeriod(
  closed: Closed,
  { happenedAt, perpetual, previousClosing, head }: PeriodContext,
): TillClosingBody {
  const isMonth = closed.scope === 'month'
  const totals = totalsOf(isMonth ? closed.zs.map(totalsOfZ) : closed.months)
  return {
    scope: closed.scope,
    period: closed.period,
    happenedAt,
    ...(isMonth
      ? { zs: closed.zs.map((z) => z.number) }
      : { months: closed.months.map((month) => month.period) }),
    ...totals,
    periodTotalCents: takenOf(totals),
    ...perpetual,
    ...present({ previousClosing }),
    head,
  }
}

/** What one Z says, in the form of a period. */
export const totalsOfZ = (z: ZBody): PeriodTotals => ({
  zCount: 1,
  ticketCount: z.ticketCount,
  salesCents: z.salesCents,
  tipsCents: z.tipsCents,
  discountsCents: z.discountsCents,
  voidCount: z.voidCount,
  voidsCents: z.voidsCents,
  refundCount: z.refundCount ?? 0,
  refundsCents: z.refundsCents ?? cents(0),
  refundVoidCount: z.refundVoidCount ?? 0,
  refundVoidsCents: z.refundVoidsCents ?? cents(0),
  repayCount: z.repayCount ?? 0,
  rates: z.rates,
  kinds: z.kinds,
  methods: z.methods,
  differenceCents: z.differenceCents,
})

/** Adds up; at least one part. */
function totalsOf(parts: readonly PeriodTotals[]): PeriodTotals {
  invariant(parts.length > 0, 'a closing is of something')
  const amount = (of: (part: PeriodTotals) => number): ReturnType<typeof cents> =>
    sumCents(parts.map((part) => cents(of(part))))
  const count = (of: (part: PeriodTotals) => number): number =>
    parts.reduce((sum, part) => sum + of(part), 0)
  const totals: PeriodTotals = {
    zCount: count((part) => part.zCount),
    ticketCount: count((part) => part.ticketCount),
    salesCents: amount((part) => part.salesCents),
    tipsCents: amount((part) => part.tipsCents),
    discountsCents: amount((part) => part.discountsCents),
    voidCount: count((part) => part.voidCount),
    voidsCents: amount((part) => part.voidsCents),
    refundCount: count((part) => part.refundCount),
    refundsCents: amount((part) => part.refundsCents),
    refundVoidCount: count((part) => part.refundVoidCount),
    refundVoidsCents: amount((part) => part.refundVoidsCents),
    repayCount: count((part) => part.repayCount),
    rates: added(
      parts.flatMap((part) => part.rates),
      ({ ratePerMille }) => [ratePerMille],
    ),
    kinds: added(
      parts.flatMap((part) => part.kinds),
      ({ ratePerMille, kind }) => [ratePerMille, kind],
    ),
    methods: METHODS.flatMap((method) => {
      const own = parts.flatMap((part) => part.methods).filter((each) => each.method === method)
      return own.length === 0
        ? []
        : [{ method, amountCents: sumCents(own.map((each) => each.amountCents)) }]
    }),
    differenceCents: amount((part) => part.differenceCents),
  }
  const taken = takenOf(totals)
  invariant(sumCents(totals.rates.map((row) => row.ttcCents)) === taken, 'rates hold all takings')
  const paid = sumCents(totals.methods.map((each) => each.amountCents))
  invariant(paid === taken + totals.tipsCents, 'payments are takings and tips')
  return totals
}

const METHODS = ['cash', 'card', 'cheque', 'transfer'] as const

type Row = Pick<PeriodTotals['rates'][number], 'ratePerMille' | 'ttcCents' | 'vatCents' | 'htCents'>

/** Rows of the same key as one, by rate, goods before services. */
function added<R extends Row>(
  rows: readonly R[],
  keyOf: (row: R) => readonly (string | number)[],
): readonly R[] {
  const sums = new Map<string, R>()
  for (const row of rows) {
    const key = keyOf(row).join(' ')
    const sum = sums.get(key)
    sums.set(key, sum === undefined ? row : { ...sum, ...sumOf(sum, row) })
  }
  return [...sums.entries()]
    .toSorted(([a, one], [b, other]) => one.ratePerMille - other.ratePerMille || (a < b ? -1 : 1))
    .map(([, row]) => row)
}

const sumOf = (one: Row, other: Row): Omit<Row, 'ratePerMille'> => ({
  ttcCents: cents(one.ttcCents + other.ttcCents),
  vatCents: cents(one.vatCents + other.vatCents),
  htCents: cents(one.htCents + other.htCents),
})
