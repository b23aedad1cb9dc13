import { expect, test } from 'vitest'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents, ZERO } from '../../../src/domain/kernel/money.ts'
import { vatRate } from '../../../src/domain/kernel/rate.ts'
import { catalogueOf, linesWithoutRate, productsOf } from '../../../src/store/queries/product.ts'
import { all } from '../../../src/store/sql.ts'
import { withLedger } from './temporary-ledger.ts'

const cookie = {
  cohort: 'FC',
  code: 'cookie',
  name: 'Cookie',
  priceCents: cents(250),
  vatRatePerMille: vatRate(55),
  key: 'k',
  kind: 'goods',
  aliases: ['rond', 'brun'],
} as const
const brownie = {
  cohort: 'FC',
  code: 'brownie',
  name: 'Brownie',
  priceCents: cents(0),
  kind: 'service',
} as const

test('a catalogue has the words and the price of every product of its cohort, by code', () => {
  withLedger(({ db, record }) => {
    record(({ append }) => {
      append('product', cookie)
      append('product', brownie)
      append('product', { ...brownie, cohort: 'AUTRE', code: 'autre', aliases: ['brun'] })
    })
    const { products, byCode } = catalogueOf(db, 'FC')
    expect(products).toEqual([
      {
        code: 'brownie',
        name: 'Brownie',
        priceCents: 0,
        vatRatePerMille: undefined,
        key: undefined,
        kind: 'service',
        retired: false,
        aliases: [],
      },
      {
        code: 'cookie',
        name: 'Cookie',
        priceCents: 250,
        vatRatePerMille: 55,
        key: 'k',
        kind: 'goods',
        retired: false,
        aliases: ['brun', 'rond'],
      },
    ])
    expect(byCode.get('cookie')).toEqual({
      code: 'cookie',
      label: 'Cookie',
      priceCents: 250,
      vatRatePerMille: 55,
      kind: 'goods',
    })
    expect([...byCode.keys()]).toEqual(['brownie', 'cookie'])
  })
})

test('an edit shows, a retired product stays in the catalogue', () => {
  withLedger(({ db, record }) => {
    record(({ append }) => {
      append('product', cookie)
      append('product-edit', {
        cohort: 'FC',
        code: 'cookie',
        changes: [
          { field: 'priceCents', from: 250, to: 300 },
          { field: 'aliases', from: 'rond brun', to: 'noir' },
          { field: 'key', from: 'k' },
          { field: 'retired', from: false, to: true },
        ],
      })
    })
    expect(productsOf(db, 'FC')).toMatchObject([
      { priceCents: 300, aliases: ['noir'], key: undefined, retired: true },
    ])
  })
})

test('a rate that comes late goes to the lines that were sold without one', () => {
  withLedger(({ db, record }) => {
    const happenedAt = instant('2026-06-17T10:00:00+02:00')
    const on = day('2026-06-17')
    record(({ append }) => {
      append('product', brownie)
      append('till-open', { cohort: 'FC', session: 1, day: on, happenedAt, floatCents: ZERO })
      const shared = { quantity: 1, unitPriceCents: cents(200), totalCents: cents(200) }
      append('sale', {
        cohort: 'FC',
        number: 1,
        session: 1,
        day: on,
        happenedAt,
        payments: [],
        discountCents: ZERO,
        tipCents: ZERO,
        totalCents: cents(400),
        changeCents: ZERO,
        lines: [
          { product: 'brownie', label: 'Brownie', kind: 'service', ...shared },
          { product: 'cookie', label: 'Cookie', kind: 'goods', ...shared },
        ],
      })
    })
    expect(linesWithoutRate(db, 'FC', 'brownie')).toBe(1)
    expect(linesWithoutRate(db, 'AUTRE', 'brownie')).toBe(0)
    record(({ append }) =>
      append('product-edit', {
        cohort: 'FC',
        code: 'brownie',
        changes: [{ field: 'vatRatePerMille', to: 100 }],
      }),
    )
    expect(linesWithoutRate(db, 'FC', 'brownie')).toBe(0)
    expect(all(db, 'SELECT vat_rate_per_mille AS rate FROM sale_line ORDER BY line')).toEqual([
      { rate: 100 },
      { rate: null },
    ])
  })
})

test('the catalogue is read through its indexes, however many cohorts there are', () => {
  withLedger(({ db }) => {
    const plans = [
      'SELECT code, name, price_cents FROM product WHERE cohort = ? ORDER BY code',
      'SELECT alias, product FROM product_alias WHERE cohort = ? ORDER BY cohort, alias',
    ].map((query) => JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${query}`).all('FC')))
    for (const plan of plans) {
      expect(plan).toContain('SEARCH')
      expect(plan).not.toContain('SCAN')
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })
})
