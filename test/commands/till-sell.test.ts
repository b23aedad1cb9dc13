import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
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

test('a clock that was set back an hour costs no sale: it is in the journal, and said', async () => {
  const folder = stall()
  const noon = await sellAt(folder, '2026-06-17T12:00:00+02:00', ['cookie card'])
  expect(noon.stderr).not.toContain('clock')
  const earlier = await sellAt(folder, '2026-06-17T11:00:00+02:00', ['cookie card', 'cookie card'])
  expect(earlier).toMatchObject({ exit: 0, stdout: expect.stringContaining('A-0006') })
  expect(earlier.stderr.match(/this computer's clock went back/g)).toHaveLength(1)
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
