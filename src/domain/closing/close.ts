import { attendanceWeight, type HalfDay, type Presence, type Stay } from '../attendance/weight.ts'
import { invariant, unreachable } from '../kernel/defect.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import type {
  ClosingTerms,
  DistributionRule,
  IncomeStatement,
  RateTable,
  Share,
  VatRow,
} from './close-body.ts'
import {
  type Distribution,
  type DistributionFault,
  distribute,
  type Party,
  type Reserve,
} from './distribution.ts'
import { type CostLine, incomeStatement, programmeCharges } from './income-statement.ts'
import { estimatePay } from './pay.ts'
import { type Takings, vatOf } from './vat.ts'

/** Somebody who joined the cohort: leavers and not payable people too. */
export type Member = Stay & { readonly participant: string; readonly payable: boolean }

export type MemberPresence = Presence & { readonly participant: string }

/** The rule that the group voted, with what it needs. */
export type Choice =
  | { readonly rule: 'equal' }
  | { readonly rule: 'half-days' | 'hours'; readonly excusedCount: boolean }
  /** Whole numbers ≥ 0 by participant code; who is not named weighs 0. */
  | { readonly rule: 'weights'; readonly weights: ReadonlyMap<string, number> }

/** Everything recorded for one period of one cohort, and the terms it is closed on. */
export type CloseInput = {
  readonly takings: readonly Takings[]
  readonly costs: readonly CostLine[]
  /** Counted minus expected, all Zs together. */
  readonly tillDifferenceCents: Cents
  readonly donationsCents: Cents
  readonly terms: ClosingTerms
  readonly members: readonly Member[]
  readonly presences: readonly MemberPresence[]
  /** The half-day that the close falls in: later ones are not counted. */
  readonly closedIn: HalfDay
  readonly choice: Choice
  readonly reserve: Reserve
  /** The deficit of the cohort's period before, ≥ 0: made good before anything is shared (choice). */
  readonly carriedDeficitCents?: Cents
  /** Absent: the result is shared and the pay left to the host. */
  readonly rates?: RateTable | undefined
}

/** What a period earned, whoever shares it. */
export type Earnings = {
  readonly vat: readonly VatRow[]
  readonly incomeStatement: IncomeStatement
  readonly programmeHtCents: Cents
}

export type CloseComputation = Earnings & {
  readonly rule: DistributionRule
  readonly distribution: Distribution
}

export type CloseOutcome =
  | { readonly ok: true; readonly close: CloseComputation }
  | ({ readonly ok: false } & DistributionFault)

/** VAT and income statement of a period, without its distribution. */
export function earningsOf(
  input: Pick<
    CloseInput,
    'takings' | 'costs' | 'tillDifferenceCents' | 'donationsCents' | 'terms' | 'members'
  >,
): Earnings {
  const { terms, costs } = input
  const vat = vatOf(input.takings, terms.vatRegime)
  return {
    vat,
    incomeStatement: incomeStatement({ ...input, vat, participantsJoined: input.members.length }),
    programmeHtCents: programmeCharges(costs, terms.vatRegime),
  }
}

/**
 * From what was recorded to each one's share and pay. Computes alone: whether the period may be
 * closed (Zs, attendance, vote, loss accepted) is looked at elsewhere.
 */
export function computeClose(input: CloseInput): CloseOutcome {
  const { choice } = input
  const earnings = earningsOf(input)
  const carried = input.carriedDeficitCents ?? ZERO
  invariant(carried >= 0, 'a carried deficit is not negative')
  const split = distribute({
    resultCents: cents(earnings.incomeStatement.resultCents - carried),
    rule: choice.rule,
    reserve: input.reserve,
    parties: partiesOf(input),
  })
  if (!split.ok) return split
  const distribution: Distribution = {
    ...split.distribution,
    shares: withPay(split.distribution, input.rates),
    ...(carried === 0 ? {} : { carriedDeficitCents: carried }),
  }
  return { ok: true, close: { ...earnings, rule: choice.rule, distribution } }
}

function partiesOf({ members, presences, choice, closedIn }: CloseInput): readonly Party[] {
  const codes = new Set(members.map((member) => member.participant))
  const named = choice.rule === 'weights' ? [...choice.weights.keys()] : []
  invariant(
    named.every((code) => codes.has(code)),
    'weights are given to participants of the cohort',
  )
  const presencesOf = Map.groupBy(presences, (presence) => presence.participant)
  return members.map((member) => {
    const { participant, payable } = member
    const own = presencesOf.get(participant) ?? []
    return { participant, payable, weight: weightOf(member, own, { choice, until: closedIn }) }
  })
}

type Measured = { readonly choice: Choice; readonly until: HalfDay }

function weightOf(member: Member, own: readonly Presence[], { choice, until }: Measured): number {
  switch (choice.rule) {
    case 'equal':
      return 1
    case 'weights':
      return choice.weights.get(member.participant) ?? 0
    case 'half-days':
    case 'hours': {
      const unit = choice.rule === 'hours' ? 'minutes' : 'half-days'
      return attendanceWeight(own, member, { unit, excusedCount: choice.excusedCount, until })
    }
    default:
      return unreachable(choice)
  }
}

function withPay(distribution: Distribution, rates: RateTable | undefined): readonly Share[] {
  if (rates === undefined) return distribution.shares
  const shares = distribution.shares.map((share) => {
    return { ...share, pay: estimatePay(share.shareCents, rates) }
  })
  const paid = shares.map(({ pay }) =>
    sumCents([pay.grossCents, pay.employerCents, pay.remainderCents]),
  )
  invariant(
    sumCents(paid) === distribution.totalCents,
    'gross, employer contributions and remainders make the shared result',
  )
  return shares
}
