import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AccountKey } from '../../src/domain/accounting/chart.ts'
import { toDeposit } from '../../src/store/queries/deposit.ts'
import { entriesOf } from '../../src/store/queries/entries.ts'
import { payeesOf } from '../../src/store/queries/payout.ts'
import { advancesOf } from '../../src/store/queries/settlement.ts'
import { newShop, type Shop } from '../closing-ledger.ts'

/** 6 lives in every run of the tests; `LIVES=500` before a release. */
const LIVES = Number.parseInt(process.env['LIVES'] ?? '6', 10)

const onDay = fc.constantFrom('2026-06-15', '2026-06-16', '2026-06-17')
const euros = fc.integer({ min: 1, max: 6_000 }).map((cents) => (cents / 100).toFixed(2))
const perhaps = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> =>
  fc.oneof(
    fc.constant([]),
    value.map((each) => [each]),
  )
const means = fc.constantFrom('cash', 'card', 'cheque')
const person = fc.constantFrom('P01', 'ANIM01')

const WORK = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 30 }).map(String), means)
      .map(([pieces, by]) => ['sale', 'add', pieces, 'cookie', by, '--at', '2026-06-15T10:00']),
    weight: 4,
  },
  fc
    .tuple(euros, means, fc.constantFrom('2026-06-15', '2026-06-16'))
    .map(([sum, by, on]) => ['sale', 'recap', sum, '--vat', '5.5', '--pay', by, '--on', on]),
  fc.tuple(euros, fc.constantFrom('cae', 'till', 'P01', 'ANIM01')).map(([sum, by]) => {
    const what = ['cost', 'add', 'Invented', `${sum}@20`, '--category', 'other']
    return [...what, '--paid-by', by, '--on', '2026-06-15']
  }),
  fc.integer({ min: 1, max: 4 }).map((of) => ['cost', 'void', String(of), '--reason', 'invented']),
)

/** Any of them may be refused: nothing is written then. */
const MOVE = fc.oneof(
  fc.tuple(euros, onDay).map(([sum, on]) => ['till', 'withdraw', sum, '--on', on]),
  fc
    .tuple(means, perhaps(euros), onDay)
    .map(([by, sum, on]) => ['till', 'deposit', by, ...sum, '--on', on]),
  fc
    .tuple(perhaps(euros), onDay)
    .map(([sum, on]) => ['till', 'deposit', 'card', ...sum, '--fee', '0.05', '--on', on]),
  fc
    .tuple(fc.integer({ min: 1, max: 6 }).map(String), onDay)
    .map(([of, on]) => ['cost', 'pay', of, '--on', on]),
  fc
    .tuple(person, perhaps(euros), onDay)
    .map(([who, sum, on]) => ['cost', 'refund', who, ...sum, '--on', on]),
  fc
    .tuple(fc.constantFrom('P01', 'P02'), perhaps(euros))
    .map(([who, sum]) => ['payout', 'pay', who, ...sum, '--on', '2026-06-17']),
  fc.constant(['payout', 'pay', '--all', '--on', '2026-06-17']),
)

type Step = { readonly argv: readonly string[]; readonly undo: boolean }
const steps = (
  deed: fc.Arbitrary<readonly string[]>,
  maxLength: number,
): fc.Arbitrary<readonly Step[]> =>
  fc.array(fc.record({ argv: deed, undo: fc.boolean() }), { maxLength })

async function begin(): Promise<Shop> {
  const shop = await newShop('2026-06-17T20:00:00+02:00')
  const days = ['--template', 'blank', '--days', '2026-06-15,2026-06-16']
  await shop.ok('cohort', 'create', 'FC-1', '--name', 'Invented', ...days)
  for (const name of ['Somebody', 'Somebody else']) await shop.ok('participant', 'add', name)
  await shop.ok('product', 'add', 'cookie', '1.99', '--vat', '5.5')
  for (const day of ['J1', 'J2']) await shop.ok('attendance', 'mark', day, '--all')
  await shop.ok('till', 'open', '--at', '2026-06-15T09:00')
  return shop
}

const standing = (shop: Shop) =>
  shop.ledger(({ db }) => ({
    takings: toDeposit(db, 'FC-1'),
    advances: advancesOf(db, 'FC-1'),
    payees: payeesOf(db, 'FC-1'),
  }))

/** Where the money went, told twice: by the lists that people read, and by the books. */
function expectSameAsBooks(shop: Shop): void {
  const lines = shop.ledger(({ db }) => entriesOf(db, 'FC-1').flatMap((entry) => entry.lines))
  const balance = (...keys: readonly AccountKey[]): number =>
    lines
      .filter((line) => keys.includes(line.account))
      .reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)
  const { takings, advances, payees } = standing(shop)
  const left = new Map(takings.map((each) => [each.method, each.leftCents]))
  const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0)
  expect({
    cash: left.get('cash'),
    card: left.get('card'),
    cheque: left.get('cheque'),
    owed: sum(advances.map((each) => each.owedCents)),
    due: sum(payees.map((each) => each.leftCents - each.overpaidCents)),
  }).toEqual({
    cash: balance('till', 'internal_transfers'),
    card: balance('cards_to_cash'),
    cheque: balance('cheques_to_cash'),
    owed: 0 - balance('staff_advances', 'participant_advances'),
    due: 0 - balance('pay_due'),
  })
}

/** Never more than there is: only a void after the money went leaves a minus. */
function expectWithin(shop: Shop): void {
  const { takings, payees } = standing(shop)
  for (const { method, leftCents } of takings)
    if (method !== 'cash') expect(leftCents).toBeGreaterThanOrEqual(0)
  for (const { overpaidCents } of payees) expect(overpaidCents).toBe(0)
}

async function take(shop: Shop, { argv, undo }: Step, done: Set<string>): Promise<void> {
  const before = standing(shop)
  const { exit, stderr } = await shop.run(...argv)
  if (exit === 70) throw new Error(`${argv.join(' ')}\n${stderr}`)
  if (exit !== 0) return expect(standing(shop)).toEqual(before)
  done.add(argv.slice(0, 2).join(' '))
  expectWithin(shop)
  if (!undo) return
  const after = standing(shop)
  await shop.ok('undo')
  expect(standing(shop)).toEqual(before)
  await shop.ok('redo')
  expect(standing(shop)).toEqual(after)
}

test('no row of moves passes what there is; undo restores; the books say the same', {
  timeout: 60_000 + LIVES * 10_000,
}, async () => {
  const done = new Set<string>()
  const life = fc.record({
    work: fc.array(WORK, { minLength: 4, maxLength: 12 }),
    early: steps(MOVE, 8),
    late: steps(MOVE, 10),
  })
  await fc.assert(
    fc.asyncProperty(life, async ({ work, early, late }) => {
      const shop = await begin()
      for (const argv of work) await shop.run(...argv)
      await shop.ok('till', 'z', '--at', '2026-06-15T18:00')
      for (const step of early) await take(shop, step, done)
      expectSameAsBooks(shop)
      const vote = ['--vote', '2026-06-16 2/0/0', '--accept-loss', '--confirm', 'FC-1']
      await shop.ok('close', ...vote, '--at', '2026-06-16T21:00')
      for (const step of late) await take(shop, step, done)
      expectSameAsBooks(shop)
      expect(JSON.parse(await shop.ok('audit', 'verify', '--json'))).toMatchObject({ findings: [] })
    }),
    { numRuns: LIVES },
  )
  expect(done).toContain('till deposit')
})
