import type { AnyCheck } from '../checks/check.ts'
import { CLOSING_CHECKS } from '../checks/closing-checks.ts'
import { checkWeights } from '../domain/closing/decide-close.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { readTogether } from '../store/snapshot.ts'
import { aroundOf, runAlone } from './close-check.ts'
import { SHARING_OPTIONS, type SharingTyped, sharingFrom, voteFrom } from './close-options.ts'
import { type PeriodContext, readPeriod } from './closing-context.ts'
import { command } from './command.ts'
import type { ExitCode } from './exit-code.ts'
import { FLAGS, type FlagValues } from './flags.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { optional } from './values.ts'

const OPTIONS = {
  ...SHARING_OPTIONS,
  until: FLAGS.until,
  vote: FLAGS.vote,
  acceptLoss: FLAGS.acceptLoss,
} as const

/** `check [NAME…]`: the checks of a close one by one, for people and for scripts. */
export const check = command({
  arguments: '[names...]',
  options: OPTIONS,
  run: (session, { words, options }): Promise<ExitCode> => {
    const named = words.flatMap((word) => word.split(',')).map(checkNamed)
    const wanted = CLOSING_CHECKS.filter((each) => named.length === 0 || named.includes(each))
    const context = needsPeriod(session, wanted, named.length > 0)
      ? periodOf(session, options)
      : undefined
    return runAlone(session, wanted, { context, around: aroundOf(session) })
  },
})

function checkNamed(typed: string): AnyCheck {
  const found = CLOSING_CHECKS.find((each) => each.name === typed.trim().toLowerCase())
  const names = CLOSING_CHECKS.map((each) => each.name)
  return found ?? misused({ code: 'unknown-check', typed, near: suggest(typed, names) })
}

/** All checks of a cohort with nothing left to close are those that need no period. */
const needsPeriod = (session: Session, wanted: readonly AnyCheck[], named: boolean): boolean =>
  wanted.some((each) => each.of === 'period') && (named || session.cohort().status === 'open')

function periodOf(session: Session, options: FlagValues<typeof OPTIONS>): PeriodContext {
  const vote = optional(options.vote, (text) => voteFrom(session, text))
  const sharing = sharingFrom(session, options satisfies SharingTyped)
  const choices = { ...sharing, acceptLoss: options.acceptLoss, vote }
  const { db } = session.ledger()
  const context = readTogether(db, () => readPeriod(session, db, { until: options.until, choices }))
  checkWeights(context)
  return context
}
