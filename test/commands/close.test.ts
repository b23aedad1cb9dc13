import { describe, expect, test } from 'vitest'
import { addCohort, type CloseJson, newShop, type Shop } from '../closing-ledger.ts'

const VOTE = ['--vote', '2026-06-18 2/0/0'] as const
const FULL = { P01: 'PPPPPPPP', P02: 'PPPPPPAA' }

/** A cohort that sold 40.00 in cash on J3 and has filled everything in. */
async function sold(code = 'FC-1', people: Record<string, string> = FULL): Promise<Shop> {
  const shop = await newShop()
  addCohort(shop, code, people)
  await shop.ok('product', 'add', 'Cookie', '2', '--vat', '5.5')
  await shop.ok('till', 'open', '--at', '2026-06-17T09:00')
  await shop.ok('sale', 'add', '20x', 'cookie', 'cash', '--at', '2026-06-17T10:00')
  return shop
}

async function sealed(people?: Record<string, string>): Promise<Shop> {
  const shop = await sold('FC-1', people)
  await shop.ok('till', 'count', '40', '--at', '2026-06-17T18:00')
  await shop.ok('till', 'z', '--at', '2026-06-17T18:05')
  return shop
}

const refused = async (shop: Shop, ...argv: readonly string[]) => {
  const { exit, stderr } = await shop.run(...argv, '--json')
  return [exit, JSON.parse(stderr.split('\n')[0] ?? '').error.code]
}

