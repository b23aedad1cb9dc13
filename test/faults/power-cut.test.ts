import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { connectLedger } from '../../src/store/ledger.ts'
import { all, integerOf } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import { stallWithSales } from '../ledger-builder.ts'
import {
  BIN,
  diskEnvironment,
  environment,
  hasNoDisk,
  mutantOf,
  quickFolder,
  runOnDisk,
  SALE,
} from './disk.ts'
import { filesAfterCut, type Operation, operationsIn, restore, toldBy } from './power-cut.ts'
import { randomFrom, size } from './random.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SEED = 20_260_617

type Recorded = {
  readonly before: ReadonlyMap<string, Buffer>
  readonly operations: readonly Operation[]
}

/** A program that has the ledger open and does nothing, so that nobody else is the last to close it. */
const HOLDER = `
  import { openLedger } from ${JSON.stringify(join(ROOT, 'src/store/ledger.ts'))}
  const { db } = openLedger(process.argv[2])
  db.prepare('SELECT count(*) FROM event').get()
  process.stderr.write('open')
  process.stdin.on('end', () => db.close()).resume()
`

/** Sales by the real program, first each for itself, then beside a program that keeps the ledger open, then alone again. */
async function recordSales(
  counts: readonly [alone: number, beside: number, after: number],
  bin = BIN,
): Promise<Recorded> {
  const folder = quickFolder()
  const log = join(quickFolder(), 'log')
  const path = stallWithSales(join(folder, 'flashcoop.db'), 3)
  const before = new Map([[path, readFileSync(path)]])
  const [alone, beside, after] = counts
  const sell = (count: number): void => {
    for (let sale = 0; sale < count; sale += 1) {
      const { status, stderr } = runOnDisk(folder, SALE, { log }, bin)
      expect({ status, stderr }).toEqual({ status: 0, stderr: 'to undo: flashcoop undo\n' })
    }
  }
  sell(alone)
  const script = join(quickFolder(), 'holder.ts')
  writeFileSync(script, HOLDER)
  symlinkSync(join(ROOT, 'node_modules'), join(script, '..', 'node_modules'))
  const holder = spawn(process.execPath, [script, path], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...environment(folder), ...diskEnvironment(folder, { log }) },
  })
  const over = new Promise((resolve) => holder.once('exit', resolve))
  await new Promise((resolve) => holder.stderr.once('data', resolve))
  sell(beside)
  holder.stdin.end()
  expect(await over).toBe(0)
  sell(after)
  return { before, operations: operationsIn(log) }
}

type Loss = { readonly cut: number; readonly problem: string }

/** Cuts the power at random moments and opens what is left; answers with all that is wrong then. */
function cutPower({ before, operations }: Recorded, cuts: number): readonly Loss[] {
  const random = randomFrom(SEED)
  const losses: Loss[] = []
  const folder = quickFolder()
  for (let round = 0; round < cuts; round += 1) {
    const cut = random(operations.length + 1)
    rmSync(folder, { recursive: true })
    mkdirSync(folder)
    restore(filesAfterCut(before, operations, cut, random), folder)
    const problem = problemIn(
      join(folder, 'flashcoop.db'),
      toldBy(operations, cut),
      round % 8 === 0,
    )
    if (problem !== undefined) losses.push({ cut, problem })
  }
  return losses
}

function problemIn(path: string, told: readonly number[], isThorough: boolean): string | undefined {
  try {
    const { db } = connectLedger(path)
    try {
      const held = all(db, 'SELECT number FROM sale ORDER BY number').map((row) =>
        integerOf(row, 'number'),
      )
      const lost = told.filter((number) => !held.includes(number))
      if (lost.length > 0) return `lost ${lost.join(' ')}`
      if (held.length > 3 + told.length + 1) return `${held.length} sales, ${told.length} told`
      const findings = isThorough ? verify(db).findings : []
      return findings.length > 0 ? JSON.stringify(findings) : undefined
    } finally {
      db.close()
    }
  } catch (error) {
    return `cannot be opened: ${String(error)}`
  }
}

describe('a power cut', () => {
  const cuts = size(1_500, 10_000)

  test.skipIf(hasNoDisk)(
    `at any of ${cuts} moments loses no sale that somebody was told of`,
    { timeout: 600_000 },
    async () => {
      const recorded = await recordSales([12, 25, 3])
      expect(toldBy(recorded.operations, recorded.operations.length)).toHaveLength(40)
      expect(recorded.operations.filter(({ kind }) => kind === 'flush').length).toBeGreaterThan(80)
      expect(cutPower(recorded, cuts)).toEqual([])
    },
  )

  test.skipIf(hasNoDisk)(
    'would lose sales if a commit did not wait for the disk',
    { timeout: 60_000 },
    async () => {
      const hasty = mutantOf(/"synchronous",\s*"FULL",\s*2/, '"synchronous","NORMAL",1')
      const recorded = await recordSales([2, 10, 0], join(hasty, 'bin', 'flashcoop.js'))
      const losses = cutPower(recorded, 200)
      expect(losses.length).toBeGreaterThan(20)
      expect(losses[0]?.problem).toMatch(/^lost /)
    },
  )
})
