import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Decided, EventKind } from '../../src/domain/journal/event.ts'
import { day } from '../../src/domain/kernel/day.ts'
import { dayOf } from '../../src/domain/kernel/instant.ts'
import { cents } from '../../src/domain/kernel/money.ts'
import { vatRate } from '../../src/domain/kernel/rate.ts'
import { bringBack } from '../../src/domain/undo/bring-back.ts'
import { FATES, takeBack } from '../../src/domain/undo/take-back.ts'
import type { Ledger } from '../../src/store/ledger.ts'
import { isReversible } from '../../src/store/project.ts'
import { lastUndo } from '../../src/store/queries/redo.ts'
import { dependentsOf, lastUndoable } from '../../src/store/queries/undo.ts'
import type { Journal } from '../../src/store/record.ts'
import { PROJECTED_TABLES } from '../../src/store/schema.ts'
import { all, type Db } from '../../src/store/sql.ts'
import {
  AT,
  aSale,
  COHORT,
  newLedger,
  openStall,
  append as record,
  stallWithSales,
  temporaryFolder,
  wholeLife,
  withLedger,
} from '../ledger-builder.ts'

const J5 = dayOf(AT)
const J6 = day('2026-06-18')
const planned = { label: 'J6', amMinutes: 210, pmMinutes: 210 }
const pieces = { cohort: COHORT, product: 'cookie', day: J5 } as const
const there = { cohort: COHORT, session: 1, happenedAt: AT }

const move = { cohort: COHORT, number: 1, day: J5 }

const kinds = Object.entries(FATES)

test('what an undo reverts is what the projections can take back', () => {
  for (const [kind, fate] of kinds)
    expect([kind, isReversible(kind as EventKind)]).toEqual([kind, fate === 'revert'])
})

/** Everything that the projections hold but the lists of what was reversed and of the events that moved money. */
const contents = (db: Db): unknown =>
  PROJECTED_TABLES.filter((table) => table !== 'reversed' && table !== 'money_event').map((table) =>
    all(db, `SELECT * FROM ${table} ORDER BY 1, 2`),
  )

const participant: Decided = {
  kind: 'participant',
  body: { cohort: COHORT, code: 'P01', commitment: 'ab', payable: true },
}
const mark = { day: J5, half: 'am' as const, participant: 'P01' }

const paidBy = (method: 'card' | 'cash') => ({
  payments: [{ method, amountCents: cents(500), tenderedCents: cents(500) }],
  changeCents: cents(0),
})
const repaid = {
  cohort: COHORT,
  number: 1,
  happenedAt: AT,
  ...paidBy('cash'),
  before: paidBy('card'),
}

const another: Decided = {
  kind: 'day',
  body: { cohort: COHORT, day: day('2026-06-19'), ...planned },
}