describe('close', () => {
  test('a sealed day counts as its open till did: the Z and the lines say the same', async () => {
    const shop = await sold()
    await shop.ok('product', 'add', 'Thé', '1.10', '--vat', '10', '--kind', 'service')
    await shop.ok(
      'sale',
      'add',
      '7x',
      'the',
      '2',
      'cookie',
      'off',
      '10%',
      'tip',
      '2',
      'card',
      '--at',
      '2026-06-17T11:00',
    )
    await shop.ok('sale', 'add', '3', 'the', 'cash', '--at', '2026-06-17T11:05')
    await shop.ok('sale', 'void', 'A-0003', '--reason', 'wrong', '--at', '2026-06-17T11:06')
    await shop.ok('till', 'count', '40.30', '--at', '2026-06-17T18:00')
    const { head: before, ...open } = await shop.json('close', '-n')
    await shop.ok('till', 'z', '--at', '2026-06-17T18:05')
    const { head: after, ...done } = await shop.json('close', '-n')
    expect(done).toEqual(open)
    expect(after).not.toBe(before)
    expect(open.income_statement.till_difference_cents).toBe(30)
    expect(open.income_statement.donations_cents).toBe(200)
    expect(open.vat.map((row) => row.rate_per_mille)).toEqual([55, 100])
  })

  test('answers with the keys of the contract, in their order', async () => {
    const shop = await sealed()
    const keys = (value: object): unknown =>
      Object.entries(value).map(([key, inner]) =>
        Array.isArray(inner)
          ? [key, ...inner.slice(0, 1).map(keys)]
          : typeof inner === 'object' && inner !== null
            ? [key, keys(inner)]
            : key,
      )
    const preview = await shop.json('close', '-n')
    expect(keys(preview)).toEqual([
      'cohort',
      ['period', ['from', 'until']],
      'status',
      [
        'income_statement',
        [
          'sales_ttc_cents',
          'vat_collected_cents',
          'revenue_ht_cents',
          'purchases_ht_cents',
          'packaging_ht_cents',
          'gross_margin_cents',
          'other_charges_ht_cents',
          'till_difference_cents',
          'donations_cents',
          'contribution_cents',
          'insurance_cents',
          'result_cents',
        ],
      ],
      ['vat', ['day', 'till', 'rate_per_mille', 'ttc_cents', 'vat_cents', 'ht_cents']],
      [
        'distribution',
        [
          'rule',
          'total_cents',
          'reserve_cents',
          'deficit_cents',
          [
            'shares',
            [
              'participant',
              'weight',
              'share_cents',
              'gross_cents',
              'employer_cents',
              'employee_cents',
              'net_cents',
              'remainder_cents',
              'payable',
            ],
          ],
        ],
      ],
      'head',
    ])
    expect(preview.head).toMatch(/^[0-9a-f]{64}$/)
    const { distribution, status, head, ...result } = preview
    expect(status).toBe('preview')
    expect(await shop.json('report', 'result')).toEqual(result)
    const bare = await shop.json('close', '-n', '--no-payroll')
    expect(Object.keys(bare.distribution.shares[0] ?? {})).toEqual([
      'participant',
      'weight',
      'share_cents',
      'payable',
    ])
    const closed = await shop.json('close', ...VOTE, '--confirm', 'fc-1')
    expect({ ...closed, status: 'preview', head }).toEqual(preview)
    expect(closed.distribution).toEqual(distribution)
    expect(closed.head).not.toBe(head)
    expect(await shop.json('report', 'result')).toEqual(result)
  })

  test('writes nothing with -n, and nothing when it is refused', async () => {
    const shop = await sealed()
    const count = () => shop.ledger(({ db }) => db.prepare('SELECT count(*) AS n FROM event').get())
    const before = count()
    await shop.ok('close', '-n', ...VOTE)
    await shop.ok('close', '--check')
    expect(await refused(shop, 'close', '--confirm', 'FC-1')).toEqual([1, 'vote-missing'])
    expect(await refused(shop, 'close', ...VOTE)).toEqual([2, 'confirm-needed'])
    expect(await refused(shop, 'close', ...VOTE, '--yes')).toEqual([2, 'confirm-needed'])
    expect(await refused(shop, 'close', ...VOTE, '--confirm', 'FC-2')).toEqual([
      2,
      'confirm-differs',
    ])
    expect(count()).toEqual(before)
  })

  test('asks for the code on a terminal until it is right, or until one leaves', async () => {
    const shop = await sealed()
    const left = await shop.typing('\u0004', 'close', ...VOTE)
    expect([left.exit, left.stdout]).toEqual([130, ''])
    expect(left.stderr).toContain('Shares: equal shares')
    expect(left.stderr).toMatch(/\nnothing was closed\n$/)
    const silent = await shop.typing('FC-1\n', 'close', ...VOTE, '--no-input')
    expect(silent.exit).toBe(2)
    const closed = await shop.typing('FC-9\nfc-1\n', 'close', ...VOTE, '--json', '--yes')
    expect(closed.exit).toBe(0)
    expect(closed.stderr).toContain('FC-9 is not the code of this cohort')
    expect(JSON.parse(closed.stdout).status).toBe('closed')
  })

  test('freezes what it was computed on: later attendance and rates change no share', async () => {
    const shop = await sealed()
    const closed = await shop.json('close', '--rule', 'half-days', ...VOTE, '--confirm', 'FC-1')
    await shop.ok('host', 'set', 'contribution_rate', '50')
    shop.record(({ db }) => db.prepare("UPDATE attendance SET status = 'AI'").run())
    const { status, head, distribution, ...result } = closed
    expect(await shop.json('report', 'result')).toEqual(result)
    const shares = await shop.json<CloseJson['distribution']['shares']>('report', 'distribution')
    expect(shares.map((row) => row.share_cents)).toEqual(
      distribution.shares.map((share) => share.share_cents),
    )
    expect([status, head.length]).toEqual(['closed', 64])
  })

  test('shuts the period: sales, costs, tills and a second close are refused', async () => {
    const shop = await sealed()
    await shop.ok('close', ...VOTE, '--confirm', 'FC-1')
    const closed = [3, 'period-closed']
    const late = ['--at', '2026-06-17T19:00']
    expect(await refused(shop, 'sale', 'add', 'cookie', 'cash', ...late)).toEqual(closed)
    expect(await refused(shop, 'till', 'open', ...late)).toEqual(closed)
    const cost = [
      'cost',
      'add',
      'Flour',
      '3@5.5',
      '--category',
      'ingredients',
      '--on',
      '2026-06-10',
    ]
    expect(await refused(shop, ...cost)).toEqual(closed)
    expect(await refused(shop, 'close', ...VOTE, '--confirm', 'FC-1')).toEqual(closed)
    expect(await refused(shop, 'close', '-n')).toEqual(closed)
    expect(await refused(shop, 'close', '--check')).toEqual(closed)
  })

  test.each([
    ['a till that is not sealed', sold, [], [1, 'tills-not-sealed']],
    [
      'somebody without a mark',
      () => sealed({ P01: 'PPPPPPPP', P02: 'PPPPPP.A' }),
      [],
      [1, 'half-days-missing'],
    ],
    [
      'nobody there',
      () => sealed({ P01: 'AAAAAAAA' }),
      ['--rule', 'half-days'],
      [1, 'nobody-present'],
    ],
    ['nobody to pay', () => sealed({}), [], [1, 'nobody-payable']],
    ['weights that are all zero', sealed, ['--weights', 'P01:0,P02:0'], [1, 'nobody-present']],
    ['a weight for a stranger', sealed, ['--weights', 'P09:1'], [2, 'unknown-participant']],
    ['too much in reserve', sealed, ['--reserve', '999'], [1, 'reserve-above-result']],
    ['an unknown rule', sealed, ['--rule', 'seniority'], [2, 'bad-choice']],
    [
      'weights without their rule',
      sealed,
      ['--rule', 'equal', '--weights', 'P01:1'],
      [2, 'option-conflict'],
    ],
    ['the rule without weights', sealed, ['--rule', 'weights'], [2, 'option-needed']],
    ['a weight given twice', sealed, ['--weights', 'P01:1,P01:2'], [2, 'option-conflict']],
    ['a weight that is no number', sealed, ['--weights', 'P01:1.5'], [2, 'bad-pair']],
    ['a reserve that is no percentage', sealed, ['--reserve', '110%'], [2, 'bad-percent']],
    ['excused absences that no rule counts', sealed, ['--excused-count'], [2, 'option-conflict']],
    ['an end before the beginning', sealed, ['--until', '2026-06-01'], [1, 'period-empty']],
    ['an end nobody has lived yet', sealed, ['--until', '2062-06-18'], [2, 'future-date']],
  ])('refuses %s', async (_, make, options, expected) => {
    const shop = await make()
    expect(await refused(shop, 'close', ...options, ...VOTE, '--confirm', 'FC-1')).toEqual(expected)
  })

  test.each([
    '6/0/1',
    '2026-06-18',
    '2026-06-18 6/0',
    '2026-06-18 0/0/0',
    '2026-06-18 -1/0/0',
    '2026-06-18 6/0/1 x',
  ])('takes no vote like %s', async (vote) => {
    const shop = await sealed()
    expect(await refused(shop, 'close', '--vote', vote, '--confirm', 'FC-1')).toEqual([
      2,
      'bad-pair',
    ])
  })

  test('takes no vote from a day to come, or from no day at all', async () => {
    const shop = await sealed()
    expect(await refused(shop, 'close', '--vote', '2026-06-31 6/0/1')).toEqual([2, 'bad-date'])
    expect(await refused(shop, 'close', '--vote', '2026-06-20 1/0/0')).toEqual([2, 'future-date'])
  })

  test('refuses sales whose VAT rate nobody has said, in a preview too', async () => {
    const shop = await sold()
    await shop.ok('product', 'add', 'Pain', '1')
    await shop.ok('sale', 'add', 'pain', 'cash', '--at', '2026-06-17T11:00')
    expect(await refused(shop, 'close', '-n')).toEqual([1, 'vat-rate-missing'])
    expect(await refused(shop, 'report', 'result')).toEqual([1, 'vat-rate-missing'])
    await shop.ok('product', 'edit', 'pain', '--vat', '5.5')
    expect((await shop.json('report', 'result')).income_statement.sales_ttc_cents).toBe(4100)
    await shop.ok('sale', 'recap', '12', '--on', '2026-06-10')
    expect(await refused(shop, 'close', '-n')).toEqual([1, 'recap-rate-missing'])
    await shop.ok('host', 'set', 'vat_regime', 'franchise')
    expect((await shop.json('report', 'result')).income_statement.revenue_ht_cents).toBe(5300)
  })

  test('asks for a loss to be accepted, and lets nobody owe anything', async () => {
    const shop = await sealed()
    await shop.ok(
      'cost',
      'add',
      'Oven',
      '100@20',
      '--category',
      'supplies',
      '--on',
      '2026-06-10',
      '--voucher',
      'F1',
    )
    expect(await refused(shop, 'close', ...VOTE, '--confirm', 'FC-1')).toEqual([
      1,
      'loss-not-accepted',
    ])
    const { distribution } = await shop.json('close', '-n')
    expect(distribution.deficit_cents).toBe(8333 - 3791)
    const closed = await shop.json('close', '--accept-loss', ...VOTE, '--confirm', 'FC-1')
    expect(closed.distribution.shares.map((share) => share.share_cents)).toEqual([0, 0])
    expect(closed.distribution.total_cents).toBe(0)
  })

  test('keeps a part in reserve before the split', async () => {
    const shop = await sealed()
    const total = (await shop.json('close', '-n')).income_statement.result_cents
    const tenth = (await shop.json('close', '-n', '--reserve', '10%')).distribution
    expect([tenth.reserve_cents, tenth.total_cents]).toEqual([341, total - 341])
    const five = (await shop.json('close', '-n', '--reserve', '5')).distribution
    expect([five.reserve_cents, five.total_cents]).toEqual([500, total - 500])
  })

  test('gives nothing to somebody not payable, and says so', async () => {
    const shop = await sealed()
    await shop.ok('participant', 'edit', 'P02', '--payable', 'no', '--reason', 'declined')
    const { distribution, income_statement } = await shop.json('close', '-n', '--rule', 'half-days')
    expect(distribution.shares[1]).toMatchObject({
      weight: 0,
      share_cents: 0,
      gross_cents: 0,
      payable: false,
    })
    expect(distribution.shares[0]).toMatchObject({
      weight: 8,
      share_cents: income_statement.result_cents,
      payable: true,
    })
    expect(await shop.ok('close', '-n')).toContain('P02 takes no pay (')
  })

  test('leaves half-days later than its moment out', async () => {
    const shop = await sealed()
    const weights = async (at: string) =>
      (await shop.json('close', '-n', '--rule', 'half-days', '--at', at)).distribution.shares.map(
        (share) => share.weight,
      )
    expect(await weights('2026-06-18T17:00')).toEqual([8, 6])
    expect(await weights('2026-06-18T11:00')).toEqual([7, 6])
    expect(await weights('2026-06-17T17:00')).toEqual([6, 6])
  })

  test('counts hours, excused absences and weights given by hand', async () => {
    const shop = await sealed()
    const shares = async (...options: string[]) =>
      (await shop.json('close', '-n', ...options)).distribution.shares.map((share) => share.weight)
    expect(await shares('--rule', 'hours')).toEqual([8 * 210, 6 * 210])
    expect(await shares('--rule', 'heures')).toEqual([8 * 210, 6 * 210])
    expect(await shares('--weights', 'P02:3')).toEqual([0, 3])
    shop.record(({ db }) =>
      db.prepare("UPDATE attendance SET status = 'AJ' WHERE status = 'AI'").run(),
    )
    expect(await shares('--rule', 'half-days')).toEqual([8, 6])
    expect(await shares('--rule', 'half-days', '--excused-count')).toEqual([8, 8])
  })
})

