import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, roundHalfUp, sumCents } from '../../../src/domain/kernel/money.ts'
import { basisPoints, vatRate } from '../../../src/domain/kernel/rate.ts'
import type { Basket, BasketItem, BasketPayment } from '../../../src/domain/sales/basket.ts'
import { isLineFault } from '../../../src/domain/sales/line-fault.ts'
import {
  type CatalogueProduct,
  type PricedSale,
  priceBasket,
} from '../../../src/domain/sales/pricing.ts'
import { readSaleLine } from '../../../src/language/sale-line.ts'
import { STALL } from '../../language/stall.ts'

const CATALOGUE = new Map<string, CatalogueProduct>()
function sell(code: string, price: number, rate: number | undefined): void {
  const vatRatePerMille = rate === undefined ? undefined : vatRate(rate)
  const kind = code === 'naan' ? 'service' : 'goods'
  CATALOGUE.set(code, { code, label: code, priceCents: cents(price), vatRatePerMille, kind })
}
sell('cookie', 150, 55)
sell('brownie', 200, 55)
sell('browkie', 250, 100)
sell('cafe', 100, 100)
sell('sac-a-vrac', 700, 200)
sell('naan', 33, undefined)
sell('limonade', 1_000_000, 200)

/** Reads and prices, cash where nothing is said. */
function priced(line: string) {
  const basket = readSaleLine(line.split(' '), STALL)
  return isLineFault(basket) ? basket : priceBasket(basket, CATALOGUE, 'cash')
}

function sold(line: string): PricedSale {
  const sale = priced(line)
  if (isLineFault(sale)) throw new Error(`${line}: ${sale.code}`)
  return sale
}

/** `total discount tip | line totals | method amount/tendered | change`. */
function brief(line: string): string {
  const sale = priced(line)
  if (isLineFault(sale)) return `fault ${sale.code}`
  const { totalCents, discountCents, tipCents, lines, payments, changeCents } = sale
  return [
    `${totalCents} -${discountCents} +${tipCents}`,
    lines.map((each) => each.totalCents).join(' '),
    payments.map((each) => `${each.method} ${each.amountCents}/${each.tenderedCents}`).join(' '),
    String(changeCents),
  ].join(' | ')
}

