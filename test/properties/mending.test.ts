import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, type Db, first, integerOf, textOf } from '../../src/store/sql.ts'
import { verify } from '../../src/store/verify.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// Everything in these ledgers is invented.

/** One thing that somebody types at the stall; `back` counts from the newest ticket that stands. */
type Deed =
  | { readonly kind: 'sell'; readonly line: string }
  | { readonly kind: 'refund'; readonly back: number; readonly line: string }
  | { readonly kind: 'repay'; readonly back: number; readonly line: string }
  | { readonly kind: 'void'; readonly back: number }
  | { readonly kind: 'undo'; readonly steps: number }
  | { readonly kind: 'redo' }

/** A part, the rest, and once more. */
const TWICE: Deed[] = [
  { kind: 'sell', line: '2 cookie cb' },
  { kind: 'refund', back: 0, line: '1 cookie esp' },
  { kind: 'refund', back: 0, line: '' },
  { kind: 'refund', back: 0, line: '1 cookie' },
  { kind: 'repay', back: 0, line: 'chq' },
  { kind: 'void', back: 0 },
  { kind: 'undo', steps: 1 },
  { kind: 'redo' },
]

const method = fc.constantFrom('cb', 'esp', 'chq', 'esp 1 cb', 'cb 2 esp 20', 'vir')
const goods = fc.constantFrom(
  '2 cookie',
  '3 cookie remise 1',
  '7 cookie remise 10%',
  '1 cafe 1 cookie don 0,50',
  '2 cookie 1 cafe offert remise 0,01 par P01',
  '1 cookie offert',
)
const given = fc.constantFrom('', '1 cookie', '2 cookie', '1 cafe', '1 cafe offert', 'don 0,20')
const back = fc.nat({ max: 3 })
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('sell'), line: joined(goods, method) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('refund'),
      back,
      line: joined(given, fc.constantFrom('', 'esp', 'cb', 'esp 1 chq')),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repay'), back, line: method }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('void'), back }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo'), steps: fc.nat({ max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('redo') }) },
)

function joined(...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...parts).map((words) => words.filter((word) => word !== '').join(' '))
}

const DAY = '2026-06-17'

function argvOf(each: Deed, standing: readonly number[], index: number): readonly string[] {
  const at = ['--at', `${DAY}T10:${String(index).padStart(2, '0')}`]
  const ticket = (from: number): string => String(standing.at(-1 - from) ?? from + 1)
  switch (each.kind) {
    case 'sell':
      return ['sale', 'add', ...each.line.split(' '), ...at]
    case 'refund': {
      const line = each.line.split(' ').filter((word) => word !== '')
      return ['sale', 'refund', ticket(each.back), ...line, '--reason', 'x', ...at]
    }
    case 'repay':
      return ['sale', 'repay', ticket(each.back), ...each.line.split(' '), ...at]
    case 'void':
      return ['sale', 'void', ticket(each.back), '--reason', 'x', ...at]
    case 'undo':
      return ['undo', String(each.steps + 1)]
    case 'redo':
      return ['redo']
  }
}

async function openStall(flashcoop: ReturnType<typeof flashcoopIn>): Promise<void> {
  for (const argv of [
    ['init', '--no-input', '--lang', 'fr'],
    ['cohort', 'create', 'FC-1', '--name', 'Essai', '--template', 'blank', '--days', DAY],
    ['participant', 'add', 'Awa Exemple'],
    ['product', 'add', 'Cookie', '2,50', '--vat', '5.5', '--code', 'cookie'],
    ['product', 'add', 'Café', '1,80', '--vat', '10', '--code', 'cafe'],
    ['till', 'open', '--float', '80', '--at', `${DAY}T09:00`],
    /** After it no undo closes the till again. */
    ['sale', 'add', '1', 'cookie', 'cb', '--at', `${DAY}T09:01`],
  ])
    expect(await flashcoop(...argv)).toMatchObject({ exit: 0 })
}

const sumOf = (db: Db, query: string): number => integerOf(first(db, query) ?? {}, 'n')

/** What is wrong with the tables, by a look at each ticket. */
function faultsIn(db: Db): readonly string[] {
  const unpaid = sumOf(
    db,
    `SELECT count(*) AS n FROM sale WHERE total_cents + tip_cents <> coalesce(
       (SELECT sum(amount_cents) FROM payment WHERE payment.stall = sale.stall AND payment.number = sale.number), 0)`,
  )
  const uneven = sumOf(
    db,
    `SELECT count(*) AS n FROM sale WHERE total_cents <>
       (SELECT coalesce(sum(value ->> 'totalCents'), 0) FROM json_each(sale.lines))`,
  )
  const over = sumOf(
    db,
    `SELECT count(*) AS n FROM sale AS sold, json_each(sold.lines) AS line
     JOIN (SELECT refund_of, part.value ->> 'of' AS line, -sum(part.value ->> 'quantity') AS pieces,
             -sum(part.value ->> 'totalCents') AS cents
           FROM sale, json_each(sale.lines) AS part
           WHERE refund_of IS NOT NULL AND voided_by IS NULL GROUP BY 1, 2) AS back
       ON back.refund_of = sold.number AND back.line = line.key + 1
     WHERE back.pieces > line.value ->> 'quantity' OR back.cents > line.value ->> 'totalCents'
       OR (back.pieces = line.value ->> 'quantity' AND back.cents <> line.value ->> 'totalCents')`,
  )
  const refundedVoids = sumOf(
    db,
    `SELECT count(*) AS n FROM sale JOIN sale AS back ON back.refund_of = sale.number
     WHERE sale.voided_by IS NOT NULL AND back.voided_by IS NULL`,
  )
  return [
    ...(unpaid > 0 ? ['payments differ from a ticket'] : []),
    ...(uneven > 0 ? ['lines differ from a ticket'] : []),
    ...(over > 0 ? ['more was given back than was sold'] : []),
    ...(refundedVoids > 0 ? ['a voided ticket is refunded'] : []),
  ]
}

