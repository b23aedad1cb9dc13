import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { windows1252 } from '../../src/formats/windows-1252.ts'

/** Byte by byte, so that no fast path of the engine takes it for Latin-1. */
const HIGH: readonly number[] = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161,
  0x203a, 0x0153, 0, 0x017e, 0x0178,
]
const read = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) =>
      String.fromCodePoint(byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] ?? 0) : byte),
    )
    .join('')

const KNOWN = [...Array(256).keys()]
  .filter((byte) => byte < 0x80 || byte >= 0xa0 || HIGH[byte - 0x80] !== 0)
  .map((byte) => read(Uint8Array.of(byte)))

describe('windows-1252', () => {
  test('gives back every text that it can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...KNOWN) }), (text) => {
        const { bytes, lost } = windows1252(text)
        expect(read(bytes)).toBe(text.normalize('NFC'))
        expect(lost).toEqual([])
      }),
    )
  })

  test('drops an accent that it lacks, puts a question mark for a letter that it lacks, and counts both', () => {
    const shown = (text: string) => {
      const { bytes, lost } = windows1252(text)
      return [read(bytes), lost.join('')]
    }
    expect(shown('Œufs à 2 €, « crème »')).toEqual(['Œufs à 2 €, « crème »', ''])
    expect(shown('Căruța Łódź')).toEqual(['Caruta Lódz', 'ățŁź'])
    expect(shown('كعك 🍪')).toEqual(['??? ?', 'كعك🍪'])
    expect(shown('a﹔b ＂c')).toEqual(['a?b ?c', '﹔＂'])
    expect(shown('12\u202f€ l\u2019après\u2011midi')).toEqual(['12\u00a0€ l\u2019après-midi', ''])
    expect(shown('e\u0301')).toEqual(['é', ''])
  })
})
