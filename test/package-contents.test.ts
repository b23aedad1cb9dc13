import { describe, expect, test } from 'vitest'
import { packageFaults } from './package-contents.ts'

const complete = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'bin/flashcoop.js',
  'dist/main.cjs',
  'docs/architecture.md',
  'fixtures/cohorts/exemple/sales.csv',
].map((path) => ({ path, size: 1000 }))

describe('the package that people install', () => {
  test('holds the command, its build, its documents and the published cohorts', () => {
    expect(packageFaults(complete)).toEqual([])
  })

  test.each(complete.map((file) => file.path))('is refused without %s', (path) => {
    expect(packageFaults(complete.filter((file) => file.path !== path))).toHaveLength(1)
  })

  test.each([
    ['src/main.ts'],
    ['test/a.test.ts'],
    ['fixtures/ledgers/v1.db'],
    ['docs/mine.db'],
    ['dist/.cache'],
    ['bin/helper.ts'],
  ])('is refused with %s', (path) => {
    expect(packageFaults([...complete, { path, size: 1 }])).toEqual([
      `${path} does not belong there`,
    ])
  })

  test('is refused when something huge slipped in', () => {
    expect(packageFaults([...complete, { path: 'docs/film.mp4', size: 3_000_000 }])).toHaveLength(1)
  })
})
