import type { ClosingTerms, IncomeStatement, VatRow } from '../domain/closing/close-body.ts'
import type { StatementPlace } from '../domain/costs/category.ts'
import { factsOf } from '../domain/costs/category.ts'
import type { ZBody } from '../domain/journal/event.ts'
import { type Cents, cents, sumCents, ZERO } from '../domain/kernel/money.ts'
import { present } from '../domain/kernel/present.ts'
import type { CostRow } from '../store/queries/cost.ts'
import { vatReport } from './closing-report.ts'
import { columns } from './column.ts'
import { costList, costsByCategory, type RegimeOf } from './costs.ts'
import { type Explanation, explained, type Formula, minus, plus, type Term } from './explanation.ts'
import type { StatementFigure } from './figure-name.ts'
import type { Report } from './report.ts'
import type { Word } from './vocabulary.ts'

/** A Z by its name, as the till shows it. */
export type NamedZ = { readonly name: string; readonly body: ZBody }

/** What the figures of a period are made of. */
export type PeriodSources = {
  readonly statement: IncomeStatement
  readonly vat: readonly VatRow[]
  readonly terms: ClosingTerms
  readonly programmeHtCents: Cents
  /** Everybody who joined. */
  readonly people: number
  /** Of the period, voided ones left out. */
  readonly costs: readonly CostRow[]
  readonly regimeOf: RegimeOf
  /** Sealed tills; what an open one or a recap adds stands in `unsealed`. */
  readonly zs: readonly NamedZ[]
  readonly unsealedTipsCents: Cents
  readonly unsealedDifferenceCents: Cents
  /** What each amendment of a closed period changed, in their order. */
  readonly amendments: readonly AmendmentStep[]
}

type AmendmentStep = {
  readonly number: number
  readonly difference: IncomeStatement
  readonly programmeHtCents: Cents
}

const STATEMENT_FIGURES = {
  sales: 'sales_ttc',
  vat: 'vat_collected',
  revenue: 'revenue_ht',
  purchases: 'purchases_ht',
  packaging: 'packaging_ht',
  margin: 'gross_margin',
  charges: 'other_charges_ht',
  'till-difference': 'till_difference',
  donations: 'donations',
  contribution: 'contribution',
  insurance: 'insurance',
  result: 'result',
} as const satisfies Readonly<Record<StatementFigure, Word<'figure'>>>

const label = (figure: StatementFigure) =>
  ({ kind: 'figure', figure: STATEMENT_FIGURES[figure] }) as const

/** One line of the income statement. */
export function explainStatement(figure: StatementFigure, sources: PeriodSources): Explanation {
  const { terms, formulas = [], lines } = partsOf(figure, sources)
  const later = RECORDED.has(figure) ? amendmentTerms(figure, sources) : []
  return explained({
    figure,
    title: label(figure),
    amount: amountOf(figure, sources.statement),
    terms: [...terms, ...later],
    formulas,
    ...present({ lines }),
  })
}

function amountOf(figure: StatementFigure, statement: IncomeStatement): Cents {
  const amounts: { readonly [F in StatementFigure]: Cents } = {
    sales: statement.salesTtcCents,
    vat: statement.vatCollectedCents,
    revenue: statement.revenueHtCents,
    purchases: statement.purchasesHtCents,
    packaging: statement.packagingHtCents,
    margin: statement.grossMarginCents,
    charges: statement.otherChargesHtCents,
    'till-difference': statement.tillDifferenceCents,
    donations: statement.donationsCents,
    contribution: statement.contributionCents,
    insurance: statement.insuranceCents,
    result: statement.resultCents,
  }
  return amounts[figure]
}

/** Sums of what was recorded: an amendment adds to them, but for its VAT, which is among the rows already. */
const RECORDED: ReadonlySet<StatementFigure> = new Set([
  'purchases',
  'packaging',
  'charges',
  'till-difference',
  'donations',
])

