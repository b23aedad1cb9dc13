import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/domain/kernel/name.ts'
import { jsonText, reportJsonLines } from '../../src/formats/json.ts'
import { shown } from '../../src/formats/shown.ts'
import { reportMarkdown, reportTable } from '../../src/formats/table.ts'
import { term } from '../../src/formats/terminal-text.ts'
import { columns } from '../../src/reports/column.ts'

/** What no data may send to a terminal: control characters but line feed, what turns text round, half characters. */
const HOSTILE_OUTPUT =
  /(?!\n)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

const ATTACKS = [
  '\x1b[31mred',
  '\x1b[2J\x1b[H',
  '\x1b]0;title\x07',
  '\x1b]52;c;Y3VybCBldmls\x07',
  '\x9b31m',
  '\x9d0;title\x9c',
  'P01\rP02',
  'a\bb\x7f',
  'total 0,00\u202e00,005',
  '\u2066hidden\u2069',
  'line\u2028break\u0085',
  'lone \ud800 surrogate',
  '\udc00',
  '\ue000 private \u{10fffd}',
  '\u{e0041}tag',
  'stray\u200d joiner\u200c',
  '\u200dbefore a word',
  'between \u200cwords',
  '\ufeffmark',
  '\0',
]
const attacks = fc.array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary' })), {
  minLength: 1,
  maxLength: 4,
})
const hostile = attacks.map((parts) => parts.join(' '))

describe('hostile text', () => {
  test.each(ATTACKS)('%j is shown, not obeyed', (attack) => {
    expect(term(attack)).not.toMatch(HOSTILE_OUTPUT)
    expect(term(attack)).toContain('\\u{')
  })

  test('of any kind sends no control byte to a terminal in any form for people or programs', () => {
    const reader = { language: 'fr', amounts: 'fr' } as const
    fc.assert(
      fc.property(hostile, (text) => {
        const report = {
          name: 'x',
          columns: columns('name', 'code', 'method'),
          rows: [{ name: text, code: text, method: text }],
        }
        const line = '[^\n]*\n'
        expect(reportTable(report, reader)).toMatch(new RegExp(`^${line}${line}$`))
        for (const output of [
          reportTable(report, reader),
          reportMarkdown(report, reader),
          jsonText({ name: text, [text]: 1 }),
          [...reportJsonLines(report)].join(''),
          term(text),
          shown(text),
        ]) {
          expect(output).not.toMatch(HOSTILE_OUTPUT)
        }
      }),
      { numRuns: 10_000 },
    )
  })

  test('in JSON is escaped so that the value stays the same', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(JSON.parse(jsonText([text]))).toEqual([text])
      }),
      { numRuns: 2000 },
    )
  })
})

describe('text that the ledger accepts', () => {
  test('is printed as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (raw) => {
        const parsed = parseText(raw)
        if (parsed.ok) expect(term(parsed.text)).toBe(parsed.text)
      }),
      { numRuns: 5000 },
    )
  })

  test('is cited in full up to forty characters, then cut', () => {
    expect(shown('é'.repeat(40))).toBe('é'.repeat(40))
    expect(shown('é'.repeat(41))).toBe(`${'é'.repeat(40)}…`)
    expect(shown('🍪'.repeat(41))).toBe(`${'🍪'.repeat(40)}…`)
    expect(shown('x'.repeat(100_000))).toHaveLength(41)
  })
})
