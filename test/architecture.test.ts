import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { BANS, type SourceFile, violations } from './architecture.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

function sources(): SourceFile[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

const plantedImports: readonly (readonly [string, string, string])[] = [
  ['src/domain/sales/sell.ts', "import fs from 'node:fs'", 'imports node:fs'],
  ['src/domain/sales/sell.ts', "import * as z from 'zod/mini'", 'imports zod/mini'],
  [
    'src/domain/kernel/day.ts',
    "import { a } from '../sales/a.ts'",
    'imports src/domain/sales/a.ts',
  ],
  [
    'src/domain/kernel/day.ts',
    "export * from '../journal/a.ts'",
    'imports src/domain/journal/a.ts',
  ],
  [
    'src/domain/costs/cost.ts',
    "import { a } from '../sales/a.ts'",
    'imports src/domain/sales/a.ts',
  ],
  [
    'src/domain/journal/event.ts',
    "import { a } from '../costs/a.ts'",
    'imports src/domain/costs/a.ts',
  ],
  [
    'src/domain/till/open.ts',
    "import {\n  a,\n} from '../../store/a.ts'",
    'imports src/store/a.ts',
  ],
  [
    'src/domain/till/open.ts',
    "import type { A } from '../../store/a.ts'",
    'imports src/store/a.ts',
  ],
  ['src/store/open.ts', "import { a } from '../commands/a.ts'", 'imports src/commands/a.ts'],
  ['src/store/open.ts', "const a = await import('../formats/a.ts')", 'imports src/formats/a.ts'],
  ['src/reports/sales.ts', "import { a } from '../store/a.ts'", 'imports src/store/a.ts'],
  ['src/words/fr.ts', "import { a } from '../formats/a.ts'", 'imports src/formats/a.ts'],
  ['src/commands/sale.ts', "import '../main.ts'", 'imports src/main.ts'],
  ['src/commands/sale.ts', "import Database from 'better-sqlite3'", 'imports better-sqlite3'],
  ['src/formats/table.ts', "import left from 'left-pad'", 'imports left-pad'],
  ['src/invoices/add.ts', '', 'a room that the table of the architecture does not know'],
  ['src/domain/sales/utils.ts', '', 'a room without a meaning'],
  ['src/commands/shared/sale.ts', '', 'a room without a meaning'],
]

/** For each ban a line that it must catch. */
const plantedTexts: Record<string, string> = {
  'the clock': 'const now = new Date()',
  chance: 'const ticket = Math.random()',
  'Number() on text': 'const price = Number(text)',
  'the process, in a room that is pure': 'const place = process.cwd()',
  SQL: "const query = 'SELECT 1'",
  'process.exit': 'process.exit(1)',
  unsafeMode: 'db.unsafeMode()',
  'REPLACE, which passes by the triggers': "db.prepare('insert or replace into sale …')",
  'a second SQLite': "const two = process.getBuiltinModule('node:sqlite')",
  'db.exec outside the migrations': 'db.exec(text)',
  'a file opened beside SQLite, which drops its locks': 'const bytes = readFileSync(path)',
  'z.coerce': 'const price = z.coerce.number()',
  'a class that is no error': 'export class SaleService {',
  'a TODO without an issue number': '// TODO: later',
}

describe('the architecture', () => {
  test('is kept: imports go down only, and nothing that is banned is there', () => {
    expect(violations(sources())).toEqual([])
  })

  test.each(plantedImports)('would show %s with %j', (path, text, fault) => {
    expect(violations([{ path, text }])).toEqual([`${path}: ${fault}`])
  })

  test.each(BANS.map(({ what }) => what))('would show %s', (what) => {
    const path = 'src/reports/planted.ts'
    expect(violations([{ path, text: plantedTexts[what] ?? '' }])).toContain(`${path}: ${what}`)
  })

  test('would show a transaction that is not immediate', () => {
    const text = 'db.transaction(write)()'
    expect(violations([{ path: 'src/store/record.ts', text }])).toHaveLength(1)
    const immediate = 'db.transaction(write).immediate()'
    expect(violations([{ path: 'src/store/record.ts', text: immediate }])).toEqual([])
  })

  test.each([
    ['src/commands/sale.ts', "import { sell } from '../domain/sales/sell.ts'"],
    ['src/formats/csv.ts', "import { parse } from 'csv-parse/sync'"],
    ['src/domain/closing/result.ts', "import { rate } from '../costs/rate.ts'"],
    ['src/domain/journal/event.ts', "import type { Sale } from '../sales/sale.ts'"],
    ['src/words/fr.ts', "import type { Report } from '../reports/report.ts'"],
    ['src/store/open.ts', '// TODO #12: a new Date is not wanted here'],
  ])('lets %s say %j', (path, text) => {
    expect(violations([{ path, text }])).toEqual([])
  })
})
