import { expect, test } from 'vitest'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'

type Explained = {
  readonly amount_cents?: number
  readonly half_days?: number
  readonly terms: readonly { readonly amount_cents: number; readonly figure: string | null }[]
  readonly formulas: readonly string[]
  readonly lines: readonly Readonly<Record<string, number | string | null>>[]
}

const PEOPLE = { P01: 'PPPPPPPP', P02: 'PPPAPPPP', P03: 'PPPPAAPP', P04: 'PAAAAAAP' }

/** An invented cohort with two tills' days, three rates, tips, a discount, voids, costs of every kind. */
async function richShop(): Promise<Shop> {
  const shop = await newShop('2026-06-30T10:00:00+02:00')
  addCohort(shop, 'FC-1', PEOPLE)
  const say = (line: string): Promise<string> => shop.ok(...line.split(' '))
  await say('host set insurance_rate 1.3')
  for (const each of [
    'Cookie 2 --vat 5.5',
    'Crêpe 3.10 --vat 10 --kind service',
    'Tablier 12 --vat 20',
  ])
    await say(`product add ${each}`)
  await say('till open --float 50 --at 2026-06-16T09:00')
  await say('sale add 30x cookie tip 5 cash 70 --at 2026-06-16T10:00')
  await say('sale add 7 crepe 2 cookie off 10% card --at 2026-06-16T11:10')
  await say('sale add 2 tablier cheque --at 2026-06-16T11:40')
  await say('sale void A-0003 --reason twice')
  await say('cost add Stall 30 --category stall --paid-by till --on 2026-06-16')
  await say('till count 84.35 --at 2026-06-16T18:00')
  await say('till z --at 2026-06-16T18:05')
  await say('till open --float 20 --at 2026-06-17T09:00')
  await say('sale add 40x cookie by P02 cash --at 2026-06-17T10:00')
  await say('sale add 3 tablier card --at 2026-06-17T14:00')
  await say('till in 15 change --at 2026-06-17T15:00')
  await say('till count 115 --at 2026-06-17T18:00')
  await say('till z --at 2026-06-17T18:05')
  await say('cost add Flour 21.10@5.5 6@20 --category ingredients --on 2026-06-10 --paid-by ANIM01')
  await say('cost add Bags 9@20 --category packaging --on 2026-06-10')
  await say('cost add Posters 12@20 --category communication --on 2026-06-10')
  await say('cost add Trainer 300@20 --category fees --charged-to programme --on 2026-06-16')
  return shop
}

const close = (shop: Shop): Promise<string> =>
  shop.ok(
    ...'close --rule half-days --reserve 7% --confirm FC-1 --at 2026-06-18T18:00'.split(' '),
    '--vote',
    '2026-06-18 4/0/0',
  )

const explain = (shop: Shop, figure: string): Promise<Explained> =>
  shop.json<Explained>('explain', figure)

/** What the figure says, after its terms were seen to make it. */
async function amountOf(shop: Shop, figure: string): Promise<number> {
  const { amount_cents: amount = Number.NaN, terms, formulas, lines } = await explain(shop, figure)
  const sum = terms.reduce((total, term) => total + term.amount_cents, 0)
  if (terms.length > 0) expect(sum, figure).toBe(amount)
  expect(terms.length + formulas.length + lines.length, `${figure} is explained`).toBeGreaterThan(
    amount === 0 ? -1 : 0,
  )
  return amount
}

const sumOf = (lines: Explained['lines'], key: string): number =>
  lines.reduce((sum, line) => sum + Number(line[key] ?? 0), 0)

type Json = Readonly<Record<string, number | string | null>>
const rowsOf = (shop: Shop, ...argv: readonly string[]): Promise<readonly Json[]> =>
  shop.json<readonly Json[]>(...argv)

const STATEMENT = {
  sales: 'sales_ttc',
  vat: 'vat_collected',
  revenue: 'revenue_ht',
  purchases: 'purchases_ht',
  packaging: 'packaging_ht',
  margin: 'gross_margin',
  charges: 'other_charges_ht',
  'till-difference': 'till_difference',
  donations: 'donations',
  contribution: 'contribution',
  insurance: 'insurance',
  result: 'result',
}

async function expectStatement(shop: Shop): Promise<void> {
  const { income_statement: statement } = await shop.json('report', 'result')
  for (const [figure, line] of Object.entries(STATEMENT))
    expect(await amountOf(shop, figure), figure).toBe(statement[`${line}_cents`])
}

test('every line of the income statement is explained: open, closed, and after an amendment', async () => {
  const shop = await richShop()
  await expectStatement(shop)
  await close(shop)
  await expectStatement(shop)
  for (const line of [
    'correct cost Gas 10@20 --category ingredients --on 2026-06-25',
    'correct sale 31@10 --method cash --reason forgotten --on 2026-06-26',
    'correct void-cost 4 --reason twice --on 2026-06-27',
    'correct till missing 1.20 --reason late --on 2026-06-28',
  ]) {
    await shop.ok(...line.split(' '), '--confirm', 'FC-1')
    await expectStatement(shop)
  }
})

