import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Io } from '../src/commands/io.ts'
import { runCommand } from '../src/commands/run.ts'

export type Ran = { readonly exit: number; readonly stdout: string; readonly stderr: string }

/** Runs commands of the product inside the test's own process, on ledgers of one folder: no start-up to wait for. */
export function flashcoopIn(folder: string, now = '2026-06-19T18:00:00+02:00') {
  return async (...argv: readonly string[]): Promise<Ran> => {
    const stdout = new PassThrough()
    const stderr = new PassThrough()
    const printed = Promise.all([text(stdout), text(stderr)])
    const io = {
      argv,
      env: { FLASHCOOP_LANG: 'en', FLASHCOOP_ACTOR: 'ANIM01', HOME: folder },
      cwd: folder,
      stdin: new PassThrough().end(),
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
}
