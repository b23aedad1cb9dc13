import type { CloseBody, IncomeStatement, VatRow } from '../domain/closing/close-body.ts'
import { type Cents, sumCents } from '../domain/kernel/money.ts'
import { type ColumnKey, columns } from './column.ts'
import type { Report, Row } from './report.ts'
import type { Word } from './vocabulary.ts'

type Rows = Report<readonly Row[]>

/** The lines of the income statement in their order. Charges are positive, as in JSON. */
export const figuresOf = (
  statement: IncomeStatement,
): readonly (readonly [Word<'figure'>, Cents])[] => [
  ['sales_ttc', statement.salesTtcCents],
  ['vat_collected', statement.vatCollectedCents],
  ['revenue_ht', statement.revenueHtCents],
  ['purchases_ht', statement.purchasesHtCents],
  ['packaging_ht', statement.packagingHtCents],
  ['gross_margin', statement.grossMarginCents],
  ['other_charges_ht', statement.otherChargesHtCents],
  ['till_difference', statement.tillDifferenceCents],
  ['donations', statement.donationsCents],
  ['contribution', statement.contributionCents],
  ['insurance', statement.insuranceCents],
  ['result', statement.resultCents],
]

export const incomeStatementReport = (statement: IncomeStatement): Rows => ({
  name: 'income-statement',
  columns: columns('figure', 'amount'),
  rows: figuresOf(statement).map(([figure, amount]) => ({ figure, amount })),
})

const vatTotals = (rows: readonly VatRow[]) => ({
  ttc: sumCents(rows.map((row) => row.ttcCents)),
  vat: sumCents(rows.map((row) => row.vatCents)),
  ht: sumCents(rows.map((row) => row.htCents)),
})

/** One row per Z and rate, as the period has them. */
export const vatReport = (rows: readonly VatRow[]): Rows => ({
  name: 'vat',
  columns: columns('day', 'till', 'rate', 'ttc', 'vat', 'ht'),
  rows: rows.map(({ day, till, ratePerMille, ttcCents, vatCents, htCents }) => ({
    day,
    till,
    rate: ratePerMille,
    ttc: ttcCents,
    vat: vatCents,
    ht: htCents,
  })),
  totals: { till: 'total', ...vatTotals(rows) },
})

/** The same rows summed per rate: sums of what each Z rounded, nothing is extracted again. One rate is its own total. */
export function vatByRate(rows: readonly VatRow[]): Rows {
  const rates = [...new Set(rows.map((row) => row.ratePerMille))].toSorted((a, b) => a - b)
  return {
    name: 'vat-by-rate',
    columns: columns('rate', 'ttc', 'vat', 'ht'),
    rows: rates.map((rate) => ({
      rate,
      ...vatTotals(rows.filter((row) => row.ratePerMille === rate)),
    })),
    ...(rates.length > 1 ? { totals: vatTotals(rows) } : {}),
  }
}

type Shared = Pick<CloseBody, 'rule' | 'distribution'>

const PAY = ['gross', 'employer', 'employee', 'net', 'remainder'] as const
const hasPay = ({ distribution }: Shared): boolean =>
  distribution.shares.some((share) => share.pay !== undefined)

/** Who gets what, by participant code. Pay columns only where there is an estimate. */
export const distributionReport = (shared: Shared): Rows => ({
  name: 'distribution',
  columns: columns(
    'participant',
    'weight',
    'share',
    'spareCent',
    ...(hasPay(shared) ? PAY : []),
    'payable',
    'payableReason',
  ),
  ...sharesOf(shared),
})

/** The same for people, whose eyes have less room: the weight under what it counts, notes as sentences below. */
export const shortDistribution = (shared: Shared): Rows => ({
  name: 'distribution',
  columns: columns(
    'participant',
    ...weightColumn(shared.rule),
    'share',
    ...(hasPay(shared) ? PAY : []),
  ),
  ...sharesOf(shared),
})

function weightColumn(rule: Shared['rule']): readonly ColumnKey[] {
  if (rule === 'equal') return []
  return rule === 'half-days' ? ['halfDays'] : rule === 'hours' ? ['attendedMinutes'] : ['weight']
}

function sharesOf({ distribution: { shares } }: Shared): Pick<Rows, 'rows'> & { totals: Row } {
  const rows = shares.map((share) => ({
    participant: share.participant,
    weight: share.weight,
    halfDays: share.weight,
    attendedMinutes: share.weight,
    share: share.shareCents,
    spareCent: share.spareCent,
    gross: share.pay?.grossCents ?? null,
    employer: share.pay?.employerCents ?? null,
    employee: share.pay?.employeeCents ?? null,
    net: share.pay?.netCents ?? null,
    remainder: share.pay?.remainderCents ?? null,
    payable: share.payable,
    payableReason: share.payableReason ?? null,
  }))
  const weight = rows.reduce((total, row) => total + row.weight, 0)
  const sum = (key: (typeof PAY)[number] | 'share'): Cents | null =>
    rows.every((row) => row[key] === null) ? null : sumCents(rows.flatMap((row) => row[key] ?? []))
  return {
    rows,
    totals: {
      participant: 'total',
      weight,
      halfDays: weight,
      attendedMinutes: weight,
      share: sum('share'),
      gross: sum('gross'),
      employer: sum('employer'),
      employee: sum('employee'),
      net: sum('net'),
      remainder: sum('remainder'),
    },
  }
}
