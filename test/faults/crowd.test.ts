import { spawn, spawnSync } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stallWithSales } from '../ledger-builder.ts'
import { BIN, environment, heldIn, mutantOf, quickFolder, SALE } from './disk.ts'
import { size } from './random.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SELLER = join(import.meta.dirname, 'seller.ts')

type Sold = {
  readonly outcomes: Readonly<Record<string, number>>
  readonly out: string
  readonly err: string
  readonly longest: number
}

function many(
  folder: string,
  count: number,
  args: readonly string[],
  main = join(ROOT, 'dist', 'main.cjs'),
): Promise<Sold> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SELLER, main, String(count), ...args], {
      cwd: folder,
      env: environment(folder),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString('utf8')))
    child.once('close', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`exit ${code}`)),
    )
  })
}

function stall(): string {
  const folder = quickFolder()
  stallWithSales(join(folder, 'flashcoop.db'), 3)
  return folder
}

describe('many programs at one ledger', () => {
  const sales = size(50, 1000)

  test(`eight that sell ${sales} times each wait for each other, and lose and double nothing`, {
    timeout: 600_000,
  }, async () => {
    const folder = stall()
    const sellers = Array.from({ length: 8 }, () => many(folder, sales, SALE))
    const reader = many(folder, Math.ceil(sales / 2), ['sale', 'list', '--last', '20', '--json'])
    const sold = await Promise.all(sellers)
    const read = await reader
    expect(sold.map(({ outcomes }) => outcomes)).toEqual(sold.map(() => ({ 0: sales })))
    expect(sold.map(({ err }) => err).join('')).not.toContain('error')
    expect(read).toMatchObject({ outcomes: { 0: Math.ceil(sales / 2) }, err: '' })
    const told = sold.flatMap(({ out }) =>
      [...out.matchAll(/^A-(\d+) /gm)].map((match) => Number(match[1])),
    )
    expect(told.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 8 * sales }, (_, index) => index + 4),
    )
    expect(heldIn(join(folder, 'flashcoop.db'))).toEqual({
      sales: Array.from({ length: 8 * sales + 3 }, (_, index) => index + 1),
      problems: [],
    })
    expect(Math.max(...sold.map(({ longest }) => longest))).toBeLessThan(5000)
  })

  test('would be refused if a sale did not take the lock at its beginning', {
    timeout: 60_000,
  }, async () => {
    const folder = stall()
    const late = mutantOf(/transaction\.immediate\(\)/, 'transaction.deferred()')
    const sold = await Promise.all(
      Array.from({ length: 4 }, () => many(folder, 25, SALE, join(late, 'dist', 'main.cjs'))),
    )
    const refused = sold.reduce(
      (sum, { outcomes }) => sum + (outcomes[5] ?? 0) + (outcomes[75] ?? 0),
      0,
    )
    expect(refused).toBeGreaterThan(0)
    expect(heldIn(join(folder, 'flashcoop.db')).problems).toEqual([])
  })
})

describe('a program that sleeps with the lock in its hand (a laptop that was shut)', () => {
  const SLEEPER = `
    import { openLedger } from ${JSON.stringify(join(ROOT, 'src/store/ledger.ts'))}
    const { db } = openLedger(process.argv[2])
    db.prepare('BEGIN IMMEDIATE').run()
    db.prepare("UPDATE setting SET value = 'Autre' WHERE key = 'name'").run()
    process.stderr.write('locked')
    process.stdin.on('end', () => { db.prepare('ROLLBACK').run(); db.close() }).resume()
  `

  test('is named within eleven seconds, and nothing is recorded; when it wakes up, all goes on', {
    timeout: 60_000,
  }, async () => {
    const folder = stall()
    const path = join(folder, 'flashcoop.db')
    const script = join(quickFolder(), 'sleeper.ts')
    writeFileSync(script, SLEEPER)
    symlinkSync(join(ROOT, 'node_modules'), join(script, '..', 'node_modules'))
    const sleeper = spawn(process.execPath, [script, path], { stdio: ['pipe', 'ignore', 'pipe'] })
    const over = new Promise((resolve) => sleeper.once('exit', resolve))
    await new Promise((resolve) => sleeper.stderr.once('data', resolve))
    sleeper.kill('SIGSTOP')
    const sell = (args: readonly string[] = []) =>
      spawnSync(process.execPath, [BIN, ...SALE, ...args], {
        cwd: folder,
        env: environment(folder),
        encoding: 'utf8',
      })
    const start = performance.now()
    const { status, stdout, stderr } = sell()
    const waited = performance.now() - start
    expect({ status, stdout, stderr }).toEqual({
      status: 5,
      stdout: '',
      stderr:
        `error: another program has been writing to ${path} for 10 seconds; nothing was recorded\n` +
        'hint: close the other flashcoop window, then type the same command again\n',
    })
    expect(waited).toBeGreaterThan(9500)
    expect(waited).toBeLessThan(11_500)
    const reading = spawnSync(process.execPath, [BIN, 'sale', 'list', '--json'], {
      cwd: folder,
      env: environment(folder),
      encoding: 'utf8',
    })
    expect([reading.status, JSON.parse(reading.stdout).length]).toEqual([0, 3])
    sleeper.kill('SIGCONT')
    sleeper.stdin.end()
    await over
    expect(sell().status).toBe(0)
    expect(heldIn(path)).toEqual({ sales: [1, 2, 3, 4], problems: [] })
  })
})

test('a list whose reader goes away after one line ends quietly', () => {
  const folder = quickFolder()
  stallWithSales(join(folder, 'flashcoop.db'), 3000)
  const command = `"$NODE" "$BIN" sale list --csv --csv-profile standard | head -1; echo "\${PIPESTATUS[0]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment(folder), NODE: process.execPath, BIN },
  })
  expect(stderr).toBe('')
  expect(stdout.split('\n')).toHaveLength(3)
  expect(stdout).toMatch(/\n0\n$/)
})
