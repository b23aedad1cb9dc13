import { isCostCategory } from '../costs/category.ts'
import type { CostAmount, Stall } from '../journal/event.ts'
import type { Day } from '../kernel/day.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import type {
  CloseBody,
  ClosingTerms,
  DistributionRule,
  IncomeStatement,
  KeptBack,
  Pay,
  RateTable,
  Share,
  VatRow,
} from './close-body.ts'
import type {
  Amendment,
  CorrectedCost,
  CorrectedTakings,
  CorrectionBody,
  CorrectionFact,
  Difference,
  ShareDifference,
  Standing,
} from './correction.ts'
import { distribute, type Party, type Reserve } from './distribution.ts'
import { type CostLine, chargesOf, type StatementSums, statementOf } from './income-statement.ts'
import { estimatePay } from './pay.ts'

/** What a close froze that its amendments keep to: nothing of the settings of today is looked at. */
export type FrozenTerms = Standing & {
  readonly terms: ClosingTerms
  readonly rates?: RateTable
  readonly rule: DistributionRule
  readonly reserve?: KeptBack
}

/** Where and when a correction is made: its VAT stands on that day. */
export type CorrectionPlace = { readonly day: Day; readonly till: Stall }

/**
 * The amendment (avenant) of a closed period by one fact more: `standing` as the close or the last amendment left it,
 * `after` computed again by the close's own terms, rates, rule and weights. Amendments add up: however many there are,
 * the last one stands where a close of everything at once would stand.
 */
export function amend(
  close: FrozenTerms,
  standing: Standing,
  { fact, place }: { readonly fact: CorrectionFact; readonly place: CorrectionPlace },
): Amendment {
  const { terms } = close
  const before = standingOf(standing)
  const moved = movedBy(fact, terms)
  const joined = close.distribution.shares.length
  const incomeStatement = statementOf(added(before.incomeStatement, moved), terms, joined)
  const after: Standing = {
    incomeStatement,
    programmeHtCents: cents(before.programmeHtCents + moved.programmeHtCents),
    distribution: shareAgain(close, incomeStatement.resultCents),
  }
  return { before, after, difference: differenceOf(before, after), vat: vatRowsOf(fact, place) }
}

const standingOf = ({ incomeStatement, programmeHtCents, distribution }: Standing): Standing => ({
  incomeStatement,
  programmeHtCents,
  distribution,
})

/** A close as its amendments leave it: figures, VAT and shares; all else as it was frozen. */
export function amended(close: CloseBody, corrections: readonly CorrectionBody[]): CloseBody {
  const last = corrections.at(-1)
  if (last === undefined) return close
  const vat = corrections.flatMap((each) => each.amendment.vat)
  return { ...close, ...last.amendment.after, vat: [...close.vat, ...vat] }
}

type Moved = StatementSums & Pick<Standing, 'programmeHtCents'>

const NOTHING: Moved = {
  salesTtcCents: ZERO,
  vatCollectedCents: ZERO,
  revenueHtCents: ZERO,
  purchasesHtCents: ZERO,
  packagingHtCents: ZERO,
  otherChargesHtCents: ZERO,
  tillDifferenceCents: ZERO,
  donationsCents: ZERO,
  programmeHtCents: ZERO,
}

/** What a fact adds to the sums of the statement, below zero what it takes away. */
function movedBy(fact: CorrectionFact, terms: ClosingTerms): Moved {
  switch (fact.kind) {
    case 'cost':
      return chargesMoved(fact, terms)
    case 'void-cost':
      return negated(chargesMoved(fact, terms))
    case 'sale':
      return takingsMoved(fact)
    case 'void-sale':
      return negated(takingsMoved(fact))
    case 'cheque':
      invariant(fact.amountCents > 0, 'a cheque sent back is above zero')
      return { ...NOTHING, otherChargesHtCents: fact.amountCents }
    case 'till':
      invariant(fact.differenceCents !== 0, 'cash missing or found is not zero')
      return { ...NOTHING, tillDifferenceCents: fact.differenceCents }
    default:
      return unreachable(fact)
  }
}

function chargesMoved({ category, chargedTo, amounts }: CorrectedCost, terms: ClosingTerms): Moved {
  invariant(isCostCategory(category), 'a cost has a category')
  const lineOf = ({ amountCents, vatCents }: CostAmount): CostLine => ({
    category,
    chargedTo,
    amountCents,
    vatCents,
  })
  return { ...NOTHING, ...chargesOf(amounts.map(lineOf), terms.vatRegime) }
}

function takingsMoved({ rates }: CorrectedTakings): Moved {
  invariant(
    rates.every((rate) => rate.ttcCents > 0 && rate.htCents + rate.vatCents === rate.ttcCents),
    'takings are their VAT and what is left',
  )
  return {
    ...NOTHING,
    salesTtcCents: sumCents(rates.map((rate) => rate.ttcCents)),
    vatCollectedCents: sumCents(rates.map((rate) => rate.vatCents)),
    revenueHtCents: sumCents(rates.map((rate) => rate.htCents)),
  }
}

const negated = (moved: Moved): Moved => combined(NOTHING, moved, (a, b) => a - b)

/** The statement's sums and `moved`; margin, contribution, insurance and result are computed anew. */
const added = (statement: IncomeStatement, moved: Moved): StatementSums =>
  combined({ ...NOTHING, ...statement }, moved, (a, b) => a + b)