describe('a cohort of several periods', () => {
  test('is closed one after the other, and every sale is in exactly one', async () => {
    const shop = await sealed()
    await shop.ok('sale', 'recap', '30', '--vat', '20', '--on', '2026-06-10')
    const first = await shop.json('close', '--until', '2026-06-10', ...VOTE, '--confirm', 'FC-1')
    expect(first.period).toEqual({ from: '2026-06-09', until: '2026-06-10' })
    expect(await refused(shop, 'close', '-n', '--until', '2026-06-10')).toEqual([
      3,
      'period-closed',
    ])
    const second = await shop.json('close', ...VOTE, '--confirm', 'FC-1')
    expect(second.period).toEqual({ from: '2026-06-11', until: '2026-06-18' })
    expect(first.income_statement.sales_ttc_cents).toBe(3000)
    expect(second.income_statement.sales_ttc_cents).toBe(4000)
    expect((await shop.json('report', 'result')).period.from).toBe('2026-06-11')
    const earlier = await shop.json('report', 'result', '--until', '2026-06-10')
    expect(earlier.income_statement).toEqual(first.income_statement)
    expect(await refused(shop, 'close', '-n')).toEqual([3, 'period-closed'])
    await shop.ok('audit', 'verify')
  })

  test('makes a loss good in the next one', async () => {
    const shop = await sealed()
    await shop.ok(
      'cost',
      'add',
      'Flour',
      '10@0',
      '--category',
      'ingredients',
      '--on',
      '2026-06-09',
      '--voucher',
      'F1',
    )
    const first = await shop.run(
      'close',
      '--until',
      '2026-06-10',
      '--accept-loss',
      ...VOTE,
      '--confirm',
      'FC-1',
    )
    expect(first.stdout).toContain('It is carried into the next period.')
    const { distribution, income_statement } = await shop.json('close', '-n')
    expect(distribution.carried_deficit_cents).toBe(1000)
    expect(distribution.total_cents).toBe(income_statement.result_cents - 1000)
  })
})

