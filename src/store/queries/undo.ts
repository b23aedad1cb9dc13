import type { EventKind, JournalEvent, Stall } from '../../domain/journal/event.ts'
import { deedOf } from '../../domain/undo/bring-back.ts'
import type { Dependent } from '../../domain/undo/refusal.ts'
import { FATES, isKind } from '../../domain/undo/take-back.ts'
import { parseEvent, UnreadableEvent } from '../event-schema.ts'
import {
  all,
  type Db,
  first,
  integerOf,
  optionalInteger,
  type Row,
  textOf,
  type Value,
} from '../sql.ts'
import { storeFault } from '../store-error.ts'

/** The event that an undo is about, and the tickets, voided since, that it went past. */
export type Candidate = { readonly event: JournalEvent; readonly ticketsPassed: readonly number[] }

export type Place = { readonly db: Db; readonly stall: Stall; readonly path: string }

/** Events looked at in one go: most undos need one. */
const STEP = 16

/**
 * The newest event of this till before `below` that has not been taken back, going backwards through the primary key:
 * the work is that of what was undone since, whatever the journal's length. `undefined` at its beginning.
 */
export function lastUndoable({ db, stall, path }: Place, below: number): Candidate | undefined {
  const ticketsPassed: number[] = []
  for (const row of backwards(db, stall, below)) {
    const seq = integerOf(row, 'seq')
    const kind = textOf(row, 'kind')
    if (!isKind(kind)) storeFault({ code: 'ledger-damaged', path, detail: `${stall}#${seq}` })
    const number = FATES[kind] === 'void' ? integerOf(row, 'number') : undefined
    const isTrace = optionalInteger(row, 'undo') === 1
    if (!isTrace && !isPast(db, stall, { seq, kind, number }))
      return { event: eventAt({ db, stall, path }, seq), ticketsPassed }
    if (kind === 'sale' && number !== undefined) ticketsPassed.push(number)
  }
  return undefined
}

/** What a till recorded before an event, the newest first, a few at a time. */
export function* backwards(db: Db, stall: Stall, below: number): Generator<Row> {
  for (let before: number | undefined = below; before !== undefined; ) {
    const rows: readonly Row[] = all(
      db,
      `SELECT seq, payload ->> '$.kind' AS kind, payload ->> '$.body.number' AS number,
         payload ->> '$.body.undo' AS undo, payload ->> '$.body.repeats' AS repeats
       FROM event WHERE stall = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
      [stall, before, STEP],
    )
    yield* rows
    const oldest = rows.at(-1)
    before = oldest === undefined ? undefined : integerOf(oldest, 'seq')
  }
}

/** Taken back already, or nothing that anybody did. */
function isPast(
  db: Db,
  stall: Stall,
  { seq, kind, number }: { seq: number; kind: EventKind; number: number | undefined },
): boolean {
  if (FATES[kind] === 'pass') return true
  if (FATES[kind] === 'final') return false
  if (kind === 'sale' || kind === 'sale-refund')
    return isThere(
      db,
      'SELECT 1 FROM sale WHERE stall = ? AND number = ? AND voided_by IS NOT NULL',
      [stall, number ?? 0],
    )
  if (kind === 'cost')
    return isThere(db, 'SELECT 1 FROM cost WHERE number = ? AND voided_by IS NOT NULL', [
      number ?? 0,
    ])
  return isThere(db, 'SELECT 1 FROM reversed WHERE stall = ? AND seq = ?', [stall, seq])
}

const isThere = (db: Db, query: string, params: readonly Value[]): boolean =>
  first(db, query, params) !== undefined

/** Reads an event back, every field checked. */
export function eventAt({ db, stall, path }: Place, seq: number): JournalEvent {
  const row = first(db, 'SELECT payload FROM event WHERE stall = ? AND seq = ?', [stall, seq])
  try {
    return parseEvent(row === undefined ? '' : textOf(row, 'payload'))
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return storeFault({
      code: 'ledger-damaged',
      path,
      detail: `${stall}#${seq} ${error.message}`,
    })
  }
}

type Question = readonly [by: Dependent, query: string, params: readonly Value[]]

/** What depends on the thing that an event brought, each found by one row of an index. */
export function dependentsOf(db: Db, candidate: Candidate): readonly Dependent[] {
  const { ticketsPassed } = candidate
  const event = deedOf(candidate.event)
  const sold = event.kind === 'product' && wasSold(db, event, ticketsPassed)
  return [
    ...questionsFor(event)
      .filter(([, query, params]) => isThere(db, `${query} LIMIT 1`, params))
      .map(([by]) => by),
    ...(sold ? (['sales'] as const) : []),
  ]
}

function questionsFor({ kind, body }: JournalEvent): readonly Question[] {
  if (kind === 'till-open')
    return [
      ['sales', 'SELECT 1 FROM sale WHERE session = ?', [body.session]],
      ['costs', 'SELECT 1 FROM cost WHERE session = ?', [body.session]],
    ]
  if (kind === 'cohort')
    return OF_COHORT.map(([by, table]) => [
      by,
      `SELECT 1 FROM ${table} WHERE cohort = ?`,
      [body.code],
    ])
  if (kind === 'day')
    return [
      [
        'attendance',
        'SELECT 1 FROM attendance WHERE cohort = ? AND day = ?',
        [body.cohort, body.day],
      ],
    ]
  if (kind !== 'participant') return []
  const whose = [body.cohort, body.code]
  return [
    ['attendance', 'SELECT 1 FROM attendance WHERE cohort = ? AND participant = ?', whose],
    ['costs', 'SELECT 1 FROM cost WHERE cohort = ? AND paid_by = ?', whose],
  ]
}

const OF_COHORT: readonly (readonly [by: Dependent, table: string])[] = [
  ['till', 'till_session'],
  ['sales', 'sale'],
  ['costs', 'cost'],
  ['participants', 'participant'],
  ['products', 'product'],
  ['moves', 'bank_withdrawal'],
]

/** Only tickets after the product can name it, and an undo went past all of those. */
const wasSold = (
  db: Db,
  { stall, body }: Extract<JournalEvent, { readonly kind: 'product' }>,
  tickets: readonly number[],
): boolean =>
  tickets.some((number) =>
    isThere(
      db,
      `SELECT 1 FROM sale JOIN sale_line USING (stall, number)
       WHERE stall = ? AND number = ? AND cohort = ? AND product = ?`,
      [stall, number, body.cohort, body.code],
    ),
  )
