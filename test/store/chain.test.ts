import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../src/store/canonical.ts'
import { cumulate, eventHash, genesisHash } from '../../src/store/chain.ts'
import { sha256 } from '../../src/store/digest.ts'

const COOP = '00112233445566778899aabbccddeeff'
const PAYLOAD =
  '{"actor":"ANIM01","at":"2026-06-17T10:32:00+02:00","body":{"label":"é"},"cum":{"salesCents":0,"voidsCents":0},"kind":"cost","seq":1,"stall":"A","v":1}'

describe('the chain', () => {
  // Both computed with another program (Python's hashlib) from the definition in docs/architecture.md.
  test('begins after a hash of the cooperative and the till', () => {
    expect(genesisHash(COOP, 'A').toString('hex')).toBe(
      '685a8c5b09a0440271a94dcb29799387306b5c6130952f4794236f348526e2a7',
    )
  })

  test('hashes a tag, the hash before and the stored bytes', () => {
    const hash = eventHash(genesisHash(COOP, 'A'), PAYLOAD)
    expect(hash.toString('hex')).toBe(
      'cc2692a1a9375cea1a4b5696d0fc608d7e23ad5d3e0c867a53cc1a4c44a067b0',
    )
    expect(eventHash(genesisHash(COOP, 'A'), Buffer.from(PAYLOAD, 'utf8'))).toEqual(hash)
  })

  test('of two tills or two cooperatives begins differently', () => {
    const begins = [
      genesisHash('ab', 'A'),
      genesisHash('ab', 'B'),
      genesisHash('abA', ''),
      genesisHash('a', 'bA'),
    ]
    expect(new Set(begins.map((hash) => hash.toString('hex'))).size).toBe(4)
  })

  test('sums sales and voids for ever, and nothing else', () => {
    const before = { salesCents: 500, voidsCents: 100 }
    expect(cumulate(before, 'sale', { totalCents: 250 })).toEqual({
      salesCents: 750,
      voidsCents: 100,
    })
    expect(cumulate(before, 'sale-import', { totalCents: 250 })).toEqual({
      salesCents: 750,
      voidsCents: 100,
    })
    expect(cumulate(before, 'sale-void', { voidedCents: 250 })).toEqual({
      salesCents: 500,
      voidsCents: 350,
    })
    expect(cumulate(before, 'cost', { totalCents: 250 })).toEqual(before)
  })
})

describe('SHA-256', () => {
  test('is the same made by the small program and by the system', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), (parts) => {
        const oracle = createHash('sha256')
        for (const part of parts) oracle.update(part)
        expect(sha256(...parts).equals(oracle.digest())).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('canonical JSON', () => {
  test('has one text for one value, whatever the order of its keys', () => {
    expect(canonicalText({ b: 1, a: ['x', { d: true, c: -5 }] })).toBe(
      '{"a":["x",{"c":-5,"d":true}],"b":1}',
    )
    expect(canonicalText({ a: undefined, b: {} })).toBe('{"b":{}}')
    expect(canonicalText({ Z: 1, a: 2, é: 3, A: 4, 10: 5, 9: 6 })).toBe(
      '{"10":5,"9":6,"A":4,"Z":1,"a":2,"é":3}',
    )
  })

  test.each([0.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, null, Symbol('x'), 1n])(
    'does not take %s',
    (value) => {
      expect(() => canonicalText({ value })).toThrow('does not hold')
    },
  )

  test('is read back by JSON to the same value', () => {
    const values = fc
      .jsonValue()
      .filter(isWhole)
      .map((value) => ({ value }))
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(value)
      }),
    )
  })
})

/** Without null, fractions, minus zero and keys that are no words, which events never hold. */
function isWhole(value: unknown): boolean {
  if (value === null) return false
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0)
  if (typeof value === 'object')
    return Object.entries(value).every(
      ([key, each]) => /^\w*$/.test(key) && key !== '__proto__' && isWhole(each),
    )
  return true
}