const amendmentTerms = (figure: StatementFigure, { amendments }: PeriodSources): readonly Term[] =>
  amendments
    .map(({ number, difference }) =>
      plus({ kind: 'part', part: 'amendment', of: String(number) }, amountOf(figure, difference)),
    )
    .filter((term) => term.amount !== 0)

type Parts = {
  readonly terms: readonly Term[]
  readonly formulas?: readonly Formula[]
  readonly lines?: Report | undefined
}

function partsOf(figure: StatementFigure, sources: PeriodSources): Parts {
  const { statement, vat, zs } = sources
  const line = (of: StatementFigure, sign: '+' | '−'): Term =>
    (sign === '+' ? plus : minus)(label(of), amountOf(of, statement), of)
  const byRate = (part: (row: VatRow) => Cents): readonly Term[] =>
    ratesOf(vat).map((rate) =>
      plus(
        { kind: 'vat', ratePerMille: rate },
        sumCents(vat.filter((row) => row.ratePerMille === rate).map(part)),
        vatFigure(rate),
      ),
    )
  switch (figure) {
    case 'sales':
      return { terms: byRate((row) => row.ttcCents), lines: vatReport(vat) }
    case 'vat':
      return { terms: byRate((row) => row.vatCents), lines: vatReport(vat) }
    case 'revenue':
      return { terms: [line('sales', '+'), line('vat', '−')], lines: vatReport(vat) }
    case 'purchases':
      return costParts('purchases', sources)
    case 'packaging':
      return costParts('packaging', sources)
    case 'charges':
      return costParts('other', sources)
    case 'margin':
      return { terms: [line('revenue', '+'), line('purchases', '−'), line('packaging', '−')] }
    case 'till-difference':
      return zParts('differenceCents', { zs, unsealedCents: sources.unsealedDifferenceCents })
    case 'donations':
      return zParts('tipsCents', { zs, unsealedCents: sources.unsealedTipsCents })
    case 'contribution':
      return { terms: [], formulas: [contributionFormula(sources)] }
    case 'insurance':
      return { terms: [], formulas: [insuranceFormula(sources)] }
    case 'result':
      return {
        terms: [
          line('margin', '+'),
          line('charges', '−'),
          line('till-difference', '+'),
          line('donations', '+'),
          line('contribution', '−'),
          line('insurance', '−'),
        ],
      }
  }
}

export const ratesOf = (vat: readonly VatRow[]): readonly number[] =>
  [...new Set(vat.map((row) => row.ratePerMille))].toSorted((a, b) => a - b)

/** `vat:5.5`, as it is asked for. */
export const vatFigure = (perMille: number): string => `vat:${perMille / 10}`

/** The activity's costs at one place of the statement, category by category. */
function costParts(place: StatementPlace, { costs, regimeOf }: PeriodSources): Parts {
  const there = costs.filter(
    (cost) => cost.chargedTo === 'activity' && factsOf(cost.category).place === place,
  )
  const { rows } = costsByCategory(there, regimeOf, 'activity')
  const terms = [...new Set(there.map((cost) => cost.category))].flatMap((category) => {
    const row = rows.find((each) => each.category === category)
    const ht = row?.ht
    return typeof ht === 'number'
      ? [plus({ kind: 'category', category }, cents(ht), `costs:${category}`)]
      : []
  })
  return { terms, lines: costList(there, regimeOf) }
}

/** A figure that every Z froze, Z by Z, and what is in no Z yet. */
function zParts(
  frozen: 'differenceCents' | 'tipsCents',
  { zs, unsealedCents }: Pick<PeriodSources, 'zs'> & { readonly unsealedCents: Cents },
): Parts {
  const terms = [
    ...zs
      .filter(({ body }) => body[frozen] !== 0)
      .map((z) => plus(zLabel(z), z.body[frozen], `till:${z.name}`)),
    ...unsealed(unsealedCents),
  ]
  return { terms, lines: zReport(zs) }
}

const unsealed = (amount: Cents): readonly Term[] =>
  amount === 0 ? [] : [plus({ kind: 'part', part: 'recaps' }, amount)]

