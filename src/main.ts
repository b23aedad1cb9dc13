import type { Io } from './commands/io.ts'

/** Runs one command and answers with its exit code. The rest is loaded only when it is needed. */
export async function main(io: Io): Promise<number> {
  const [only, ...others] = io.argv
  if (others.length === 0 && (only === '--version' || only === '-V')) {
    const { VERSION_TEXT } = await import('./commands/version.ts')
    io.stdout.write(VERSION_TEXT)
    return 0
  }
  const { runCommand } = await import('./commands/run.ts')
  return runCommand(io)
}
