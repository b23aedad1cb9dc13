import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { replay } from './transcript.ts'

const FOLDER = join(import.meta.dirname, 'transcripts')
const documents = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .sort()

/** Each document is replayed against the real binary; `vitest -u` rewrites it. Read the diff as a customer would. */
describe('transcripts', () => {
  test.each(documents)('%s says what the program does', { timeout: 120_000 }, async (name) => {
    const path = join(FOLDER, name)
    await expect(replay(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path)
  })
})
