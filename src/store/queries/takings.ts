import type { CloseFacts, TillDay, UnratedRecap } from '../../domain/closing/facts.ts'
import type { Period } from '../../domain/closing/period.ts'
import type { Takings, VatRegime } from '../../domain/closing/vat.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { type Cents, cents, sumCents } from '../../domain/kernel/money.ts'
import { vatRate } from '../../domain/kernel/rate.ts'
import { ticketName } from '../../domain/sales/ticket.ts'
import type { Unrated } from '../../domain/till/refusal.ts'
import { expectedCash } from '../../domain/till/takings.ts'
import {
  all,
  type Db,
  first,
  integerOf,
  optionalInteger,
  optionalText,
  type Params,
  type Row,
  textOf,
} from '../sql.ts'
import { type SessionRow, sessionByNumber } from './till.ts'
import { sumsOf, takingsOf } from './till-sums.ts'

type TakingsFacts = Pick<
  CloseFacts,
  | 'takings'
  | 'tillDifferenceCents'
  | 'donationsCents'
  | 'ticketCount'
  | 'openTills'
  | 'uncounted'
  | 'unrated'
  | 'unratedRecaps'
  | 'fixed'
>

/** One source of takings: sealed sessions, an open one, or recaps. */
type Part = {
  readonly takings: readonly Takings[]
  readonly tipsCents: Cents
  readonly differenceCents: Cents
  readonly ticketCount: number
  readonly unrated: readonly Unrated[]
}

/**
 * What was sold in a period: of a sealed session what its Z froze; of an open one what its Z would say now; recaps by
 * day. All summed in SQL by session, rate and kind. Under `franchise` what has no rate counts as 0 %.
 */
export function takingsFacts(
  db: Db,
  cohort: string,
  { period: { from, until }, regime }: { readonly period: Period; readonly regime: VatRegime },
): TakingsFacts {
  const params = { cohort, from, until }
  const open = openSessions(db, params)
  const parts = [
    sealedPart(db, params),
    ...open.map(({ stall, session }) => openPart(db, { stall, session, regime })),
    recapPart(db, params, regime),
  ]
  return {
    takings: parts.flatMap((part) => part.takings),
    tillDifferenceCents: sumCents(parts.map((part) => part.differenceCents)),
    donationsCents: sumCents(parts.map((part) => part.tipsCents)),
    ticketCount: parts.reduce((sum, part) => sum + part.ticketCount, 0),
    openTills: openTillsOf(db, open),
    uncounted: all(db, UNCOUNTED, params).map(tillDayOf),
    unrated: distinct(parts.flatMap((part) => part.unrated)),
    unratedRecaps:
      regime === 'franchise' ? [] : all(db, UNRATED_RECAPS, params).map(unratedRecapOf),
    fixed: fixedRates(db, params),
  }
}

function openTillsOf(db: Db, open: ReturnType<typeof openSessions>): readonly TillDay[] {
  if (open.length === 0) return []
  const own = optionalText(first(db, 'SELECT till FROM device WHERE id = 1') ?? {}, 'till')
  return open.map(({ stall, session: { day: of } }) =>
    stall === own ? { day: of, till: stall } : { day: of, till: stall, elsewhere: true },
  )
}

/** A product sold by two tills is named once. */
const distinct = (unrated: readonly Unrated[]): readonly Unrated[] => [
  ...new Map(unrated.map((each) => [each.product ?? each.label, each])).values(),
]

const PERIOD = 'cohort = :cohort AND day BETWEEN :from AND :until'
const SEALED = `
  SELECT z.day AS day, z.stall AS till, z.session AS z, kinds.value ->> '$.kind' AS kind,
    kinds.value ->> '$.ratePerMille' AS rate, kinds.value ->> '$.ttcCents' AS ttc
  FROM z, json_each(z.body, '$.kinds') AS kinds WHERE ${PERIOD}
  ORDER BY z.day, z.stall, z.session, rate, kind`
const SEALED_TOTALS = `
  SELECT coalesce(sum(body ->> '$.differenceCents'), 0) AS difference,
    coalesce(sum(body ->> '$.tipsCents'), 0) AS tips,
    coalesce(sum(body ->> '$.ticketCount'), 0) AS tickets
  FROM z WHERE ${PERIOD}`
/** There was cash, and nobody counted it. */
const UNCOUNTED = `
  SELECT day, stall AS till FROM z
  WHERE ${PERIOD} AND body ->> '$.countedCents' IS NULL AND body ->> '$.expectedCents' <> 0
  ORDER BY day, stall, number`

function sealedPart(db: Db, params: Params): Part {
  const totals = first(db, SEALED_TOTALS, params) ?? {}
  return {
    takings: all(db, SEALED, params).map((row) => takingsRow(row, integerOf(row, 'z'))),
    tipsCents: cents(integerOf(totals, 'tips')),
    differenceCents: cents(integerOf(totals, 'difference')),
    ticketCount: integerOf(totals, 'tickets'),
    unrated: [],
  }
}