/** For each kind that is reverted: what must be there before, and the event. */
const REVERTED: readonly (readonly [readonly Decided[], Decided])[] = [
  [[], { kind: 'host', body: { changes: [{ field: 'name', from: 'CAE Exemple', to: 'X' }] } }],
  [
    [],
    {
      kind: 'cohort',
      body: {
        code: 'FC-2',
        name: 'Deux',
        template: 'blank',
        venues: ['V'],
        days: [{ day: J6, ...planned }],
      },
    },
  ],
  [
    [],
    {
      kind: 'cohort-edit',
      body: {
        cohort: COHORT,
        changes: [{ field: 'place', to: 'Lille' }],
        venues: { from: ['Wazemmes'], to: [] },
      },
    },
  ],
  [[], { kind: 'cohort-use', body: { cohort: COHORT } }],
  [[another], { kind: 'day', body: { cohort: COHORT, day: J6, ...planned } }],
  [
    [],
    {
      kind: 'day-edit',
      body: {
        cohort: COHORT,
        day: J5,
        changes: [
          { field: 'pmMinutes', from: 210, to: 0 },
          { field: 'cancelled', from: false, to: true },
        ],
      },
    },
  ],
  [[another], { kind: 'day-move', body: { cohort: COHORT, from: J5, to: J6 } }],
  [
    [{ kind: 'day', body: { cohort: COHORT, day: J6, ...planned } }],
    { kind: 'day-remove', body: { cohort: COHORT, day: J6, ...planned } },
  ],
  [[], participant],
  [
    [participant],
    {
      kind: 'participant-edit',
      body: {
        cohort: COHORT,
        code: 'P01',
        changes: [
          { field: 'payable', from: true, to: false },
          { field: 'payableReason', to: 'declined' },
        ],
      },
    },
  ],
  [[participant], { kind: 'participant-leave', body: { cohort: COHORT, code: 'P01', on: J5 } }],
  [
    [participant],
    { kind: 'attendance', body: { cohort: COHORT, marks: [{ ...mark, status: 'P' }] } },
  ],
  [
    [
      participant,
      {
        kind: 'attendance',
        body: {
          cohort: COHORT,
          marks: [{ ...mark, status: 'R', minutes: 5, reason: 'transport' }],
        },
      },
    ],
    {
      kind: 'attendance',
      body: {
        cohort: COHORT,
        marks: [{ ...mark, status: 'P', before: { status: 'R', minutes: 5, reason: 'transport' } }],
      },
    },
  ],
  [
    [],
    {
      kind: 'product',
      body: {
        cohort: COHORT,
        code: 'cafe',
        name: 'Café',
        priceCents: cents(150),
        kind: 'goods',
        aliases: ['kawa'],
      },
    },
  ],
  [
    [],
    {
      kind: 'product-edit',
      body: {
        cohort: COHORT,
        code: 'cookie',
        changes: [
          { field: 'priceCents', from: 250, to: 300 },
          { field: 'aliases', from: 'biscuit', to: 'gateau sable' },
        ],
      },
    },
  ],
  [[], { kind: 'stock', body: { ...pieces, reason: 'produced', quantity: 240, note: 'x' } }],
  [
    [{ kind: 'stock', body: { ...pieces, reason: 'produced', quantity: 240 } }],
    { kind: 'stock', body: { ...pieces, reason: 'lost', quantity: 3 } },
  ],
  [[], { kind: 'sold-out', body: { cohort: COHORT, product: 'cookie', soldOut: true } }],
  [
    [{ kind: 'sold-out', body: { cohort: COHORT, product: 'cookie', soldOut: true } }],
    { kind: 'sold-out', body: { cohort: COHORT, product: 'cookie', soldOut: false } },
  ],
  [
    [],
    {
      kind: 'till-open',
      body: { cohort: COHORT, session: 2, day: J6, happenedAt: AT, floatCents: cents(0) },
    },
  ],
  [
    [],
    {
      kind: 'till-cash',
      body: { ...there, direction: 'in', amountCents: cents(500), reason: 'x' },
    },
  ],
  [[], { kind: 'bank-withdrawal', body: { ...move, amountCents: cents(8000) } }],
  [
    [],
    {
      kind: 'deposit',
      body: { ...move, method: 'card', amountCents: cents(320), feeCents: cents(5), cost: 1 },
    },
  ],
  [[], { kind: 'cost-payment', body: { ...move, cost: 1, amountCents: cents(1055) } }],
  [[], { kind: 'cost-refund', body: { ...move, who: 'ANIM01', amountCents: cents(1055) } }],
  [
    [],
    {
      kind: 'payout',
      body: { ...move, period: 1, payments: [{ participant: 'P01', amountCents: cents(1) }] },
    },
  ],
  [
    [],
    {
      kind: 'till-count',
      body: {
        ...there,
        expectedCents: cents(1),
        countedCents: cents(2),
        differenceCents: cents(1),
      },
    },
  ],
  [[{ kind: 'sale', body: aSale(1) }], { kind: 'sale-repay', body: repaid }],
  [
    [],
    {
      kind: 'redo',
      body: {
        of: 1,
        taken: {
          kind: 'product-edit',
          body: {
            cohort: COHORT,
            code: 'cookie',
            changes: [{ field: 'priceCents', from: 250, to: 300 }],
          },
        },
      },
    },
  ],
]

