import type { IncomeStatement, Share } from '../domain/closing/close-body.ts'
import type { CorrectionBody, CorrectionFact, Standing } from '../domain/closing/correction.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Cents, cents, sumCents } from '../domain/kernel/money.ts'
import { figuresOf } from './closing-report.ts'
import { columns } from './column.ts'
import type { Report, Row } from './report.ts'
import type { Word } from './vocabulary.ts'

type Rows = Report<readonly Row[]>

/** VAT included; below zero what is taken out, or missing. */
export function amountOf(fact: CorrectionFact): Cents {
  switch (fact.kind) {
    case 'cost':
      return sumCents(fact.amounts.map((each) => each.amountCents))
    case 'void-cost':
      return cents(0 - sumCents(fact.amounts.map((each) => each.amountCents)))
    case 'sale':
      return sumCents(fact.rates.map((each) => each.ttcCents))
    case 'void-sale':
      return cents(0 - sumCents(fact.rates.map((each) => each.ttcCents)))
    case 'cheque':
      return fact.amountCents
    case 'till':
      return fact.differenceCents
  }
}

/** One row per amendment. */
export const amendmentList = (corrections: readonly CorrectionBody[]): Rows => ({
  name: 'amendments',
  columns: columns(
    'period',
    'amendment',
    'date',
    'correction',
    'label',
    'amount',
    'resultDifference',
    'reason',
  ),
  rows: corrections.map(({ period, number, day, fact, reason, amendment }) => ({
    period,
    amendment: number,
    date: day,
    correction: fact.kind,
    label: 'label' in fact ? (fact.label ?? null) : null,
    amount: amountOf(fact),
    resultDifference: amendment.difference.incomeStatement.resultCents,
    reason: reason ?? null,
  })),
})

/** A line of the statement before and after; both are 0 where nothing ever was. */
export type FigurePair = {
  readonly figure: Word<'figure'>
  readonly before: Cents
  readonly after: Cents
}

export function figurePairs(
  before: IncomeStatement,
  after: IncomeStatement,
): readonly FigurePair[] {
  const now = figuresOf(after)
  return figuresOf(before).map(([figure, amount], index) => ({
    figure,
    before: amount,
    after: now[index]?.[1] ?? amount,
  }))
}

/** The income statement of a corrected period: as it stands now, as it was closed, and the difference. */
export const correctedStatement = (closed: IncomeStatement, now: IncomeStatement): Rows => ({
  name: 'income-statement',
  columns: columns('figure', 'amount', 'closed', 'difference'),
  rows: figurePairs(closed, now).map(({ figure, before, after }) => ({
    figure,
    amount: after,
    closed: before,
    difference: cents(after - before),
  })),
})

/** Somebody's share before and after. */
export type SharePair = { readonly before: Share; readonly after: Share }

export const sharePairs = (before: Standing, after: Standing): readonly SharePair[] =>
  after.distribution.shares.flatMap((share, index) => {
    const old = before.distribution.shares[index]
    return old === undefined ? [] : [{ before: old, after: share }]
  })

/** The distribution with what each share was when the period was closed. */
export function correctedDistribution(
  { columns: shown, rows, totals, name }: Rows,
  { closed, now }: { readonly closed: Standing; readonly now: Standing },
): Rows {
  const pairs = sharePairs(closed, now)
  const column = (before: Cents, after: Cents) => ({
    shareClosed: before,
    shareDifference: cents(after - before),
  })
  const [old, is] = [closed.distribution.totalCents, now.distribution.totalCents]
  return {
    name,
    columns: [...shown, ...columns('shareClosed', 'shareDifference')],
    rows: rows.map((row, index) => {
      const pair = pairs[index]
      return pair ? { ...row, ...column(pair.before.shareCents, pair.after.shareCents) } : row
    }),
    ...(totals === undefined ? {} : { totals: { ...totals, ...column(old, is) } }),
  }
}

/** What `report result --json` adds once there are amendments: the close, and what each changed. */
export const correctedAnswer = ({
  closed,
  corrections,
}: {
  readonly closed: Standing
  readonly corrections: readonly CorrectionBody[]
}) => ({
  closedIncomeStatement: closed.incomeStatement,
  amendments: corrections.map(({ number, day, fact, amendment }) => ({
    amendment: number,
    date: day,
    correction: fact.kind,
    amountCents: amountOf(fact),
    resultDifferenceCents: amendment.difference.incomeStatement.resultCents,
  })),
})

type Period = { readonly from: Day; readonly until: Day }

export type AmendmentAnswer = {
  readonly body: CorrectionBody
  readonly period: Period
  readonly status: 'preview' | 'recorded'
  /** 64 hex digits. */
  readonly head: string
}

const distributionOf = ({ distribution }: Standing) => ({
  totalCents: distribution.totalCents,
  reserveCents: distribution.reserveCents,
  deficitCents: distribution.deficitCents,
})

const shareOf = ({ shareCents, pay }: Pick<Share, 'shareCents' | 'pay'>) => ({
  shareCents,
  ...pay,
})

/** A fact without what it is called, as programs read it: `kind` is that of the goods. */
function factOf({ kind: _kind, ...fact }: CorrectionFact): object {
  if (!('of' in fact)) return fact
  const { of, ...others } = fact
  return { ...others, kind: of }
}

/** The answer of `correct … --json` and `correct show --json`. */
export function amendmentAnswer({ body, period, status, head }: AmendmentAnswer) {
  const { before, after, difference, vat } = body.amendment
  const { totalCents, reserveCents, deficitCents } = difference
  const { kind } = body.fact
  return {
    cohort: body.cohort,
    period: { number: body.period, ...period },
    amendment: body.number,
    date: body.day,
    status,
    correction: kind,
    fact: factOf(body.fact),
    amountCents: amountOf(body.fact),
    reason: body.reason ?? null,
    vat,
    incomeStatement: {
      before: before.incomeStatement,
      after: after.incomeStatement,
      difference: difference.incomeStatement,
    },
    distribution: {
      before: distributionOf(before),
      after: distributionOf(after),
      difference: { totalCents, reserveCents, deficitCents },
      shares: sharePairs(before, after).map((pair, index) => ({
        participant: pair.after.participant,
        before: shareOf(pair.before),
        after: shareOf(pair.after),
        difference: shareDifference(difference.shares[index]),
      })),
    },
    head,
  }
}

const shareDifference = (
  each: CorrectionBody['amendment']['difference']['shares'][number] | undefined,
) => (each === undefined ? null : shareOf(each))
