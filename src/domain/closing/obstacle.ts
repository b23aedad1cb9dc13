import { missingHalfDays } from '../attendance/missing.ts'
import { halfDayOf } from '../attendance/weight.ts'
import { unreachable } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type CloseOutcome, computeClose } from './close.ts'
import { type CloseChoices, closeInput, ratesFor } from './close-choices.ts'
import type { CloseFacts } from './facts.ts'
import type { ClosingObstacle } from './refusal.ts'

/** What a close is judged by: what is recorded, what the group chose, and when. */
export type ClosingContext = {
  readonly facts: CloseFacts
  readonly choices: CloseChoices
  readonly moment: Instant
}

type Obstacle<C extends ClosingObstacle['code']> = Extract<ClosingObstacle, { readonly code: C }>

export const openTills = ({ facts }: ClosingContext): Obstacle<'tills-not-sealed'> | undefined =>
  facts.openTills.length === 0 ? undefined : { code: 'tills-not-sealed', tills: facts.openTills }

export const unratedProducts = ({
  facts,
}: ClosingContext): Obstacle<'vat-rate-missing'> | undefined =>
  facts.unrated.length === 0 ? undefined : { code: 'vat-rate-missing', unrated: facts.unrated }

export const unratedRecaps = ({
  facts,
}: ClosingContext): Obstacle<'recap-rate-missing'> | undefined =>
  facts.unratedRecaps.length === 0
    ? undefined
    : { code: 'recap-rate-missing', recaps: facts.unratedRecaps }

/** Half-days held up to the moment and not filled in for somebody who was part of the cohort then. */
export function unmarkedHalfDays({
  facts,
  moment,
}: ClosingContext): Obstacle<'half-days-missing'> | undefined {
  const missing = missingHalfDays(facts, halfDayOf(moment))
  const [first] = missing
  if (first === undefined) return undefined
  const { participant, day, half } = first
  return { code: 'half-days-missing', count: missing.length, participant, day, half }
}

export function missingSocialRates({
  facts,
  choices,
}: ClosingContext): Obstacle<'social-rates-missing'> | undefined {
  const { until } = facts.period
  return choices.payroll && ratesFor(facts, choices) === undefined
    ? { code: 'social-rates-missing', until }
    : undefined
}

/** Undefined while takings without a VAT rate would make it a false one. */
const outcomeOf = (context: ClosingContext): CloseOutcome | undefined =>
  unratedProducts(context) || unratedRecaps(context) ? undefined : computeClose(closeInput(context))

/** A split that cannot be computed: nobody to share with, or more kept in reserve than there is. */
export function impossibleSplit(
  context: ClosingContext,
): Obstacle<'reserve-above-result' | 'nobody-payable' | 'nobody-present'> | undefined {
  const outcome = outcomeOf(context)
  if (outcome === undefined || outcome.ok) return undefined
  switch (outcome.reason) {
    case 'reserve-above-result': {
      const { reserveCents, resultCents } = outcome
      return { code: 'reserve-above-result', reserveCents, resultCents }
    }
    case 'nobody-payable':
      return { code: 'nobody-payable' }
    case 'weights-all-zero':
      return { code: 'nobody-present', rule: outcome.rule }
    default:
      return unreachable(outcome)
  }
}

export function unacceptedLoss(context: ClosingContext): Obstacle<'loss-not-accepted'> | undefined {
  const outcome = outcomeOf(context)
  if (context.choices.acceptLoss || !outcome?.ok) return undefined
  const { deficitCents } = outcome.close.distribution
  return deficitCents > 0 ? { code: 'loss-not-accepted', deficitCents } : undefined
}
