import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkStart } from '../../src/store/start-of-day.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { stallWithSales, temporaryFolder, withLedger } from '../ledger-builder.ts'

const start = (path: string): void => withLedger(path, checkStart)

/** Somebody with a database tool, who takes the triggers off. */
function tamper(path: string, statement: string): void {
  const db = new Database(path)
  for (const name of ['event_never_changes', 'event_never_leaves', 'event_in_order'])
    db.exec(`DROP TRIGGER ${name}`)
  db.exec(statement)
  db.close()
}

function faultOf(path: string): unknown {
  try {
    start(path)
  } catch (error) {
    if (error instanceof StoreError) return error.fault
    throw error
  }
  return undefined
}

test('a sound ledger begins the day', () => {
  expect(faultOf(stallWithSales(join(temporaryFolder(), 'ledger.db'), 20))).toBeUndefined()
})

test.each([
  [
    'an event that was changed',
    `UPDATE event SET payload = replace(payload, 'cookie', 'cooky') WHERE seq = 12`,
    'A#12',
  ],
  ['an event that was taken out', 'DELETE FROM event WHERE seq = 12', 'A#13'],
])('%s is noticed before the first sale', (_, statement, event) => {
  const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 20)
  tamper(path, statement)
  expect(faultOf(path)).toMatchObject({ code: 'ledger-damaged', detail: event })
})

test('only the end of a long chain is looked at', () => {
  const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 500)
  tamper(path, `UPDATE event SET payload = replace(payload, 'cookie', 'cooky') WHERE seq = 12`)
  expect(faultOf(path)).toBeUndefined()
})
