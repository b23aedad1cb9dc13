import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/store/migrate.ts'
import { MIGRATIONS } from '../../src/store/schema.ts'
import { verify } from '../../src/store/verify.ts'
import { stallWithSales, temporaryFolder } from '../ledger-builder.ts'

const NOW = MIGRATIONS.length

/** Invented steps of versions to come. */
const STEPS = [
  ...MIGRATIONS,
  "ALTER TABLE sale ADD COLUMN weather TEXT; UPDATE sale SET weather = 'sun'; CREATE TABLE stock (product TEXT PRIMARY KEY) STRICT;",
  "INSERT INTO stock VALUES ('cookie'); CREATE INDEX sale_by_weather ON sale (weather);",
]

const stall = (): string => stallWithSales(join(temporaryFolder(), 'ledger.db'), 20)

function migrated(path: string, steps: readonly string[]): void {
  const db = new Database(path)
  try {
    migrate(db, path, steps)
  } finally {
    db.close()
  }
}

type State = {
  readonly version: unknown
  readonly events: unknown
  readonly steps: readonly unknown[]
}

/** The version, the events, and what each invented step left behind. */
function stateOf(path: string): State {
  const db = new Database(path, { readonly: true })
  const has = (name: string): boolean =>
    db.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(name) !== undefined
  try {
    return {
      version: db.pragma('user_version', { simple: true }),
      events: db.prepare('SELECT count(*) FROM event').pluck().get(),
      steps: [has('stock'), has('sale_by_weather')],
    }
  } finally {
    db.close()
  }
}

const OLD: State = { version: NOW, events: 24, steps: [false, false] }
const NEW: State = { version: NOW + 2, events: 24, steps: [true, true] }

describe('an older ledger', () => {
  test('is copied beside itself, then brought to the newest version', () => {
    const path = stall()
    migrated(path, STEPS)
    expect(stateOf(path)).toEqual(NEW)
    const copy = `${path}.v${NOW}.backup`
    expect(stateOf(copy)).toEqual(OLD)
    expect(statSync(copy).mode & 0o777).toBe(0o600)
    const db = new Database(copy)
    expect(verify(db).findings).toEqual([])
    db.close()
  })

  test('that is up to date is left alone', () => {
    const path = stall()
    const before = readFileSync(path)
    migrated(path, MIGRATIONS)
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path))).toEqual(['ledger.db'])
  })

  test('whose migration fails stays what it was, and can be migrated later: each attempt keeps a copy', () => {
    const path = stall()
    const broken = [...STEPS, 'CREATE TABLE sale (x)']
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(() => migrated(path, broken)).toThrow(/already exists/)
      expect(stateOf(path)).toEqual(OLD)
    }
    migrated(path, STEPS)
    expect(stateOf(path)).toEqual(NEW)
    const copies = readdirSync(dirname(path)).filter((name) => name.includes('.backup'))
    expect(copies).toHaveLength(3)
    for (const copy of copies) expect(stateOf(join(dirname(path), copy))).toEqual(OLD)
  })

  test('is not migrated when there is no room for the copy', () => {
    const path = stall()
    const leftover = `${path}.v${NOW}.backup-wal`
    writeFileSync(leftover, 'x')
    expect(() => migrated(path, STEPS)).toThrow('leftover-beside')
    expect(stateOf(path)).toEqual(OLD)
  })

  test('that two programs open at once is migrated once', () => {
    const path = stall()
    const one = new Database(path)
    const other = new Database(path)
    expect(one.pragma('user_version', { simple: true })).toBe(NOW)
    // The other one migrates between the first one's look at the version and its transaction.
    const begin = one.transaction.bind(one)
    one.transaction = ((work: never) => {
      migrate(other, path, STEPS)
      return begin(work)
    }) as never
    migrate(one, path, STEPS)
    expect(stateOf(path)).toEqual(NEW)
    one.close()
    other.close()
  })
})

/** A program that migrates and is killed by the operating system at the n-th change that the steps make. */
const KILLED = `
  import Database from 'better-sqlite3'
  import { migrate } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/migrate.ts'))}
  const [path, at, steps] = process.argv.slice(2)
  const db = new Database(path)
  let count = 0
  db.function('die', () => { count += 1; if (count === Number(at)) process.kill(process.pid, 'SIGKILL'); return 0 })
  migrate(db, path, JSON.parse(steps))
  db.close()
  process.exitCode = 7
`

describe('a migration that is killed', () => {
  /** Each statement of the steps, and the copy, with a chance to die before and after it. */
  const statements = STEPS.slice(NOW).map((step) =>
    step
      .split(';')
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .flatMap((each) => ['SELECT die()', each])
      .join(';'),
  )
  const mortal = [...MIGRATIONS, ...statements.map((each) => `${each}; SELECT die();`)]
  const chances = mortal.join('').split('die()').length - 1

  test('at any statement leaves the old version or the new one, with every event', () => {
    const folder = temporaryFolder()
    const whole = stall()
    const script = join(folder, 'killed.ts')
    writeFileSync(script, KILLED)
    execFileSync('ln', [
      '-s',
      join(import.meta.dirname, '../../node_modules'),
      join(folder, 'node_modules'),
    ])
    const outcomes: string[] = []
    for (let at = 1; at <= chances + 1; at += 1) {
      const path = join(temporaryFolder(), 'ledger.db')
      copyFileSync(whole, path)
      const { status, signal, stderr } = spawnSync(
        process.execPath,
        [script, path, String(at), JSON.stringify(mortal)],
        {
          encoding: 'utf8',
        },
      )
      expect([signal, status, stderr]).toEqual(
        at <= chances ? ['SIGKILL', null, ''] : [null, 7, ''],
      )
      const state = stateOf(path)
      expect([OLD, NEW]).toContainEqual(state)
      outcomes.push(state.version === NOW ? 'old' : 'new')
      expect(existsSync(`${path}.v${NOW}.backup`)).toBe(true)
      migrated(path, STEPS)
      expect(stateOf(path)).toEqual(NEW)
    }
    expect(outcomes.filter((each) => each === 'old')).toHaveLength(chances)
    expect(chances).toBeGreaterThan(5)
  })
})
