import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EventKind } from '../../src/domain/journal/event.ts'
import { headCodeOf, parseHeadCode } from '../../src/domain/journal/head-code.ts'
import { eventHash } from '../../src/store/chain.ts'
import { eventOf, type Finding } from '../../src/store/finding.ts'
import type { Db } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import { temporaryFolder, wholeLife } from '../ledger-builder.ts'

/** The bytes of a closed ledger, marked as not in WAL mode so that SQLite opens them in memory. */
let image: Buffer
let triggers: readonly { readonly name: string; readonly sql: string }[]
let rows: readonly EventRow[]

type EventRow = {
  readonly stall: string
  readonly seq: number
  readonly payload: string
  readonly prev: Buffer
  readonly hash: Buffer
}

beforeAll(() => {
  image = readFileSync(wholeLife(join(temporaryFolder(), 'ledger.db')))
  image[18] = 1
  image[19] = 1
  const db = new Database(image)
  triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as never
  rows = db.prepare('SELECT * FROM event ORDER BY seq').all() as never
  db.close()
})

/** What a verification finds after somebody with a database tool, who took the triggers off and put them back. */
function findingsAfter(work: (db: Db) => void): readonly Finding[] {
  const db = new Database(Buffer.from(image))
  try {
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    work(db)
    for (const { sql } of triggers) db.exec(sql)
    return verify(db).findings
  } finally {
    db.close()
  }
}

/** How many events {@link wholeLife} has. */
const EVENTS = 55

/** Complete by its type: a new kind must happen in {@link wholeLife} too, but `join`, which begins another till. */
const ALL_KINDS: { readonly [K in Exclude<EventKind, 'join'>]: true } = {
  init: true,
  host: true,
  rates: true,
  cohort: true,
  'cohort-edit': true,
  'cohort-use': true,
  day: true,
  'day-edit': true,
  'day-move': true,
  'day-remove': true,
  participant: true,
  'participant-edit': true,
  'participant-leave': true,
  attendance: true,
  cost: true,
  'cost-void': true,
  product: true,
  'product-edit': true,
  stock: true,
  'sold-out': true,
  'till-open': true,
  'till-cash': true,
  'till-count': true,
  'till-z': true,
  'till-closing': true,
  sale: true,
  'sale-import': true,
  'sale-void': true,
  'sale-refund': true,
  'sale-repay': true,
  'bank-withdrawal': true,
  deposit: true,
  'cost-payment': true,
  'cost-refund': true,
  payout: true,
  close: true,
  correction: true,
  reversal: true,
  redo: true,
  import: true,
  export: true,
  'clock-anomaly': true,
  merge: true,
}

const row = (seq: number): EventRow => rows[seq - 1] as EventRow
const set = (db: Db, column: string, value: unknown, seq: number): void =>
  void db.prepare(`UPDATE event SET ${column} = ? WHERE seq = ?`).run(value, seq)

/** The same text with one letter or digit of its middle changed. */
function altered(payload: string): string {
  const middle = Math.floor(payload.length / 2)
  const at = middle + payload.slice(middle).search(/[a-y0-8]/)
  return (
    payload.slice(0, at) + String.fromCharCode(payload.charCodeAt(at) + 1) + payload.slice(at + 1)
  )
}

const flipped = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, at) => (at ? byte : byte ^ 1)))

function swap(db: Db, columns: readonly string[], one: number, other: number): void {
  for (const column of columns) {
    const key = column as keyof EventRow
    set(db, column, row(other)[key], one)
    set(db, column, row(one)[key], other)
  }
}

describe('a whole ledger', () => {
  test('of every kind of event has nothing wrong, with or without its triggers put back', () => {
    expect(findingsAfter(() => undefined)).toEqual([])
    expect(rows.length).toBeGreaterThan(30)
    const kinds = new Set(rows.map(({ payload }) => JSON.parse(payload).kind))
    expect(kinds).toEqual(new Set(Object.keys(ALL_KINDS)))
  })
})