describe('close --check', () => {
  test('says nothing blocks, and is quiet about what is in order', async () => {
    const shop = await sealed()
    await shop.ok('till', 'deposit', 'cash', '--on', '2026-06-18')
    const { exit, stdout } = await shop.run('close', '--check', '--json', ...VOTE)
    expect([exit, JSON.parse(stdout)]).toEqual([0, []])
  })

  test('lists what blocks and what is only said, with the command for each', async () => {
    const shop = await sold('FC-1', { P01: 'PPPPPP.P', P02: '' })
    await shop.ok(
      'cost',
      'add',
      'Flour',
      '100@5.5',
      '--category',
      'ingredients',
      '--on',
      '2026-06-10',
    )
    await shop.ok('cost', 'add', 'Late', '1@20', '--category', 'other', '--on', '2026-06-19')
    await shop.ok('participant', 'add', 'Zoé')
    const { exit, stdout } = await shop.run(
      'close',
      '--check',
      '--json',
      '--at',
      '2026-06-18T10:00',
    )
    const rows: readonly Record<string, string>[] = JSON.parse(stdout)
    expect(exit).toBe(1)
    expect(rows.map((row) => [row.check, row.level])).toEqual([
      ['tills-not-sealed', 'blocking'],
      ['half-days-missing', 'blocking'],
      ['loss-not-accepted', 'blocking'],
      ['vote-to-come', 'warning'],
      ['half-days-to-come', 'warning'],
      ['costs-dated-later', 'warning'],
      ['voucher-missing', 'warning'],
      ['contract-not-signed', 'warning'],
    ])
    for (const row of rows)
      expect(Object.keys(row)).toEqual(['check', 'level', 'message', 'command'])
    for (const row of rows) expect(row.command).toMatch(/^flashcoop /)
  })
})
