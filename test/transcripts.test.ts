import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replay } from './transcript.ts'

const ROOT = resolve(import.meta.dirname, '..')

const namesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder))
    .map((name) => `${folder}/${name}`)
    .toSorted()
const documents = [
  ...namesIn('test/transcripts').filter((name) => name.endsWith('.md')),
  'README.md',
  ...namesIn('docs').filter((name) => /\/guide-[a-z]+\.md$/.test(name)),
]

/** Each document is replayed against the real binary; `vitest -u` rewrites it. Read the diff as a customer would. */
describe('transcripts', () => {
  test.each(documents)('%s says what the program does', { timeout: 120_000 }, async (name) => {
    const path = join(ROOT, name)
    await expect(replay(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path)
  })
})
