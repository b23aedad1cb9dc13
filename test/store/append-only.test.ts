import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventHash } from '../../src/store/chain.ts'
import type { Db } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import { stallWithSales, temporaryFolder } from '../ledger-builder.ts'

type EventRow = { stall: string; seq: number; payload: string; prev: Buffer; hash: Buffer }

/** A stranger's connection: none of the pragmas that flashcoop sets. */
let db: Db
let rows: EventRow[]

beforeEach(() => {
  db = new Database(stallWithSales(join(temporaryFolder(), 'ledger.db'), 4))
  db.pragma('recursive_triggers = 0')
  db.pragma('foreign_keys = 0')
  rows = db.prepare('SELECT * FROM event ORDER BY seq').all() as EventRow[]
})
afterEach(() => db.close())

const INSERT = 'INTO event (stall, seq, payload, prev, hash) VALUES (?, ?, ?, ?, ?)'
const newest = (): EventRow => rows.at(-1) as EventRow

/** What would be the next event, with changes. */
function next(change: Partial<EventRow> = {}): unknown[] {
  const { stall, seq, payload, hash } = newest()
  const row = { stall, seq: seq + 1, payload, prev: hash, ...change }
  return [
    row.stall,
    row.seq,
    row.payload,
    row.prev,
    change.hash ?? eventHash(row.prev, row.payload),
  ]
}

function expectRefused(sql: string, params: unknown[] = []): void {
  const message = (() => {
    try {
      db.prepare(sql).run(params)
      return 'accepted'
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  })()
  expect(message, sql).toMatch(/append-only|gapless|CHECK|NOT NULL|datatype/)
  expect(db.prepare('SELECT * FROM event ORDER BY seq').all()).toEqual(rows)
}

describe('the journal takes nothing but the next event', () => {
  test('the next event is taken', () => {
    db.prepare(`INSERT ${INSERT}`).run(next())
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(rows.length + 1)
  })

  test.each([
    "UPDATE event SET payload = '{}' WHERE seq = 3",
    "UPDATE event SET payload = '{}'",
    'UPDATE event SET hash = prev',
    'UPDATE event SET seq = seq + 1 WHERE seq = 8',
    "UPDATE event SET stall = 'B'",
    'UPDATE OR REPLACE event SET seq = 2 WHERE seq = 3',
    'UPDATE OR IGNORE event SET seq = 2 WHERE seq = 3',
    'DELETE FROM event WHERE seq = 8',
    'DELETE FROM event WHERE seq = 1',
    'DELETE FROM event',
  ])('%s', (sql) => expectRefused(sql))

  test.each([1, 2, 3, 7, 8])(
    'REPLACE of event %i, which passes by the triggers for DELETE',
    (seq) => {
      const row = rows[seq - 1] as EventRow
      const changed = ['A', seq, '{"at":"forged"}', row.prev, row.hash]
      expectRefused(`REPLACE ${INSERT}`, changed)
      expectRefused(`INSERT OR REPLACE ${INSERT}`, changed)
      expectRefused(
        `INSERT ${INSERT} ON CONFLICT DO UPDATE SET payload = excluded.payload`,
        changed,
      )
    },
  )

  test.each<[string, () => unknown[]]>([
    ['a gap', () => next({ seq: newest().seq + 2 })],
    ['a number already taken', () => next({ seq: newest().seq })],
    ['number 0', () => next({ seq: 0 })],
    ['a negative number', () => next({ seq: -1 })],
    ['another link', () => next({ prev: rows[0]?.hash as Buffer })],
    ['the link of the event before', () => next({ prev: newest().prev })],
    ['a link of zeros', () => next({ prev: Buffer.alloc(32) })],
    ['a short hash', () => next({ hash: Buffer.alloc(31) })],
    ['another till that does not begin at 1', () => next({ stall: 'B' })],
    ['a till without a name', () => next({ stall: '', seq: 1 })],
  ])('%s', (_, params) => {
    expectRefused(`INSERT ${INSERT}`, params())
    expectRefused(`REPLACE ${INSERT}`, params())
  })

  test.each([
    [2, 'payload'],
    [3, 'prev'],
    [4, 'hash'],
  ])('no column %i (%s) at all', (column) => {
    expectRefused(`INSERT ${INSERT}`, next().with(column, null))
  })

  test('and the ledger is still whole after all these attempts', () => {
    for (const sql of ['DELETE FROM event', 'UPDATE event SET hash = prev']) expectRefused(sql)
    expect(verify(db).findings).toEqual([])
  })
})

test('without the guard on INSERT, REPLACE would rewrite history: the guard is what holds', () => {
  db.exec('DROP TRIGGER event_in_order')
  const row = rows[2] as EventRow
  db.prepare(`REPLACE ${INSERT}`).run('A', 3, '{"at":"forged"}', row.prev, row.hash)
  expect(db.prepare('SELECT payload FROM event WHERE seq = 3').pluck().get()).toBe(
    '{"at":"forged"}',
  )
})

describe('a closed period takes nothing', () => {
  const closed = (): void => {
    db.exec(
      `INSERT INTO closing (cohort, period, from_day, until_day, stall, seq, body)
       VALUES ('FC-ESSAI', 1, '2026-06-01', '2026-06-17', 'A', 99, '{}')`,
    )
  }
  test.each([
    "INSERT INTO till_session (number, stall, cohort, day, opened_at, float_cents, after_z) VALUES (9, 'A', 'FC-ESSAI', '2026-06-17', 'x', 0, 0)",
    'UPDATE sale SET total_cents = 1 WHERE number = 1',
    "UPDATE sale SET voided_by = 'A#9' WHERE number = 1",
    "INSERT INTO cost (number, cohort, day, label, category, paid_by, charged_to, amount_cents) VALUES (1, 'FC-ESSAI', '2026-06-17', 'x', 'other', 'cae', 'activity', 100)",
  ])('%s', (sql) => {
    closed()
    expect(() => db.exec(sql)).toThrow('the period is closed')
  })
})
