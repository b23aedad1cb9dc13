import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { VERSION } from '../../src/commands/version.ts'
import type { CloseBody } from '../../src/domain/closing/close-body.ts'
import { headCodeOf } from '../../src/domain/journal/head-code.ts'
import { frozenClose } from '../../src/store/queries/frozen-close.ts'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'

const WORDS: Readonly<Record<string, string>> = {
  '--vote': '2026-06-18 2/0/0',
  '--rule': 'half-days',
  '--at': '2026-06-18T18:00',
}

/** The same invented cohort each time; `before` changes one thing before the close. */
async function frozen(
  before: (shop: Shop) => Promise<unknown> = async () => undefined,
  changed: Readonly<Record<string, string | undefined>> = {},
): Promise<{ readonly body: CloseBody; readonly stdout: string; readonly hash: Buffer }> {
  const shop = await newShop('2026-06-19T12:00:00+02:00')
  addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPA' })
  await shop.ok('product', 'add', 'Cookie', '2', '--vat', '5.5')
  await shop.ok('till', 'open', '--at', '2026-06-17T09:00')
  await shop.ok('sale', 'add', '20x', 'cookie', 'cash', '--at', '2026-06-17T10:00')
  await shop.ok('till', 'count', '40', '--at', '2026-06-17T18:00')
  await before(shop)
  const sealed = await shop.run('till', 'z', '--at', '2026-06-17T18:05')
  if (sealed.exit !== 0) throw new Error(sealed.stderr)
  const options = Object.entries({ ...WORDS, ...changed }).flatMap(([name, value]) =>
    value === undefined ? [] : value === '' ? [name] : [name, value],
  )
  const stdout = await shop.ok('close', ...options, '--confirm', 'FC-1')
  const close = shop.ledger(({ db }) => frozenClose(db, 'FC-1'))
  if (close === undefined) throw new Error('nothing is closed')
  return { ...close, stdout }
}

const typed =
  (...argv: readonly string[]) =>
  (shop: Shop): Promise<string> =>
    shop.ok(...argv)

/** The default table with another rate for accidents at work, of the same date. */
async function otherRates(shop: Shop): Promise<void> {
  const path = join(shop.folder, 'rates.csv')
  await shop.ok('host', 'rates', 'list', '--csv', '-o', path)
  const text = readFileSync(path, 'utf8').replace(/(accident[^\n]*?)1[.,]5/, '$12.2')
  writeFileSync(path, text.replace('12.2', '2.2'))
  await shop.ok('host', 'rates', 'import', path)
}

test('a close freezes all that it rests on, and prints the code to write down', async () => {
  const { body, stdout, hash } = await frozen(undefined, {
    '--rule': undefined,
    '--weights': 'P02:3,P01:1',
    '--reserve': '10%',
  })
  expect(body.software).toBe(VERSION)
  expect(body.inputs).toMatch(/^[0-9a-f]{64}$/)
  expect(body.rates?.employer.length).toBeGreaterThan(5)
  expect(body.rule).toBe('weights')
  expect(body.weights).toEqual([
    { participant: 'P01', weight: 1 },
    { participant: 'P02', weight: 3 },
  ])
  expect(body.vote).toEqual({ on: '2026-06-18', for: 2, against: 0, abstained: 0 })
  expect(body.reserve).toEqual({ kind: 'percent', rate: 1000 })
  expect(body.chart.accounts.pay).toBe('641100')
  expect(body.terms.contributionRateBp).toBe(1000)
  expect(body.distribution.shares.map((share) => share.weight)).toEqual([1, 3])
  expect(stdout).toContain(headCodeOf(hash))
})

test('weights given to somebody who takes no pay are frozen, though they count for nothing', async () => {
  const declined = typed('participant', 'edit', 'P01', '--payable', 'no', '--reason', 'declined')
  const { body } = await frozen(declined, { '--rule': undefined, '--weights': 'P01:5,P02:3' })
  expect(body.weights).toContainEqual({ participant: 'P01', weight: 5 })
  expect(body.distribution.shares.map((share) => share.weight)).toEqual([0, 3])
})

test('the digest of the inputs is the same for the same inputs, and another for each that differs', async () => {
  const on = ['--on', '2026-06-17'] as const
  const flour = ['cost', 'add', 'Flour', '3@5.5', '--category', 'ingredients', ...on] as const
  const mark = ['attendance', 'mark', '2026-06-09', '--am', '--at', '2026-06-18T10:00'] as const
  const inputs: Readonly<Record<string, Parameters<typeof frozen>>> = {
    nothing: [],
    sale: [typed('sale', 'recap', '1', '--vat', '5.5', ...on)],
    tip: [typed('sale', 'add', 'cookie', 'tip', '1', 'card', '--at', '2026-06-17T12:00')],
    cost: [typed(...flour)],
    voucher: [typed(...flour, '--voucher', 'F1')],
    count: [typed('till', 'count', '39.90', '--reason', 'lost', '--at', '2026-06-17T18:02')],
    absence: [typed(...mark, '--absent', 'P01')],
    lateness: [typed(...mark, '--late', 'P01:30')],
    minutes: [typed('day', 'edit', '2026-06-09', '--am', '180')],
    joiner: [typed('participant', 'edit', 'P02', '--joined', '2026-06-09')],
    leaver: [typed('participant', 'leave', 'P02', '--on', '2026-06-18')],
    payable: [typed('participant', 'edit', 'P02', '--payable', 'no', '--reason', 'declined')],
    contract: [typed('participant', 'edit', 'P02', '--contract-signed', '2026-06-10')],
    contribution: [typed('host', 'set', 'contribution_rate', '12')],
    base: [typed('host', 'set', 'contribution_base', 'revenue')],
    insurance: [typed('host', 'set', 'insurance_rate', '1')],
    regime: [typed('host', 'set', 'vat_regime', 'franchise')],
    account: [typed('host', 'accounts', 'set', 'pay', '641200')],
    rates: [otherRates],
    payroll: [undefined, { '--no-payroll': '' }],
    rule: [undefined, { '--rule': 'hours' }],
    excused: [undefined, { '--excused-count': '' }],
    weights: [undefined, { '--rule': undefined, '--weights': 'P01:1,P02:1' }],
    otherWeights: [undefined, { '--rule': undefined, '--weights': 'P01:1,P02:2' }],
    reserve: [undefined, { '--reserve': '10%' }],
    vote: [undefined, { '--vote': '2026-06-18 1/0/1' }],
    moment: [undefined, { '--at': '2026-06-18T18:01' }],
  }
  const digests = new Map<string, string>()
  for (const [name, change] of Object.entries(inputs)) {
    const { body } = await frozen(...change)
    expect([name, digests.get(body.inputs)]).toEqual([name, undefined])
    digests.set(body.inputs, name)
  }
  expect(digests.get((await frozen()).body.inputs)).toBe('nothing')
})
