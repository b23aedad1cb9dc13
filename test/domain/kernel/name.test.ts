import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fold,
  isCohortCode,
  isPersonCode,
  parseText,
  slugOf,
  type TextFault,
} from '../../../src/domain/kernel/name.ts'

describe('names and labels', () => {
  test.each<[string, string]>([
    ['Zoé', 'Zoé'],
    ['  Zoé   Lefèvre ', 'Zoé Lefèvre'],
    ['\u00a0Zoé\u3000', 'Zoé'],
    ['Zoe\u0301', 'Zoé'],
    ["N'Guessan-O’Neil", "N'Guessan-O’Neil"],
    ['عبد الرحمن', 'عبد الرحمن'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['ሰላም ገብረ', 'ሰላም ገብረ'],
    ['ক্\u200dষ', 'ক্\u200dষ'],
    ['ක්\u200dරි', 'ක්\u200dරි'],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
    ['Şeyma Öztürk', 'Şeyma Öztürk'],
    ['Київ', 'Київ'],
    ['陈伟', '陈伟'],
    ['Farine T55 (5,5 %)', 'Farine T55 (5,5 %)'],
    ['50 % - promo', '50 % - promo'],
    ['🍪', '🍪'],
  ])('%j is kept as %j', (raw, text) => {
    expect(parseText(raw)).toEqual({ ok: true, text })
  })

  test.each<[string, TextFault]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['\u00a0\u202f', 'empty'],
    ['\u0301', 'empty'],
    ['a\tb', 'control'],
    ['a\nb', 'control'],
    ['a\rb', 'control'],
    ['a\u0000b', 'control'],
    ['a\u001b[31mb', 'control'],
    ['a\u009bb', 'control'],
    ['a\u2028b', 'control'],
    ['a\ue000b', 'control'],
    ['\u200b', 'control'],
    ['a\u00adb', 'control'],
    ['a\u202eb', 'direction'],
    ['a\u2066b', 'direction'],
    ['\u200fa', 'direction'],
    ['\ufeffa', 'direction'],
    ['\u200cab', 'joiner'],
    ['ab\u200d', 'joiner'],
    ['a\u200c b', 'joiner'],
    ['a\u200d\u200db', 'joiner'],
    ['=SOMME(A1)', 'formula'],
    ['+33', 'formula'],
    ['-3', 'formula'],
    ['@nom', 'formula'],
    ['＝1', 'formula'],
    [' =1', 'formula'],
    ['\u00a0=1', 'formula'],
    [`a${'\u0316'.repeat(9)}`, 'marks'],
    ['a\ud800', 'not-unicode'],
  ])('%j is refused: %s', (raw, fault) => {
    expect(parseText(raw)).toEqual({ ok: false, fault })
  })

  test('eight marks on a letter are a name, nine are not', () => {
    expect(parseText(`a${'\u0316'.repeat(8)}`).ok).toBe(true)
  })

  test('the longest name has 80 code points, a note 200; one more is too long', () => {
    expect(parseText('é'.repeat(80)).ok).toBe(true)
    expect(parseText('🍪'.repeat(80)).ok).toBe(true)
    expect(parseText('é'.repeat(81))).toEqual({ ok: false, fault: 'too-long' })
    expect(parseText('🍪'.repeat(81))).toEqual({ ok: false, fault: 'too-long' })
    expect(parseText('é'.repeat(200), 200).ok).toBe(true)
    expect(parseText('é'.repeat(201), 200)).toEqual({ ok: false, fault: 'too-long' })
  })

  test('a hundred thousand blanks are answered at once', () => {
    const started = performance.now()
    expect(parseText(`a${' \u00a0'.repeat(50_000)}b`)).toEqual({ ok: false, fault: 'too-long' })
    expect(parseText(`a${' '.repeat(4000)}b`)).toEqual({ ok: true, text: 'a b' })
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('what is kept is kept again unchanged, and prints no control or direction character', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({
        unit: fc.constantFrom(...'aéß \u00a0\u0301\u200c\u200d\u200b\u202e\t=中م'),
        maxLength: 12,
      }),
    )
    fc.assert(
      fc.property(texts, (raw) => {
        const parsed = parseText(raw)
        if (!parsed.ok) return
        expect(parseText(parsed.text)).toEqual(parsed)
        expect(parsed.text).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('folding for a match', () => {
  test.each<[string, string]>([
    ['Crème', 'creme'],
    ['CREME', 'creme'],
    ['Cre\u0300me', 'creme'],
    ['Œufs', 'oeufs'],
    ['ﬁn', 'fin'],
    ['İzmir', 'izmir'],
    ['مُحَمَّد', 'محمد'],
  ])('%j folds to %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  test('near names stay apart: brownie is no browkie, and Indic vowel signs are letters', () => {
    expect(fold('brownie')).not.toBe(fold('browkie'))
    expect(fold('कि')).not.toBe(fold('का'))
  })

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })
})

describe('codes', () => {
  test.each<[string, string]>([
    ['Cookie choco', 'cookie-choco'],
    ['Crème brûlée !', 'creme-brulee'],
    ['  7up ', 'up'],
    ['Œufs bio (x6)', 'oeufs-bio-x6'],
    ['2-en-1', 'en-1'],
    ['中', ''],
    ['123', ''],
    ['abcdefghijklmnopqrstuvw xyz', 'abcdefghijklmnopqrstuvw'],
  ])('%j gives the code %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('a code begins with a letter, ends without a dash and has at most 24 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        expect(slugOf(name)).toMatch(/^(?:[a-z](?:[a-z0-9-]{0,22}[a-z0-9])?)?$/)
      }),
    )
  })

  test.each(['P01', 'P1', 'ANIM01', 'AB123'])('%s is a code of a person', (code) => {
    expect(isPersonCode(code)).toBe(true)
  })

  test.each(['', 'p01', 'P', 'P0001', 'ABCDE1', 'P01 ', 'P01\n', 'P٠١'])('%j is none', (code) => {
    expect(isPersonCode(code)).toBe(false)
  })

  test.each(['FC-2026-01', 'coopkies', '2026-a', 'A', 'A'.repeat(32)])(
    '%s is a code of a cohort',
    (code) => {
      expect(isCohortCode(code)).toBe(true)
    },
  )

  test.each(['', '-A', '2026', '2026-06', 'É', 'A'.repeat(33), 'A B', '../A', 'A\n'])(
    '%j is none',
    (code) => {
      expect(isCohortCode(code)).toBe(false)
    },
  )
})
