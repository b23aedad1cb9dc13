import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flashcoopIn, typingIn } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

const made = (folder: string): boolean => existsSync(join(folder, 'flashcoop.db'))

async function hostOf(folder: string): Promise<Record<string, unknown>> {
  const { stdout } = await flashcoopIn(folder)('host', 'show', '--json')
  return JSON.parse(stdout) as Record<string, unknown>
}

test('on a terminal the host and the CSV profile are asked', async () => {
  const folder = temporaryFolder()
  const { exit, stderr } = await typingIn(folder)('CAE Exemple\nexcel-fr\n', 'init')
  expect(exit).toBe(0)
  expect(stderr).toContain('name of the cooperative')
  expect(await hostOf(folder)).toMatchObject({
    name: 'CAE Exemple',
    language: 'en',
    csv_profile: 'excel-fr',
  })
})

test('Enter takes what is proposed; what was given is not asked', async () => {
  const folder = temporaryFolder()
  const { exit, stderr } = await typingIn(folder)('\n', 'init', '--host', 'CAE')
  expect(exit).toBe(0)
  expect(stderr).not.toContain('name of the cooperative')
  expect(await hostOf(folder)).toMatchObject({ name: 'CAE', csv_profile: 'standard' })
})

test('an answer that cannot be is asked again', async () => {
  const folder = temporaryFolder()
  const { exit, stderr } = await typingIn(folder)('=x\nCAE\nexcel\nexcel-fr\n', 'init')
  expect(exit).toBe(0)
  expect(stderr).toContain('formula')
  expect(stderr).toContain('excel is not one of the choices')
  expect(await hostOf(folder)).toMatchObject({ name: 'CAE', csv_profile: 'excel-fr' })
})

test.each([
  ['Ctrl-C', 'CAE\n\u0003'],
  ['Ctrl-D', 'CAE\n\u0004'],
  ['a closed terminal', 'CAE\n'],
])('%s leaves nothing behind and exits 130', async (_, typed) => {
  const folder = temporaryFolder()
  const { exit, stdout, stderr } = await typingIn(folder)(typed, 'init')
  expect({ exit, stdout, made: made(folder) }).toEqual({ exit: 130, stdout: '', made: false })
  expect(stderr).toContain('nothing was created')
})

test.each([['--no-input'], ['--json'], ['--yes']])('%s asks nothing', async (option) => {
  const folder = temporaryFolder()
  const { exit, stderr } = await typingIn(folder)('', 'init', option)
  expect({ exit, made: made(folder) }).toEqual({ exit: 0, made: true })
  expect(stderr).not.toContain('?')
})

test('a taken name is refused before anything is asked', async () => {
  const folder = temporaryFolder()
  await flashcoopIn(folder)('init')
  const { exit, stderr } = await typingIn(folder)('', 'init')
  expect(exit).toBe(5)
  expect(stderr).not.toContain('name of the cooperative')
})

test.each([':memory:', 'file:x.db', ' x.db', 'x.db ', '', 'a\0b', 'x'.repeat(300)])(
  'a name that no ledger could be opened by makes none: %j',
  async (name) => {
    const folder = temporaryFolder()
    for (const argv of [
      ['init', name, '-n'],
      ['init', name],
      ['init', '--db', name],
    ]) {
      const { exit, stderr } = await flashcoopIn(folder)(...argv, '--no-input', '--json')
      expect([exit, JSON.parse(stderr).error.code]).toEqual([5, 'ledger-path'])
    }
    expect(readdirSync(folder)).toEqual([])
  },
)
