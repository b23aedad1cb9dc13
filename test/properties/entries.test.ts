import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { type AccountKey, isAccountKey } from '../../src/domain/accounting/chart.ts'
import type { EntryLine, NumberedEntry } from '../../src/domain/accounting/entry.ts'
import { trialBalance } from '../../src/domain/accounting/trial-balance.ts'
import type { CloseBody } from '../../src/domain/closing/close-body.ts'
import { entriesOf } from '../../src/store/queries/entries.ts'
import { frozenClose } from '../../src/store/queries/frozen-close.ts'
import { newShop, type Shop } from '../closing-ledger.ts'

/** 8 lives in every run of the tests; `LIVES=500` before a release. */
const LIVES = Number.parseInt(process.env['LIVES'] ?? '8', 10)

const onDay = fc.constantFrom('2026-06-15', '2026-06-16')
const rate = fc.constantFrom('0', '5.5', '10', '20')
const euros = fc.integer({ min: 1, max: 20_000 }).map((cents) => (cents / 100).toFixed(2))
const method = fc.constantFrom('cash', 'card', 'cheque', 'transfer')
const number = fc.integer({ min: 1, max: 5 }).map(String)
const product = fc.constantFrom('cookie', 'soap', 'workshop', 'gift')

const cost = fc
  .record({
    amounts: fc.array(
      fc.tuple(euros, rate).map(([amount, vat]) => `${amount}@${vat}`),
      { minLength: 1, maxLength: 3 },
    ),
    category: fc.constantFrom('ingredients', 'packaging', 'stall', 'bank_fees', 'goods', 'other'),
    payer: fc.constantFrom('cae', 'till', 'P01', 'ANIM01'),
    charged: fc.constantFrom('activity', 'programme'),
    on: onDay,
  })
  .map(({ amounts, category, payer, charged, on }) => [
    'cost',
    'add',
    'Invented',
    ...amounts,
    '--category',
    category,
    '--paid-by',
    payer,
    '--charged-to',
    charged,
    '--on',
    on,
  ])

const sale = fc
  .record({
    sold: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }).map(String), product), {
      minLength: 1,
      maxLength: 3,
    }),
    tip: fc.constantFrom([], ['tip', '1.50']),
    method,
    on: onDay,
  })
  .map((each) => [
    'sale',
    'add',
    ...each.sold.flat(),
    ...each.tip,
    each.method,
    '--at',
    `${each.on}T10:00`,
  ])

const recap = fc
  .tuple(euros, fc.constantFrom('5.5', '20'), method, fc.constant('2026-06-15'))
  .map(([amount, vat, by, on]) => ['sale', 'recap', amount, '--vat', vat, '--pay', by, '--on', on])

/** What people do, some of it out of turn: the product says no then, and nothing is written. */
const deed = fc.oneof(
  { arbitrary: sale, weight: 6 },
  { arbitrary: cost, weight: 4 },
  { arbitrary: recap, weight: 4 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('0', '80'), onDay)
      .map(([float, on]) => ['till', 'open', '--float', float, '--at', `${on}T09:00`]),
    weight: 4,
  },
  {
    arbitrary: fc
      .tuple(euros, onDay)
      .map(([sum, on]) => ['till', 'count', sum, '--at', `${on}T17:00`]),
    weight: 1,
  },
  { arbitrary: onDay.map((on) => ['till', 'z', '--at', `${on}T18:00`]), weight: 3 },
  fc
    .tuple(fc.constantFrom('in', 'out'), euros)
    .map(([way, sum]) => ['till', way, sum, 'invented', '--at', '2026-06-16T11:00']),
  number.map((of) => ['cost', 'void', of, '--reason', 'invented']),
  number.map((of) => ['sale', 'void', `A-000${of}`, '--reason', 'invented']),
  number.map((of) => [
    'sale',
    'refund',
    `A-000${of}`,
    '--reason',
    'invented',
    '--at',
    '2026-06-16T12:00',
  ]),
  fc.constant(['undo']),
  fc.constant(['redo']),
  fc.tuple(euros, onDay).map(([sum, on]) => ['till', 'withdraw', sum, '--on', on]),
  fc
    .tuple(fc.constantFrom('cash', 'cheque'), onDay)
    .map(([by, on]) => ['till', 'deposit', by, '--on', on]),
  onDay.map((on) => ['till', 'deposit', 'card', '--fee', '0.41', '--on', on]),
  number.map((of) => ['cost', 'pay', of, '--on', '2026-06-16']),
  fc.constantFrom('P01', 'ANIM01').map((who) => ['cost', 'refund', who, '--on', '2026-06-16']),
  fc.constantFrom('normal', 'franchise').map((regime) => ['host', 'set', 'vat_regime', regime]),
  fc
    .constantFrom('two_line', 'four_line')
    .map((style) => ['host', 'set', 'contribution_style', style]),
  fc
    .constantFrom('bank', 'till', 'sales_goods', 'pay_due')
    .map((key) => ['host', 'accounts', 'set', key, '471000']),
)

