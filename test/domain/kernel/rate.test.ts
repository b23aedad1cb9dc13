import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import {
  basisPoints,
  isVatRate,
  parsePercent,
  percentText,
  shareOf,
  socialRate,
  VAT_RATES,
  vatRate,
  vatWithin,
} from '../../../src/domain/kernel/rate.ts'
import { safeIntegers } from './numbers.ts'

const vatRates = fc.constantFrom(...VAT_RATES).map(vatRate)

describe('rates', () => {
  test.each([0, 21, 55, 100, 200])('%d per mille is a VAT rate', (rate) => {
    expect(isVatRate(rate)).toBe(true)
    expect(vatRate(rate)).toBe(rate)
  })

  test.each([5.5, 50, 196, -55, 1000, Number.NaN])('%d per mille is none', (rate) => {
    expect(isVatRate(rate)).toBe(false)
    expect(() => vatRate(rate)).toThrow(Defect)
  })

  test('basis points and social rates run from 0 to 100 % and are whole', () => {
    expect([basisPoints(0), basisPoints(10_000)]).toEqual([0, 10_000])
    expect([socialRate(0), socialRate(100_000)]).toEqual([0, 100_000])
    for (const wrong of [-1, 0.5, 10_001, Number.NaN]) {
      expect(() => basisPoints(wrong)).toThrow(Defect)
    }
    for (const wrong of [-1, 0.5, 100_001, Infinity]) {
      expect(() => socialRate(wrong)).toThrow(Defect)
    }
  })
})

describe('VAT within a VAT-included amount', () => {
  test.each<[number, number, number, number]>([
    [120_000, 55, 6256, 113_744],
    [21_100, 55, 1100, 20_000],
    [3900, 200, 650, 3250],
    [52_800, 200, 8800, 44_000],
    [166_800, 100, 15_164, 151_636],
    [21_600, 55, 1126, 20_474],
  ])('%d at %d: %d VAT, %d net', (gross, rate, vat, net) => {
    expect(vatWithin(cents(gross), vatRate(rate))).toEqual({ vat, net })
  })

  test.each<[number, number, number]>([
    [0, 200, 0],
    [1, 200, 0],
    [3, 200, 1],
    [-3, 200, -1],
    [-120_000, 55, -6256],
    [120_000, 0, 0],
    [Number.MAX_SAFE_INTEGER, 200, 1_501_199_875_790_165],
  ])('%d at %d: %d VAT', (gross, rate, vat) => {
    expect(vatWithin(cents(gross), vatRate(rate)).vat).toBe(vat)
  })

  test('400 tickets of 3.00 hold 62.56 on their total, not 64.00', () => {
    expect(vatWithin(cents(400 * 300), vatRate(55)).vat).toBe(6256)
    expect(400 * vatWithin(cents(300), vatRate(55)).vat).toBe(6400)
  })

  test('net and VAT make the amount, within half a cent of exact, a half away from zero', () => {
    fc.assert(
      fc.property(safeIntegers(), vatRates, (value, rate) => {
        const { vat, net } = vatWithin(cents(value), rate)
        expect(vat + net).toBe(value)
        const divisor = BigInt(1000 + rate)
        const doubleGap = 2n * (BigInt(vat) * divisor - BigInt(value) * BigInt(rate))
        const away = value < 0 ? -doubleGap : doubleGap
        expect(away <= divisor && away > -divisor).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('a refund takes back exactly the VAT of the sale', () => {
    fc.assert(
      fc.property(safeIntegers(), vatRates, (value, rate) => {
        const sold = vatWithin(cents(value), rate)
        const refunded = vatWithin(cents(-value), rate)
        expect([sold.vat + refunded.vat, sold.net + refunded.net]).toEqual([0, 0])
      }),
    )
  })
})

describe("a host's rate on an amount", () => {
  test.each<[number, number, number]>([
    [87_494, 1000, 8749],
    [113_744, 100, 1137],
    [5, 1000, 1],
    [4, 1000, 0],
    [-5, 1000, -1],
    [15, 1000, 2],
    [Number.MAX_SAFE_INTEGER, 10_000, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 0, 0],
  ])('%d cents at %d basis points: %d', (amount, rate, share) => {
    expect(shareOf(cents(amount), basisPoints(rate))).toBe(share)
  })
})

describe('typed percentages', () => {
  test.each<[string, 1 | 2 | 3, number | undefined]>([
    ['5,5', 1, 55],
    ['5.5', 1, 55],
    ['5,5 %', 1, 55],
    ['5,50', 1, 55],
    ['20', 1, 200],
    ['20%', 1, 200],
    ['0', 1, 0],
    ['100', 1, 1000],
    ['100,0', 1, 1000],
    ['12,75', 2, 1275],
    ['6,905', 3, 6905],
    ['100,1', 1, undefined],
    ['101', 2, undefined],
    ['5,55', 1, undefined],
    ['-5', 1, undefined],
    ['', 1, undefined],
    ['%', 1, undefined],
    [',5', 1, undefined],
    ['5,', 1, undefined],
    ['1e1', 1, undefined],
    ['٥', 1, undefined],
    ['5 5', 1, undefined],
  ])('%j with %d decimals is %s', (text, decimals, value) => {
    expect(parsePercent(text, decimals)).toBe(value)
  })

  test('percent text is read back as the same rate, with either mark', () => {
    const decimals = fc.constantFrom<1 | 2 | 3>(1, 2, 3)
    const marks = fc.constantFrom<',' | '.'>(',', '.')
    fc.assert(
      fc.property(decimals, fc.nat(), marks, (places, seed, mark) => {
        const value = seed % (100 * 10 ** places + 1)
        expect(parsePercent(percentText(value, places, mark), places)).toBe(value)
      }),
    )
  })

  test.each<[number, 1 | 2 | 3, string]>([
    [55, 1, '5,5'],
    [200, 1, '20'],
    [0, 1, '0'],
    [1, 2, '0,01'],
    [1000, 2, '10'],
    [8550, 3, '8,55'],
  ])('%d with %d decimals is written %s', (value, decimals, text) => {
    expect(percentText(value, decimals, ',')).toBe(text)
  })
})

test('spaces around a percentage and zeros behind it say nothing', () => {
  expect(parsePercent(' 5,5 ', 1)).toBe(55)
  expect(parsePercent('5,500', 1)).toBe(55)
})
