import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { playWorkedExample } from './worked-example.ts'

const GOLDEN = new URL('../fixtures/exports/worked-example-journal.csv', import.meta.url)

type Line = {
  readonly entry: number
  readonly journal: string
  readonly date: string
  readonly voucher: string
  readonly label: string
  readonly account: string
  readonly auxiliary: string | null
  readonly section: string
  readonly debit_cents: number | null
  readonly credit_cents: number | null
  readonly validated: string | null
}

/** A line as the golden file has it. */
const lineText = (line: Line): string =>
  [
    line.entry,
    line.journal,
    line.date.replaceAll('-', ''),
    line.voucher,
    line.label,
    line.account,
    line.auxiliary ?? '',
    line.section,
    line.debit_cents ?? 0,
    line.credit_cents ?? 0,
  ].join(';')

test('the worked example comes out to the line: 19 entries, 58 lines, 5 307,69 on both sides', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-worked-example-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const run = await playWorkedExample(folder)
  const { stdout } = await run('report', 'journal', '--csv', '--csv-profile', 'standard')
  expect(stdout).toContain('entry,journal,date,voucher,label,account')
  const json = await run('report', 'journal', '--json', '--lang', 'fr')
  const lines = JSON.parse(json.stdout) as readonly Line[]
  const [, ...golden] = readFileSync(GOLDEN, 'utf8').trimEnd().split(/\r?\n/)
  expect(lines.map(lineText)).toEqual(golden)
  const sum = (side: 'debit_cents' | 'credit_cents') =>
    lines.reduce((total, line) => total + (line[side] ?? 0), 0)
  expect([lines.length, lines.at(-1)?.entry]).toEqual([58, 19])
  expect([sum('debit_cents'), sum('credit_cents')]).toEqual([530_769, 530_769])
  expect(lines.map((line) => line.validated)).toEqual(
    lines.map((line) => (line.entry < 18 ? '2026-06-18' : '2026-06-30')),
  )
  expect((await run('audit', 'verify')).exit).toBe(0)
})
