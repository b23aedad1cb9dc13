import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Io } from './io.ts'

export const LEDGER_NAME = 'flashcoop.db'

/** `--db`, else FLASHCOOP_DB, else the nearest flashcoop.db upwards, else the user's data folder. */
export function findLedger(io: Io, typed: string | undefined): string {
  if (typed !== undefined) return typed
  const named = io.env.FLASHCOOP_DB
  if (named !== undefined && named !== '') return named
  return nearestLedger(io.cwd) ?? join(dataFolder(io), LEDGER_NAME)
}

function nearestLedger(from: string): string | undefined {
  let folder = from
  for (;;) {
    const candidate = join(folder, LEDGER_NAME)
    if (existsSync(candidate)) return candidate
    const parent = dirname(folder)
    if (parent === folder) return undefined
    folder = parent
  }
}

/** Where the system keeps a user's data (XDG, Application Support, LOCALAPPDATA); an empty variable says nothing. */
function dataFolder({ env, platform, cwd }: Io): string {
  const home = env.HOME || env.USERPROFILE || cwd
  if (platform === 'win32') return join(env.LOCALAPPDATA || home, 'flashcoop')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'flashcoop')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'flashcoop')
}
