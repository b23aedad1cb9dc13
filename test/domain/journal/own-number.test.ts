import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberText, ownNumbers, parseNumberText } from '../../../src/domain/journal/own-number.ts'

const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')

describe('numbers of one till among several', () => {
  it.each([
    [1, '1'],
    [42, '42'],
    [1_000_003, 'B-3'],
    [25_999_999, 'Z-999999'],
  ])('%i is read as %s, and typed so', (number, text) => {
    expect(numberText(number)).toBe(text)
    expect(parseNumberText(text)).toBe(number)
    expect(parseNumberText(String(number))).toBe(number)
  })

  it.each([
    ['b3', 1_000_003],
    ['A-7', 7],
    [' c-0012 ', 2_000_012],
  ])('%s is understood too', (typed, number) => {
    expect(parseNumberText(typed)).toBe(number)
  })

  it.each(['', '0', 'B', 'B-0', 'B-1000000', '-3', '3.5', 'BB-3', 'é-3'])('%j is none', (typed) => {
    expect(parseNumberText(typed)).toBeUndefined()
  })

  it('two tills never give the same number', () => {
    fc.assert(
      fc.property(letter, letter, (one, other) => {
        const [a, b] = [ownNumbers(one), ownNumbers(other)]
        expect(one === other || a.last < b.first || b.last < a.first).toBe(true)
        expect(numberText(a.last)).toBe(one === 'A' ? '999999' : `${one}-999999`)
      }),
    )
  })
})
