import { type Db, first, integerOf } from './sql.ts'
import { StoreError } from './store-error.ts'

/** How long one attempt to write waits for another program, in milliseconds. */
export function waitAtMost(db: Db, ms: number): void {
  db.pragma(`busy_timeout = ${ms}`)
}

/** Another program held the write lock all the time: nothing was recorded. */
export const isLocked = (error: unknown): boolean =>
  error instanceof StoreError && error.fault.code === 'ledger-locked'

/** A number that changes when another program has written to the file since; our own writes leave it. */
export function othersWrites(db: Db): number {
  return integerOf(first(db, 'PRAGMA data_version') ?? {}, 'data_version')
}
