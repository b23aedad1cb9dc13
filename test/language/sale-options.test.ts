import { describe, expect, test } from 'vitest'
import { readSaleOptions, type SaleOptions } from '../../src/language/sale-options.ts'
import { brief, read, STALL } from './stall.ts'

function options(more: Partial<SaleOptions>): SaleOptions {
  return {
    items: ['cookie'],
    payments: [],
    discount: undefined,
    tip: undefined,
    seller: undefined,
    ...more,
  }
}

/** A basket without its places in the line. */
function unplaced(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === 'span' ? undefined : each)))
}

describe('a sale written as options', () => {
  test('is the basket of the same line, without places', () => {
    const basket = readSaleOptions(
      options({
        items: ['cookie:2', 'brownie:1@1.20', 'Café', 'sac à vrac:3:offert'],
        payments: ['card:5.00', 'cash'],
        discount: '10%',
        tip: '1',
        seller: 'p03',
      }),
      STALL,
    )
    const line = '2 cookie 1 brownie@1.20 cafe 3 sac-a-vrac offert off 10% tip 1 by P03 cb 5 esp'
    expect(unplaced(basket)).toEqual(unplaced(read(line)))
    expect(JSON.stringify(basket)).not.toContain('span')
  })

  test.each([
    [{ items: ['cookie:60'] }, '60 cookie'],
    [{ items: ['cookie:9999'] }, '9999 cookie'],
    [{ items: ['COOKIES'] }, '1 cookie'],
    [{ items: ['cookie@1€'] }, '1 cookie@100'],
    [{ items: ['cookie:free'] }, '1 cookie free'],
    [{ items: ['petit noir:2'] }, '2 cafe'],
    [{ discount: '1,50' }, '1 cookie | discount 150'],
    [{ payments: ['espèces:5'] }, '1 cookie | cash 500'],
    [{ payments: ['cheque'] }, '1 cookie | cheque'],
  ])('%j', (more, expected) => {
    expect(brief(readSaleOptions(options(more), STALL))).toBe(expected)
  })

  test.each([
    [{ items: [] }, { code: 'empty-line' }],
    [{ items: ['broqkie:2'] }, { code: 'unknown-product', suggestions: ['browkie', 'brownie'] }],
    [{ items: ['cookie brownie:2'] }, { code: 'unknown-product', word: 'cookie brownie' }],
    [{ items: [''] }, { code: 'unknown-product', word: '' }],
    [{ items: ['cb:2'] }, { code: 'unknown-product' }],
    [{ items: ['the'] }, { code: 'retired-product', product: 'the' }],
    [{ items: ['cookie:0'] }, { code: 'zero-quantity' }],
    [{ items: ['cookie:10000'] }, { code: 'quantity-too-large', limit: 9999 }],
    [{ items: ['cookie:'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:2:3'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:1.5'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:2x'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:-1'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:free:free'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie@1.20@1.30'] }, { code: 'bad-quantity' }],
    [{ items: ['cookie:2@1'] }, { code: 'price-needs-decimals', word: '1' }],
    [{ items: ['cookie@'] }, { code: 'bad-amount', reason: 'empty' }],
    [{ payments: ['crd:5'] }, { code: 'unknown-method', suggestions: ['card'] }],
    [{ payments: ['total:5'] }, { code: 'unknown-method' }],
    [{ payments: ['card:'] }, { code: 'bad-amount', reason: 'empty' }],
    [{ payments: ['card:0'] }, { code: 'zero-amount' }],
    [{ payments: ['card:1.234'] }, { code: 'bad-amount', reason: 'too-many-decimals' }],
    [{ discount: '0%' }, { code: 'zero-amount' }],
    [{ discount: '110%' }, { code: 'bad-percent' }],
    [{ discount: '' }, { code: 'bad-amount', reason: 'empty' }],
    [{ tip: '0' }, { code: 'zero-amount' }],
    [{ tip: '-1' }, { code: 'bad-amount', reason: 'negative' }],
    [{ seller: 'P04' }, { code: 'unknown-participant', suggestions: ['P01', 'P02', 'P03'] }],
  ])('%j is refused', (more, fault) => {
    expect(readSaleOptions(options(more), STALL)).toMatchObject({ ...fault, span: undefined })
  })
})