describe('what a sale costs and how it is paid', () => {
  test.each([
    ['2 cookie 1 brownie cb', '500 -0 +0 | 300 200 | card 500/500 | 0'],
    ['2 cookie 1 brownie esp 10', '500 -0 +0 | 300 200 | cash 500/1000 | 500'],
    ['2 cookie 1 brownie', '500 -0 +0 | 300 200 | cash 500/500 | 0'],
    ['2 cookie 1 cafe cb 2 esp 5', '400 -0 +0 | 300 100 | card 200/200 cash 200/500 | 300'],
    ['2 cookie 1 cafe esp 5 cb 2', '400 -0 +0 | 300 100 | cash 200/500 card 200/200 | 300'],
    ['2 cookie 1 cafe cb 2 esp', '400 -0 +0 | 300 100 | card 200/200 cash 200/200 | 0'],
    ['2 cookie 1 cafe esp 1 cb', '400 -0 +0 | 300 100 | cash 100/100 card 300/300 | 0'],
    ['2 cookie 1 cafe cb esp 1', '400 -0 +0 | 300 100 | card 300/300 cash 100/100 | 0'],
    ['2 cookie 1 cafe cb 1 cb 3', '400 -0 +0 | 300 100 | card 100/100 card 300/300 | 0'],
    ['2 cookie 1 cafe esp 1 esp 5', '400 -0 +0 | 300 100 | cash 100/100 cash 300/500 | 200'],
    [
      '2 cookie chq 1 vir 1 cb',
      '300 -0 +0 | 300 | cheque 100/100 transfer 100/100 card 100/100 | 0',
    ],
    ['cookie@1.20 cb', '120 -0 +0 | 120 | card 120/120 | 0'],
    ['2 cookie brownie offert cb', '300 -0 +0 | 300 0 | card 300/300 | 0'],
    ['2 cookie remise 10% esp', '270 -30 +0 | 270 | cash 270/270 | 0'],
    ['2 cookie don 1 cb', '300 -0 +100 | 300 | card 400/400 | 0'],
    ['2 cookie don 1 esp 5', '300 -0 +100 | 300 | cash 400/500 | 100'],
    ['2 cookie total 3 don 1', '300 -0 +100 | 300 | cash 400/400 | 0'],
    ['2 cookie remise 1 total 2 don 1', '200 -100 +100 | 200 | cash 300/300 | 0'],
    ['2 cookie remise 10% don 1', '270 -30 +100 | 270 | cash 370/370 | 0'],
    ['cookie offert', '0 -0 +0 | 0 |  | 0'],
    ['cookie offert total 0 cb', '0 -0 +0 | 0 |  | 0'],
    ['cookie remise 100%', '0 -150 +0 | 0 |  | 0'],
    ['cookie remise 1,50', '0 -150 +0 | 0 |  | 0'],
    ['cookie offert don 2 cb', '0 -0 +200 | 0 | card 200/200 | 0'],
    ['cookie brownie remise 0.01', '349 -1 +0 | 150 199 | cash 349/349 | 0'],
    ['cookie cookie remise 0.01', '299 -1 +0 | 149 150 | cash 299/299 | 0'],
    ['cookie cookie cookie remise 0.02', '448 -2 +0 | 149 149 150 | cash 448/448 | 0'],
    ['cookie offert cookie remise 0.01', '149 -1 +0 | 0 149 | cash 149/149 | 0'],
    ['naan remise 50%', '16 -17 +0 | 16 | cash 16/16 | 0'],
    ['naan remise 1%', '33 -0 +0 | 33 | cash 33/33 | 0'],
    ['cookie offert remise 10%', '0 -0 +0 | 0 |  | 0'],
    ['limonade', '1000000 -0 +0 | 1000000 | cash 1000000/1000000 | 0'],
    ['cookie esp 10000', '150 -0 +0 | 150 | cash 150/1000000 | 999850'],
  ])('%s', (line, expected) => {
    expect(brief(line)).toBe(expected)
  })

  test('a percentage is rounded once, on the sum of the lines', () => {
    // 3 lines of 0.33 at 50 %: 0.495 rounds up to 0.50 once; line by line it would be 0.51.
    expect(brief('naan naan naan remise 50%')).toBe('49 -50 +0 | 16 16 17 | cash 49/49 | 0')
  })

  test('of twelve equal lines the first ones take the spare cents', () => {
    const { lines } = sold(`${'cookie '.repeat(12)}remise 0.03`)
    const totals = lines.map((line) => line.totalCents)
    expect(totals).toEqual([149, 149, 149, ...Array.from({ length: 9 }, () => 150)])
  })

  test('a line keeps what the ticket has to show: unit price, rate, kind, and that it was free', () => {
    expect(sold('2 cookie@1.20 offert sac-a-vrac naan remise 10% cb').lines).toEqual([
      {
        product: 'cookie',
        label: 'cookie',
        quantity: 2,
        unitPriceCents: 120,
        totalCents: 0,
        vatRatePerMille: 55,
        kind: 'goods',
        free: true,
      },
      {
        product: 'sac-a-vrac',
        label: 'sac-a-vrac',
        quantity: 1,
        unitPriceCents: 700,
        totalCents: 630,
        vatRatePerMille: 200,
        kind: 'goods',
      },
      {
        product: 'naan',
        label: 'naan',
        quantity: 1,
        unitPriceCents: 33,
        totalCents: 30,
        kind: 'service',
      },
    ])
  })

  test('where no payment is typed, the default method takes it', () => {
    const basket = readSaleLine(['cookie'], STALL)
    if (isLineFault(basket)) throw new Error(basket.code)
    const sale = priceBasket(basket, CATALOGUE, 'card')
    expect(sale).toMatchObject({
      payments: [{ method: 'card', amountCents: 150, tenderedCents: 150 }],
    })
  })
})

