import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FLAGS, GLOBAL_FLAGS, WRITE_FLAGS } from '../../src/commands/flags.ts'
import { parseQuickly } from '../../src/commands/parse.ts'
import { parseWithCommander } from '../../src/commands/parse-with-commander.ts'

const FLAG_TEXTS = [
  FLAGS.saleKey,
  FLAGS.item,
  FLAGS.tip,
  FLAGS.keepGoing,
  ...Object.values(WRITE_FLAGS),
  ...Object.values(GLOBAL_FLAGS),
]

const careful = (argv: readonly string[]) =>
  parseWithCommander(argv, { path: 'sale add', arguments: '[line...]', flags: FLAG_TEXTS })

describe('plain arguments', () => {
  test.each([
    [['2', 'cookie', 'cb'], ['2', 'cookie', 'cb'], {}],
    [['2', 'cookie', '-n', '--json'], ['2', 'cookie'], { '--dry-run': true, '--json': true }],
    [['-c', 'FC', '--key=K1', 'x'], ['x'], { '--cohort': 'FC', '--key': 'K1' }],
    [['--no-color', '-', '--at', '10:32'], ['-'], { '--no-color': true, '--at': '10:32' }],
  ])('%j are read without commander', (argv, words, found) => {
    expect(parseQuickly(argv, FLAG_TEXTS)).toEqual({ words, found: new Map(Object.entries(found)) })
  })

  test.each([
    [['--unknown']],
    [['-nq']],
    [['--key']],
    [['--key', '-n']],
    [['--item', 'cookie:2']],
    [['--json=yes']],
    [['--', '-n']],
    [['-x']],
  ])('%j are left to commander', (argv) => {
    expect(parseQuickly(argv, FLAG_TEXTS)).toBeUndefined()
  })

  test('whatever is read quickly, commander reads the same', () => {
    const word = fc.constantFrom('2', 'cookie', 'cb', '-', 'a b', '12,50', 'é', '')
    const flag = fc.constantFrom(
      '-n',
      '--json',
      '-q',
      '-c',
      '--key',
      '--key=K',
      '--tip',
      '--at',
      '--no-input',
      '--item',
      '--x',
      '-y',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(word, flag), { maxLength: 8 }), (argv) => {
        const quick = parseQuickly(argv, FLAG_TEXTS)
        if (quick !== undefined) expect(careful(argv)).toEqual(quick)
      }),
      { numRuns: 2_000 },
    )
  })
})
