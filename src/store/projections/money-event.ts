import type { EventBodies, EventKind, EventOf } from '../../domain/journal/event.ts'
import { type Db, first, run, textOf } from '../sql.ts'
import { bit } from './projector.ts'

type Book<K extends EventKind> = (body: EventBodies[K]) => string | undefined
const own = (body: { readonly cohort: string }): string => body.cohort

/** In whose books a kind moves money; the others move none: sales of a session are in its Z. */
const BOOKS: { readonly [K in EventKind]?: Book<K> } = {
  cost: own,
  'cost-void': own,
  sale: (body) => (body.session === undefined ? body.cohort : undefined),
  'sale-void': own,
  'till-z': own,
  'bank-withdrawal': own,
  deposit: own,
  'cost-payment': own,
  'cost-refund': own,
  payout: own,
  close: own,
  correction: own,
  reversal: ({ taken }) => bookOf(taken),
  redo: ({ taken }) => bookOf(taken),
}

function bookOf<K extends EventKind>({
  kind,
  body,
}: {
  readonly kind: K
  readonly body: EventBodies[K]
}): string | undefined {
  return BOOKS[kind]?.(body)
}

/** Notes what a cohort's books are read from, so that reading them reads no other event. Runs before the projection. */
export function noteMoney<K extends EventKind>(
  db: Db,
  { stall, seq, kind, body }: EventOf<K>,
): void {
  const cohort = bookOf({ kind, body })
  if (cohort === undefined) return
  const row = first(db, 'SELECT status FROM cohort WHERE code = ?', [cohort])
  const late = row !== undefined && textOf(row, 'status') !== 'open'
  run(db, 'INSERT INTO money_event (cohort, stall, seq, kind, late) VALUES (?, ?, ?, ?, ?)', [
    cohort,
    stall,
    seq,
    kind,
    bit(late),
  ])
}
