import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import {
  type AmountFault,
  cents,
  decimalText,
  negated,
  parseAmount,
  roundHalfUp,
  sumCents,
} from '../../../src/domain/kernel/money.ts'
import { safeIntegers } from './numbers.ts'

const MOST = Number.MAX_SAFE_INTEGER

describe('cents', () => {
  test.each([0.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), Number.MAX_VALUE])(
    '%d is no money',
    (value) => {
      expect(() => cents(value)).toThrow(Defect)
    },
  )

  test('minus zero becomes zero, alone and in sums', () => {
    expect(Object.is(cents(-0), 0)).toBe(true)
    expect(Object.is(sumCents([]), 0)).toBe(true)
    expect(Object.is(sumCents([cents(5), cents(-5)]), 0)).toBe(true)
  })

  test('any safe integer is money, unchanged', () => {
    fc.assert(fc.property(safeIntegers(), (value) => value === cents(value)))
  })

  test('a sum is exact or a defect, never rounded', () => {
    fc.assert(
      fc.property(fc.array(safeIntegers(), { maxLength: 6 }), (values) => {
        const amounts = values.map(cents)
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n)
        try {
          expect(BigInt(sumCents(amounts))).toBe(exact)
        } catch (error) {
          expect(error).toBeInstanceOf(Defect)
        }
      }),
    )
  })
})

describe('rounding half up, away from zero', () => {
  test.each<[bigint, bigint, number]>([
    [0n, 7n, 0],
    [1n, 2n, 1],
    [-1n, 2n, -1],
    [3n, 2n, 2],
    [-3n, 2n, -2],
    [5n, 2n, 3],
    [49n, 100n, 0],
    [50n, 100n, 1],
    [-49n, 100n, 0],
    [-50n, 100n, -1],
    [149n, 100n, 1],
    [1n, 3n, 0],
    [2n, 3n, 1],
    [BigInt(MOST), 1n, MOST],
    [-BigInt(MOST), 1n, -MOST],
    [BigInt(MOST) * 1_000_003n, 1_000_003n, MOST],
  ])('%d / %d is %d', (numerator, denominator, rounded) => {
    expect(roundHalfUp(numerator, denominator)).toBe(rounded)
  })

  test('is within half a unit of exact, and a half goes away from zero', () => {
    fc.assert(
      fc.property(safeIntegers(), fc.integer({ min: 1, max: 1_000_000 }), (value, divisor) => {
        const numerator = BigInt(value)
        const denominator = BigInt(divisor)
        const doubleGap =
          2n * (BigInt(roundHalfUp(numerator, denominator)) * denominator - numerator)
        const away = numerator < 0n ? -doubleGap : doubleGap
        expect(away <= denominator && away > -denominator).toBe(true)
      }),
    )
  })

  test('is symmetric and never gives minus zero', () => {
    fc.assert(
      fc.property(safeIntegers(), fc.integer({ min: 1, max: 1_000_000 }), (value, divisor) => {
        const up = roundHalfUp(BigInt(value), BigInt(divisor))
        const down = roundHalfUp(-BigInt(value), BigInt(divisor))
        expect(up + down).toBe(0)
        expect(Object.is(up, -0) || Object.is(down, -0)).toBe(false)
      }),
    )
  })

  test('a quotient beyond 2^53 and a divisor that is not positive are defects', () => {
    expect(() => roundHalfUp(2n ** 53n, 1n)).toThrow(Defect)
    expect(() => roundHalfUp(1n, 0n)).toThrow(Defect)
    expect(() => roundHalfUp(1n, -2n)).toThrow(Defect)
  })
})