type OpenTill = { readonly stall: string; readonly session: SessionRow }

const openSessions = (db: Db, params: Params): readonly OpenTill[] =>
  all(
    db,
    `SELECT number, stall FROM till_session WHERE ${PERIOD} AND z IS NULL
     ORDER BY day, stall, number`,
    params,
  ).flatMap((row) => {
    const session = sessionByNumber(db, integerOf(row, 'number'))
    return session === undefined ? [] : [{ stall: textOf(row, 'stall'), session }]
  })

/** The difference is that of the last count, cash that moved since put right. */
function openPart(
  db: Db,
  { stall, session, regime }: OpenTill & { readonly regime: VatRegime },
): Part {
  const { tickets, cash, count } = sumsOf(db, session)
  const { takings, unrated } = takingsOf(db, session.number)
  const counted = count && count.countedCents + count.movedSinceCents
  return {
    takings: takings.flatMap(({ ratePerMille, kind, ttcCents }) => {
      const rate = ratePerMille ?? (regime === 'franchise' ? vatRate(0) : undefined)
      const { day: on, number: z } = session
      return rate === undefined
        ? []
        : [{ day: on, till: stall, z, ratePerMille: rate, kind, ttcCents }]
    }),
    tipsCents: tickets.tipsCents,
    differenceCents: cents(counted === undefined ? 0 : counted - expectedCash(cash)),
    ticketCount: tickets.ticketCount,
    unrated: regime === 'franchise' ? [] : unrated,
  }
}

/** Takings from paper: sales of no session of ours. */
const RECAP = `sale.cohort = :cohort AND sale.day BETWEEN :from AND :until
    AND sale.session IS NULL AND sale.voided_by IS NULL`
const RECAP_LINES = `sale CROSS JOIN sale_line
    ON sale_line.stall = sale.stall AND sale_line.number = sale.number WHERE ${RECAP}`
const RECAPS = `
  SELECT sale.day AS day, sale.stall AS till, kind, vat_rate_per_mille AS rate,
    sum(sale_line.total_cents) AS ttc
  FROM ${RECAP_LINES}
  GROUP BY sale.day, sale.stall, rate, kind ORDER BY day, till, rate, kind`
const RECAP_TOTALS = `
  SELECT coalesce(sum(tip_cents), 0) AS tips, count(*) AS tickets FROM sale WHERE ${RECAP}`
const UNRATED_PRODUCTS = `
  SELECT product, min(label) AS label FROM ${RECAP_LINES}
    AND vat_rate_per_mille IS NULL AND product IS NOT NULL
  GROUP BY product ORDER BY product`
const UNRATED_RECAPS = `
  SELECT sale.stall AS stall, sale.number AS number, label FROM ${RECAP_LINES}
    AND vat_rate_per_mille IS NULL AND product IS NULL
  ORDER BY sale.stall, sale.number`

const FIXED = `
  SELECT DISTINCT each.value ->> 'product' AS product, product.vat_rate_per_mille AS rate
  FROM sale, json_each(sale.lines) AS each
    JOIN product ON product.cohort = sale.cohort AND product.code = each.value ->> 'product'
  WHERE ${RECAP} AND each.value ->> 'vatRatePerMille' IS NULL
    AND product.vat_rate_per_mille IS NOT NULL
  ORDER BY product`

const fixedRates = (db: Db, params: Params): TakingsFacts['fixed'] =>
  all(db, FIXED, params).map((row) => ({
    product: textOf(row, 'product'),
    ratePerMille: vatRate(integerOf(row, 'rate')),
  }))

function recapPart(db: Db, params: Params, regime: VatRegime): Part {
  const totals = first(db, RECAP_TOTALS, params) ?? {}
  const rows = all(db, RECAPS, params)
  return {
    takings: rows
      .filter((row) => row.rate !== null || regime === 'franchise')
      .map((row) => takingsRow(row, 0)),
    tipsCents: cents(integerOf(totals, 'tips')),
    differenceCents: cents(0),
    ticketCount: integerOf(totals, 'tickets'),
    unrated: regime === 'franchise' ? [] : all(db, UNRATED_PRODUCTS, params).map(unratedOf),
  }
}

const takingsRow = (row: Row, z: number): Takings => ({
  day: dayOf(row),
  till: textOf(row, 'till'),
  z,
  ratePerMille: vatRate(optionalInteger(row, 'rate') ?? 0),
  kind: textOf(row, 'kind') === 'service' ? 'service' : 'goods',
  ttcCents: cents(integerOf(row, 'ttc')),
})

const dayOf = (row: Row): Day => day(textOf(row, 'day'))
const tillDayOf = (row: Row): TillDay => ({ day: dayOf(row), till: textOf(row, 'till') })
const unratedOf = (row: Row): Unrated => ({
  product: optionalText(row, 'product'),
  label: textOf(row, 'label'),
})
const unratedRecapOf = (row: Row): UnratedRecap => ({
  ticket: ticketName(textOf(row, 'stall'), integerOf(row, 'number')),
  label: textOf(row, 'label'),
})
