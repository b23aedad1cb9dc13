import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Io } from '../src/commands/io.ts'
import { runCommand } from '../src/commands/run.ts'

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string }

const NOW = '2026-06-19T18:00:00+02:00'

/** Runs commands of the product inside the test's own process, on ledgers of one folder: no start-up to wait for. */
export function flashcoopIn(folder: string, now = NOW, more: Partial<Process> = {}) {
  return (...argv: readonly string[]): Promise<Ran> => run(argv, { folder, now, ...more })
}

/** The same on a terminal, where the first text is typed. */
export function typingIn(folder: string, now = NOW) {
  return (typed: string, ...argv: readonly string[]): Promise<Ran> =>
    run(argv, { folder, now, typed })
}

/** What else a process has: its environment, the account's name, what is piped into it. */
type Process = {
  readonly env: Readonly<Record<string, string>>
  readonly user: string
  readonly piped: string
}

type Place = Partial<Process> & {
  readonly folder: string
  readonly now: string
  readonly typed?: string
}

async function run(
  argv: readonly string[],
  { folder, now, typed, env, user = 'tester', piped = '' }: Place,
): Promise<Ran> {
  const isTTY = typed !== undefined
  const stdin = Object.assign(new PassThrough(), { isTTY })
  stdin.end(typed ?? piped)
  const stdout = new PassThrough()
  const stderr = Object.assign(new PassThrough(), { isTTY })
  const printed = Promise.all([text(stdout), text(stderr)])
  const io = {
    argv,
    env: env ?? { FLASHCOOP_LANG: 'en', FLASHCOOP_ACTOR: 'ANIM01', HOME: folder },
    cwd: folder,
    stdin,
    stdout,
    stderr,
    nowMs: () => Date.parse(now),
    user: () => user,
    platform: process.platform,
  } as unknown as Io
  const exit = await runCommand(io)
  stdout.end()
  stderr.end()
  const [out, err] = await printed
  return { exit, stdout: out, stderr: err }
}
