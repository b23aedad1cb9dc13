import { command } from './command.ts'
import type { ExitCode } from './exit-code.ts'
import type { Session } from './session.ts'

export const help = command({
  arguments: '[words...]',
  options: {},
  run: (session, { words }) => printHelp(session, words),
})

/** Help for the whole, a noun, a command or a topic. */
export async function printHelp(session: Session, words: readonly string[]): Promise<ExitCode> {
  session.print(`help ${words.join(' ')}\n`)
  return 0
}
