import type { Stall } from '../../domain/journal/event.ts'
import { headsBeside } from '../merge.ts'
import { bytesOf, type Db, each, inSnapshot, integerOf, textOf } from '../sql.ts'

type Till = {
  readonly stall: Stall
  readonly from: 1
  readonly to: number
  readonly head: string
}
type Event = {
  readonly stall: Stall
  readonly seq: number
  readonly payload: string
  readonly hash: string
}

/** Every event of every till as it stood at one moment, read while `work` goes through them. */
export function bundleContent<T>(
  db: Db,
  work: (content: { readonly tills: readonly Till[]; readonly events: Iterable<Event> }) => T,
): T {
  return inSnapshot(db, () => {
    const tills = headsBeside(db, '').map(({ stall, seq, hash }) => ({
      stall,
      from: 1 as const,
      to: seq,
      head: hash,
    }))
    return work({ tills, events: eventsOf(db) })
  })
}

function* eventsOf(db: Db): Generator<Event> {
  const rows = each(db, 'SELECT stall, seq, payload, hash FROM event ORDER BY stall, seq')
  for (const row of rows) {
    yield {
      stall: textOf(row, 'stall'),
      seq: integerOf(row, 'seq'),
      payload: textOf(row, 'payload'),
      hash: bytesOf(row, 'hash').toString('hex'),
    }
  }
}
