import type { Change, EventKind, EventOf, Scalar } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { type Db, run, type Value } from '../sql.ts'

/** What one kind of event writes into the tables, and how an undo takes it back. */
type Projector<K extends EventKind> = {
  readonly apply: (db: Db, event: EventOf<K>) => void
  readonly revert?: (db: Db, event: EventOf<K>) => void
}
export type Projectors<Kinds extends EventKind> = { readonly [K in Kinds]: Projector<K> }

/** The table behind an editable thing, its key columns and the column of each editable field. */
export type Editable = {
  readonly table: string
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, string>>
}

const stored = (value: Scalar | undefined): Value =>
  value === undefined ? null : typeof value === 'boolean' ? (value ? 1 : 0) : value

/** Of an edit: `to` when it happens, `from` when it is taken back. */
export type Side = 'from' | 'to'

/** Writes one side of each change of one thing; `of` are the values of its key. */
export function writeChanges(
  db: Db,
  { table, key, columns }: Editable,
  {
    of,
    changes,
    side,
  }: { readonly of: readonly Value[]; readonly changes: readonly Change[]; readonly side: Side },
): void {
  const where = key.map((column) => `${column} = ?`).join(' AND ')
  for (const change of changes) {
    const column = columns[change.field]
    if (column === undefined) throw new Defect(`${table} has no field ${change.field}`)
    run(db, `UPDATE ${table} SET ${column} = ? WHERE ${where}`, [stored(change[side]), ...of])
  }
}

export const orNull = <T extends Value>(value: T | undefined): T | null => value ?? null
export const bit = (value: boolean | undefined): 0 | 1 => (value === true ? 1 : 0)

/** How a projection names the event that did something: `A#57`. */
export const eventName = (event: { readonly stall: string; readonly seq: number }): string =>
  `${event.stall}#${event.seq}`