test('every kind that is reverted has its example below', () => {
  const shown = new Set(REVERTED.map(([, { kind }]) => kind))
  expect([...shown].toSorted()).toEqual(
    kinds
      .filter(([, fate]) => fate === 'revert')
      .map(([kind]) => kind)
      .toSorted(),
  )
})

describe('an undo restores', () => {
  test.each(REVERTED.map(([before, taken]) => [taken.kind, before, taken] as const))(
    'what %s changed',
    (_, before, taken) => {
      const path = newLedger(join(temporaryFolder(), 'ledger.db'), (journal) => {
        openStall(journal)
        for (const each of before) journal.appendDecided(each)
      })
      const held = withLedger(path, ({ db }) => contents(db))
      record(path, ({ appendDecided }) => appendDecided(taken))
      expect(withLedger(path, ({ db }) => contents(db))).not.toEqual(held)
      record(path, (journal) => undoOnce(journal, path))
      expect(withLedger(path, ({ db }) => contents(db))).toEqual(held)
    },
  )
})

/** The same without the numbers of the events that brought it. */
const withoutSeq = (path: string): unknown =>
  withLedger(path, ({ db }) =>
    PROJECTED_TABLES.filter((table) => table !== 'reversed' && table !== 'money_event').map(
      (table) =>
        all(db, `SELECT * FROM ${table} ORDER BY 1, 2`).map(({ seq: _seq, ...row }) => row),
    ),
  )

describe('a redo brings back', () => {
  const kept = REVERTED.filter(([, { kind }]) => kind !== 'participant')

  test.each(kept.map(([before, taken]) => [taken.kind, before, taken] as const))(
    'what the undo of %s took away, and can be undone and redone itself',
    (_, before, taken) => {
      const path = newLedger(join(temporaryFolder(), 'ledger.db'), (journal) => {
        openStall(journal)
        for (const each of before) journal.appendDecided(each)
      })
      const held = withoutSeq(path)
      record(path, ({ appendDecided }) => appendDecided(taken))
      const changed = withoutSeq(path)
      for (let round = 0; round < 3; round += 1) {
        record(path, (journal) => undoOnce(journal, path))
        expect(withoutSeq(path)).toEqual(held)
        record(path, (journal) => redoOnce(journal, path))
        expect(withoutSeq(path)).toEqual(changed)
      }
      expect(() => record(path, (journal) => redoOnce(journal, path))).toThrow('nothing to redo')
    },
  )
})

const placeOf = ({ db, stall, path }: Ledger) => ({ db, stall, path })

function undoOnce(journal: Journal, path: string): void {
  const found = lastUndoable({ ...journal, path }, journal.last().seq + 1)
  if (found === undefined) throw new Error('nothing to undo')
  journal.append('reversal', takeBack(found.event, dependentsOf(journal.db, found), 0))
}

function redoOnce(journal: Journal, path: string): void {
  const found = lastUndo({ ...journal, path }, journal.last().seq + 1)
  if (found === undefined) throw new Error('nothing to redo')
  journal.appendDecided(bringBack(found, found.numbers))
}

