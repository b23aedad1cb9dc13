import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stallWithSales } from '../ledger-builder.ts'
import { BIN, environment, heldIn, quickFolder } from './disk.ts'
import { randomFrom, size } from './random.ts'

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)
const LINES = 300

type Prompted = { readonly tickets: readonly number[]; readonly err: string; readonly exit: number }

/** A till that gets 300 lines at once; killed after so many milliseconds. */
function prompt(folder: string, killAfter?: number): Promise<Prompted> {
  return new Promise((resolve) => {
    const args = ['till', 'sell', '--at', '2026-06-17T10:40']
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: environment(folder),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString('utf8')))
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString('utf8')))
    child.stdin.on('error', () => undefined)
    child.stdin.end('2 cookie cash 10\n'.repeat(LINES))
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.once('close', (code) => {
      clearTimeout(timer)
      const tickets = [...out.matchAll(/^A-(\d+) .*\n/gm)].map((match) => Number(match[1]))
      resolve({ tickets, err, exit: code ?? -1 })
    })
  })
}

describe('tills that sell line after line', () => {
  const kills = size(15, 500)

  test(`killed ${kills} times at any moment have lost no sale that they gave a receipt for`, {
    timeout: 600_000,
  }, async () => {
    const dice = randomFrom(20_260_617)
    const folder = quickFolder()
    copyFileSync(before, join(folder, 'flashcoop.db'))
    let told = 0
    for (let kill = 0; kill < kills; kill += 1) {
      const { tickets } = await prompt(folder, 80 + dice(220))
      const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
      expect(problems).toEqual([])
      expect(sales).toEqual(sales.map((_, index) => index + 1))
      expect(tickets.filter((ticket) => !sales.includes(ticket))).toEqual([])
      told += tickets.length
    }
    expect(told).toBeGreaterThan(kills)
  })

  test('two at one ledger, at the same time, lose and double nothing and are never told to wait', {
    timeout: 120_000,
  }, async () => {
    const folder = quickFolder()
    copyFileSync(before, join(folder, 'flashcoop.db'))
    const [one, other] = await Promise.all([prompt(folder), prompt(folder)])
    expect([one?.exit, other?.exit], one?.err).toEqual([0, 0])
    expect(one?.err ?? '').not.toMatch(/error|waiting/)
    const told = [...(one?.tickets ?? []), ...(other?.tickets ?? [])].toSorted((a, b) => a - b)
    expect(told).toEqual(Array.from({ length: 2 * LINES }, (_, index) => index + 4))
    expect(heldIn(join(folder, 'flashcoop.db')).problems).toEqual([])
  })
})
