import { eventNameOf, lookAt, storedEvent, type Walked } from './chain-walk.ts'
import type { Finding } from './finding.ts'
import { type Db, each } from './sql.ts'

/**
 * The first thing that is wrong with the journal: every event is hashed and read again, as `audit verify` does, but
 * nothing is replayed into fresh tables. Undefined when the whole chain is as it was written.
 */
export function firstBroken(db: Db): Finding | undefined {
  let last: Walked | undefined
  const rows = each(
    db,
    'SELECT stall, seq, CAST(payload AS BLOB) AS payload, prev, hash FROM event ORDER BY stall, seq',
  )
  for (const row of rows) {
    const stored = storedEvent(row)
    const next = last === undefined ? {} : { event: eventNameOf(last.stall, last.seq + 1) }
    if (stored === undefined) return { check: 'storage', ...next, detail: 'cells' }
    const { findings, walked } = lookAt(stored, last)
    const [finding] = findings
    if (finding !== undefined) return finding
    last = walked
  }
  return last === undefined ? { check: 'empty' } : undefined
}
