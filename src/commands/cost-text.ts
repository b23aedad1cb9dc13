import { factsOf } from '../domain/costs/category.ts'
import type { Day } from '../domain/kernel/day.ts'
import { ZERO } from '../domain/kernel/money.ts'
import { detailText } from '../formats/details.ts'
import { reportTable } from '../formats/table.ts'
import { term } from '../formats/terminal-text.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { columns } from '../reports/column.ts'
import { type CostFigures, figuresOf, type RegimeOf, totalFigures } from '../reports/costs.ts'
import { type CostRow, closedRegimes } from '../store/queries/cost.ts'
import { type CostWords, cost as en } from '../words/en/cost.ts'
import { cost as fr } from '../words/fr/cost.ts'
import { inLanguage } from '../words/said.ts'
import { readerOf } from './output.ts'
import type { Session } from './session.ts'

export const costWords = (session: Session): CostWords => inLanguage(session.language(), { en, fr })

/** The regime that each cost of the session's cohort counts under: that of its close, or of the one it corrects. */
export function regimes(session: Session): RegimeOf {
  const closed = closedRegimes(session.ledger().db, session.cohort().code)
  const { vatRegime } = session.settings().terms
  return ({ day, corrects }) => {
    const period =
      corrects === undefined ? closed.find(({ until }) => day <= until) : closed[corrects - 1]
    return period?.regime ?? vatRegime
  }
}

type Figured = CostFigures & {
  readonly amounts: readonly (CostFigures & { readonly rate: number })[]
}

function figured(session: Session, cost: CostRow): Figured {
  const regime = regimes(session)(cost)
  const amounts = cost.amounts.map((amount) => ({
    ...figuresOf(cost, amount, regime),
    rate: amount.vatRatePerMille,
  }))
  return { ...totalFigures(amounts), amounts }
}

/** What a cost is, beside its amounts and its end. */
const partsOf = (cost: CostRow) => ({
  number: cost.number,
  cohort: cost.cohort,
  date: cost.day,
  label: cost.label,
  category: cost.category,
  account: factsOf(cost.category).account,
  supplier: cost.supplier ?? null,
  voucher: cost.voucher ?? null,
  paidBy: cost.paidBy,
  chargedTo: cost.chargedTo,
  session: cost.session ?? null,
})

/** One cost as JSON: a row of the list, its amounts beneath. */
export function costJson(session: Session, cost: CostRow) {
  const { ttc, vat, ht, amounts } = figured(session, cost)
  return {
    ...partsOf(cost),
    amountTtcCents: ttc,
    vatCents: vat,
    htCents: ht,
    amounts: amounts.map((each) => ({
      amountTtcCents: each.ttc,
      vatRatePerMille: each.rate,
      vatCents: each.vat,
      htCents: each.ht,
    })),
    voided: cost.voided,
    voidReason: cost.voidReason ?? null,
  }
}

/** `n° 1  Farine, œufs  250,00 €  ingrédients  TVA 17,50 €  payé par ANIM01` */
export function costLine(session: Session, cost: CostRow): string {
  const words = costWords(session)
  const { ttc, vat, ht } = figured(session, cost)
  const parts = [
    words.numbered(cost.number),
    term(cost.label),
    session.money(ttc),
    wordText('category', cost.category, session.language()),
  ]
  if (vat !== ZERO) parts.push(words.ht(session.money(ht)), words.vat(session.money(vat)))
  parts.push(payerText(words, cost.paidBy))
  if (cost.chargedTo === 'programme') parts.push(words.programme)
  if (cost.voided) parts.push(words.voided(term(cost.voidReason ?? '')))
  return `${parts.join('  ')}\n`
}

const payerText = (words: CostWords, payer: string): string =>
  payer === 'cae' || payer === 'till' ? words.payers[payer] : words.paidBy(term(payer))

const DETAILS = columns(
  'number',
  'date',
  'label',
  'category',
  'account',
  'supplier',
  'voucher',
  'paidBy',
  'chargedTo',
  'session',
  'amountTtc',
  'vatRate',
  'vat',
  'ht',
  'settledOn',
  'voided',
  'reason',
)

/** Everything about a cost, when its supplier was paid, and its amounts beneath when there are several. */
export function costDetails(session: Session, cost: CostRow, paidOn: Day | undefined): string {
  const { ttc, vat, ht, amounts } = figured(session, cost)
  const row = {
    ...partsOf(cost),
    amountTtc: ttc,
    vatRate: amounts.length === 1 ? (amounts[0]?.rate ?? null) : null,
    vat,
    ht,
    settledOn: paidOn ?? null,
    voided: cost.voided ? true : null,
    reason: cost.voidReason ?? null,
  }
  const head = detailText(DETAILS, row, readerOf(session))
  if (amounts.length === 1) return head
  const rows = amounts.map((each) => ({
    amountTtc: each.ttc,
    vatRate: each.rate,
    vat: each.vat,
    ht: each.ht,
  }))
  const table = { name: 'amounts', columns: columns('amountTtc', 'vatRate', 'vat', 'ht'), rows }
  return `${head}\n${reportTable(table, readerOf(session))}`
}
