import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { MIGRATIONS } from '../../src/store/schema.ts'
import { stallWithSales } from '../ledger-builder.ts'
import {
  BIN,
  diskEnvironment,
  environment,
  hasNoDisk,
  heldIn,
  quickFolder,
  runOnDisk,
  SALE,
} from './disk.ts'
import { randomFrom, size } from './random.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SEED = 20_260_617

/** The tickets on receipts that could be read. */
const ticketsIn = (text: string): readonly number[] =>
  [...text.matchAll(/^A-(\d+) /gm)].map((match) => Number.parseInt(match[1] ?? '', 10))

/** Starts a sale and kills it after so many milliseconds; answers with what it printed until then. */
function killAfter(folder: string, milliseconds: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...SALE], {
      cwd: folder,
      env: environment(folder),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString('utf8')))
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.once('close', () => {
      clearTimeout(timer)
      resolve(text)
    })
  })
}

function expectWhole(folder: string, told: readonly number[], attempts: number): void {
  const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
  expect(problems).toEqual([])
  expect(new Set(told).size).toBe(told.length)
  expect(sales).toEqual(sales.map((_, index) => index + 1))
  expect(told.filter((ticket) => !sales.includes(ticket))).toEqual([])
  expect(sales.length).toBeLessThanOrEqual(3 + attempts)
}

describe('a program that is killed', () => {
  const kills = size(150, 10_000)

  test.skipIf(hasNoDisk)(
    `${kills} times, two tills at once, has recorded each sale that it gave a receipt for, once`,
    { timeout: 1_200_000 },
    async () => {
      const folder = quickFolder()
      stallWithSales(join(folder, 'flashcoop.db'), 3)
      const random = randomFrom(SEED)
      const told: number[] = []
      const usual = await usualTime(folder, told)
      const sell = async (): Promise<void> => {
        for (let kill = 0; kill < kills / 2; kill += 1) {
          const text = await killAfter(folder, usual / 2 + random(Math.ceil(usual)))
          told.push(...ticketsIn(text))
        }
      }
      await Promise.all([sell(), sell()])
      expectWhole(folder, told, kills + 3)
      expect(told.length, 'some were killed before, some after the receipt').toBeGreaterThan(
        kills / 20,
      )
      expect(told.length).toBeLessThan(kills)
    },
  )

  test.skipIf(hasNoDisk)(
    'before each of its writes, one after the other, leaves the ledger whole',
    { timeout: 120_000 },
    () => {
      const folder = quickFolder()
      stallWithSales(join(folder, 'flashcoop.db'), 3)
      const told: number[] = []
      let dieAt = 1
      for (; ; dieAt += 1) {
        const { signal, stdout } = runOnDisk(folder, SALE, { dieAt })
        told.push(...ticketsIn(stdout))
        expectWhole(folder, told, dieAt)
        if (signal === null) break
      }
      expect(dieAt).toBeGreaterThan(30)
      expect(told.length).toBeGreaterThan(1)
    },
  )
})

/** A program that opens a ledger of this version as one that is two versions newer would. */
const MIGRATION = `
  import Database from 'better-sqlite3'
  import { migrate } from ${JSON.stringify(join(ROOT, 'src/store/migrate.ts'))}
  import { MIGRATIONS } from ${JSON.stringify(join(ROOT, 'src/store/schema.ts'))}
  const db = new Database(process.argv[2])
  db.pragma('synchronous = FULL')
  migrate(db, process.argv[2], [...MIGRATIONS, 'ALTER TABLE sale ADD COLUMN weather TEXT; UPDATE sale SET weather = 1',
    'CREATE INDEX sale_by_weather ON sale (weather)'])
  db.close()
`

describe('a migration that is killed', () => {
  test.skipIf(hasNoDisk)(
    'before each of its writes leaves the old version or the new one, never something between',
    { timeout: 120_000 },
    () => {
      const folder = quickFolder()
      const script = join(folder, 'migration.ts')
      writeFileSync(script, MIGRATION)
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
      const before = stallWithSales(join(folder, 'before.db'), 40)
      const outcomes: string[] = []
      for (let dieAt = 1; ; dieAt += size(2, 1)) {
        const place = quickFolder()
        const path = join(place, 'ledger.db')
        copyFileSync(before, path)
        const { signal } = spawnSync(process.execPath, [script, path], {
          env: { ...environment(place), ...diskEnvironment(place, { dieAt }) },
        })
        outcomes.push(versionIn(path))
        rmSync(place, { recursive: true })
        if (signal === null) break
      }
      expect(new Set(outcomes)).toEqual(new Set(['old', 'new']))
      expect(outcomes.at(-1)).toBe('new')
      expect(outcomes.length).toBeGreaterThan(30)
    },
  )
})

/** What a ledger is after a migration: `old` or `new` in every respect, or what does not fit. */
function versionIn(path: string): string {
  const db = new Database(path)
  try {
    const version = Number(db.pragma('user_version', { simple: true })) - MIGRATIONS.length
    const columns = db.pragma('table_info(sale)') as { readonly name: string }[]
    const has = columns.some(({ name }) => name === 'weather')
    const suns = has ? db.prepare('SELECT count(weather) FROM sale').pluck().get() : 0
    const index = db
      .prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'sale_by_weather'")
      .pluck()
      .get()
    const events = db.prepare('SELECT count(*) FROM event').pluck().get()
    const state = [
      version,
      suns,
      index,
      events,
      db.pragma('integrity_check', { simple: true }),
    ].join(' ')
    return state === '0 0 0 44 ok' ? 'old' : state === '2 40 1 44 ok' ? 'new' : state
  } finally {
    db.close()
  }
}

/** How long a sale takes here and now, in milliseconds: the median of three. */
async function usualTime(folder: string, told: number[]): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    told.push(...ticketsIn(await killAfter(folder, 30_000)))
    times.push(performance.now() - start)
  }
  return times.toSorted((a, b) => a - b)[1] ?? 0
}
