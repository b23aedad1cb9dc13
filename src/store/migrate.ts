import { copyLedger, freeName } from './copy.ts'
import { type Db } from './sql.ts'
import { storeFault } from './store-error.ts'

const versionOf = (db: Db, path: string): number => {
  const version = db.pragma('user_version', { simple: true })
  return typeof version === 'number' ? version : storeFault({ code: 'not-a-ledger', path })
}

/** Takes the steps from `from` on, in the transaction of the caller. */
export function buildTables(db: Db, steps: readonly string[], from = 0): void {
  for (const step of steps.slice(from)) db.exec(step)
  db.pragma(`user_version = ${steps.length}`)
}

/**
 * Brings an older ledger to the newest version: a copy beside it first (`flashcoop.db.v1.backup`), then all steps and
 * the version in one transaction, so that whatever interrupts it leaves the old version or the new one. A ledger
 * that is up to date is left alone; of two programs that come at once the second finds it done.
 */
export function migrate(db: Db, path: string, steps: readonly string[]): void {
  const before = versionOf(db, path)
  if (before >= steps.length) return
  copyLedger(
    db,
    freeName((again) => `${path}.v${before}${again}.backup`),
  )
  db.transaction(() => {
    const version = versionOf(db, path)
    if (version < steps.length) buildTables(db, steps, version)
  }).immediate()
}
