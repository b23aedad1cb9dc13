import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { record } from '../../src/store/record.ts'
import { StoreError } from '../../src/store/store-error.ts'
import { heldIn, quickFolder } from '../faults/disk.ts'
import { flashcoopIn } from '../in-process.ts'
import { stallWithSales } from '../ledger-builder.ts'

const fault = vi.hoisted(() => ({ isNext: false }))

/** Commits, and then cannot say whether it did: what a disk does that fails at the very end. */
vi.mock(import('../../src/store/record.ts'), async (original) => {
  const actual = await original()
  const unsure: typeof record = (ledger, recording, work) => {
    const value = actual.record(ledger, recording, work)
    if (!fault.isNext || recording.dryRun) return value
    fault.isNext = false
    throw new StoreError({ code: 'outcome-unknown', path: ledger.path, detail: 'TEST' })
  }
  return { ...actual, record: unsure }
})

test.each([
  ['is found again by its key', ['cookie card', 'retry'], 0, 4],
  ['is found again before the next one', ['cookie card', '2 cookie card'], 0, 5],
  ['is found again when the till is left', ['cookie card'], 0, 4],
])(
  'a sale whose outcome is unknown %s, and never recorded twice',
  async (_, lines, exit, count) => {
    const folder = quickFolder()
    copyFileSync(stallWithSales(join(folder, 'other.db'), 3), join(folder, 'flashcoop.db'))
    fault.isNext = true
    const piped = lines.map((line) => `${line}\n`).join('')
    const sold = await flashcoopIn(folder, '2026-06-17T10:40:00+02:00', { piped })('till', 'sell')
    expect(sold.exit, sold.stderr).toBe(exit)
    expect(sold.stderr).toMatch(/^error: .*may/m)
    expect(sold.stderr).toContain('the sale is kept')
    expect(sold.stderr).toContain('this sale was recorded already')
    expect(sold.stdout).toContain('last sales:\n')
    expect(heldIn(join(folder, 'flashcoop.db'))).toEqual({
      sales: Array.from({ length: count }, (__, index) => index + 1),
      problems: [],
    })
  },
)