const AMENDED = ['--on', '2026-06-17', '--confirm', 'FC-1']

async function begin(): Promise<Shop> {
  const shop = await newShop('2026-06-17T12:00:00+02:00')
  const days = ['--template', 'blank', '--days', '2026-06-15,2026-06-16']
  await shop.ok('cohort', 'create', 'FC-1', '--name', 'Invented', ...days)
  await shop.ok('participant', 'add', 'Somebody', '--contract-signed', '2026-06-15')
  await shop.ok('participant', 'add', 'Somebody else', '--contract-signed', '2026-06-15')
  await shop.ok('product', 'add', 'cookie', '1.99', '--vat', '5.5')
  await shop.ok('product', 'add', 'soap', '4.35', '--vat', '20')
  await shop.ok('product', 'add', 'workshop', '10', '--vat', '5.5', '--kind', 'service')
  await shop.ok('product', 'add', 'gift', '0', '--vat', '20')
  await shop.ok('host', 'set', 'insurance_rate', '1')
  return shop
}

const booksOf = (shop: Shop): readonly NumberedEntry[] =>
  shop.ledger(({ db }) => entriesOf(db, 'FC-1'))

const total = (lines: readonly EntryLine[]): number =>
  lines.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)

function expectSound(entries: readonly NumberedEntry[]): void {
  for (const { lines, piece } of entries) {
    expect(piece).not.toBe('')
    expect(lines.length).toBeGreaterThanOrEqual(2)
    expect(total(lines)).toBe(0)
    for (const { debitCents, creditCents } of lines) {
      expect([debitCents, creditCents].toSorted((a, b) => a - b)[0]).toBe(0)
      expect(Math.max(debitCents, creditCents)).toBeGreaterThan(0)
    }
  }
  expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, index) => index + 1))
  expect(trialBalance(entries).reduce((sum, each) => sum + each.balanceCents, 0)).toBe(0)
}

/** What the entries of a closed period say, against what its close froze. */
function expectAgreement(entries: readonly NumberedEntry[], close: CloseBody): void {
  const lines = entries.filter((entry) => entry.day <= close.until).flatMap((entry) => entry.lines)
  const of = (section: string | undefined, ...keys: readonly AccountKey[]): number =>
    total(
      lines.filter(
        (line) =>
          keys.includes(line.account) && (section === undefined || line.section === section),
      ),
    )
  const costs = [...new Set(lines.map((line) => line.account))].filter(
    (key) => isAccountKey(key) && key.startsWith('cost_'),
  )
  const statement = close.incomeStatement
  const { shares } = close.distribution
  const charges =
    statement.purchasesHtCents + statement.packagingHtCents + statement.otherChargesHtCents
  expect({
    revenue: 0 - of(undefined, 'sales_goods', 'sales_services'),
    vat: 0 - of(undefined, 'vat_collected'),
    charges: of('FC-1', ...costs),
    programme: of('CAE', ...costs),
    difference: 0 - of(undefined, 'till_loss', 'till_gain'),
    donations: 0 - of(undefined, 'donations'),
    toHost: of('FC-1', 'contribution_charge'),
    due: 0 - of(undefined, 'pay_due'),
  }).toEqual({
    revenue: statement.revenueHtCents,
    vat: statement.vatCollectedCents,
    charges,
    programme: close.programmeHtCents,
    difference: statement.tillDifferenceCents,
    donations: statement.donationsCents,
    toHost: statement.contributionCents + statement.insuranceCents,
    due: shares.reduce((sum, { pay, shareCents }) => sum + (pay?.netCents ?? shareCents), 0),
  })
}