describe('an event that was tampered with is named', () => {
  const last = EVENTS
  const all = Array.from({ length: last }, (_, index) => index + 1)
  const butLast = all.slice(0, -1)

  test.each<[string, readonly number[], string, (db: Db, seq: number) => void]>([
    ['payload', all, 'content', (db, seq) => set(db, 'payload', altered(row(seq).payload), seq)],
    [
      'payload with a blank',
      all,
      'content',
      (db, seq) => set(db, 'payload', ` ${row(seq).payload}`, seq),
    ],
    ['hash', all, 'content', (db, seq) => set(db, 'hash', flipped(row(seq).hash), seq)],
    ['seq', butLast, 'missing', (db, seq) => set(db, 'seq', seq + 1000, seq)],
    ['stall', butLast, 'missing', (db, seq) => set(db, 'stall', 'B', seq)],
    [
      'removal',
      butLast,
      'missing',
      (db, seq) => void db.prepare('DELETE FROM event WHERE seq = ?').run(seq),
    ],
    [
      'payload swapped with the next',
      butLast,
      'content',
      (db, seq) => swap(db, ['payload'], seq, seq + 1),
    ],
  ])('by its %s', (_, seqs, check, tamper) => {
    for (const seq of seqs) {
      const [first] = findingsAfter((db) => tamper(db, seq))
      expect({ check: first?.check, event: first && eventOf(first) }).toEqual({
        check,
        event: `A#${seq}`,
      })
    }
  })

  test('by its link to the event before', () => {
    for (const seq of all) {
      const [first] = findingsAfter((db) => set(db, 'prev', flipped(row(seq).prev), seq))
      expect(first).toMatchObject({ check: seq === 1 ? 'content' : 'link', event: `A#${seq}` })
    }
  })

  test('when two whole rows changed places', () => {
    for (const seq of butLast) {
      const [first] = findingsAfter((db) => swap(db, ['payload', 'prev', 'hash'], seq, seq + 1))
      expect(first && eventOf(first)).toBe(`A#${seq}`)
    }
  })

  test('when it was given a hash of its own, by the event after it', () => {
    for (const seq of butLast) {
      const [first] = findingsAfter((db) => {
        const payload = altered(row(seq).payload)
        set(db, 'payload', payload, seq)
        set(db, 'hash', eventHash(row(seq).prev, payload), seq)
      })
      expect(first).toMatchObject({ event: expect.stringMatching(/^A#/) })
      expect([`A#${seq}`, `A#${seq + 1}`]).toContain(first && eventOf(first))
    }
  })

  test('and nothing else is: one change gives one finding', () => {
    for (const column of ['payload', 'hash'] as const) {
      const value = column === 'hash' ? flipped(row(9).hash) : altered(row(9).payload)
      expect(findingsAfter((db) => set(db, column, value, 9))).toHaveLength(1)
    }
  })

  test('with when it was and what, where that can still be read', () => {
    const payload = row(25).payload.replace('Cookie', 'Gratis')
    expect(findingsAfter((db) => set(db, 'payload', payload, 25))).toEqual([
      { check: 'content', event: 'A#25', at: '2026-06-17T10:32:00+02:00', kind: 'sale' },
    ])
    expect(findingsAfter((db) => set(db, 'payload', '{}', 25))).toEqual([
      { check: 'content', event: 'A#25' },
    ])
  })
})

/** The chain rewritten from one event on, every hash right: what only the contents can betray. */
function rewriteFrom(
  db: Db,
  from: number,
  change: (payload: string, seq: number, prev: Buffer) => string,
): void {
  let prev = row(from).prev
  for (const { seq, payload } of rows.slice(from - 1)) {
    const text = change(payload, seq, prev)
    const hash = eventHash(prev, text)
    db.prepare('UPDATE event SET payload = ?, prev = ?, hash = ? WHERE seq = ?').run(
      text,
      prev,
      hash,
      seq,
    )
    prev = hash
  }
}

describe('a history whose hashes were all made anew', () => {
  const seqOf = (kind: string): number =>
    rows.findIndex(({ payload }) => JSON.parse(payload).kind === kind) + 1
  const at =
    (seq: number, change: (payload: string) => string) =>
    (payload: string, each: number): string =>
      each === seq ? change(payload) : payload

  test.each<[string, string, (payload: string) => string]>([
    ['envelope', 'sale', (text) => text.replace(/"seq":\d+/, '"seq":7')],
    ['envelope', 'sale', (text) => text.replace('"stall":"A"', '"stall":"B"')],
    ['unreadable', 'sale', (text) => text.replace('"tipCents":0', '"tipCents":0,"tips":0')],
    ['unreadable', 'cost', (text) => text.replace('"kind":"cost"', '"kind":"gift"')],
    ['unreadable', 'cost', () => 'not JSON'],
    ['form', 'sale', (text) => text.replace('{"actor"', '{ "actor"')],
    ['form', 'sale', (text) => text.replace('"tipCents":0', '"tipCents":0.0')],
    ['form', 'cost', (text) => text.replace('Farine', 'Cafe\u0301')],
    ['totals', 'sale', (text) => text.replace(/"salesCents":\d+/, '"salesCents":1')],
    ['totals', 'sale-void', (text) => text.replace(/"voidsCents":\d+/, '"voidsCents":0')],
    ['z', 'till-z', (text) => text.replace(/"head":"../, '"head":"00')],
    ['z', 'till-z', (text) => text.replace('"number":1', '"number":2')],
    ['z', 'till-z', (text) => text.replace(/"perpetualSalesCents":\d+/, '"perpetualSalesCents":1')],
    ['z', 'till-z', (text) => text.replace(/"perpetualVoidsCents":\d+/, '"perpetualVoidsCents":1')],
    ['z', 'till-z', (text) => text.replace('"rates"', `"previousZ":"${'ab'.repeat(32)}","rates"`)],
    ['z', 'till-closing', (text) => text.replace(/"head":"../, '"head":"00')],
    [
      'z',
      'till-closing',
      (text) => text.replace(/"perpetualSalesCents":\d+/, '"perpetualSalesCents":1'),
    ],
    [
      'z',
      'till-closing',
      (text) => text.replace('"rates"', `"previousClosing":"${'ab'.repeat(32)}","rates"`),
    ],
    [
      'replay',
      'till-closing',
      (text) => text.replace(/"salesCents":\d+,"scope"/, '"salesCents":1,"scope"'),
    ],
    ['replay', 'till-closing', (text) => text.replace('"zs":[1]', '"zs":[2]')],
    ['reversal', 'reversal', (text) => text.replace(/"of":\d+/, '"of":5')],
    ['reversal', 'reversal', (text) => text.replace(/"of":\d+/, '"of":99')],
    ['reversal', 'reversal', (text) => text.replace('"to":"Cookies"', '"to":"Gratis"')],
    ['replay', 'cost', (text) => text.replace('"amountCents":1055', '"amountCents":-5')],
    ['link', 'init', (text) => text.replace('"coop":"00', '"coop":"ff')],
    [
      'start',
      'init',
      (text) =>
        text
          .replace(/"body":.*,"cum"/, '"body":{"changes":[]},"cum"')
          .replace('"kind":"init"', '"kind":"host"'),
    ],
  ])('is caught by %s (%s)', (check, kind, change) => {
    const seq = seqOf(kind)
    expect(change(row(seq).payload)).not.toBe(row(seq).payload)
    const [first] = findingsAfter((db) => rewriteFrom(db, seq, at(seq, change)))
    expect(first).toMatchObject({ check, event: `A#${seq}` })
  })

  test('and carried into the tables as well is only caught by a head code kept outside', () => {
    const code = headCodeOf(row(EVENTS).hash)
    const parsed = parseHeadCode(code)
    const db = new Database(Buffer.from(image))
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    const head = (payload: string, prev: Buffer): string =>
      payload.replace(/"head":"[0-9a-f]{64}"/, `"head":"${prev.toString('hex')}"`)
    rewriteFrom(db, 1, (payload, _, prev) => head(payload.replaceAll('Farine', 'Sucre'), prev))
    db.exec("UPDATE cost SET label = 'Sucre' WHERE label = 'Farine'")
    for (const [table, kind] of [
      ['z', 'till-z'],
      ['till_closing', 'till-closing'],
    ]) {
      const body = db.prepare(
        "SELECT payload -> '$.body' FROM event WHERE payload ->> '$.kind' = ?",
      )
      db.prepare(`UPDATE ${table} SET body = ?`).run(body.pluck().get(kind))
    }
    for (const { sql } of triggers) db.exec(sql)
    expect(verify(db).findings).toEqual([])
    expect(parsed.ok && verify(db, { code: { text: code, start: parsed.start } }).findings).toEqual(
      [{ check: 'code', code }],
    )
    db.close()
  })
})

describe('the end of the journal cut off', () => {
  test.each([1, 2, 5, 20, EVENTS - 1, EVENTS])(
    'by %i events is caught by the head code of the last one',
    (count) => {
      const code = headCodeOf(row(EVENTS).hash)
      const parsed = parseHeadCode(code)
      const db = new Database(Buffer.from(image))
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
      db.prepare('DELETE FROM event WHERE seq > ?').run(EVENTS - count)
      const { findings } = verify(
        db,
        parsed.ok ? { code: { text: code, start: parsed.start } } : {},
      )
      expect(findings).toContainEqual({ check: 'code', code })
      if (count === EVENTS) expect(findings[0]).toEqual({ check: 'empty' })
      db.close()
    },
  )

  test('with the code of an older event says how many came since', () => {
    const parsed = parseHeadCode(headCodeOf(row(30).hash))
    const db = new Database(Buffer.from(image))
    const asked = parsed.ok ? { code: { text: '', start: parsed.start } } : {}
    expect(verify(db, asked)).toMatchObject({
      findings: [],
      anchor: { event: 'A#30', since: rows.length - 30 },
    })
    db.close()
  })
})

describe('a table that was edited by hand', () => {
  const difference = (found: readonly Finding[]) => found.find(({ check }) => check === 'table')

  test.each<[string, string, object]>([
    [
      'UPDATE sale SET total_cents = 1 WHERE number = 2',
      'sale',
      { row: 'A 2', how: 'differs', column: 'total_cents', stored: '1', journal: '750' },
    ],
    ['DELETE FROM sale WHERE number = 2', 'sale', { row: 'A 2', how: 'absent' }],
    ['DELETE FROM sale WHERE number = 6', 'sale', { row: 'A 6', how: 'absent' }],
    [
      'INSERT INTO cost SELECT 9, cohort, day, label, category, supplier, voucher, paid_by, charged_to, session, amount_cents, voided_by, void_reason, corrects FROM cost WHERE number = 1',
      'cost',
      { row: '9', how: 'extra' },
    ],
    ['UPDATE cost SET number = 7 WHERE number = 1', 'cost', { row: '1', how: 'absent' }],
    [
      "UPDATE setting SET value = 'Autre' WHERE key = 'name'",
      'setting',
      { row: 'name', how: 'differs', column: 'value', stored: 'Autre', journal: 'CAE Essai' },
    ],
    [
      "UPDATE participant SET payable = 0 WHERE code = 'P01'",
      'participant',
      { row: `FC-ESSAI P01`, how: 'differs', column: 'payable' },
    ],
    [
      'UPDATE cost_amount SET vat_cents = vat_cents + 1',
      'cost_amount',
      { how: 'differs', column: 'vat_cents' },
    ],
    ["UPDATE ledger SET coop = 'ff'", 'ledger', { how: 'differs', column: 'coop' }],
    ['DELETE FROM ledger', 'ledger', { row: '1', how: 'absent' }],
    ['DELETE FROM reversed', 'reversed', { how: 'absent' }],
    [
      "UPDATE closing SET body = replace(body, 'equal', 'hours')",
      'closing',
      { how: 'differs', column: 'body' },
    ],
    ["UPDATE z SET body = replace(body, '6000', '6001')", 'z', { how: 'differs', column: 'body' }],
    [
      "UPDATE person SET name = 'Quelqu un' WHERE code = 'P02'",
      '',
      { check: 'identity', participant: 'FC-ESSAI P02' },
    ],
    [
      "UPDATE person SET salt = zeroblob(32) WHERE code = 'P01'",
      '',
      { check: 'identity', participant: 'FC-ESSAI P01' },
    ],
    [
      "UPDATE person SET code = 'P09' WHERE code = 'P01'",
      '',
      { check: 'identity', participant: 'FC-ESSAI P09' },
    ],
    [
      "INSERT INTO former_name SELECT cohort, code, commitment, 'Faux' FROM participant WHERE code = 'P01'",
      '',
      { check: 'identity', participant: 'FC-ESSAI P01' },
    ],
  ])('%s', (sql, table, expected) => {
    const found = findingsAfter((db) => void db.exec(sql))
    expect(found).toHaveLength(1)
    if (table === '') expect(found[0]).toEqual(expected)
    else expect(difference(found)).toMatchObject({ table, ...expected })
  })

  test('every projected table is compared: a missing row is found in each', () => {
    const db = new Database(Buffer.from(image))
    const tables = db
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('event', 'person', 'former_name')",
      )
      .pluck()
      .all() as string[]
    db.close()
    for (const table of tables) {
      const found = findingsAfter((each) => void each.exec(`DELETE FROM ${table}`))
      expect(found, table).toContainEqual(expect.objectContaining({ check: 'table', table }))
    }
  })
})

describe('a ledger whose guards were taken away', () => {
  test.each([
    ['DROP TRIGGER event_never_changes', 'event_never_changes'],
    ['DROP TRIGGER event_in_order', 'event_in_order'],
    ['DROP INDEX sale_by_key', 'sale_by_key'],
    ['CREATE TABLE extra (a)', 'extra'],
    ['CREATE TRIGGER sly AFTER INSERT ON sale BEGIN DELETE FROM sale; END', 'sly'],
    [
      'DROP TRIGGER event_never_leaves; CREATE TRIGGER event_never_leaves BEFORE DELETE ON event BEGIN SELECT 1; END',
      'event_never_leaves',
    ],
  ])('%s', (sql, name) => {
    const db = new Database(Buffer.from(image))
    db.exec(sql)
    expect(verify(db).findings).toEqual([{ check: 'schema', name }])
    db.close()
  })
})
