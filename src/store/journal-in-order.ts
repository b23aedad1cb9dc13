import { type Chain, headsIn, inCanonicalOrder } from '../domain/journal/canonical-order.ts'
import type { Stall } from '../domain/journal/event.ts'
import {
  described,
  type Look,
  lookAt,
  type StoredEvent,
  storedEvent,
  type Walked,
} from './chain-walk.ts'
import { all, type Db, integerOf, type Row, statement, textOf } from './sql.ts'

/** One event of the journal, looked at; without `look` its row holds no event at all. */
export type Step =
  | { readonly stored: StoredEvent; readonly look: Look }
  | { readonly stored?: undefined; readonly stall: Stall; readonly seq: number }

/** Tills of the journal, with the number of the newest event of each. */
export function tillsOf(db: Db): ReadonlyMap<Stall, number> {
  const rows = all(db, 'SELECT stall, max(seq) AS seq FROM event GROUP BY stall ORDER BY stall')
  return new Map(rows.map((row) => [textOf(row, 'stall'), integerOf(row, 'seq')]))
}

/** Every event of all tills in their canonical order, each looked at. Memory does not grow with the journal. */
export function journalInOrder(db: Db): Generator<Step> {
  const chains: Chain<Step>[] = [...tillsOf(db).keys()].map((stall) => ({
    stall,
    items: stepsOf(db, stall),
  }))
  return inCanonicalOrder(chains, (step) => {
    if (step.stored === undefined) return { seq: step.seq, at: undefined, after: [] }
    const { event } = step.look
    if (event === undefined)
      return { seq: step.stored.seq, at: described(step.stored.payload).at, after: [] }
    return { seq: event.seq, at: event.at, after: headsIn(event) }
  })
}

function* stepsOf(db: Db, stall: Stall): Generator<Step, undefined> {
  let last: Walked | undefined
  for (const row of rowsOf(db, stall)) {
    const stored = storedEvent(row)
    if (stored === undefined) {
      yield { stall, seq: (last?.seq ?? 0) + 1 }
      continue
    }
    const look = lookAt(stored, last)
    last = look.walked
    yield { stored, look }
  }
  return undefined
}

const AT_ONCE = 500

/** A till's rows, some at a time, so that others may be written between two of them. */
function* rowsOf(db: Db, stall: Stall): Generator<Row, undefined> {
  const page = statement(
    db,
    `SELECT stall, seq, CAST(payload AS BLOB) AS payload, prev, hash FROM event
     WHERE stall = ? AND seq > ? ORDER BY seq LIMIT ${AT_ONCE}`,
  )
  for (let after: unknown = -1; ; ) {
    const rows = page.all([stall, after]).filter(isRow)
    yield* rows
    const newest: unknown = rows.at(-1)?.['seq']
    if (rows.length < AT_ONCE || typeof newest !== 'number' || typeof after !== 'number') return
    if (newest <= after) return
    after = newest
  }
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null
