import {
  type AnyCheck,
  type Around,
  type CheckResult,
  type Level,
  type Looked,
  runChecks,
} from '../checks/check.ts'
import { CLOSING_CHECKS } from '../checks/closing-checks.ts'
import { checkWeights } from '../domain/closing/decide-close.ts'
import type { ClosingFinding } from '../domain/closing/refusal.ts'
import { ZERO } from '../domain/kernel/money.ts'
import { term } from '../formats/terminal-text.ts'
import { eventOf } from '../store/finding.ts'
import { firstBroken } from '../store/first-broken.ts'
import { clockSteps } from '../store/queries/clock.ts'
import { toDeposit } from '../store/queries/deposit.ts'
import { advancesOf } from '../store/queries/settlement.ts'
import { close as en } from '../words/en/close.ts'
import { findingSaid } from '../words/finding-text.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import type { PeriodContext } from './closing-context.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

const wordsOf = (session: Session) => inLanguage(session.language(), { en, fr })

/** What stands in the way of a close, and what is said about it; exit 1 when one thing blocks. */
export async function checkClose(session: Session, context: PeriodContext): Promise<ExitCode> {
  checkWeights(context)
  const found = runChecks(CLOSING_CHECKS, { context, around: aroundOf(session) })
  await printFound(session, found, context)
  const words = wordsOf(session)
  const blocking = found.filter((each) => each.level === 'blocking').length
  session.say(blocking === 0 ? words.nothingBlocks : words.checkSummary(blocking))
  if (blocking === 0) sayNext(session, words.next.preview)
  return blocking === 0 ? EXIT.done : EXIT.refused
}

/** Runs the checks alone: silent when all is well; exit 1 when one finds anything, a warning too. */
export async function runAlone(
  session: Session,
  checks: readonly AnyCheck[],
  looked: Looked & { readonly context: PeriodContext | undefined },
): Promise<ExitCode> {
  const found = runChecks(checks, looked)
  await printFound(session, found, looked.context)
  return found.length === 0 ? EXIT.done : EXIT.refused
}

function printFound(
  session: Session,
  found: readonly CheckResult[],
  context: PeriodContext | undefined,
): Promise<void> {
  const { levels } = wordsOf(session)
  const rows = found.map(({ level, finding }) => {
    const { message, command } = saidIn(session, finding, context)
    return { check: finding.code, level, message, command }
  })
  return printOne(session, rows, () =>
    rows.map(({ level, message, command }) => resultText(levels[level], message, command)).join(''),
  )
}

/** A close that the command to type makes is of the same period. */
function saidIn(session: Session, finding: ClosingFinding, context: PeriodContext | undefined) {
  const said = findingSaid(finding, session.language(), session.money)
  const closes = /^flashcoop (?:close|cloture) /.test(said.command)
  if (!closes || context === undefined || context.last || said.command.includes(' --until '))
    return said
  return { ...said, command: `${said.command} --until ${context.facts.period.until}` }
}

const resultText = (level: string, message: string, command: string): string =>
  `${level}${term(message)}\n  ${term(command)}\n`

/** Whoever waits for a preview does not wait for the whole journal to be read. */
const QUICK_CHECKS = CLOSING_CHECKS.filter((each) => each.of === 'period' || !each.slow)

/** Says what the checks find, on stderr; only one level of it when asked for. */
export function warn(session: Session, context: PeriodContext, only?: Level): void {
  const { levels } = wordsOf(session)
  const looked = { context, around: aroundOf(session) }
  for (const { level, finding } of runChecks(QUICK_CHECKS, looked)) {
    if (only !== undefined && level !== only) continue
    const { message, command } = saidIn(session, finding, context)
    session.say(resultText(levels.warning, message, command))
  }
}

/** What checks may ask for beside the period: read when they do. */
export function aroundOf(session: Session): Around {
  const { db } = session.ledger()
  const { code } = session.cohort()
  return {
    clockSteps: () => clockSteps(db),
    advances: () => advancesOf(db, code),
    leftToDeposit: (method) =>
      toDeposit(db, code).find((each) => each.method === method)?.leftCents ?? ZERO,
    brokenEvent: () => {
      const finding = firstBroken(db)
      return finding === undefined ? undefined : (eventOf(finding) ?? finding.check)
    },
  }
}
