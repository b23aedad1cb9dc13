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

describe('what was typed', () => {
  const refused = async (folder: string, ...argv: readonly string[]) => {
    const { exit, stdout, stderr } = await flashcoopIn(folder, AT_STALL)(...argv, '--json')
    const { code, message, detail } = JSON.parse(stderr).error
    return { exit, stdout, code, message: String(message), detail }
  }

  test.each([['--frob'], ['-x'], ['--at'], ['--json', '--frob']])(
    'options that no command has are refused without a command too: %j %j',
    async (...argv) => {
      const { exit, stdout, stderr } = await flashcoopIn(newFolder())(...argv)
      expect([exit, stdout, stderr]).toEqual([2, '', expect.stringMatching(/error/)])
    },
  )

  test('a negative amount is an amount, not an option', async () => {
    const folder = await stall()
    for (const amount of ['-12,50', '-5', '-0,00', '-1.234'])
      expect(await refused(folder, 'till', 'in', amount, 'change')).toMatchObject({
        exit: 2,
        code: 'bad-amount',
        message: expect.stringContaining(`${amount} is no amount`),
      })
    expect(await refused(folder, 'till', 'open', '--float', '-5,00')).toMatchObject({
      code: 'bad-amount',
    })
    expect(await refused(folder, 'sale', 'add', 'cafe', 'off', '-10%')).toMatchObject({ exit: 2 })
  })

  test('a list of nobody is a forgotten value: nobody is marked', async () => {
    const folder = await stall()
    for (const option of ['--absent', '--excused', '--present', '--late', '--left-early'])
      for (const value of ['', ',', ' , '])
        expect(
          await refused(folder, 'attendance', 'mark', 'J1', `${option}=${value}`),
        ).toMatchObject({ exit: 2, code: 'missing-value' })
    expect(await refused(folder, 'close', '-n', '--weights', '')).toMatchObject({
      code: 'missing-value',
    })
    const days = ['--template', 'flash7', '--days', ''] as const
    expect(await refused(folder, 'cohort', 'create', 'FC-2', ...days)).toMatchObject({
      code: 'bad-date',
    })
  })

  test('a blank is seen, and ten thousand letters do not hide what is wrong with them', async () => {
    const folder = await stall()
    const long = 'x'.repeat(10_000)
    const { message } = await refused(folder, 'product', 'add', 'Tea', '', '--vat', '20')
    expect(message).toBe('PRICE: "" is no amount: it is empty')
    for (const argv of [
      ['cost', 'add', 'Tea', long, '--category', 'goods'],
      ['sale', 'list', '--day', long],
      ['status', '-c', long],
      ['sale', 'add', '2', long, 'card'],
      [long],
      ['sale', 'list', '--format', Array.from({ length: 5000 }, () => 'x').join(' ')],
    ]) {
      const { exit, stdout, stderr } = await flashcoopIn(folder, AT_STALL)(...argv)
      expect([exit, stdout]).toEqual([2, ''])
      expect(stderr.length).toBeLessThan(1500)
      expect(stderr).toMatch(/^error: .*(?:x ?){70}.*…/)
    }
  })

  test('the caret stays under its word in a line of any length', async () => {
    const folder = await stall()
    const goods = Array.from({ length: 60 }, () => ['2', 'cafe']).flat()
    const { detail } = await refused(folder, 'sale', 'add', ...goods, 'tee', ...goods, 'card')
    const [line = '', caret = ''] = detail
    expect(line.length).toBeLessThan(200)
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('tee')
  })

  test('an error in JSON holds nothing that moves a cursor or turns text round', async () => {
    const folder = await stall()
    const evil = '\u009b31m\u202eab\u2066\u200b\ufeff'
    const run = flashcoopIn(folder, AT_STALL)
    for (const argv of [['sale', 'list', '--day', evil], ['sale', 'add', evil, 'card'], [evil]]) {
      const { stderr } = await run(...argv, '--json')
      expect(stderr).not.toMatch(/[\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/)
      expect(JSON.stringify(JSON.parse(stderr))).toContain('\u202eab')
    }
  })

  test('a CSV profile that is none is refused, whatever the form of the answer', async () => {
    const folder = await stall()
    for (const list of ['participant', 'product', 'sale', 'cost'])
      expect(await refused(folder, list, 'list', '--csv-profile', 'excel')).toMatchObject({
        exit: 2,
        code: 'bad-choice',
      })
  })

  test('a blank is no file to write to, and an empty variable no folder to look in', async () => {
    const folder = await stall()
    for (const name of ['', '  '])
      expect(await refused(folder, 'sale', 'list', '-o', name)).toMatchObject({
        exit: 2,
        message: `"${name}" cannot be written`,
      })
    expect(readdirSync(folder)).toEqual(['flashcoop.db'])
    const elsewhere = newFolder()
    const env = { ...ENV, HOME: elsewhere, XDG_DATA_HOME: '', FLASHCOOP_DB: '' }
    const run = flashcoopIn(newFolder(), AT_STALL, { env })
    expect((await run('status')).stderr).toContain(
      `there is no ledger ${join(elsewhere, '.local/share/flashcoop/flashcoop.db')}`,
    )
  })

  test('words after host rates list are too many', async () => {
    const folder = await stall()
    expect(await refused(folder, 'host', 'rates', 'list', 'x')).toMatchObject({
      exit: 2,
      code: 'excess-argument',
    })
  })
})
