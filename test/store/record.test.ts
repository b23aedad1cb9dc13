import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { EventKind } from '../../src/domain/journal/event.ts'
import { Refused, refuse } from '../../src/domain/journal/refusal.ts'
import { instant } from '../../src/domain/kernel/instant.ts'
import { closeLedger, openLedger } from '../../src/store/ledger.ts'
import { type Journal, lastLink, record } from '../../src/store/record.ts'
import { all, each, first, textOf } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import {
  AT,
  append,
  aSale,
  COHORT,
  COOP,
  newLedger,
  openStall,
  stallWithSales,
  temporaryFolder,
  withLedger,
} from '../ledger-builder.ts'

const stall = (sales = 1): string => stallWithSales(join(temporaryFolder(), 'ledger.db'), sales)
const sale = (number: number) => (journal: Journal) => journal.append('sale', aSale(number))
const kindsIn = (path: string): readonly EventKind[] =>
  withLedger(path, ({ db }) =>
    all(db, "SELECT payload ->> '$.kind' AS kind FROM event ORDER BY seq").map(
      (row) => textOf(row, 'kind') as EventKind,
    ),
  )
const salesIn = (path: string): unknown =>
  withLedger(path, ({ db }) => first(db, 'SELECT count(*) AS n FROM sale')?.['n'])

describe('recording', () => {
  test('adds the event and its row together', () => {
    const path = stall()
    append(path, sale(2))
    expect(kindsIn(path).slice(-2)).toEqual(['sale', 'sale'])
    expect(salesIn(path)).toBe(2)
  })

  test('several events of one work follow each other in the chain', () => {
    const path = stall()
    append(path, (journal) => {
      for (let number = 2; number <= 60; number += 1) journal.append('sale', aSale(number))
    })
    withLedger(path, ({ db }) => expect(verify(db)).toMatchObject({ events: 64, findings: [] }))
  })

  test.each<[string, (journal: Journal) => void]>([
    [
      'a refusal',
      () => refuse({ code: 'unknown-cohort', typed: 'X', known: [], near: [] } as never),
    ],
    [
      'a defect',
      () => {
        throw new Error('tripped')
      },
    ],
    ['an event that the tables do not take', (journal) => void journal.append('sale', aSale(1))],
    [
      'an event that the journal cannot hold',
      (journal) => void journal.append('sale', { ...aSale(9), tipCents: 0.5 as never }),
    ],
  ])('%s after other work leaves the ledger as it was', (_, fail) => {
    const path = stall()
    expect(() =>
      append(path, (journal) => {
        journal.append('sale', aSale(2))
        fail(journal)
      }),
    ).toThrow(Error)
    expect(salesIn(path)).toBe(1)
    withLedger(path, ({ db }) => expect(verify(db).findings).toEqual([]))
  })

  test('a dry run does it all, answers, and leaves nothing', () => {
    const path = stall()
    withLedger(path, (ledger) => {
      const seq = record(ledger, { at: AT, actor: 'ANIM01', dryRun: true }, (journal) => {
        const { seq } = journal.append('sale', aSale(2))
        expect(first(ledger.db, 'SELECT count(*) AS n FROM sale')).toEqual({ n: 2 })
        return seq
      })
      expect(seq).toBe(6)
    })
    expect(salesIn(path)).toBe(1)
  })

  test('a dry run that is refused is refused', () => {
    const path = stall()
    withLedger(path, (ledger) =>
      expect(() =>
        record(ledger, { at: AT, actor: 'ANIM01', dryRun: true }, () =>
          refuse({ code: 'unknown-cohort', typed: 'X', known: [], near: [] } as never),
        ),
      ).toThrow(Refused),
    )
  })

  test('another connection sees nothing before, and everything after', () => {
    const path = stall()
    const other = new Database(path, { readonly: true })
    const count = () => other.prepare('SELECT count(*) FROM event').pluck().get()
    append(path, (journal) => {
      journal.append('sale', aSale(2))
      expect(count()).toBe(5)
    })
    expect(count()).toBe(6)
    other.close()
  })

  test('a chain begins after the hash of its cooperative and till', () => {
    const path = newLedger(join(temporaryFolder(), 'ledger.db'))
    withLedger(path, ({ db }) => {
      expect(lastLink(db, COOP, 'B')).toMatchObject({ seq: 0, cum: { salesCents: 0 } })
      expect(lastLink(db, COOP, 'B').hash).not.toEqual(lastLink(db, 'other', 'B').hash)
      expect(lastLink(db, COOP, 'B').hash).not.toEqual(lastLink(db, COOP, 'C').hash)
    })
  })
})

describe("the computer's clock", () => {
  test.each([
    ['2026-06-17T10:30:00+02:00', 0],
    ['2026-06-17T10:29:59+02:00', 1],
    ['2026-06-17T09:30:00+01:00', 0],
    ['1970-01-01T01:00:00+01:00', 1],
    ['2100-01-01T00:00:00+01:00', 0],
  ])(
    'at %s after 10:32 never hinders a sale; a step back of more than two minutes is on record (%i)',
    (at, anomalies) => {
      const path = stall()
      append(path, sale(2), instant(at))
      expect(kindsIn(path).filter((kind) => kind === 'clock-anomaly')).toHaveLength(anomalies)
      expect(salesIn(path)).toBe(2)
      withLedger(path, ({ db }) => expect(verify(db).findings).toEqual([]))
    },
  )

  test('that went back is noticed once, not at each event after', () => {
    const path = stall()
    for (const number of [2, 3]) append(path, sale(number), instant('2026-06-16T10:00:00+02:00'))
    expect(kindsIn(path).filter((kind) => kind === 'clock-anomaly')).toHaveLength(1)
  })
})

describe('closing', () => {
  test('never fails, even while somebody is still reading', () => {
    const path = stall(5)
    const ledger = openLedger(path)
    const rows = each(ledger.db, 'SELECT * FROM sale')
    rows.next()
    expect(() => closeLedger(ledger)).not.toThrow()
    rows.return?.()
    closeLedger(ledger)
    expect(ledger.db.open).toBe(false)
  })
})

test('what a sale costs does not grow with the journal: it reads a fixed number of rows', () => {
  const plan = (path: string): unknown =>
    withLedger(path, ({ db }) =>
      all(
        db,
        'EXPLAIN QUERY PLAN SELECT seq, hash FROM event WHERE stall = ? ORDER BY seq DESC LIMIT 1',
        ['A'],
      ),
    )
  expect(plan(stall())).toMatchObject([{ detail: 'SEARCH event USING PRIMARY KEY (stall=?)' }])
})

test('the builder of these tests makes ledgers that are whole', () => {
  const path = newLedger(join(temporaryFolder(), 'ledger.db'), (journal) => openStall(journal))
  withLedger(path, ({ db }) => {
    expect(verify(db).findings).toEqual([])
    expect(first(db, 'SELECT code FROM cohort')).toEqual({ code: COHORT })
  })
})