export const zLabel = ({ name, body }: NamedZ) => ({ kind: 'z', z: name, day: body.day }) as const

/** One row per Z: what it took, and what was counted. */
const zReport = (zs: readonly NamedZ[]): Report | undefined =>
  zs.length === 0
    ? undefined
    : {
        name: 'zs',
        columns: columns('z', 'day', 'takings', 'tips', 'expected', 'counted', 'difference'),
        rows: zs.map(({ name, body }) => ({
          z: name,
          day: body.day,
          takings: cents(body.salesCents - (body.refundsCents ?? ZERO)),
          tips: body.tipsCents,
          expected: body.expectedCents,
          counted: body.countedCents ?? null,
          difference: body.differenceCents,
        })),
      }

function contributionFormula({ statement, terms }: PeriodSources): Formula {
  const { contributionBase: base, contributionRateBp: rateBp } = terms
  if (base === 'none') return { code: 'no-contribution' }
  const baseCents = base === 'revenue' ? statement.revenueHtCents : statement.grossMarginCents
  return {
    code: 'contribution',
    base,
    baseCents,
    rateBp,
    ...present({ floorCents: terms.contributionFloorCents, capCents: terms.contributionCapCents }),
  }
}

function insuranceFormula({ statement, terms, people }: PeriodSources): Formula {
  const { insurancePerParticipantCents: eachCents, insuranceRateBp: rateBp } = terms
  return eachCents > 0
    ? { code: 'insurance-people', eachCents, people }
    : { code: 'insurance-rate', revenueCents: statement.revenueHtCents, rateBp }
}

/** VAT at one rate: each Z's own extraction, then their sum. */
export function explainVat(perMille: number, { vat, terms }: PeriodSources): Explanation {
  const rows = vat.filter((row) => row.ratePerMille === perMille)
  const ttc = sumCents(rows.map((row) => row.ttcCents))
  const ht = sumCents(rows.map((row) => row.htCents))
  return explained({
    figure: vatFigure(perMille),
    title: { kind: 'vat', ratePerMille: perMille },
    amount: sumCents(rows.map((row) => row.vatCents)),
    terms: [plus({ kind: 'part', part: 'ttc' }, ttc), minus({ kind: 'part', part: 'ht' }, ht)],
    formulas: [
      terms.vatRegime === 'franchise'
        ? { code: 'vat-franchise' }
        : { code: 'vat', ratePerMille: perMille, rows: rows.length },
    ],
    lines: vatReport(rows),
  })
}

/** What one category cost the activity, or what the programme cost altogether. */
export function explainCosts(
  category: CostRow['category'] | 'programme',
  { costs, regimeOf, programmeHtCents, amendments }: PeriodSources,
): Explanation {
  const isProgramme = category === 'programme'
  const own = costs.filter((cost) =>
    isProgramme
      ? cost.chargedTo === 'programme'
      : cost.chargedTo === 'activity' && cost.category === category,
  )
  const list = costList(own, regimeOf)
  const terms = own.map((cost) => {
    const ht = costsByCategory([cost], regimeOf).totals?.ht
    const amount = typeof ht === 'number' ? cents(ht) : ZERO
    return plus({ kind: 'part', part: 'cost', of: cost.label }, amount, `cost:${cost.number}`)
  })
  const sum = sumCents(terms.map((term) => cents(term.amount)))
  const later = amendments
    .filter((each) => isProgramme && each.programmeHtCents !== 0)
    .map((each) =>
      plus({ kind: 'part', part: 'amendment', of: String(each.number) }, each.programmeHtCents),
    )
  return explained({
    figure: isProgramme ? 'programme' : `costs:${category}`,
    title: isProgramme ? { kind: 'part', part: 'programme' } : { kind: 'category', category },
    amount: isProgramme ? programmeHtCents : sum,
    terms: [...terms, ...later],
    formulas: [],
    lines: list,
  })
}
