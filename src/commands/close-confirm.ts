import type { ClosingContext } from '../domain/closing/obstacle.ts'
import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { startAsking } from './ask.ts'
import { warn } from './close-check.ts'
import { complain } from './complaint.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

/**
 * Shows what will be frozen and asks for the cohort's code, whatever `--yes` says: a close cannot be undone. Without
 * a terminal the code has to come with `--confirm`. Undefined when it was typed; an exit code when the person left.
 */
export async function confirmClose(
  session: Session,
  context: ClosingContext,
  preview: string,
): Promise<ExitCode | undefined> {
  const { io, globals } = session
  const { code } = session.cohort()
  if (!io.stdin.isTTY || !io.stderr.isTTY || globals.noInput)
    misused({ code: 'confirm-needed', cohort: code, command: commandTyped(session) })
  io.stderr.write(`${preview}\n`)
  warn(session, context, 'warning')
  const words = inLanguage(session.language(), { en, fr })
  const asker = startAsking(io, async (error) => void (await complain(session, error, false)))
  try {
    const said = await asker.ask({
      text: words.ask(code),
      usual: '',
      read: (typed) => confirmed(typed, code),
    })
    if (said !== undefined) return undefined
    io.stderr.write(`\n${words.left}`)
    return EXIT.interrupted
  } finally {
    asker.end()
  }
}

function confirmed(typed: string, code: string): true {
  return typed.trim().toUpperCase() === code.toUpperCase()
    ? true
    : misused({ code: 'confirm-differs', typed, cohort: code })
}

/** What was typed, so that only the confirmation has to be added. */
const commandTyped = ({ io }: Session): string =>
  io.argv.map((word) => (/^[\w./:@%=,+-]+$/.test(word) ? word : `"${word}"`)).join(' ')