describe('typed amounts', () => {
  test.each<[string, number]>([
    ['0', 0],
    ['0,00', 0],
    ['12', 1200],
    ['12,5', 1250],
    ['12.5', 1250],
    ['12,50', 1250],
    ['12.50', 1250],
    ['12€50', 1250],
    ['12,50€', 1250],
    ['12,50 €', 1250],
    ['12,50\u00a0€', 1250],
    ['12,50\u202f€', 1250],
    ['12€', 1200],
    ['  7,05  ', 705],
    ['0,07', 7],
    ['1 234,50', 123_450],
    ['1\u00a0234,50', 123_450],
    ['1\u202f234,50 €', 123_450],
    ['1 234 567', 123_456_700],
    ['1234567,89', 123_456_789],
    ['9999999.99', 999_999_999],
  ])('%j is %d cents', (text, amount) => {
    expect(parseAmount(text)).toEqual({ ok: true, amount })
  })

  test.each<[string, AmountFault]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u00a0', 'empty'],
    ['€', 'not-a-number'],
    ['abc', 'not-a-number'],
    ['12a', 'not-a-number'],
    ['1e3', 'not-a-number'],
    ['1e309', 'not-a-number'],
    ['0x1F', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['\u22125', 'not-a-number'],
    ['12€5', 'not-a-number'],
    ['12€50€', 'not-a-number'],
    ['12,50$', 'not-a-number'],
    ['12,345', 'too-many-decimals'],
    ['12.345', 'too-many-decimals'],
    ['0,001', 'too-many-decimals'],
    ['12,3450', 'too-many-decimals'],
    ['1.234,50', 'grouping'],
    ['1,234.50', 'grouping'],
    ['12 34', 'grouping'],
    ['1 2345', 'grouping'],
    ['1234 567', 'grouping'],
    ['12,50,10', 'grouping'],
    ['10000000', 'too-large'],
    ['10 000 000', 'too-large'],
    ['99999999,99', 'too-large'],
    ['-0', 'minus-zero'],
    ['-0,00', 'minus-zero'],
    ['-0€00', 'minus-zero'],
    ['-5', 'negative'],
    ['-12,50 €', 'negative'],
    ['١٢', 'foreign-digits'],
    ['１２', 'foreign-digits'],
    ['12,५०', 'foreign-digits'],
  ])('%j is refused: %s', (text, fault) => {
    expect(parseAmount(text)).toEqual({ ok: false, fault })
  })

  test('a minus sign counts where it is allowed, and minus zero nowhere', () => {
    expect(parseAmount('-1 234,50 €', { negative: true })).toEqual({ ok: true, amount: -123_450 })
    expect(parseAmount('-12€50', { negative: true })).toEqual({ ok: true, amount: -1250 })
    expect(parseAmount('-0,00', { negative: true })).toEqual({ ok: false, fault: 'minus-zero' })
  })

  test('text made from cents is read back as the same cents, with either mark', () => {
    const amounts = fc.integer({ min: -999_999_999, max: 999_999_999 })
    fc.assert(
      fc.property(amounts, fc.constantFrom<',' | '.'>(',', '.'), (value, mark) => {
        const text = decimalText(cents(value), mark)
        expect(parseAmount(text, { negative: true })).toEqual({ ok: true, amount: value })
      }),
    )
  })

  test('no text makes it throw, and what it takes is a whole number of cents below ten million euros', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'0123456789,.-€ \u202f'), maxLength: 14 }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseAmount(text, { negative: true })
        if (parsed.ok) expect(Math.abs(parsed.amount)).toBeLessThan(1_000_000_000)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('decimal text', () => {
  test.each<[number, string]>([
    [0, '0,00'],
    [5, '0,05'],
    [-5, '-0,05'],
    [99, '0,99'],
    [100, '1,00'],
    [-123_450, '-1234,50'],
    [MOST, '90071992547409,91'],
    [-MOST, '-90071992547409,91'],
  ])('%d cents are %s', (value, text) => {
    expect(decimalText(cents(value), ',')).toBe(text)
    expect(decimalText(cents(value), '.')).toBe(text.replace(',', '.'))
  })

  test('keeps every cent at the full range', () => {
    fc.assert(
      fc.property(safeIntegers(), (value) => {
        const text = decimalText(cents(value), '.')
        expect(text).toMatch(/^-?\d+\.\d\d$/)
        expect(BigInt(text.replace('.', ''))).toBe(BigInt(value))
      }),
    )
  })
})

test('what was given is what is taken back, and nothing stays plain 0', () => {
  expect([negated(cents(105)), negated(cents(-105))]).toEqual([-105, 105])
  expect(Object.is(negated(cents(0)), 0)).toBe(true)
})

test.each<[string, AmountFault]>([
  ['x12€50', 'not-a-number'],
  ['x1,234', 'not-a-number'],
  ['x12345678', 'not-a-number'],
  ['12345678x', 'not-a-number'],
  ['.,', 'not-a-number'],
])('%j is no amount with something wrong in it: it is no number', (text, fault) => {
  expect(parseAmount(text)).toEqual({ ok: false, fault })
})
