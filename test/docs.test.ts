import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nounOf, verbsOf } from '../src/commands/run.ts'

const ROOT = resolve(import.meta.dirname, '..')
const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'fixtures/cohorts/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

type Document = { readonly path: string; readonly text: string }
const documents: readonly Document[] = DOCUMENTS.map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}))

const there = (path: string): boolean => existsSync(join(ROOT, path))

/** Paths of this repository that a document names in backticks; one with `<…>` stands for many. */
function missingPaths({ text }: Document): readonly string[] {
  const named = [
    ...text.matchAll(/`((?:src|test|docs|fixtures|bin|\.ci|\.build|\.runtime)\/[^`\s]*)`/g),
  ]
  return named
    .map(([, path = '']) => path.replace(/<.*/, '').replace(/[^/]*\*.*/, ''))
    .filter((path) => !there(path))
}

/** Links to files; those to the web are not followed. */
function brokenLinks({ path, text }: Document): readonly string[] {
  return [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !there(join(dirname(path), link)))
}

/** Commands named as `flashcoop noun verb`, which must be of the tree. */
function unknownCommands({ text }: Document): readonly string[] {
  return [...text.matchAll(/`flashcoop ([a-zé]+)(?: ([a-z][a-z-]*))?/g)].flatMap(
    ([, first = '', second]) => {
      if (first === 'sell') return []
      const noun = nounOf(first)
      if (noun === undefined) return [first]
      const verbs = verbsOf(noun)
      const known = verbs.has('') || second === undefined || verbs.has(second)
      return known ? [] : [`${first} ${second}`]
    },
  )
}

const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/^words[\\/]/.test(name))
  .map((name) => readFileSync(join(ROOT, 'src', name), 'utf8'))
  .join('\n')

/** Words of the glossary's code column that the sources do not have, except those that it calls not made yet. */
const unusedWords = ({ text }: Document): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.includes('not made here yet'))
    .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, word = '']) => word)
    .filter((word) => !new RegExp(`\\b${word}(?:s|\\b)`, 'i').test(SOURCES))

describe('the documents', () => {
  test.each(documents)('$path names files that are there', (document) => {
    expect(missingPaths(document)).toEqual([])
  })
  test.each(documents)('$path links to files that are there', (document) => {
    expect(brokenLinks(document)).toEqual([])
  })
  test.each(documents)('$path names commands that there are', (document) => {
    expect(unknownCommands(document)).toEqual([])
  })
  test('docs/glossary.md has words that the code speaks', () => {
    const glossary = documents.find(({ path }) => path === 'docs/glossary.md')
    expect(glossary && unusedWords(glossary)).toEqual([])
  })
  test('walk a sale from argv to the close in ten steps, with files', () => {
    const walk = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
    const steps = [...walk.matchAll(/^(\d+)\. ([^]*?)(?=^\d+\. |\n\n)/gm)]
    expect(steps.map(([, number]) => Number(number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    for (const [, , text] of steps) expect(text).toMatch(/`(src|bin)\/|`close`/)
  })

  test.each([
    [missingPaths, 'see `src/domain/sales/buy.ts`', ['src/domain/sales/buy.ts']],
    [missingPaths, 'see `src/domain/<subject>/` and `src/words/en/*.ts`', []],
    [brokenLinks, '[a](gone.md) [b](README.md#top) [c](https://example.org/x)', ['gone.md']],
    [
      unknownCommands,
      '`flashcoop sale sing` `flashcoop vente list` `flashcoop undo`',
      ['sale sing'],
    ],
    [unknownCommands, '`flashcoop invent`', ['invent']],
    [unusedWords, '| mot | `ledger`, `zebra` | x |', ['zebra']],
  ] as const)('would be caught: %o in %j', (look, text, found) => {
    expect(look({ path: 'planted.md', text })).toEqual(found)
  })
})
