import { refuse } from '../journal/refusal.ts'
import { compareText } from '../kernel/allocation.ts'
import { invariant } from '../kernel/defect.ts'
import { present } from '../kernel/present.ts'
import { suggest } from '../kernel/suggestion.ts'
import { computeClose, type Earnings, earningsOf } from './close.ts'
import type { CloseBody, RateTable } from './close-body.ts'
import { type CloseChoices, closeInput, ratesFor } from './close-choices.ts'
import {
  type ClosingContext,
  impossibleSplit,
  missingSocialRates,
  openTills,
  unacceptedLoss,
  unmarkedHalfDays,
  unratedProducts,
  unratedRecaps,
} from './obstacle.ts'
import type { ClosingObstacle } from './refusal.ts'

/** A close as it is shown, frozen or as things stand. */
export type CloseView = Omit<CloseBody, 'closedAt' | 'software' | 'inputs' | 'vote' | 'rates'> & {
  readonly rates?: RateTable | undefined
}

type Look = (context: ClosingContext) => ClosingObstacle | undefined

/** Without these no figure can be given at all. */
const FIGURES: readonly Look[] = [unratedProducts, unratedRecaps]
/** What keeps a period open, in the order in which people would mend it. */
const OBSTACLES: readonly Look[] = [
  openTills,
  ...FIGURES,
  unmarkedHalfDays,
  missingSocialRates,
  impossibleSplit,
  unacceptedLoss,
]

/** What is frozen beside the figures. */
export type Stamp = {
  readonly software: string
  /** SHA-256 of facts and choices in their canonical form, hex. */
  readonly inputs: string
}

/** Closes a period for good: the event that freezes all of it. Refuses as long as something stands in the way. */
export function decideClose(context: ClosingContext, { software, inputs }: Stamp): CloseBody {
  const { choices, moment } = context
  checkWeights(context)
  refuseFirst(OBSTACLES, context)
  const { vote } = choices
  if (vote === undefined) return refuse({ code: 'vote-missing' })
  const { rates, ...view } = viewOf(context)
  return {
    ...view,
    ...present({ rates }),
    vote,
    closedAt: moment,
    software,
    inputs,
  }
}

/**
 * The same close as things stand: open tills as sold so far, half-days as filled in so far. Refuses what leaves no
 * figure to show.
 */
export function previewClose(context: ClosingContext): CloseView {
  checkWeights(context)
  refuseFirst([...FIGURES, impossibleSplit], context)
  return viewOf(context)
}

/** VAT and income statement as things stand, whoever will share the result. */
export function previewEarnings(context: ClosingContext): Earnings {
  refuseFirst(FIGURES, context)
  return earningsOf(closeInput(context))
}

function refuseFirst(looks: readonly Look[], context: ClosingContext): void {
  for (const look of looks) {
    const obstacle = look(context)
    if (obstacle) refuse(obstacle)
  }
}

/** Refuses a weight for somebody who is not part of the cohort in this period. */
export function checkWeights({ facts, choices }: ClosingContext): void {
  const codes = new Set(facts.members.map((member) => member.participant))
  const stranger = [...choices.weights.keys()].find((code) => !codes.has(code))
  if (stranger !== undefined)
    refuse({
      code: 'unknown-participant',
      participant: stranger,
      near: suggest(stranger, [...codes]),
    })
}

function viewOf(context: ClosingContext): CloseView {
  const { facts, choices } = context
  const { cohort, period, terms, chart } = facts
  const outcome = computeClose(closeInput(context))
  invariant(outcome.ok, 'an impossible split is refused before')
  const { vat, incomeStatement, programmeHtCents, rule, distribution } = outcome.close
  const reasons = new Map(facts.members.map((each) => [each.participant, each.payableReason]))
  const shares = distribution.shares.map((share) => {
    const payableReason = share.payable ? undefined : reasons.get(share.participant)
    return payableReason === undefined ? share : { ...share, payableReason }
  })
  const { from, until, number } = period
  return {
    cohort,
    period: number,
    from,
    until,
    terms,
    chart,
    rates: ratesFor(facts, choices),
    rule,
    excusedCount: choices.excusedCount,
    ...present({ weights: weightsGiven(choices) }),
    ...(choices.reserve.kind === 'none' ? {} : { reserve: choices.reserve }),
    incomeStatement,
    programmeHtCents,
    vat,
    ...(facts.fixed.length === 0 ? {} : { fixed: facts.fixed }),
    distribution: { ...distribution, shares },
  }
}

/** By participant code. */
function weightsGiven({ rule, weights }: CloseChoices): CloseBody['weights'] | undefined {
  if (rule !== 'weights') return undefined
  return [...weights]
    .map(([participant, weight]) => ({ participant, weight }))
    .toSorted((a, b) => compareText(a.participant, b.participant))
}
