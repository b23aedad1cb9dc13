import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { Io } from '../../src/commands/io.ts'
import { runCommand } from '../../src/commands/run.ts'
import { heldIn, quickFolder } from '../faults/disk.ts'
import { randomFrom } from '../faults/random.ts'
import { flashcoopIn } from '../in-process.ts'
import { stallWithSales } from '../ledger-builder.ts'

const NOW = '2026-06-17T10:40:00+02:00'
const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)

function stall(): string {
  const folder = quickFolder()
  copyFileSync(before, join(folder, 'flashcoop.db'))
  return folder
}

const sellAt = (folder: string, now: string, lines: readonly string[]) =>
  flashcoopIn(folder, now, { piped: lines.map((line) => `${line}\n`).join('') })('till', 'sell')

const WORDS =
  '2 3 1 2x 2 cookie cookie cookie cash card card cash 5 2.50 10 20 tip 1 off 10% free total undo last 2 @ @1.20 x cookei 🍪 饼干 brocoli ,'.split(
    ' ',
  )

test('10,000 random lines: each is answered, and every sale that is recorded is paid to the cent', {
  timeout: 120_000,
}, async () => {
  const folder = stall()
  const dice = randomFrom(20_260_617)
  const lines = Array.from({ length: 10_000 }, () =>
    Array.from({ length: 1 + dice(6) }, () => WORDS[dice(WORDS.length)] ?? '').join(' '),
  )
  const { exit, stdout, stderr } = await sellAt(folder, NOW, lines)
  expect(exit).toBe(1)
  expect(stderr).not.toMatch(/ {4}at |node:internal|own mistake/)
  const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
  expect(problems).toEqual([])
  const receipts = [...stdout.matchAll(/^A-(\d+) /gm)].map((match) => Number(match[1]))
  expect(receipts.length).toBeGreaterThan(200)
  expect(sales).toEqual([1, 2, 3, ...receipts])
  const db = new Database(join(folder, 'flashcoop.db'))
  const unpaid = db
    .prepare(
      `SELECT number FROM sale WHERE total_cents + tip_cents <>
         (SELECT sum(amount_cents) FROM payment WHERE payment.stall = sale.stall AND payment.number = sale.number)`,
    )
    .pluck()
    .all()
  db.close()
  expect(unpaid).toEqual([])
})

test('a clock that is set back an hour between two sales costs none: it is in the journal, and said', async () => {
  const folder = stall()
  const told = { out: '', err: '' }
  const stdin = Object.assign(new PassThrough(), { isTTY: false })
  stdin.end('cookie card\n2 cookie card\n3 cookie card\n')
  const exit = await runCommand({
    argv: ['till', 'sell'],
    env: { FLASHCOOP_LANG: 'en', FLASHCOOP_ACTOR: 'ANIM01', HOME: folder },
    cwd: folder,
    stdin,
    stdout: { write: (text: string) => (told.out += text) },
    stderr: { write: (text: string) => (told.err += text) },
    nowMs: () => Date.parse(`2026-06-17T${told.out.includes('A-0004') ? 11 : 12}:00:00+02:00`),
    user: () => 'ANIM01',
    platform: process.platform,
  } as unknown as Io)
  expect(exit).toBe(0)
  expect(told.out).toContain('A-0006  3 cookie')
  expect(told.err.match(/this computer's clock went back/g)).toHaveLength(1)
  const db = new Database(join(folder, 'flashcoop.db'))
  const kinds = db.prepare("SELECT payload ->> '$.kind' FROM event ORDER BY seq").pluck().all()
  db.close()
  expect(kinds.slice(-4)).toEqual(['sale', 'clock-anomaly', 'sale', 'sale'])
  expect(heldIn(join(folder, 'flashcoop.db')).problems).toEqual([])
})

test('a computer that woke up on an earlier day sells on the day of the open till, and says so once', async () => {
  const folder = stall()
  const woken = await sellAt(folder, '2026-01-05T08:00:00+01:00', ['cookie card', 'cookie card'])
  expect(woken).toMatchObject({ exit: 0, stdout: expect.stringContaining('A-0005') })
  expect(woken.stderr.match(/this is dated 2026-06-17/g)).toHaveLength(1)
})