describe('what is refused', () => {
  test.each([
    ['cookie cb 5', { code: 'payment-above-due', method: 'card', overCents: 350, dueCents: 150 }],
    ['cookie chq 5', { code: 'payment-above-due', method: 'cheque', overCents: 350 }],
    ['cookie vir 1,51', { code: 'payment-above-due', method: 'transfer', overCents: 1 }],
    ['2 cookie cb 2 cb 2', { code: 'payment-above-due', overCents: 100, dueCents: 300 }],
    ['2 cookie esp 5 cb 3.01', { code: 'payment-above-due', overCents: 1 }],
    ['2 cookie esp 2', { code: 'payment-short', missingCents: 100, dueCents: 300 }],
    ['2 cookie cb 2', { code: 'payment-short', missingCents: 100 }],
    ['2 cookie cb 1 esp 1', { code: 'payment-short', missingCents: 100 }],
    ['2 cookie don 1 esp 3', { code: 'payment-short', missingCents: 100, dueCents: 400 }],
    ['2 cookie cb esp', { code: 'two-open-payments', method: 'cash' }],
    ['2 cookie cb cb', { code: 'two-open-payments' }],
    ['2 cookie cb 1 esp chq', { code: 'two-open-payments' }],
    ['cookie offert cb esp', { code: 'two-open-payments' }],
    ['2 cookie cb 3 esp', { code: 'nothing-left', method: 'cash' }],
    ['2 cookie cb 3 esp 5', { code: 'nothing-left', method: 'cash' }],
    ['2 cookie esp 5 cb', { code: 'nothing-left', method: 'card' }],
    ['2 cookie cb esp 3', { code: 'nothing-left', method: 'card' }],
    ['2 cookie esp 5 esp 5', { code: 'nothing-left', method: 'cash' }],
    ['cookie offert esp 5', { code: 'nothing-left', method: 'cash' }],
    ['cookie offert cb 5', { code: 'nothing-left', method: 'card' }],
    ['2 cookie total 5', { code: 'total-differs', assertedCents: 500, totalCents: 300 }],
    ['2 cookie don 1 total 4', { code: 'total-differs', totalCents: 300, tipCents: 100 }],
    ['2 cookie remise 10% total 3', { code: 'total-differs', totalCents: 270 }],
    ['2 cookie total 2.99', { code: 'total-differs', assertedCents: 299 }],
    ['cookie remise 1.51', { code: 'discount-above-total', discountCents: 151, totalCents: 150 }],
    ['cookie offert remise 1', { code: 'discount-above-total', totalCents: 0 }],
    ['cookie remise 2 don 5', { code: 'discount-above-total' }],
    ['limonade cookie', { code: 'ticket-too-large', limitCents: 1_000_000 }],
    ['limonade don 0.01', { code: 'ticket-too-large' }],
    ['2 limonade remise 50%', { code: 'ticket-too-large' }],
    ['cookie@10000.01 offert', { code: 'ticket-too-large' }],
    ['cookie esp 10000.01', { code: 'payment-too-large', limitCents: 1_000_000 }],
    ['jus', { code: 'unknown-product', word: 'jus' }],
  ])('%s', (line, fault) => {
    expect(priced(line)).toMatchObject(fault)
  })

  test.each([
    ['2 cookie cb 2 cb 2', 'cb 2', 14],
    ['2 cookie cb 1 esp 1', 'esp 1', 14],
    ['2 cookie cb 3 esp', 'esp', 14],
    ['2 cookie don 1 total 4', '4', 21],
    ['cookie remise 1.51', '1.51', 14],
    ['cookie 2x limonade', '2x limonade', 7],
  ])('%s points at %s', (line, word, start) => {
    expect(priced(line)).toMatchObject({ span: { start, end: start + word.length } })
  })

  test('a ticket has at most 100 lines', () => {
    expect(sold(Array.from({ length: 100 }, () => 'cookie').join(' ')).lines).toHaveLength(100)
    const line = Array.from({ length: 101 }, () => 'cookie').join(' ')
    expect(priced(line)).toMatchObject({ code: 'too-many-lines', count: 101, limit: 100 })
  })

  test('a payment of nothing, whoever made the basket', () => {
    const basket = readSaleLine(['cookie'], STALL)
    if (isLineFault(basket)) throw new Error(basket.code)
    const payments = [{ method: 'card' as const, amountCents: cents(0), span: undefined }]
    expect(priceBasket({ ...basket, payments }, CATALOGUE, 'cash')).toMatchObject({
      code: 'zero-amount',
    })
  })
})

