import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, type Db } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

/** 10 lives in every run of the tests; `LIVES=300` before a release. */
const LIVES = Number.parseInt(process.env['LIVES'] ?? '10', 10)
const DAY = '2026-06-17'

type Flashcoop = ReturnType<typeof flashcoopIn>
type Words = readonly string[]

const product = fc.constantFrom('cookie', 'cafe')
const pieces = fc.integer({ min: 1, max: 9 }).map(String)
const noted = fc.oneof(
  fc.tuple(product, pieces).map(([of, count]) => [of, `+${count}`]),
  fc.tuple(product, pieces).map(([of, count]) => [of, '--given', count]),
  fc.tuple(product, pieces).map(([of, count]) => [of, '--lost', count, '--reason', 'x']),
  fc.tuple(product, fc.nat({ max: 9 })).map(([of, count]) => [of, '--left', String(count)]),
  fc.tuple(product, pieces).map(([of, count]) => [of, `+${count}`, '--lost', '1', '--left', '2']),
  product.map((of) => [of, '--sold-out']),
  product.map((of) => [of, '--back']),
)
const line = fc.constantFrom(
  '2 cookie cb',
  '1 cookie 2 cafe esp 20',
  '1 cookie offert',
  '2 cookie 1 cafe offert 1 cookie cb',
  '3 cafe remise 1 cb',
)
const at = ['--at', `${DAY}T10:00`]
const ticket = fc.integer({ min: 1, max: 6 }).map(String)

/** Any of them may be refused: nothing is written then. */
const DEED: fc.Arbitrary<Words> = fc.oneof(
  {
    weight: 5,
    arbitrary: noted.map((words) => ['product', 'stock', ...words, '--on', DAY]),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(line, fc.constantFrom([], ['--anyway']))
      .map(([words, anyway]) => ['sale', 'add', ...words.split(' '), ...anyway, ...at]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(ticket, fc.constantFrom([], ['1', 'cookie'], ['1', 'cafe', 'offert']))
      .map(([of, some]) => ['sale', 'refund', of, ...some, '--reason', 'x', ...at]),
  },
  ticket.map((of) => ['sale', 'void', of, '--reason', 'x']),
  fc.integer({ min: 1, max: 3 }).map((steps) => ['undo', String(steps)]),
  fc.constant(['redo']),
  fc.constantFrom('a.csv', 'b.csv').map((file) => ['sale', 'import', file]),
  fc.constantFrom(
    ['sale', 'recap', '5', '--product', 'cookie', '--on', '2026-06-16'],
    ['sale', 'recap', '4', 'cookie', '2', 'cafe', 'offert', '--on', '2026-06-16'],
  ),
)

const FILES = {
  'a.csv': `date;heure;produit;quantité;prix unitaire TTC;paiement;ticket\n17/06/2026;10:05;cookie;2;2,50;carte;T1\n17/06/2026;10:05;cafe;1;1,80;carte;T1\n`,
  'b.csv': `date;heure;produit;quantité;prix unitaire TTC;total;paiement;ticket\n17/06/2026;10:07;cookie;3;2,50;0;;T2\n`,
} as const

async function openStall(flashcoop: Flashcoop): Promise<void> {
  for (const argv of [
    ['init', '--no-input', '--lang', 'fr'],
    ['cohort', 'create', 'FC-1', '--name', 'Essai', '--template', 'blank', '--days', DAY],
    ['product', 'add', 'Cookie', '2,50', '--vat', '5.5', '--code', 'cookie'],
    ['product', 'add', 'Café', '1,80', '--vat', '10', '--code', 'cafe'],
    ['till', 'open', '--float', '80', '--at', `${DAY}T09:00`],
  ])
    expect(await flashcoop(...argv)).toMatchObject({ exit: 0 })
}

/** What the counters should say, from tickets and moves one by one. */
const RECOUNTED = `SELECT * FROM (
  SELECT product, sum(produced) AS produced, sum(found) AS found, sum(sold) AS sold, sum(given) AS given,
    sum(lost) AS lost FROM (
    SELECT sale_line.product AS product, 0 AS produced, 0 AS found, iif(free, 0, quantity) AS sold,
      iif(free, quantity, 0) AS given, 0 AS lost
    FROM sale JOIN sale_line USING (stall, number) WHERE voided_by IS NULL AND sale_line.product IS NOT NULL
      AND sale.lines NOT LIKE '%"lump":true%'
    UNION ALL
    SELECT product, iif(reason = 'produced', quantity, 0), iif(reason = 'found', quantity, 0), 0,
      iif(reason = 'given', quantity, 0), iif(reason = 'lost', quantity, 0) FROM stock_move)
  GROUP BY product) WHERE produced OR found OR sold OR given OR lost ORDER BY product`
const COUNTED = `SELECT product, produced, found, sold, given, lost FROM product_stock
  WHERE produced OR found OR sold OR given OR lost ORDER BY product`

const counted = (db: Db): readonly unknown[] => all(db, COUNTED)
const recounted = (db: Db): readonly unknown[] => all(db, RECOUNTED)

type Row = Readonly<Record<string, number | null>>

const rowsOf = async (flashcoop: Flashcoop, ...argv: Words): Promise<readonly Row[]> =>
  JSON.parse((await flashcoop(...argv, '--json')).stdout)

const sum = (rows: readonly Row[], key: string): number =>
  rows.reduce((total, row) => total + (row[key] ?? 0), 0)

test('whatever is made, sold, given, voided, undone and imported, what is left adds up', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder()
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(DEED, { minLength: 4, maxLength: 22 }), async (deeds) => {
      made += 1
      const home = join(folder, String(made))
      mkdirSync(home)
      for (const [name, text] of Object.entries(FILES)) writeFileSync(join(home, name), text)
      const flashcoop = flashcoopIn(home, `${DAY}T19:00:00+02:00`)
      await openStall(flashcoop)
      const path = join(home, 'flashcoop.db')
      for (const deed of deeds) {
        const answer = await flashcoop(...deed)
        expect([0, 1, 2], answer.stderr).toContain(answer.exit)
        withLedger(path, ({ db }) => expect(counted(db)).toEqual(recounted(db)))
      }
      // a life may undo the cohort itself: then there is nothing to look at
      const shown = await flashcoop('cohort', 'show', 'FC-1')
      if (shown.exit !== 0) return
      for (const row of await rowsOf(flashcoop, 'product', 'stock')) {
        const { produced, found, sold, given, lost, remaining } = row
        const came = (produced ?? 0) + (found ?? 0)
        const went = (sold ?? 0) + (given ?? 0) + (lost ?? 0)
        expect(remaining).toBe(came === 0 ? null : came - went)
      }
      const goods = await rowsOf(flashcoop, 'report', 'stock')
      const rates = await rowsOf(flashcoop, 'report', 'vat')
      expect(sum(goods, 'ht_cents')).toBe(sum(rates, 'ht_cents'))
      expect(sum(goods, 'takings_cents')).toBe(sum(rates, 'ttc_cents'))
      expect(withLedger(path, ({ db }) => verify(db).findings)).toEqual([])
    }),
    { numRuns: LIVES },
  )
})

