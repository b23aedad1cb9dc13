import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EventBodies } from '../../../src/domain/journal/event.ts'
import { type Day, day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { lastZ, runningTotals, zBody, zHash } from '../../../src/store/queries/z.ts'
import { all, bytesOf } from '../../../src/store/sql.ts'
import {
  AT,
  COHORT,
  newLedger,
  append as record,
  temporaryFolder,
  wholeLife,
  withLedger,
} from '../../ledger-builder.ts'

const zero = cents(0)

const zOf = (number: number, cohort: string, on: Day, sales: number): EventBodies['till-z'] => ({
  cohort,
  session: number,
  day: on,
  happenedAt: AT,
  number,
  ticketCount: 1,
  salesCents: cents(sales),
  tipsCents: zero,
  discountsCents: zero,
  voidCount: 0,
  voidsCents: zero,
  rates: [],
  kinds: [],
  methods: [],
  floatCents: zero,
  cashInCents: zero,
  cashOutCents: zero,
  costsCents: zero,
  expectedCents: zero,
  differenceCents: zero,
  periodTotalCents: cents(sales),
  perpetualSalesCents: cents(sales),
  perpetualVoidsCents: zero,
  head: 'ab',
})

const cum = { salesCents: 900, voidsCents: 50 }

test('the period total is that of the cohort’s own Zs since its last close, the perpetual one of the till', () => {
  const path = newLedger(join(temporaryFolder(), 'ledger.db'))
  record(path, (journal) => {
    journal.append('till-z', zOf(1, 'A1', day('2026-06-16'), 100))
    journal.append('till-z', zOf(2, 'B2', day('2026-06-17'), 300))
    journal.append('till-z', zOf(3, 'A1', day('2026-06-18'), 500))
  })
  withLedger(path, ({ db }) => {
    expect(runningTotals(db, { stall: 'A', cohort: 'A1' }, { cum })).toEqual({
      periodBeforeCents: 600,
      perpetualSalesCents: 900,
      perpetualVoidsCents: 50,
    })
    expect(runningTotals(db, { stall: 'A', cohort: 'B2' }, { cum }).periodBeforeCents).toBe(300)
    expect(runningTotals(db, { stall: 'A', cohort: 'C3' }, { cum }).periodBeforeCents).toBe(0)
  })
})

test('a close begins the period total anew', () => {
  const path = wholeLife(join(temporaryFolder(), 'ledger.db'))
  withLedger(path, ({ db }) =>
    expect(runningTotals(db, { stall: 'A', cohort: COHORT }, { cum }).periodBeforeCents).toBe(0),
  )
  record(path, ({ append }) => append('till-z', zOf(2, COHORT, day('2026-06-19'), 700)))
  withLedger(path, ({ db }) =>
    expect(runningTotals(db, { stall: 'A', cohort: COHORT }, { cum }).periodBeforeCents).toBe(700),
  )
})

test('a Z is read back as it was sealed, with the hash of its event', () => {
  const path = newLedger(join(temporaryFolder(), 'ledger.db'))
  const body = zOf(1, 'A1', day('2026-06-16'), 100)
  withLedger(path, ({ db }) => expect(lastZ(db, 'A')).toBeUndefined())
  record(path, ({ append }) => append('till-z', body))
  withLedger(path, ({ db }) => {
    expect(lastZ(db, 'A')).toBe(1)
    expect(zBody(db, 'A', 1)).toEqual(body)
    expect(zBody(db, 'A', 2)).toBeUndefined()
    const [newest] = all(db, 'SELECT hash FROM event ORDER BY seq DESC LIMIT 1')
    expect(newest && bytesOf(newest, 'hash').toString('hex')).toBe(zHash(db, 'A', 1))
  })
})
