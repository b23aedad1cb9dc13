import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flashcoopIn, type Ran } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

// Every payment in these files is invented.

type Paid = { readonly minute: number; readonly drift: number; readonly pieces: number }

const clock = (minute: number): string =>
  `${String(10 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const HEADER =
  'Date,Time,Transaction ID,Type,Status,Payment Method,Quantity,Description,Currency,Total'
const rowOf = ({ minute, pieces }: Paid, index: number): string =>
  `2026-06-17,${clock(minute)},TX${index},Sale,Successful,Card,${pieces},Cookie,EUR,${pieces}.50`

const fileOf = (rows: readonly string[]): string => `${[HEADER, ...rows].join('\n')}\n`

let ledgers = 0

async function stall() {
  ledgers += 1
  const folder = join(temporaryFolder(), String(ledgers))
  mkdirSync(folder, { recursive: true })
  const run = flashcoopIn(folder)
  const flashcoop = async (...argv: readonly string[]): Promise<Ran> => {
    const ran = await run(...argv)
    expect(ran.stderr, argv.join(' ')).not.toContain('error')
    return ran
  }
  await flashcoop('init', '--no-input', '--lang', 'fr')
  await flashcoop(
    'cohort',
    'create',
    'FC-DEMO',
    '--name',
    'X',
    '--template',
    'flash7',
    '--start',
    '2026-06-09',
  )
  await flashcoop('product', 'add', 'Cookie', '1,50', '--vat', '5.5')
  await flashcoop('till', 'open', '--at', '2026-06-17T09:00')
  return {
    sell: ({ minute, drift, pieces }: Paid) =>
      flashcoop('sell', `cookie@${pieces}.50`, 'cb', '--at', `2026-06-17T${clock(minute + drift)}`),
    take: async (rows: readonly string[]) => {
      writeFileSync(join(folder, 'terminal.csv'), fileOf(rows))
      return JSON.parse((await flashcoop('sale', 'import', 'terminal.csv', '--json')).stdout)
    },
    tickets: async () =>
      JSON.parse((await flashcoop('sale', 'list', '--json')).stdout).map(
        (each: { at: string; total_cents: number; lines: { quantity: number }[] }) =>
          `${each.at} ${each.total_cents} ${each.lines[0]?.quantity}`,
      ),
    verify: () => flashcoop('audit', 'verify'),
  }
}

const paid: fc.Arbitrary<Paid> = fc.record({
  minute: fc.integer({ min: 10, max: 120 }),
  drift: fc.integer({ min: -5, max: 5 }),
  pieces: fc.integer({ min: 1, max: 3 }),
})

test('what was sold by hand is not recorded again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paid, { minLength: 1, maxLength: 12 }), async (sales) => {
      const { sell, take, tickets, verify } = await stall()
      for (const sale of sales) await sell(sale)
      const before = await tickets()
      const answer = await take(sales.map(rowOf))
      expect(answer.already).toHaveLength(sales.length)
      expect(answer.new).toEqual([])
      expect(answer.only_here).toEqual([])
      expect(await tickets()).toEqual(before)
      await verify()
    }),
    { numRuns: 8 },
  )
})

test('a file in two pieces, in any order, and once more, gives the same tickets', async () => {
  const cut = fc.tuple(fc.array(paid, { maxLength: 15 }), fc.nat({ max: 15 }), fc.boolean())
  await fc.assert(
    fc.asyncProperty(cut, async ([sales, at, turned]) => {
      const rows = sales.map(rowOf)
      const whole = await stall()
      await whole.take(rows)
      const parts = await stall()
      const pieces = [rows.slice(0, at), rows.slice(at)]
      for (const piece of turned ? pieces.toReversed() : pieces) await parts.take(piece)
      expect((await parts.take(rows)).new).toEqual([])
      const expected = (await whole.tickets()).toSorted()
      expect((await parts.tickets()).toSorted()).toEqual(expected)
      expect(expected).toHaveLength(sales.length)
    }),
    { numRuns: 8 },
  )
})
