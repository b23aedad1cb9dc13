import { spawnSync } from 'node:child_process'

/** Runs Debian's hledger on a journal. */
export const hledger = (args: readonly string[], journal: string) =>
  spawnSync('hledger', ['-f', '-', ...args], { input: journal, encoding: 'utf8' })

export const hasHledger = hledger(['--version'], '').status === 0
if (!hasHledger)
  process.stderr.write('\nNOTICE: the checks by hledger itself are SKIPPED: it is not installed\n')