test('what two tills noted and sold is one stock, whichever merges first', async () => {
  const folder = temporaryFolder()
  const [a, b] = ['a', 'b'].map((name) => {
    mkdirSync(join(folder, name))
    return flashcoopIn(join(folder, name), `${DAY}T19:00:00+02:00`)
  })
  if (a === undefined || b === undefined) throw new Error('two tills')
  const done = async (flashcoop: Flashcoop, ...argv: Words): Promise<void> =>
    expect(await flashcoop(...argv)).toMatchObject({ exit: 0 })
  await openStall(a)
  await done(a, 'product', 'stock', 'cookie', '+24', '--on', DAY)
  await done(a, 'export', 'bundle', '-o', '../first.jsonl')
  await done(b, 'init', '--from', '../first.jsonl')
  await done(b, 'till', 'open', '--float', '40', '--at', `${DAY}T09:00`)
  await done(b, 'sale', 'add', '5', 'cookie', '1', 'cookie', 'offert', 'cb', ...at)
  await done(b, 'product', 'stock', 'cookie', '+6', '--lost', '2', '--on', DAY)
  await done(a, 'sale', 'add', '9', 'cookie', 'cb', ...at)
  await done(a, 'sale', 'add', '14', 'cookie', 'cb', ...at)
  await done(a, 'undo')
  await done(a, 'product', 'stock', 'cookie', '--sold-out')
  await done(a, 'export', 'bundle', '-o', '../a.jsonl')
  await done(b, 'export', 'bundle', '-o', '../b.jsonl')
  await done(a, 'merge', '../b.jsonl')
  await done(b, 'merge', '../a.jsonl')
  const stock = { produced: 30, found: 0, sold: 14, given: 1, lost: 2, remaining: 13 }
  for (const each of [a, b]) {
    const [, cookie] = await rowsOf(each, 'product', 'stock')
    expect(cookie).toMatchObject({ ...stock, sold_out: true })
  }
})
