import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Io } from '../src/commands/io.ts'
import { runCommand } from '../src/commands/run.ts'

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string }

const NOW = '2026-06-19T18:00:00+02:00'

/** Runs commands of the product inside the test's own process, on ledgers of one folder: no start-up to wait for. */
export function flashcoopIn(folder: string, now = NOW) {
  return (...argv: readonly string[]): Promise<Ran> => run(argv, { folder, now })
}

/** The same on a terminal, where the first text is typed. */
export function typingIn(folder: string, now = NOW) {
  return (typed: string, ...argv: readonly string[]): Promise<Ran> =>
    run(argv, { folder, now, typed })
}

type Place = { readonly folder: string; readonly now: string; readonly typed?: string }

async function run(argv: readonly string[], { folder, now, typed }: Place): Promise<Ran> {
  const isTTY = typed !== undefined
  const stdin = Object.assign(new PassThrough(), { isTTY })
  stdin.end(typed ?? '')
  const stdout = new PassThrough()
  const stderr = Object.assign(new PassThrough(), { isTTY })
  const printed = Promise.all([text(stdout), text(stderr)])
  const io = {
    argv,
    env: { FLASHCOOP_LANG: 'en', FLASHCOOP_ACTOR: 'ANIM01', HOME: folder },
    cwd: folder,
    stdin,
    stdout,
    stderr,
    nowMs: () => Date.parse(now),
    user: () => 'tester',
    platform: process.platform,
  } as unknown as Io
  const exit = await runCommand(io)
  stdout.end()
  stderr.end()
  const [out, err] = await printed
  return { exit, stdout: out, stderr: err }
}
