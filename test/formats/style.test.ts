import { describe, expect, test } from 'vitest'
import { colourLevel, NO_STYLE, type StyleWish, styleFor } from '../../src/formats/style.ts'

const wish = (env: StyleWish['env'], isTerminal: boolean, noColor = false): StyleWish => ({
  env,
  isTerminal,
  noColor,
})

describe('colour', () => {
  test.each<[string, StyleWish, number]>([
    ['a terminal', wish({}, true), 1],
    ['a pipe', wish({}, false), 0],
    ['TERM=dumb', wish({ TERM: 'dumb' }, true), 0],
    ['NO_COLOR', wish({ NO_COLOR: '1' }, true), 0],
    ['an empty NO_COLOR', wish({ NO_COLOR: '' }, true), 1],
    ['FORCE_COLOR in a pipe', wish({ FORCE_COLOR: '' }, false), 1],
    ['FORCE_COLOR=1 with TERM=dumb', wish({ FORCE_COLOR: '1', TERM: 'dumb' }, false), 1],
    ['FORCE_COLOR=0', wish({ FORCE_COLOR: '0' }, true), 0],
    ['FORCE_COLOR=3', wish({ FORCE_COLOR: '3' }, false), 3],
    ['NO_COLOR and FORCE_COLOR', wish({ NO_COLOR: '1', FORCE_COLOR: '1' }, true), 0],
    ['--no-color and FORCE_COLOR', wish({ FORCE_COLOR: '1' }, true, true), 0],
  ])('%s', (_, asked, level) => {
    expect(colourLevel(asked)).toBe(level)
  })

  test('paints when there is some, and leaves text alone when there is none', async () => {
    const painted = await styleFor(wish({ FORCE_COLOR: '1' }, false))
    expect(painted.bold('x')).toBe('\u001b[1mx\u001b[22m')
    expect(painted.bad('x')).toBe('\u001b[31mx\u001b[39m')
    const plain = await styleFor(wish({ NO_COLOR: '1' }, true))
    expect(plain).toBe(NO_STYLE)
    expect(Object.values(plain).map((paint) => paint('x'))).toEqual(['x', 'x', 'x', 'x', 'x'])
  })
})
