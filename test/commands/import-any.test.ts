import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flashcoopIn, typingIn } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

test('on a terminal the import is asked for, and a no leaves the ledger as it was', async () => {
  const folder = temporaryFolder()
  const flashcoop = flashcoopIn(folder)
  const typing = typingIn(folder)
  const cohort = ['--name', 'X', '--template', 'flash7', '--start', '2026-06-09']
  await flashcoop('init', '--no-input', '--lang', 'en')
  await flashcoop('cohort', 'create', 'FC-DEMO', ...cohort)
  writeFileSync(join(folder, 'p.csv'), 'name,price_ttc,vat_rate\nCookie,1.50,5.5\n')
  const refused = await typing('n\n', 'import', 'p.csv')
  expect(refused.exit).toBe(130)
  expect(refused.stderr).toContain('p.csv: products (product import)')
  expect(refused.stderr).toContain('nothing was imported')
  expect((await typing('y\n', 'import', 'p.csv')).stdout).toContain('1 row read: 1 added')
  expect((await typing('', 'import', 'p.csv', '--yes')).stdout).toContain('nothing to add')
  const left = await typing('', 'import', 'p.csv')
  expect(left.exit).toBe(130)
})
