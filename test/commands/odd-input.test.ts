import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { first, textOf } from '../../src/store/sql.ts'
import { flashcoopIn } from '../in-process.ts'
import { withLedger } from '../ledger-builder.ts'

const AT_STALL = '2026-06-17T10:30:00+02:00'
const ENV = { FLASHCOOP_LANG: 'en', FLASHCOOP_ACTOR: 'ANIM01' }

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-odd-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A till that sells cookies at 1.50 on 17 June 2026. */
async function stall(): Promise<string> {
  const folder = newFolder()
  const run = flashcoopIn(folder, AT_STALL)
  for (const argv of [
    ['init', '--no-input'],
    ['cohort', 'create', 'FC-1', '--template', 'flash7', '--start', '2026-06-09'],
    ['participant', 'add', 'Amina'],
    ['product', 'add', 'Café', '1.50', '--vat', '5.5', '--key', 'c'],
    ['till', 'open', '--float', '80'],
  ]) {
    const { exit, stderr } = await run(...argv)
    expect([argv, exit, exit === 0 ? '' : stderr]).toEqual([argv, 0, ''])
  }
  return folder
}

const lastActor = (folder: string): string =>
  withLedger(join(folder, 'flashcoop.db'), ({ db }) =>
    textOf(
      first(db, "SELECT payload ->> '$.actor' AS actor FROM event ORDER BY seq DESC") ?? {},
      'actor',
    ),
  )

const provesWhole = async (folder: string): Promise<void> =>
  expect(await flashcoopIn(folder)('audit', 'verify')).toMatchObject({ exit: 0 })

describe('what the journal keeps for ever', () => {
  const decomposed = 'Café'.normalize('NFD')

  test('a line typed with loose accents, under a key, is kept in one form and found again', async () => {
    const folder = await stall()
    const run = flashcoopIn(folder, AT_STALL)
    const first = await run('sale', 'add', '2', decomposed, 'card', '--key', 'K1')
    const again = await run('sale', 'add', '2', 'Café', 'card', '--key', 'K1')
    const options = ['--item', `${decomposed}:1`, '--key', 'K2'] as const
    expect(await run('sale', 'add', ...options)).toMatchObject({ exit: 0 })
    expect([first.exit, again.exit, again.stdout]).toEqual([0, 0, first.stdout])
    await provesWhole(folder)
  })

  test.each([
    ['marie', 'marie'],
    [decomposed, 'Café'],
    ['a\u001b[31m', 'unknown'],
    ['x'.repeat(200), 'unknown'],
    ['', 'unknown'],
    ['\ud800', 'unknown'],
  ])('an account called %j costs no sale and is kept as %j', async (user, actor) => {
    const folder = await stall()
    const run = flashcoopIn(folder, AT_STALL, { user, env: { FLASHCOOP_LANG: 'en' } })
    expect(await run('sale', 'add', '2', 'cafe', 'card')).toMatchObject({ exit: 0 })
    expect(lastActor(folder)).toBe(actor)
    await provesWhole(folder)
  })

  test.each([
    [['--actor', 'a\u001b[31m'], {}, '--actor'],
    [['--actor', ''], {}, '--actor'],
    [[], { FLASHCOOP_ACTOR: 'x'.repeat(81) }, 'FLASHCOOP_ACTOR'],
  ])('who records, %j %j, is a text as any other', async (argv, env, name) => {
    const folder = await stall()
    const run = flashcoopIn(folder, AT_STALL, { env: { ...ENV, ...env } })
    const { exit, stderr } = await run('sale', 'add', '2', 'cafe', 'card', ...argv)
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`error: ${name}: `)])
  })
})

test('backups are not made or looked for under names that lead nowhere', async () => {
  const folder = await stall()
  const run = flashcoopIn(folder, AT_STALL)
  for (const name of ['x'.repeat(300), 'a\0b', 'flashcoop.db/copy.db']) {
    expect(await run('backup', 'create', name)).toMatchObject({ exit: 5 })
    expect(await run('backup', 'verify', name)).toMatchObject({ exit: 5 })
  }
  expect(readdirSync(folder)).toEqual(['flashcoop.db'])
})