async function close(shop: Shop, payroll: readonly string[]): Promise<CloseBody | undefined> {
  for (const on of ['2026-06-15', '2026-06-16']) await shop.run('till', 'z', '--at', `${on}T20:00`)
  await shop.run('attendance', 'mark', 'J1', '--all')
  await shop.run('attendance', 'mark', 'J2', '--all')
  const vote = ['--vote', '2026-06-16 2/0/0', '--accept-loss', '--confirm', 'FC-1', ...payroll]
  const { exit, stderr } = await shop.run('close', ...vote, '--at', '2026-06-16T21:00')
  if (exit === 70) throw new Error(stderr)
  return shop.ledger(({ db }) => frozenClose(db, 'FC-1')?.body)
}

const life = fc.record({
  deeds: fc.array(deed, { minLength: 12, maxLength: 30 }),
  payroll: fc.constantFrom([], ['--no-payroll']),
  after: fc.array(deed, { maxLength: 4 }),
})

test('after any life of a cohort entries balance and say what the close says', {
  timeout: 60_000 + LIVES * 10_000,
}, async () => {
  let closed = 0
  const done = new Set<string>()
  onTestFinished(() => expect(closed).toBeGreaterThan(0))
  await fc.assert(
    fc.asyncProperty(life, async ({ deeds, payroll, after }) => {
      const shop = await begin()
      for (const argv of deeds) {
        const { exit, stderr } = await shop.run(...argv)
        if (exit === 70) throw new Error(`${argv.join(' ')}\n${stderr}`)
        if (exit === 0) done.add(argv.slice(0, 2).join(' '))
      }
      expectSound(booksOf(shop))
      const frozen = await close(shop, payroll)
      const books = booksOf(shop)
      expectSound(books)
      if (frozen === undefined) return
      closed += 1
      expectAgreement(books, frozen)
      await shop.run('payout', 'pay', '--all', '--on', '2026-06-17')
      const regime = frozen.terms.vatRegime === 'normal' ? 'franchise' : 'normal'
      await shop.ok('host', 'set', 'vat_regime', regime)
      await shop.ok('host', 'accounts', 'set', 'vat_collected', '445711')
      await shop.ok('correct', 'cost', 'Late', '12@20', '--category', 'stall', ...AMENDED)
      await shop.ok('correct', 'sale', '30@5.5', '--reason', 'forgotten', ...AMENDED)
      for (const argv of after) await shop.run(...argv)
      const later = booksOf(shop)
      expectSound(later)
      expect(later.slice(0, books.length)).toEqual(books)
    }),
    { numRuns: LIVES },
  )
  for (const often of ['sale add', 'cost add', 'sale recap', 'till z'])
    expect(done).toContain(often)
})

test('a recap keeps the VAT rate that its product had at the close', async () => {
  const shop = await begin()
  await shop.ok('product', 'add', 'bread', '1')
  await shop.ok('sale', 'recap', '105.50', '--product', 'bread', '--on', '2026-06-15')
  const vat = () =>
    booksOf(shop)
      .flatMap((entry) => entry.lines)
      .filter((line) => line.account === 'vat_collected')
      .map((line) => line.creditCents)
  expect(vat()).toEqual([])
  await shop.ok('product', 'edit', 'bread', '--vat', '5.5')
  expect(vat()).toEqual([550])
  const frozen = await close(shop, [])
  expect(frozen?.fixed).toEqual([{ product: 'bread', ratePerMille: 55 }])
  await shop.ok('product', 'edit', 'bread', '--vat', '20')
  expect(vat()).toEqual([550])
  expect((await shop.run('audit', 'verify')).exit).toBe(0)
})
