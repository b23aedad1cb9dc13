import { type Db, statement } from './sql.ts'
import { storeFault } from './store-error.ts'

/**
 * Brings an older ledger to the newest version: a copy beside it first, then all steps and the version in one
 * transaction. A ledger that is up to date is left alone.
 */
export function migrate(db: Db, path: string, steps: readonly string[]): void {
  const version = db.pragma('user_version', { simple: true })
  if (typeof version !== 'number') storeFault({ code: 'not-a-ledger', path })
  if (version >= steps.length) return
  statement(db, 'VACUUM INTO ?').run([`${path}.v${version}.backup`])
  db.transaction(() => {
    for (const step of steps.slice(version)) db.exec(step)
    db.pragma(`user_version = ${steps.length}`)
  }).immediate()
}
