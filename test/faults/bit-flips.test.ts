import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connectLedger } from '../../src/store/ledger.ts'
import { PROJECTED_TABLES } from '../../src/store/schema.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { verify } from '../../src/store/verify.ts'
import { append, aSale, COHORT, temporaryFolder, wholeLife } from '../ledger-builder.ts'
import { randomFrom, size } from './random.ts'

const FLIPS = size(1500, 10_000)
const SEED = 20_260_617

/** What the file says to anybody who reads it with SQLite: every event, every table, every name. */
function saidBy(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    const tables = ['event', ...PROJECTED_TABLES].map((table) =>
      db.prepare(`SELECT * FROM ${table} NOT INDEXED`).raw().safeIntegers().all(),
    )
    const names = db.prepare('SELECT cohort, code, name, hex(salt) FROM person').raw().all()
    return JSON.stringify([tables, names], (_, value: unknown) =>
      typeof value === 'bigint' ? `${value}n` : value,
    )
  } finally {
    db.close()
  }
}

/** How flashcoop sees the file: whole, or not (findings, or a file that it will not open). */
function isCalledWhole(path: string): boolean {
  try {
    const { db } = connectLedger(path)
    try {
      return verify(db).findings.length === 0
    } finally {
      db.close()
    }
  } catch (error) {
    if (error instanceof StoreError || isSqlites(error)) return false
    throw error
  }
}

const isSqlites = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')

function ledger(): string {
  const path = wholeLife(join(temporaryFolder(), 'ledger.db'))
  append(path, (journal) => {
    journal.append('cohort', {
      code: 'FC-2',
      name: 'Deux',
      template: 'blank',
      venues: [],
      days: [],
    })
    for (let number = 30; number <= 112; number += 1) {
      const { session: _, ...sale } = aSale(number)
      journal.append('sale', { ...sale, cohort: 'FC-2' })
    }
  })
  return path
}

test(`of ${FLIPS} random bits flipped in the file, none that changes what it says goes unnoticed`, {
  timeout: 600_000,
}, () => {
  const path = ledger()
  const whole = readFileSync(path)
  const said = saidBy(path)
  expect(said).toContain(COHORT)
  expect(isCalledWhole(path)).toBe(true)
  const random = randomFrom(SEED)
  const unnoticed: string[] = []
  let changed = 0
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = random(whole.length)
    const bit = random(8)
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
    writeFileSync(path, bytes)
    let isChanged: boolean
    try {
      isChanged = saidBy(path) !== said
    } catch {
      isChanged = true
    }
    if (!isChanged) continue
    changed += 1
    writeFileSync(path, bytes)
    if (isCalledWhole(path)) unnoticed.push(`byte ${at}, bit ${bit}`)
  }
  expect(unnoticed, `seed ${SEED}`).toEqual([])
  expect(changed).toBeGreaterThan(FLIPS / 4)
})