test('every figure of the other reports is explained by lines that add up to it', async () => {
  const shop = await richShop()
  await close(shop)
  const vat = await rowsOf(shop, 'report', 'vat', '--json')
  for (const rate of new Set(vat.map((row) => row.rate_per_mille ?? row.rate))) {
    const own = vat.filter((row) => (row.rate_per_mille ?? row.rate) === rate)
    const told = await explain(shop, `vat:${Number(rate) / 10}`)
    expect(told.amount_cents).toBe(sumOf(own, 'vat_cents'))
    expect(sumOf(told.lines, 'ttc_cents')).toBe(sumOf(own, 'ttc_cents'))
  }
  for (const row of await rowsOf(shop, 'report', 'products', '--json')) {
    const told = await explain(shop, `product:${row.product}`)
    expect(told.amount_cents).toBe(row.takings_cents)
    expect(sumOf(told.lines, 'total_cents')).toBe(row.takings_cents)
  }
  for (const by of ['day', 'hour', 'seller'] as const)
    for (const row of await rowsOf(shop, 'report', 'sales', '--by', by, '--json')) {
      if (row[by] === null) continue
      const told = await explain(shop, `${by}:${row[by]}`)
      expect(told.amount_cents, `${by}:${row[by]}`).toBe(row.takings_cents)
      expect(sumOf(told.lines, 'total_cents')).toBe(row.takings_cents)
      expect(sumOf(told.lines, 'tip_cents')).toBe(row.tips_cents)
    }
  for (const row of await rowsOf(shop, 'report', 'sales', '--by', 'method', '--json')) {
    const told = await explain(shop, `method:${row.method}`)
    expect(told.amount_cents).toBe(row.paid_cents)
    expect(sumOf(told.lines, 'paid_cents')).toBe(row.paid_cents)
  }
  for (const row of await rowsOf(shop, 'report', 'costs', '--by', 'category', '--json')) {
    const figure = row.charged_to === 'programme' ? 'programme' : `costs:${row.category}`
    const told = await explain(shop, figure)
    expect(told.amount_cents, figure).toBe(row.ht_cents)
    expect(sumOf(told.lines, 'amount_ttc_cents'), figure).toBe(row.ttc_cents)
  }
  for (const row of await rowsOf(shop, 'report', 'balance', '--json'))
    expect(await amountOf(shop, `account:${row.account}`)).toBe(row.balance_cents)
  for (const row of await rowsOf(shop, 'report', 'attendance', '--json')) {
    const told = await explain(shop, `attendance:${row.participant}`)
    expect(told.half_days).toBe(row.half_days)
    expect(told.lines).toHaveLength(Number(row.half_days))
  }
  const [cohort] = await rowsOf(shop, 'report', 'cohorts', '--json')
  expect(await amountOf(shop, 'sales')).toBe(cohort?.takings_cents)
})

test('every share, every part of a pay and what is due', async () => {
  const shop = await richShop()
  await close(shop)
  for (const row of await rowsOf(shop, 'report', 'distribution', '--json')) {
    const told = await explain(shop, `share:${row.participant}`)
    expect(told.amount_cents).toBe(row.share_cents)
    expect(told.lines).toHaveLength(Number(row.weight))
    for (const part of ['gross', 'employer', 'employee', 'net', 'remainder'])
      expect(await amountOf(shop, `${part}:${row.participant}`)).toBe(row[`${part}_cents`])
    expect(await amountOf(shop, `due:${row.participant}`)).toBe(row.net_cents)
  }
})

test('a Z: its takings, its drawer and its difference, from its own tickets', async () => {
  const shop = await richShop()
  for (const z of ['Z-1', 'Z-2']) {
    const shown = await shop.json<Json>('till', 'show', z)
    const taken = await explain(shop, `takings:${z}`)
    expect(taken.amount_cents).toBe(shown.sales_cents)
    expect(sumOf(taken.lines, 'total_cents')).toBe(shown.sales_cents)
    expect(sumOf(taken.lines, 'tip_cents')).toBe(shown.tips_cents)
    expect(await amountOf(shop, `till:${z}`)).toBe(shown.expected_cents)
    expect(await amountOf(shop, `difference:${z}`)).toBe(shown.difference_cents)
  }
})

test('every name that is listed can be asked for, and says what the list says', async () => {
  const shop = await richShop()
  const listed = await rowsOf(shop, 'explain', '--json')
  expect(listed.length).toBeGreaterThan(20)
  for (const { figure, amount_cents: amount } of listed)
    expect(await amountOf(shop, String(figure)), String(figure)).toBe(amount)
})