function combined(one: Moved, other: Moved, by: (a: number, b: number) => number): Moved {
  const of = (key: keyof Moved): Cents => cents(by(one[key], other[key]))
  return {
    salesTtcCents: of('salesTtcCents'),
    vatCollectedCents: of('vatCollectedCents'),
    revenueHtCents: of('revenueHtCents'),
    purchasesHtCents: of('purchasesHtCents'),
    packagingHtCents: of('packagingHtCents'),
    otherChargesHtCents: of('otherChargesHtCents'),
    tillDifferenceCents: of('tillDifferenceCents'),
    donationsCents: of('donationsCents'),
    programmeHtCents: of('programmeHtCents'),
  }
}

/** VAT rows of takings, on the day of the correction; takings too much stand there below zero. */
function vatRowsOf(fact: CorrectionFact, { day, till }: CorrectionPlace): readonly VatRow[] {
  if (fact.kind !== 'sale' && fact.kind !== 'void-sale') return []
  const sign = fact.kind === 'sale' ? 1 : -1
  return fact.rates.map(({ ratePerMille, ttcCents, vatCents, htCents }) => ({
    day,
    till,
    ratePerMille,
    ttcCents: cents(sign * ttcCents),
    vatCents: cents(sign * vatCents),
    htCents: cents(sign * htCents),
  }))
}

/**
 * The split by the close's own rule, weights and reserve. An amount kept in reserve gives way last: a result below it
 * is kept whole (choice). What nobody can be paid is kept in reserve too, for the close is not voted again (choice).
 */
function shareAgain(close: FrozenTerms, resultCents: Cents): Standing['distribution'] {
  const carried = close.distribution.carriedDeficitCents
  const available = cents(resultCents - (carried ?? ZERO))
  const reserve = reserveWithin(close.reserve, available)
  const parties: readonly Party[] = close.distribution.shares
  const split = distribute({ resultCents: available, rule: close.rule, reserve, parties })
  const kept = split.ok
    ? split
    : distribute({ resultCents: available, rule: close.rule, reserve: all(available), parties })
  invariant(kept.ok, 'what is kept whole needs nobody to share it')
  const { distribution } = kept
  const reasons = new Map(close.distribution.shares.map((each) => [each.participant, each]))
  const shares = distribution.shares.map((share) => {
    const payableReason = reasons.get(share.participant)?.payableReason
    const paid = close.rates && { pay: estimatePay(share.shareCents, close.rates) }
    return { ...share, ...(payableReason === undefined ? {} : { payableReason }), ...paid }
  })
  return {
    ...distribution,
    shares,
    ...(carried === undefined ? {} : { carriedDeficitCents: carried }),
  }
}

const all = (available: Cents): Reserve => ({ kind: 'amount', amountCents: available })

function reserveWithin(reserve: FrozenTerms['reserve'], available: Cents): Reserve {
  if (reserve === undefined) return { kind: 'none' }
  if (reserve.kind === 'percent') return reserve
  return { ...reserve, amountCents: cents(Math.max(0, Math.min(reserve.amountCents, available))) }
}

/** New less old, figure by figure and person by person. */
function differenceOf(before: Standing, after: Standing): Difference {
  const [old, now] = [before.distribution, after.distribution]
  const shares = now.shares.map((share, index) => shareDifference(old.shares[index], share))
  const totalCents = cents(now.totalCents - old.totalCents)
  invariant(
    sumCents(shares.map((share) => share.shareCents)) === totalCents,
    'the differences of the shares make the difference of the total',
  )
  return {
    incomeStatement: statementDifference(before.incomeStatement, after.incomeStatement),
    programmeHtCents: cents(after.programmeHtCents - before.programmeHtCents),
    totalCents,
    reserveCents: cents(now.reserveCents - old.reserveCents),
    deficitCents: cents(now.deficitCents - old.deficitCents),
    shares,
  }
}

function statementDifference(before: IncomeStatement, after: IncomeStatement): IncomeStatement {
  const of = (key: keyof IncomeStatement): Cents => cents(after[key] - before[key])
  return {
    salesTtcCents: of('salesTtcCents'),
    vatCollectedCents: of('vatCollectedCents'),
    revenueHtCents: of('revenueHtCents'),
    purchasesHtCents: of('purchasesHtCents'),
    packagingHtCents: of('packagingHtCents'),
    grossMarginCents: of('grossMarginCents'),
    otherChargesHtCents: of('otherChargesHtCents'),
    tillDifferenceCents: of('tillDifferenceCents'),
    donationsCents: of('donationsCents'),
    contributionCents: of('contributionCents'),
    insuranceCents: of('insuranceCents'),
    resultCents: of('resultCents'),
  }
}

function shareDifference(before: Share | undefined, after: Share): ShareDifference {
  const { participant } = after
  invariant(before?.participant === participant, 'an amendment is about the same people')
  const shareCents = cents(after.shareCents - before.shareCents)
  if (before.pay === undefined || after.pay === undefined) return { participant, shareCents }
  return { participant, shareCents, pay: payDifference(before.pay, after.pay) }
}

function payDifference(before: Pay, after: Pay): Pay {
  const of = (key: keyof Pay): Cents => cents(after[key] - before[key])
  return {
    grossCents: of('grossCents'),
    employerCents: of('employerCents'),
    employeeCents: of('employeeCents'),
    netCents: of('netCents'),
    remainderCents: of('remainderCents'),
  }
}
