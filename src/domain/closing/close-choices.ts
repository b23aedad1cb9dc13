import { halfDayOf } from '../attendance/weight.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Choice, CloseInput } from './close.ts'
import type { DistributionRule, RateTable, Vote } from './close-body.ts'
import type { Reserve } from './distribution.ts'
import type { CloseFacts } from './facts.ts'
import { ratesInForce } from './pay.ts'

/** What the group and the accountant chose for a close. */
export type CloseChoices = {
  readonly rule: DistributionRule
  readonly excusedCount: boolean
  /** By participant code; only looked at under the rule `weights`. */
  readonly weights: ReadonlyMap<string, number>
  readonly reserve: Reserve
  /** With the pay estimate. */
  readonly payroll: boolean
  readonly acceptLoss: boolean
  readonly vote: Vote | undefined
}

export const EQUAL_SHARES: CloseChoices = {
  rule: 'equal',
  excusedCount: false,
  weights: new Map(),
  reserve: { kind: 'none' },
  payroll: true,
  acceptLoss: false,
  vote: undefined,
}

/**
 * The social rates of a period: those in force on its last day (law: contributions are owed at the rates of the time
 * worked). `undefined` when the host has none so old, or when pay is left to the host.
 */
export const ratesFor = (facts: CloseFacts, choices: CloseChoices): RateTable | undefined =>
  choices.payroll ? ratesInForce(facts.rateTables, facts.period.until) : undefined

export function closeInput({
  facts,
  choices,
  moment,
}: {
  readonly facts: CloseFacts
  readonly choices: CloseChoices
  readonly moment: Instant
}): CloseInput {
  const { takings, costs, tillDifferenceCents, donationsCents, terms, members, presences } = facts
  return {
    takings,
    costs,
    tillDifferenceCents,
    donationsCents,
    terms,
    members,
    presences,
    closedIn: halfDayOf(moment),
    choice: choiceOf(choices),
    reserve: choices.reserve,
    carriedDeficitCents: facts.period.carriedDeficitCents,
    rates: ratesFor(facts, choices),
  }
}

function choiceOf({ rule, excusedCount, weights }: CloseChoices): Choice {
  if (rule === 'equal') return { rule }
  return rule === 'weights' ? { rule, weights } : { rule, excusedCount }
}
