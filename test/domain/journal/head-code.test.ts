import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headCodeOf, parseHeadCode, startsWith } from '../../../src/domain/journal/head-code.ts'

const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the head code', () => {
  test('is 160 bits in eight groups of four and one group to check them', () => {
    const code = headCodeOf(Uint8Array.from({ length: 32 }, (_, index) => index))
    expect(code).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK-4GYN')
    expect(headCodeOf(new Uint8Array(32))).toBe('0000-0000-0000-0000-0000-0000-0000-0000-0000')
    expect(headCodeOf(new Uint8Array(32).fill(255)).slice(0, 39)).toBe(
      'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ',
    )
  })

  test('is read back to the first twenty bytes of the hash', () => {
    fc.assert(
      fc.property(hashes, (hash) => {
        const parsed = parseHeadCode(headCodeOf(hash))
        expect(parsed).toEqual({ ok: true, start: hash.slice(0, 20) })
        expect(parsed.ok && startsWith(hash, parsed.start)).toBe(true)
      }),
    )
  })

  test('tells another hash apart by each of its 160 bits, and takes no account of the rest', () => {
    const hash = new Uint8Array(32).fill(0b1010_1010)
    const parsed = parseHeadCode(headCodeOf(hash))
    for (let bit = 0; bit < 256; bit += 1) {
      const other = Uint8Array.from(hash)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(parsed.ok && startsWith(other, parsed.start)).toBe(bit >= 160)
    }
  })

  test('may be typed in lower case, with blanks or other dashes, and with letters that look like digits', () => {
    fc.assert(
      fc.property(hashes, fc.constantFrom('', ' ', '-', ' – ', '\u00a0', '\n'), (hash, between) => {
        const typed = headCodeOf(hash)
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', between === ' ' ? 'l' : 'I')
          .replaceAll('-', between)
        expect(parseHeadCode(typed)).toEqual({ ok: true, start: hash.slice(0, 20) })
      }),
    )
  })

  test('notices every single wrong character', () => {
    fc.assert(
      fc.property(hashes, fc.nat(35), fc.integer({ min: 1, max: 31 }), (hash, place, shift) => {
        const plain = headCodeOf(hash).replaceAll('-', '')
        const wrong = ALPHABET.charAt((ALPHABET.indexOf(plain.charAt(place)) + shift) % 32)
        const typed = plain.slice(0, place) + wrong + plain.slice(place + 1)
        expect(parseHeadCode(typed)).toEqual({ ok: false, fault: 'check' })
      }),
    )
  })

  test('notices two neighbours, characters or groups, that changed places', () => {
    fc.assert(
      fc.property(hashes, fc.nat(34), fc.nat(7), (hash, place, group) => {
        const plain = headCodeOf(hash).replaceAll('-', '')
        const swapped = [...plain]
        swapped.splice(place, 2, plain.charAt(place + 1), plain.charAt(place))
        fc.pre(swapped.join('') !== plain)
        expect(parseHeadCode(swapped.join(''))).toEqual({ ok: false, fault: 'check' })
        const groups = headCodeOf(hash).split('-')
        groups.splice(group, 2, groups[group + 1] ?? '', groups[group] ?? '')
        fc.pre(groups.join('-') !== headCodeOf(hash))
        expect(parseHeadCode(groups.join('-'))).toEqual({ ok: false, fault: 'check' })
      }),
    )
  })

  test.each([
    ['', 'length'],
    ['0000', 'length'],
    ['0000-0000-0000-0000-0000-0000-0000-0000', 'length'],
    ['0000-0000-0000-0000-0000-0000-0000-0000-0000-0', 'length'],
    ['0000-0000-0000-0000-0000-0000-0000-0000-000U', 'character'],
    ['0000-0000-0000-0000-0000-0000-0000-0000-000é', 'character'],
    ['0000-0000-0000-0000-0000-0000-0000-0000-0001', 'check'],
  ])('refuses %j: %s', (typed, fault) => {
    expect(parseHeadCode(typed)).toEqual({ ok: false, fault })
  })
})
