import { type Level, runChecks } from '../checks/check.ts'
import { CLOSING_CHECKS } from '../checks/closing-checks.ts'
import { checkWeights } from '../domain/closing/decide-close.ts'
import type { ClosingContext } from '../domain/closing/obstacle.ts'
import { term } from '../formats/terminal-text.ts'
import { close as en } from '../words/en/close.ts'
import { findingSaid } from '../words/finding-text.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'

const wordsOf = (session: Session) => inLanguage(session.language(), { en, fr })

/** What stands in the way of a close, and what is said about it; exit 1 when one thing blocks. */
export async function checkClose(session: Session, context: ClosingContext): Promise<ExitCode> {
  checkWeights(context)
  const found = runChecks(CLOSING_CHECKS, context)
  const words = wordsOf(session)
  const rows = found.map(({ level, finding }) => {
    const { message, command } = findingSaid(finding, session.language(), session.money)
    return { check: finding.code, level, message, command }
  })
  await printOne(session, rows, () =>
    rows
      .map(({ level, message, command }) => resultText(words.levels[level], message, command))
      .join(''),
  )
  const blocking = found.filter((each) => each.level === 'blocking').length
  session.say(blocking === 0 ? words.nothingBlocks : words.checkSummary(blocking))
  if (blocking === 0) sayNext(session, words.next.preview)
  return blocking === 0 ? EXIT.done : EXIT.refused
}

const resultText = (level: string, message: string, command: string): string =>
  `${level}${term(message)}\n  ${term(command)}\n`

/** Says what the checks find, on stderr; only one level of it when asked for. */
export function warn(session: Session, context: ClosingContext, only?: Level): void {
  const { levels } = wordsOf(session)
  for (const { level, finding } of runChecks(CLOSING_CHECKS, context)) {
    if (only !== undefined && level !== only) continue
    const { message, command } = findingSaid(finding, session.language(), session.money)
    session.say(resultText(levels.warning, message, command))
  }
}
