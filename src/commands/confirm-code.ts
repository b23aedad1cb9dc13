import { startAsking } from './ask.ts'
import { complain } from './complaint.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

type Asked = {
  /** What will be frozen. */
  readonly preview: string
  readonly words: { readonly ask: (cohort: string) => string; readonly left: string }
  /** Says on stderr what else should be known before. */
  readonly warn?: () => void
}

/**
 * Shows what will be frozen and asks for the cohort's code, whatever `--yes` says: it cannot be undone. Without
 * a terminal the code has to come with `--confirm`. Undefined when it was typed; an exit code when the person left.
 */
export async function confirmCode(
  session: Session,
  { preview, words, warn }: Asked,
): Promise<ExitCode | undefined> {
  const { io, globals } = session
  const { code } = session.cohort()
  if (!io.stdin.isTTY || !io.stderr.isTTY || globals.noInput)
    misused({ code: 'confirm-needed', cohort: code, command: commandTyped(session) })
  io.stderr.write(`${preview}\n`)
  warn?.()
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
