import type { ClosingContext } from '../domain/closing/obstacle.ts'
import type { ClosingFinding } from '../domain/closing/refusal.ts'
import type { ClockStep } from '../domain/journal/clock-step.ts'
import type { DepositMethod } from '../domain/journal/money-move.ts'
import type { Cents } from '../domain/kernel/money.ts'
import type { Advance } from '../domain/payments/settle-cost.ts'

/** `blocking` keeps a close from being made; a `warning` is said and goes along. */
export type Level = 'blocking' | 'warning'

/** A check is called by the code of what it finds. */
export type CheckName = ClosingFinding['code']

type FindingOf<N extends CheckName> = Extract<ClosingFinding, { readonly code: N }>

/** What is known of a cohort beside one period of it; each is read when a check asks for it. */
export type Around = {
  /** Every step back that the ledger knows of. */
  readonly clockSteps: () => readonly ClockStep[]
  /** How each person who advanced something stands. */
  readonly advances: () => readonly Advance[]
  /** Of sealed tills and takings from paper; below zero when more went to the bank than came in. */
  readonly leftToDeposit: (method: DepositMethod) => Cents
  /** The first event of the journal that is not as it was written, such as `A#57`. */
  readonly brokenEvent: () => string | undefined
}

type Named<N extends CheckName> = { readonly name: N; readonly level: Level }

/** Looks at one thing of the period that is to be closed. */
type PeriodCheck<N extends CheckName> = Named<N> & {
  readonly of: 'period'
  readonly look: (context: ClosingContext, around: Around) => FindingOf<N> | undefined
}

/** Looks at one thing of the cohort, whatever is closed of it. */
type CohortCheck<N extends CheckName> = Named<N> & {
  readonly of: 'cohort'
  /** It reads the whole journal: left out where people wait for a preview. */
  readonly slow?: true
  readonly look: (around: Around) => FindingOf<N> | undefined
}

export type Check<N extends CheckName> = PeriodCheck<N> | CohortCheck<N>
export type AnyCheck = { readonly [N in CheckName]: Check<N> }[CheckName]

/** One check among others. Its type makes sure that it finds what its name says. */
export const check = <N extends CheckName>(made: Check<N>): Check<N> => made

export type CheckResult = { readonly level: Level; readonly finding: ClosingFinding }

/** `context` is undefined where nothing is left to close: checks of a period then have nothing to look at. */
export type Looked = { readonly context: ClosingContext | undefined; readonly around: Around }

/** What the checks find, in their order. */
export const runChecks = (
  checks: readonly AnyCheck[],
  { context, around }: Looked,
): readonly CheckResult[] =>
  checks.flatMap((each) => {
    const finding = each.of === 'cohort' ? each.look(around) : context && each.look(context, around)
    return finding === undefined ? [] : [{ level: each.level, finding }]
  })
