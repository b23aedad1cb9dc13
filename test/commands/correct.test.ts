import { expect, test } from 'vitest'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'

type Statement = Readonly<Record<string, number>>
type AmendmentJson = {
  readonly amendment: number
  readonly status: string
  readonly income_statement: { readonly [side in 'before' | 'after' | 'difference']: Statement }
  readonly distribution: {
    readonly shares: readonly {
      readonly participant: string
      readonly before: Statement
      readonly after: Statement
      readonly difference: Statement
    }[]
  }
}

const CONFIRM = ['--confirm', 'FC-1'] as const
const CHEQUE = ['correct', 'cheque', '5', '--reason', 'sent back'] as const
const VOTE = ['--vote', '2026-06-18 2/0/0'] as const

/** A closed cohort of two people: takings of 211.00, 50.00 of it by cheque, a cost of 21.10. Invented. */
async function closed(): Promise<Shop> {
  const shop = await newShop()
  addCohort(shop, 'FC-1')
  const paid = ['--pay', 'cheque:50', 'cash'] as const
  await shop.ok('sale', 'recap', '211', '--vat', '5.5', '--on', '2026-06-17', ...paid)
  const flour = ['cost', 'add', 'Flour', '21.10@5.5', '--category', 'ingredients'] as const
  await shop.ok(...flour, '--on', '2026-06-10')
  await shop.ok('attendance', 'mark', 'J4', '--all')
  await shop.ok('close', '--rule', 'half-days', ...VOTE, ...CONFIRM)
  return shop
}

const amendments = (shop: Shop) =>
  shop.json<readonly { readonly amendment: number }[]>('correct', 'list')

test('a terminal is asked for the code until it is right, or until one leaves', async () => {
  const shop = await closed()
  const left = await shop.typing('\u0004', ...CHEQUE)
  expect([left.exit, left.stdout]).toEqual([130, ''])
  expect(left.stderr).toContain('amendment 1')
  expect(left.stderr).toMatch(/\nnothing was recorded\n$/)
  expect(await amendments(shop)).toEqual([])
  const made = await shop.typing('FC-9\nfc-1\n', ...CHEQUE, '--json')
  expect(made.stderr).toContain('FC-9 is not the code of this cohort')
  expect([made.exit, JSON.parse(made.stdout).status]).toEqual([0, 'recorded'])
  expect(await amendments(shop)).toHaveLength(1)
})

test('an amendment keeps to what the close froze, whatever is set or marked since', async () => {
  const [plain, changed] = [await closed(), await closed()]
  await changed.ok('host', 'set', 'contribution_rate', '50')
  await changed.ok('host', 'set', 'vat_regime', 'franchise')
  await changed.ok('participant', 'edit', 'P02', '--payable', 'no', '--reason', 'declined')
  changed.record(({ db }) => db.prepare("UPDATE attendance SET status = 'AI'").run())
  const sale = ['correct', 'sale', '42.20@5.5', '--reason', 'found', ...CONFIRM] as const
  const one = await plain.json<AmendmentJson>(...sale)
  const other = await changed.json<AmendmentJson>(...sale)
  expect(other.income_statement).toEqual(one.income_statement)
  expect(other.distribution).toEqual(one.distribution)
  expect(one.income_statement.difference).toMatchObject({
    revenue_ht_cents: 4000,
    contribution_cents: 400,
    result_cents: 3600,
  })
})

test('reports, payouts and books stand where the last amendment does, and the ledger is whole', async () => {
  const shop = await closed()
  const before = await shop.json('report', 'result')
  const made = [
    ['cost', 'Van', '30@20', '--category', 'travel', '--paid-by', 'ANIM01'],
    ['void-cost', '1', '--reason', 'entered twice'],
    ['sale', '21.10@5.5', '12@20', '--method', 'card', '--reason', 'found'],
    ['void-sale', '5@5.5', '--reason', 'charged twice'],
    ['till', 'missing', '2', '--reason', 'counted again'],
    ['cheque', '15', '--reason', 'sent back'],
  ]
  const all: AmendmentJson[] = []
  for (const words of made)
    all.push(await shop.json<AmendmentJson>('correct', ...words, ...CONFIRM))
  expect(all.map((each) => each.amendment)).toEqual([1, 2, 3, 4, 5, 6])
  for (const [index, each] of all.entries()) {
    const last = all[index - 1]
    expect(each.income_statement.before).toEqual(
      last ? last.income_statement.after : before.income_statement,
    )
  }
  const after = all.at(-1)
  const result = await shop.json('report', 'result')
  expect(result.income_statement).toEqual(after?.income_statement.after)
  const sum = all.reduce(
    (total, each) => total + (each.income_statement.difference['result_cents'] ?? 0),
    before.income_statement.result_cents,
  )
  expect(result.income_statement.result_cents).toBe(sum)
  const shares = after?.distribution.shares ?? []
  const rows = await shop.json<readonly Statement[]>('report', 'distribution')
  expect(rows.map((row) => row['share_cents'])).toEqual(
    shares.map((share) => share.after['share_cents']),
  )
  const dues = await shop.json<readonly Statement[]>('payout', 'list')
  expect(dues.map((row) => row['due_cents'])).toEqual(
    shares.map((share) => share.after['net_cents']),
  )
  const balance = await shop.json<readonly Statement[]>('report', 'balance')
  const total = (key: string): number => balance.reduce((all, row) => all + (row[key] ?? 0), 0)
  expect(total('debit_cents')).toBe(total('credit_cents'))
  expect((await shop.run('audit', 'verify')).exit).toBe(0)
})

test('-n shows the amendment and writes nothing', async () => {
  const shop = await closed()
  const { status, amendment } = await shop.json<AmendmentJson>(...CHEQUE, '-n')
  expect([status, amendment]).toEqual(['preview', 1])
  expect(await amendments(shop)).toEqual([])
})

test('a late cost is paid to its supplier and refunded to who advanced it', async () => {
  const shop = await closed()
  const cost = ['correct', 'cost', 'Stall', '30', '--category', 'stall'] as const
  await shop.ok(...cost, ...CONFIRM)
  await shop.ok(...cost, '--paid-by', 'ANIM01', ...CONFIRM)
  await shop.ok('cost', 'pay', '2')
  await shop.ok('cost', 'refund', 'ANIM01')
  const refused = await shop.run('cost', 'void', '2', '--reason', 'wrong')
  expect(refused.exit).toBe(3)
  expect((await shop.run('audit', 'verify')).exit).toBe(0)
})

test('cheques are sent back, and sales taken out, up to what there was of them', async () => {
  const shop = await closed()
  const why = ['--reason', 'sent back', ...CONFIRM] as const
  const refused = async (...words: readonly string[]): Promise<string> => {
    const { exit, stderr } = await shop.run('correct', ...words, ...why, '--json')
    return `${exit} ${JSON.parse(stderr).error.code}`
  }
  await shop.ok('correct', 'cheque', '30', ...why)
  expect(await refused('cheque', '20.01')).toBe('1 cheque-above-received')
  await shop.ok('correct', 'cheque', '20', ...why)
  expect(await refused('cheque', '0.01')).toBe('1 cheque-above-received')
  expect(await refused('void-sale', '1@20')).toBe('1 sale-above-sold')
  await shop.ok('correct', 'void-sale', '200@5.5', ...why)
  expect(await refused('void-sale', '11.01@5.5')).toBe('1 sale-above-sold')
  await shop.ok('correct', 'void-sale', '11@5.5', ...why)
})
