import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, test } from 'vitest'
import { editDistance, suggest } from '../../../src/domain/kernel/suggestion.ts'

describe('what may be meant', () => {
  const COMMANDS = ['init', 'status', 'sale', 'sell', 'product', 'participant', 'void', 'undo']

  test.each([
    ['slae', ['sale']],
    ['sal', ['sale']],
    ['statut', ['status']],
    ['part', ['participant']],
    ['prodcut', ['product']],
    ['INIT', ['init']],
    ['xyz', []],
    ['', []],
    ['-', []],
  ])('%s → %j', (typed, expected) => {
    expect(suggest(typed, COMMANDS)).toEqual(expected)
  })

  test('options are compared without their dashes, and keep them', () => {
    expect(suggest('--jsno', ['--json', '--csv', '--db'])).toEqual(['--json'])
    expect(suggest('--dryrun', ['--dry-run', '--no-input'])).toEqual(['--dry-run'])
    expect(suggest('input', ['--dry-run', '--no-input'])).toEqual(['--no-input'])
  })

  test('synonyms come first, then what begins alike, then spelling', () => {
    const synonyms = { delete: ['void', 'undo'] }
    expect(suggest('delete', [...COMMANDS, 'deleted'], synonyms)).toEqual([
      'undo',
      'void',
      'deleted',
    ])
    expect(suggest('constructor', COMMANDS, {})).toEqual([])
    expect(suggest('brown', ['browns-x', 'crown', 'brawn'])).toEqual(['browns-x', 'brawn', 'crown'])
  })

  test('the beginning of a word is nearer than the beginning of a later one', () => {
    expect(suggest('brown', ['a-brown-cake', 'brown-cake'])).toEqual(['brown-cake', 'a-brown-cake'])
    expect(suggest('c', ['cookie', 'sac', 'le-cafe'])).toEqual(['cookie'])
  })

  test('a word is not mistaken for one of another length or sound', () => {
    expect(suggest('confitur', ['Œufs bio', 'oeufs'])).toEqual([])
    expect(suggest('q', ['a', 'b', 'k'])).toEqual([])
    expect(suggest('cv', ['cb', 'k'])).toEqual(['cb'])
  })

  test('at most three, whatever the order of the candidates', () => {
    const many = ['cookie-d', 'cookie-b', 'cookie-a', 'cookie-c']
    expect(suggest('cookie', many)).toEqual(['cookie-a', 'cookie-b', 'cookie-c'])
    expect(suggest('cookie', many.toReversed())).toEqual(['cookie-a', 'cookie-b', 'cookie-c'])
  })

  test('the distance is Levenshtein’s, but for neighbours swapped, which are one slip', () => {
    expect(editDistance('borwnie', 'brownie')).toBe(1)
    expect(editDistance('ca', 'abc')).toBe(3)
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = editDistance(one, other)
        expect(slips).toBe(editDistance(other, one))
        expect(slips).toBeLessThanOrEqual(distance(one, other))
        expect(slips * 2).toBeGreaterThanOrEqual(distance(one, other))
      }),
    )
    const apart = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 })
    fc.assert(
      fc.property(apart, fc.nat(7), (letters, at) => {
        const kept = letters.filter((_, index) => index !== at).join('')
        expect(editDistance(letters.join(''), kept)).toBe(letters.length - kept.length)
      }),
    )
  })
})