const CASH = `SELECT coalesce(sum(amount_cents), 0) AS n FROM sale JOIN payment USING (stall, number)
  WHERE voided_by IS NULL AND method = 'cash'`
const TAKEN = 'SELECT coalesce(sum(total_cents), 0) AS n FROM sale WHERE voided_by IS NULL'

/** Sales that stand; every third deed meets refunds and voided tickets too. */
const standingIn = (db: Db): readonly number[] =>
  all(
    db,
    `SELECT number FROM sale WHERE (voided_by IS NULL AND refund_of IS NULL)
       OR (SELECT count(*) FROM event) % 3 = 0 ORDER BY number`,
  ).map((row) => integerOf(row, 'number'))

const payloadsOf = (db: Db): readonly string[] =>
  all(db, 'SELECT payload FROM event ORDER BY seq').map((row) => textOf(row, 'payload'))

type Till = Readonly<Record<string, number>>
const PERPETUAL = ['sales', 'voids', 'refunds', 'refund_voids']

/** All that the till ever did is this one day. */
const perpetualNet = (till: Till): number => {
  const [sales = 0, voids = 0, refunds = 0, refundVoids = 0] = PERPETUAL.map(
    (name) => till[`perpetual_${name}_cents`],
  )
  return sales - voids - refunds + refundVoids
}

/** Figures that a mistake and its mending leave as they were. */
const netOf = (till: Till): object => ({
  taken: (till['sales_cents'] ?? 0) - (till['refunds_cents'] ?? 0),
  tips: till['tips_cents'],
  expected: till['expected_cents'],
  methods: till['methods'],
  rates: till['rates'],
})

const sum = (rows: unknown, field: string): number =>
  Array.isArray(rows) ? rows.reduce((total, row) => total + row[field], 0) : Number.NaN

test('whatever is sold, refunded, voided, repaid, undone and redone, the till is right to the cent', {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder()
  let made = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 18 }), async (deeds) => {
      made += 1
      const home = join(folder, String(made))
      mkdirSync(home)
      const flashcoop = flashcoopIn(home, `${DAY}T19:00:00+02:00`)
      await openStall(flashcoop)
      const path = join(home, 'flashcoop.db')
      const till = async (): Promise<Till> =>
        JSON.parse((await flashcoop('till', 'show', DAY, '--json')).stdout)
      let before = await till()
      let bytes: readonly string[] = []
      for (const [index, each] of deeds.entries()) {
        const standing = withLedger(path, ({ db }) => standingIn(db))
        const answer = await flashcoop(...argvOf(each, standing, index))
        expect([0, 1, 2], answer.stderr).toContain(answer.exit)
        const now = await till()
        const found = withLedger(path, ({ db }) => ({
          faults: faultsIn(db),
          cash: sumOf(db, CASH),
          taken: sumOf(db, TAKEN),
          payloads: payloadsOf(db),
        }))
        expect(found.faults).toEqual([])
        expect(now['expected_cents']).toBe(8000 + found.cash)
        expect((now['sales_cents'] ?? 0) - (now['refunds_cents'] ?? 0)).toBe(found.taken)
        expect(sum(now['rates'], 'ttc_cents')).toBe(found.taken)
        expect(sum(now['methods'], 'amount_cents')).toBe(found.taken + (now['tips_cents'] ?? 0))
        expect(perpetualNet(now)).toBe(found.taken)
        expect(found.payloads.slice(0, bytes.length)).toEqual(bytes)
        for (const total of PERPETUAL.map((name) => `perpetual_${name}_cents`))
          expect(now[total]).toBeGreaterThanOrEqual(before[total] ?? 0)
        if (answer.exit === 0 && each.kind !== 'undo' && each.kind !== 'redo') {
          await flashcoop('undo', '-q')
          if (each.kind !== 'void') expect(netOf(await till())).toEqual(netOf(before))
          await flashcoop('redo', '-q')
          expect(netOf(await till())).toEqual(netOf(now))
        }
        before = await till()
        bytes = withLedger(path, ({ db }) => payloadsOf(db))
      }
      expect(withLedger(path, ({ db }) => verify(db).findings)).toEqual([])
    }),
    { numRuns: Number.parseInt(process.env['LIVES'] ?? '12', 10), examples: [[TWICE]] },
  )
})
