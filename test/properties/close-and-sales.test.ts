import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/domain/kernel/day.ts'
import { first, integerOf } from '../../src/store/sql.ts'
import { type CloseJson, newShop, type Shop } from '../closing-ledger.ts'

const SELLERS = 8
/** 10 in every run of the tests; `CLOSES=500` before a release. */
const CLOSES = Number.parseInt(process.env['CLOSES'] ?? '10', 10)
const FIRST = day('2026-06-01')
const DAYS_A_PERIOD = 3
const VOTE = ['--vote', '2026-06-01 1/0/0', '--confirm', 'FC-1'] as const

type Sold = { readonly day: string; readonly cents: number; readonly refused?: string }

/** Starts the sellers, each a process of its own; each answers with what it was told is recorded. */
function sellers(shop: Shop, ...argv: readonly string[]): readonly Promise<readonly Sold[]>[] {
  return Array.from({ length: SELLERS }, async (_, index) => {
    const script = join(import.meta.dirname, 'stall.ts')
    const [kind = '', ...rest] = argv
    const child = spawn(process.execPath, [script, shop.folder, kind, String(index + 1), ...rest], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = once(child, 'close')
    const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    if (exit !== 0) throw new Error(`seller ${index + 1} ended with ${exit}: ${err}`)
    return out
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Sold => JSON.parse(line))
  })
}

const total = (sold: readonly Sold[]): number => sold.reduce((sum, each) => sum + each.cents, 0)

/** Waits until the ledger holds so many more tickets: whatever the machine's pace, sales go on meanwhile. */
async function moreTickets(shop: Shop, count: number): Promise<void> {
  const tickets = (): number =>
    shop.ledger(({ db }) => integerOf(first(db, 'SELECT count(*) AS n FROM sale') ?? {}, 'n'))
  const before = tickets()
  while (tickets() < before + count) await pause(20)
}

function openCohort(shop: Shop, lastDay = day('2026-06-17')): void {
  shop.record((journal) => {
    const plan = { day: lastDay, label: 'J1', amMinutes: 0, pmMinutes: 0 }
    journal.append('cohort', {
      code: 'FC-1',
      name: 'Invented',
      template: 'blank',
      venues: [],
      days: [plan],
    })
    journal.append('participant', {
      cohort: 'FC-1',
      code: 'P01',
      commitment: '00'.repeat(32),
      payable: true,
    })
  })
}

test('every sale that was said to be recorded is in exactly one period, whoever closes meanwhile', {
  timeout: 120_000 + CLOSES * 5000,
}, async () => {
  const shop = await newShop('2026-08-01T12:00:00+02:00')
  const last = addDays(FIRST, CLOSES * DAYS_A_PERIOD - 1)
  openCohort(shop, last)
  const running = sellers(shop, 'recaps', FIRST, last)
  const closes: CloseJson[] = []
  for (let period = 1; period <= CLOSES; period += 1) {
    await moreTickets(shop, SELLERS)
    const until = addDays(FIRST, period * DAYS_A_PERIOD - 1)
    closes.push(await shop.json('close', '--until', until, ...VOTE))
  }
  const sold = (await Promise.all(running)).flat()
  const frozen = closes.map((close) => close.income_statement['sales_ttc_cents'])
  const acknowledged = closes.map(({ period: { from, until } }) =>
    total(sold.filter((each) => each.day >= from && each.day <= until)),
  )
  expect(frozen).toEqual(acknowledged)
  expect(acknowledged.reduce((sum, cents) => sum + cents, 0)).toBe(total(sold))
  expect(sold.length).toBeGreaterThanOrEqual(SELLERS * CLOSES)
})

test('a stall that sells on while its day is sealed and closed loses no sale', {
  timeout: 60_000,
}, async () => {
  const shop = await newShop('2026-08-01T12:00:00+02:00')
  openCohort(shop)
  await shop.ok('product', 'add', 'Cookie', '2', '--vat', '5.5')
  await shop.ok('till', 'open', '--at', '2026-06-17T09:00')
  const running = sellers(shop, 'sales')
  await moreTickets(shop, SELLERS)
  await shop.ok('till', 'z', '--at', '2026-06-17T18:00')
  const closed = await shop.json('close', ...VOTE)
  const sold = (await Promise.all(running)).flat()
  const recorded = sold.filter((each) => each.refused === undefined)
  expect(closed.income_statement['sales_ttc_cents']).toBe(total(recorded))
  expect(recorded.length).toBeGreaterThanOrEqual(SELLERS)
  const refusals = sold.flatMap((each) => each.refused ?? [])
  expect(refusals).toHaveLength(SELLERS)
  expect(['day-sealed', 'period-closed']).toEqual(expect.arrayContaining([...new Set(refusals)]))
})