describe('the next thing to undo', () => {
  const nextOf = (path: string) =>
    withLedger(path, (ledger) => lastUndoable(placeOf(ledger), 1_000_000)?.event)

  test('is the newest, then the one before it, past all that was undone', () => {
    const path = newLedger(join(temporaryFolder(), 'ledger.db'), openStall)
    record(path, (journal) => {
      for (let round = 0; round < 40; round += 1) {
        const changes = [{ field: 'priceCents', from: 250, to: 300 + round }]
        const { seq, body } = journal.append('product-edit', {
          cohort: COHORT,
          code: 'cookie',
          changes,
        })
        journal.append('reversal', { of: seq, taken: { kind: 'product-edit', body } })
      }
    })
    expect(nextOf(path)?.kind).toBe('till-open')
  })

  test('is no sale that was voided by an undo, but the void itself when it was asked for', () => {
    const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 3)
    const of = { cohort: COHORT, reason: 'x', voidedCents: aSale(3).totalCents }
    record(path, ({ append }) => append('sale-void', { ...of, number: 3, undo: true }))
    expect(nextOf(path)).toMatchObject({ kind: 'sale', body: { number: 2 } })
    record(path, ({ append }) => append('sale-void', { ...of, number: 2 }))
    expect(nextOf(path)).toMatchObject({ kind: 'sale-void', body: { number: 2 } })
  })

  test('is an amendment, when that came last', () => {
    expect(nextOf(wholeLife(join(temporaryFolder(), 'ledger.db')))?.kind).toBe('correction')
  })

  test('costs the same in a long journal', () => {
    const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 2000)
    const rows: number[] = []
    withLedger(path, (ledger) => {
      const prepare = ledger.db.prepare.bind(ledger.db)
      ledger.db.prepare = (text: string) => {
        const plan = prepare(`EXPLAIN QUERY PLAN ${text}`)
          .all(...Array.from({ length: (text.match(/\?/g) ?? []).length }, () => 1))
          .map((row) => JSON.stringify(row))
        expect(plan.filter((line) => line.includes('SCAN'))).toEqual([])
        rows.push(plan.length)
        return prepare(text)
      }
      lastUndoable(placeOf(ledger), 1_000_000)
    })
    expect(rows.length).toBeGreaterThan(0)
  })
})

describe('what something depends on', () => {
  const dependents = (path: string) =>
    withLedger(path, (ledger) => {
      const found = lastUndoable(placeOf(ledger), 1_000_000)
      return found === undefined ? undefined : [found.event.kind, dependentsOf(ledger.db, found)]
    })
  const undone = (number: number) => ({
    cohort: COHORT,
    number,
    reason: 'x',
    voidedCents: aSale(number).totalCents,
    undo: true as const,
  })

  test('a till with tickets, even voided ones, stays open', () => {
    const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 1)
    record(path, ({ append }) => append('sale-void', undone(1)))
    expect(dependents(path)).toEqual(['till-open', ['sales']])
  })

  test('a product that a voided ticket names stays, another one goes', () => {
    const product = { cohort: COHORT, name: 'Café', priceCents: cents(150), kind: 'goods' as const }
    const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 0)
    record(path, (journal) => {
      journal.append('product', { ...product, code: 'cafe' })
      const { lines, ...sale } = aSale(1)
      journal.append('sale', {
        ...sale,
        lines: lines.map((line) => ({ ...line, product: 'cafe' })),
      })
      journal.append('sale-void', undone(1))
    })
    expect(dependents(path)).toEqual(['product', ['sales']])
    record(path, ({ append }) => append('product', { ...product, code: 'the' }))
    expect(dependents(path)).toEqual(['product', []])
  })

  test('a cohort with a voided cost stays', () => {
    const path = newLedger(join(temporaryFolder(), 'ledger.db'), ({ append }) => {
      append('cohort', { code: COHORT, name: 'Essai', template: 'blank', venues: [], days: [] })
      append('cost', {
        cohort: COHORT,
        number: 1,
        day: J5,
        label: 'Farine',
        category: 'ingredients',
        paidBy: 'cae',
        chargedTo: 'activity',
        amounts: [{ amountCents: cents(1055), vatRatePerMille: vatRate(55), vatCents: cents(55) }],
      })
    })
    record(path, ({ append }) =>
      append('cost-void', { cohort: COHORT, number: 1, reason: 'x', undo: true }),
    )
    expect(dependents(path)).toEqual(['cohort', ['costs']])
  })
})