const span = undefined
const item: fc.Arbitrary<BasketItem> = fc.record({
  product: fc.constantFrom('cookie', 'brownie', 'browkie', 'cafe', 'sac-a-vrac', 'naan'),
  quantity: fc.integer({ min: 1, max: 12 }),
  priceCents: fc.option(fc.integer({ min: 1, max: 999 }).map(cents), { nil: undefined }),
  free: fc.nat(5).map((dice) => dice === 0),
  span: fc.constant(span),
})
const payment: fc.Arbitrary<BasketPayment> = fc.record({
  method: fc.constantFrom('cash', 'card', 'cheque', 'transfer'),
  amountCents: fc.option(fc.integer({ min: 1, max: 5000 }).map(cents), { nil: undefined }),
  span: fc.constant(span),
})
const basket: fc.Arbitrary<Basket> = fc.record({
  items: fc.array(item, { minLength: 1, maxLength: 12 }),
  discount: fc.oneof(
    fc.constant(undefined),
    fc
      .integer({ min: 1, max: 2000 })
      .map((off) => ({ kind: 'amount' as const, amountCents: cents(off), span })),
    fc
      .integer({ min: 1, max: 10_000 })
      .map((rate) => ({ kind: 'percent' as const, basisPoints: basisPoints(rate), span })),
  ),
  assertedTotal: fc.constant(undefined),
  tip: fc.option(
    fc.integer({ min: 1, max: 900 }).map((tip) => ({ amountCents: cents(tip), span })),
    { nil: undefined },
  ),
  seller: fc.constant(undefined),
  payments: fc.array(payment, { maxLength: 3 }),
})

/** What the items cost before any discount, counted anew. */
function fullPrices(items: readonly BasketItem[]): readonly number[] {
  return items.map(({ product, quantity, priceCents, free }) =>
    free ? 0 : quantity * (priceCents ?? CATALOGUE.get(product)?.priceCents ?? Number.NaN),
  )
}

describe('any basket', () => {
  test('lines make the ticket, payments what is due, change what was given too much', () => {
    let [accepted, discounted, changed] = [0, 0, 0]
    fc.assert(
      fc.property(basket, (typed) => {
        const sale = priceBasket(typed, CATALOGUE, 'cash')
        if (isLineFault(sale)) return
        const full = fullPrices(typed.items)
        const fullCents = full.reduce((a, b) => a + b, 0)
        const { lines, payments, totalCents, tipCents, discountCents, changeCents } = sale
        accepted += 1
        if (discountCents > 0) discounted += 1
        if (changeCents > 0) changed += 1
        expect(totalCents).toBe(fullCents - discountCents)
        expect(sumCents(lines.map((line) => line.totalCents))).toBe(totalCents)
        expect(tipCents).toBe(typed.tip?.amountCents ?? 0)
        const { discount } = typed
        const expected =
          discount?.kind === 'percent'
            ? roundHalfUp(BigInt(fullCents) * BigInt(discount.basisPoints), 10_000n)
            : (discount?.amountCents ?? 0)
        expect(discountCents).toBe(expected)
        for (const [index, line] of lines.entries()) {
          const share = (discountCents * (full[index] ?? 0)) / (fullCents || 1)
          expect(Math.abs((full[index] ?? 0) - line.totalCents - share)).toBeLessThan(1)
          expect(line.vatRatePerMille).toBe(CATALOGUE.get(line.product ?? '')?.vatRatePerMille)
          expect('vatRatePerMille' in line).toBe(line.product !== 'naan')
          expect(line.free === true).toBe(typed.items[index]?.free)
        }
        const due = totalCents + tipCents
        expect(sumCents(payments.map((each) => each.amountCents))).toBe(due)
        expect(payments.length).toBe(due === 0 ? 0 : Math.max(1, typed.payments.length))
        const given = payments.map((each) => each.tenderedCents - each.amountCents)
        expect(given.reduce((a, b) => a + b, 0)).toBe(changeCents)
        for (const [index, each] of payments.entries()) {
          expect(each.amountCents).toBeGreaterThan(0)
          if (each.method !== 'cash') expect(each.tenderedCents).toBe(each.amountCents)
          expect(each.tenderedCents).toBe(typed.payments[index]?.amountCents ?? each.amountCents)
        }
      }),
      { numRuns: 4000 },
    )
    expect(accepted).toBeGreaterThan(500)
    expect(discounted).toBeGreaterThan(100)
    expect(changed).toBeGreaterThan(50)
  })

  test('a refusal about money says exactly what would mend it', () => {
    let mended = 0
    fc.assert(
      fc.property(basket, (typed) => {
        const fault = priceBasket(typed, CATALOGUE, 'cash')
        if (!isLineFault(fault) || fault.code !== 'payment-short') return
        mended += 1
        const payments = [
          ...typed.payments,
          { method: 'card' as const, amountCents: fault.missingCents, span },
        ]
        const sale = priceBasket({ ...typed, payments }, CATALOGUE, 'cash')
        expect(isLineFault(sale)).toBe(false)
      }),
      { numRuns: 2000 },
    )
    expect(mended).toBeGreaterThan(100)
  })
})
