import { describe, expect, test } from 'vitest'
import { periodOf } from '../../../src/domain/closing/period.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { closeFacts, spanOf } from '../../../src/store/queries/closing.ts'
import { cohortByCode } from '../../../src/store/queries/cohort.ts'
import type { Db } from '../../../src/store/sql.ts'
import { addCohort, newShop, type Shop } from '../../closing-ledger.ts'

const VOTE = ['--vote', '2026-06-18 2/0/0', '--confirm', 'FC-1'] as const

function factsOf(db: Db, until?: string) {
  const cohort = cohortByCode(db, 'FC-1')
  if (cohort === undefined) throw new Error('no cohort')
  const typed = until === undefined ? undefined : day(until)
  return closeFacts(db, 'FC-1', periodOf(spanOf(db, cohort), typed))
}

const membersIn = (shop: Shop, until?: string): readonly string[] =>
  shop.ledger(({ db }) => factsOf(db, until).members.map((member) => member.participant))

/** Small by nature: settings, rates, and what one row or one answer is made of. */
const SMALL = /^SCAN (setting|rate_table|CONSTANT|\(subquery|\w+ VIRTUAL TABLE)/

/** What SQLite would read from end to end for the facts of a close. */
function tablesReadThrough(db: Db): readonly string[] {
  const plans: string[] = []
  const prepare = db.prepare.bind(db)
  const spied = Object.assign(Object.create(db), {
    prepare: (sql: string) => {
      const named = Object.fromEntries(
        (sql.match(/(?<=[:@$])[a-z]+/g) ?? []).map((name) => [name, '']),
      )
      const blanks = (sql.match(/\?/g) ?? []).map(() => '')
      const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`)
      const rows = blanks.length > 0 ? plan.all(blanks) : plan.all(named)
      plans.push(...rows.map((row) => String(Object.values(row as object).at(-1))))
      return prepare(sql)
    },
  })
  factsOf(spied)
  expect(plans.length).toBeGreaterThan(20)
  return plans.filter((plan) => plan.startsWith('SCAN') && !SMALL.test(plan))
}

describe('the facts of a close', () => {
  test('are read by indexes: no table of sales, costs or events is read through', async () => {
    const shop = await newShop()
    addCohort(shop, 'FC-1')
    await shop.ok('till', 'open', '--at', '2026-06-17T09:00')
    shop.ledger(({ db }) => {
      expect(tablesReadThrough(db)).toEqual([])
      for (const index of ['recap_of_cohort', 'sale_of_cohort', 'cost_of_cohort'])
        db.prepare(`DROP INDEX ${index}`).run()
      expect(tablesReadThrough(db)).toEqual(expect.arrayContaining(['SCAN sale', 'SCAN cost']))
    })
  })

  test('hold whoever was part of the cohort in the period', async () => {
    const shop = await newShop()
    addCohort(shop, 'FC-1', { P01: '', P02: '', P03: '' })
    await shop.ok('participant', 'leave', 'P02', '--on', '2026-06-09')
    await shop.ok('participant', 'edit', 'P03', '--joined', '2026-06-17')
    expect(membersIn(shop, '2026-06-10')).toEqual(['P01', 'P02'])
    expect(membersIn(shop)).toEqual(['P01', 'P02', 'P03'])
    await shop.ok('sale', 'recap', '10', '--vat', '20', '--on', '2026-06-10')
    await shop.ok('attendance', 'mark', 'J1', '--all')
    await shop.ok('attendance', 'mark', 'J2', '--all')
    await shop.ok('close', '--until', '2026-06-10', ...VOTE)
    expect(membersIn(shop)).toEqual(['P01', 'P03'])
  })

  test('leave cancelled half-days, voided costs and voided sales out', async () => {
    const shop = await newShop()
    addCohort(shop, 'FC-1', { P01: 'PPPPPPPP' })
    await shop.ok('day', 'edit', 'J1', '--cancel')
    await shop.ok(
      'cost',
      'add',
      'Flour',
      '10@5.5',
      '--category',
      'ingredients',
      '--on',
      '2026-06-10',
    )
    await shop.ok('cost', 'void', '1', '--reason', 'twice')
    await shop.ok('sale', 'recap', '10', '--vat', '20', '--on', '2026-06-10')
    await shop.ok('sale', 'void', 'A-0001', '--reason', 'twice')
    const facts = shop.ledger(({ db }) => factsOf(db))
    expect(facts).toMatchObject({ takings: [], costs: [], withoutVoucher: [], ticketCount: 0 })
    const { distribution } = await shop.json('close', '-n', '--rule', 'half-days')
    expect(distribution.shares.map((share) => share.weight)).toEqual([6])
  })
})

describe('a closed period', () => {
  test('keeps sales, costs and tills out by itself, whatever a program decides', async () => {
    const shop = await newShop()
    addCohort(shop, 'FC-1', { P01: 'PPPPPPPP' })
    await shop.ok('sale', 'recap', '10', '--vat', '20', '--on', '2026-06-10')
    await shop.ok(
      'cost',
      'add',
      'Flour',
      '1@5.5',
      '--category',
      'ingredients',
      '--on',
      '2026-06-10',
    )
    await shop.ok('close', ...VOTE)
    const late = [
      `INSERT INTO till_session (number, stall, cohort, day, opened_at, float_cents, after_z)
       VALUES (9, 'A', 'FC-1', '2026-06-18', '2026-06-18T09:00:00+02:00', 0, 0)`,
      "UPDATE cost SET voided_by = 'A#1' WHERE number = 1",
      "UPDATE sale SET voided_by = 'A#1' WHERE number = 1",
    ]
    shop.ledger(({ db }) => {
      for (const sql of late) expect(() => db.prepare(sql).run()).toThrow('the period is closed')
    })
  })
})
