import { type Db, run } from './sql.ts'

/** Several reads that see the ledger at one moment, whatever others write meanwhile. Takes no lock from them. */
export function readTogether<T>(db: Db, read: () => T): T {
  run(db, 'BEGIN')
  try {
    return read()
  } finally {
    run(db, 'COMMIT')
  }
}
