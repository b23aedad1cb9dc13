import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { caretLines } from '../../src/formats/caret.ts'

/** What a terminal shows above the carets. */
function underlined(line: string, word: string): string {
  const start = line.indexOf(word)
  const [shown = '', carets = ''] = caretLines(line, { start, end: start + word.length })
  const [blank, wide] = [carets.length - carets.trimStart().length, carets.trimStart().length]
  let cells = ''
  let text = ''
  for (const character of new Intl.Segmenter().segment(shown)) {
    const at = stringWidth(cells)
    cells += character.segment
    if (at >= blank && stringWidth(cells) <= blank + wide) text += character.segment
  }
  return text
}

describe('the caret stands under the word', () => {
  test.each([
    ['2 brokie cb', 'brokie'],
    ['2 饼干 brokie cb', 'brokie'],
    ['2 饼干 cb', '饼干'],
    ['🍪 2 brokie cb', 'brokie'],
    ['2 cafe\u0301 brokie cb', 'brokie'],
    ['2 cafe\u0301 cb', 'cafe\u0301'],
    ['2 ሕምባሻ brokie', 'brokie'],
    ['2 쿠키 🍰 brokie', 'brokie'],
  ])('%j: %j', (line, word) => {
    expect(underlined(line, word)).toBe(word)
  })

  test('also where something unprintable stands before it', () => {
    const [shown, carets] = caretLines('2 \u0007 brokie', { start: 4, end: 10 })
    expect(shown).toBe('  2 \\u{7} brokie')
    expect(carets).toBe('          ^^^^^^')
  })

  test('and in a long line, of which only its surroundings are shown', () => {
    const line = `${'饼'.repeat(300)} brokie ${'🍪'.repeat(300)}`
    expect(underlined(line, 'brokie')).toBe('brokie')
    expect(stringWidth(caretLines(line, { start: 301, end: 307 })[0] ?? '')).toBeLessThan(400)
  })

  test('whatever the line, both lines are safe and the carets are under something', () => {
    const piece = fc.string({ unit: 'binary', maxLength: 300 })
    fc.assert(
      fc.property(piece, piece, fc.string({ unit: 'binary', minLength: 1 }), (one, two, word) => {
        const lines = caretLines(one + word + two, {
          start: one.length,
          end: one.length + word.length,
        })
        expect(lines).toHaveLength(2)
        // oxlint-disable-next-line no-control-regex -- what no terminal should get
        expect(lines.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
        expect(lines[1]).toMatch(/^ +\^+$/)
      }),
    )
  })
})
