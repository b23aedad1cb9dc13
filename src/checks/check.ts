import type { ClosingContext } from '../domain/closing/obstacle.ts'
import type { ClosingFinding } from '../domain/closing/refusal.ts'

/** `blocking` keeps a close from being made; a `warning` is said and goes along. */
export type Level = 'blocking' | 'warning'

/** Looks at what is recorded for one thing; its name is the code of what it finds. */
export type Check = {
  readonly level: Level
  readonly look: (context: ClosingContext) => ClosingFinding | undefined
}

export type CheckResult = { readonly level: Level; readonly finding: ClosingFinding }

/** What the checks find, in their order. */
export const runChecks = (
  checks: readonly Check[],
  context: ClosingContext,
): readonly CheckResult[] =>
  checks.flatMap(({ level, look }) => {
    const finding = look(context)
    return finding === undefined ? [] : [{ level, finding }]
  })
