import { type CostCategory, factsOf, type StatementPlace } from '../costs/category.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { basisPoints, shareOf } from '../kernel/rate.ts'
import type { ClosingTerms, IncomeStatement, VatRow } from './close-body.ts'
import type { VatRegime } from './vat.ts'

/** One amount of a cost, with the VAT that stands in it: extracted half up on this amount alone. */
export type CostLine = {
  readonly category: CostCategory
  readonly chargedTo: 'activity' | 'programme'
  /** VAT included. */
  readonly amountCents: Cents
  readonly vatCents: Cents
}

export type IncomeInput = {
  readonly vat: readonly VatRow[]
  readonly costs: readonly CostLine[]
  /** Counted minus expected: negative when money is missing. */
  readonly tillDifferenceCents: Cents
  /** Tips: outside VAT and outside the contribution's base. */
  readonly donationsCents: Cents
  readonly terms: ClosingTerms
  /** Everybody who joined, leavers and not payable people too. */
  readonly participantsJoined: number
}

/**
 * The income statement of a period (practice). Programme costs are paid by grants and never enter
 * it: see {@link programmeCharges}. Order of the sum: gross margin − other charges ± till + donations −
 * contribution − insurance.
 */
export function incomeStatement(input: IncomeInput): IncomeStatement {
  const { vat, terms, participantsJoined } = input
  const sums = {
    salesTtcCents: sumCents(vat.map((row) => row.ttcCents)),
    vatCollectedCents: sumCents(vat.map((row) => row.vatCents)),
    revenueHtCents: sumCents(vat.map((row) => row.htCents)),
    ...chargesOf(input.costs, terms.vatRegime),
    tillDifferenceCents: input.tillDifferenceCents,
    donationsCents: input.donationsCents,
  }
  return statementOf(sums, terms, participantsJoined)
}

/** The lines of a statement that are sums of what was recorded. */
export type StatementSums = Omit<
  IncomeStatement,
  'grossMarginCents' | 'contributionCents' | 'insuranceCents' | 'resultCents'
>

/** A statement from its sums: margin, contribution, insurance and result follow from them and the host's terms. */
export function statementOf(
  sums: StatementSums,
  terms: ClosingTerms,
  participantsJoined: number,
): IncomeStatement {
  const { salesTtcCents, vatCollectedCents, revenueHtCents, purchasesHtCents } = sums
  const { packagingHtCents, otherChargesHtCents, tillDifferenceCents, donationsCents } = sums
  const grossMarginCents = cents(revenueHtCents - purchasesHtCents - packagingHtCents)
  const contributionCents = contributionOf({ grossMarginCents, revenueHtCents }, terms)
  const insuranceCents = insuranceOf(revenueHtCents, terms, participantsJoined)
  const income = sumCents([grossMarginCents, tillDifferenceCents, donationsCents])
  const charges = sumCents([otherChargesHtCents, contributionCents, insuranceCents])
  const resultCents = cents(income - charges)
  invariant(revenueHtCents + vatCollectedCents === salesTtcCents, 'revenue and VAT make the sales')
  invariant(terms.vatRegime !== 'franchise' || vatCollectedCents === 0, 'a franchise has no VAT')
  invariant(
    resultCents + charges + purchasesHtCents + packagingHtCents ===
      revenueHtCents + tillDifferenceCents + donationsCents,
    'what came in is what was spent and the result',
  )
  return {
    salesTtcCents,
    vatCollectedCents,
    revenueHtCents,
    purchasesHtCents,
    packagingHtCents,
    grossMarginCents,
    otherChargesHtCents,
    tillDifferenceCents,
    donationsCents,
    contributionCents,
    insuranceCents,
    resultCents,
  }
}

/** What one amount of a cost weighs: without VAT where the host deducts it, whole under `franchise`. */
export function chargeOf(cost: CostLine, regime: VatRegime): Cents {
  return regime === 'franchise' ? cost.amountCents : cents(cost.amountCents - cost.vatCents)
}

/** What the programme cost (facilitators, designer…): paid by grants, reported, never in the result. */
export function programmeCharges(costs: readonly CostLine[], regime: VatRegime): Cents {
  const programme = costs.filter((cost) => cost.chargedTo === 'programme')
  return sumCents(programme.map((cost) => chargeOf(cost, regime)))
}

/** What costs weigh, by where they stand; those of the programme apart. */
export function chargesOf(costs: readonly CostLine[], regime: VatRegime) {
  const at = (place: StatementPlace): Cents => {
    const there = costs.filter(
      (cost) => cost.chargedTo === 'activity' && factsOf(cost.category).place === place,
    )
    return sumCents(there.map((cost) => chargeOf(cost, regime)))
  }
  return {
    purchasesHtCents: at('purchases'),
    packagingHtCents: at('packaging'),
    otherChargesHtCents: at('other'),
    programmeHtCents: programmeCharges(costs, regime),
  }
}

type Bases = Pick<IncomeStatement, 'grossMarginCents' | 'revenueHtCents'>

/**
 * The host's contribution, ≥ 0: rate × base half up, raised to the floor, then lowered to the cap (the cap wins
 * where they cross). A base below zero gives 0 even with a floor; a base of exactly zero pays the floor (choice: a
 * floor is a minimum). Without a base (`none`) nothing is due, floor or not.
 */
export function contributionOf(bases: Bases, terms: ClosingTerms): Cents {
  const base = contributionBase(bases, terms.contributionBase)
  if (base === undefined || base < 0) return ZERO
  const raw = shareOf(base, basisPoints(terms.contributionRateBp))
  const raised = Math.max(raw, terms.contributionFloorCents ?? raw)
  const contribution = cents(Math.min(raised, terms.contributionCapCents ?? raised))
  invariant(contribution >= 0, 'a contribution is never negative')
  return contribution
}

function contributionBase(bases: Bases, base: ClosingTerms['contributionBase']): Cents | undefined {
  switch (base) {
    case 'gross_margin':
      return bases.grossMarginCents
    case 'revenue':
      return bases.revenueHtCents
    case 'none':
      return undefined
    default:
      return unreachable(base)
  }
}

/**
 * Insurance, ≥ 0: the fixed amount for everybody who joined where the host set one, else rate × revenue excl. VAT,
 * half up (choice: one or the other). Revenue below zero insures nothing.
 */
export function insuranceOf(revenueHt: Cents, terms: ClosingTerms, joined: number): Cents {
  invariant(Number.isSafeInteger(joined) && joined >= 0, 'people are counted in whole numbers')
  if (terms.insurancePerParticipantCents > 0) {
    return cents(terms.insurancePerParticipantCents * joined)
  }
  return revenueHt < 0 ? ZERO : shareOf(revenueHt, basisPoints(terms.insuranceRateBp))
}
