import { describe, expect, test } from 'vitest'
import { CLOSING_CHECKS } from '../../src/checks/closing-checks.ts'
import { checks as en } from '../../src/words/en/checks.ts'
import { checks as fr } from '../../src/words/fr/checks.ts'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'
import { flashcoopIn } from '../in-process.ts'

const VOTE = ['--vote', '2026-06-18 2/0/0'] as const
const VOTED = [...VOTE, '--confirm', 'FC-1'] as const

async function ready(): Promise<Shop> {
  const shop = await newShop()
  addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPP' })
  await shop.ok('sale', 'recap', '40', '--vat', '5.5', '--on', '2026-06-17')
  await shop.ok('till', 'deposit', 'cash', '--on', '2026-06-18')
  return shop
}

/** Makes the journal's second event say something else, as somebody with the file could. */
function tamper(shop: Shop): void {
  shop.ledger(({ db }) => {
    db.exec('DROP TRIGGER event_never_changes')
    db.prepare("UPDATE event SET payload = replace(payload, 'FC-1', 'FC-9') WHERE seq = 2").run()
  })
}

describe('check', () => {
  test('has a name of its own for each, in the order of the help', () => {
    const names = CLOSING_CHECKS.map((each) => each.name)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(en)).toEqual(names)
    expect(Object.keys(fr)).toEqual(names)
  })

  test('is silent when all is well, each by its name and all together', async () => {
    const shop = await ready()
    for (const { name } of CLOSING_CHECKS) {
      expect([name, await shop.run('check', name, ...VOTE)]).toEqual([
        name,
        { exit: 0, stdout: '', stderr: '' },
      ])
    }
    expect(await shop.run('check', ...VOTE)).toEqual({ exit: 0, stdout: '', stderr: '' })
  })

  test('says with --json what close --check says', async () => {
    const shop = await ready()
    await shop.ok(
      'cost',
      'add',
      'Flour',
      '3@5.5',
      '--category',
      'ingredients',
      '--on',
      '2026-06-10',
    )
    const alone = await shop.run('check', '--json')
    const before = await shop.run('close', '--check', '--json')
    expect(alone.stdout).toBe(before.stdout)
    expect([alone.exit, before.exit]).toEqual([1, 0])
    expect(JSON.parse((await shop.run('check', 'voucher-missing', '--json')).stdout)).toHaveLength(
      1,
    )
  })

  test('takes several names, by commas too, and refuses one that is none', async () => {
    const shop = await ready()
    const both = await shop.run('check', 'vote-to-come,nothing-sold', 'half-days-missing', '--json')
    expect(JSON.parse(both.stdout).map((row: { check: string }) => row.check)).toEqual([
      'vote-to-come',
    ])
    const wrong = await shop.run('check', 'vote-to-come', 'vote-to-cone', '--json')
    expect([wrong.exit, JSON.parse(wrong.stderr).error.code]).toEqual([2, 'unknown-check'])
  })

  test('tells of a clock that went back in the days of the cohort, and of no other', async () => {
    const shop = await ready()
    const earlier = flashcoopIn(shop.folder, '2026-06-17T09:12:00+02:00')
    const before = await earlier('participant', 'list')
    expect(before.exit).toBe(0)
    expect((await earlier('sale', 'recap', '1', '--vat', '20', '--on', '2026-06-17')).exit).toBe(0)
    const told = await shop.run('check', 'clock-went-back', ...VOTE)
    expect([told.exit, told.stdout]).toEqual([
      1,
      expect.stringContaining('the clock of till A went back: from 20'),
    ])
    expect(told.stdout).toContain('to 2026-06-17 09:12')
    const days = ['--until', '2026-06-10'] as const
    expect((await shop.run('check', 'clock-went-back', ...days)).exit).toBe(0)
    await shop.ok('audit', 'verify')
  })

  test('tells what is not at the bank and who is not paid back, until both are', async () => {
    const shop = await newShop()
    addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPP' })
    const on = ['--on', '2026-06-17'] as const
    await shop.ok(
      'sale',
      'recap',
      '40',
      '--vat',
      '5.5',
      '--pay',
      'card:30',
      '--pay',
      'cheque',
      ...on,
    )
    await shop.ok('sale', 'recap', '5', '--vat', '5.5', ...on)
    await shop.ok('sale', 'recap', '9', '--vat', '5.5', '--pay', 'transfer', ...on)
    const flour = ['cost', 'add', 'Flour', '3@5.5', '--category', 'ingredients', '--voucher', 'F1']
    await shop.ok(...flour, '--paid-by', 'P02', ...on)
    await shop.ok(...flour, ...on)
    await shop.ok('close', '--check')
    await shop.ok('close', ...VOTED)
    const found = async (): Promise<readonly string[]> =>
      JSON.parse((await shop.run('check', '--json')).stdout).map(
        (row: { check: string; message: string }) => `${row.check}: ${row.message}`,
      )
    expect(await found()).toEqual([
      expect.stringMatching(/^advances-not-refunded: .*P02 €3\.00$/),
      expect.stringMatching(/^cash-not-banked: .*€5\.00$/),
      expect.stringMatching(/^cards-not-reconciled: .*€30\.00$/),
      expect.stringMatching(/^cheques-not-banked: .*€10\.00$/),
    ])
    await shop.ok('cost', 'refund', 'P02', '2', '--on', '2026-06-19')
    await shop.ok('till', 'deposit', 'cash', '--on', '2026-06-19')
    expect(await found()).toHaveLength(3)
    await shop.ok('cost', 'refund', 'P02', '--on', '2026-06-19')
    await shop.ok('till', 'deposit', 'cheque', '--on', '2026-06-19')
    await shop.ok('till', 'deposit', 'card', '--on', '2026-06-19')
    expect(await found()).toEqual([])
  })

  test('proves the chain, and a close on a broken one is refused with exit 4', async () => {
    const shop = await ready()
    expect((await shop.run('check', 'chain-broken')).exit).toBe(0)
    tamper(shop)
    const told = await shop.run('check', 'chain-broken')
    expect([told.exit, told.stdout]).toEqual([1, expect.stringContaining('event A#2')])
    expect((await shop.run('close', '--check', ...VOTE)).exit).toBe(1)
    const closed = await shop.run('close', ...VOTED, '--json')
    expect([closed.exit, JSON.parse(closed.stderr).error.code]).toEqual([4, 'integrity-content'])
    expect(shop.ledger(({ db }) => db.prepare('SELECT * FROM closing').all())).toEqual([])
  })

  test('of a closed cohort looks at what needs no period', async () => {
    const shop = await ready()
    await shop.ok('close', ...VOTED)
    expect(await shop.run('check')).toEqual({ exit: 0, stdout: '', stderr: '' })
    expect((await shop.run('check', 'chain-broken')).exit).toBe(0)
    expect((await shop.run('check', 'voucher-missing')).exit).toBe(3)
  })
})
