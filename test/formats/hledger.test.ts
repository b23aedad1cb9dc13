import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hledgerFile } from '../../src/formats/hledger.ts'
import { anyEntries, GOLDEN_ENTRIES } from './exported.ts'
import { hasHledger, hledger } from './real-hledger.ts'

const GOLDEN = new URL('../../fixtures/exports/worked-example.journal', import.meta.url)
const REMARKS = ['flashcoop, cohorte FC-2026-01']

describe('the journal for hledger', () => {
  test('of the worked example is the one kept with the fixtures', () => {
    const { text, rows } = hledgerFile(GOLDEN_ENTRIES, { remarks: REMARKS })
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'))
    expect(rows).toBe(58)
  })
})

describe.skipIf(!hasHledger)('hledger itself', () => {
  test('accepts the worked example, strictly, and finds the result in it', () => {
    const { text } = hledgerFile(GOLDEN_ENTRIES, { remarks: REMARKS })
    for (const checks of [['--strict'], ['ordereddates']]) {
      const { status, stderr } = hledger(['check', ...checks], text)
      expect([status, stderr]).toEqual([0, ''])
    }
    const { stdout } = hledger(['balance', '-N', '--format', '%(total)', 'type:RX', 'not:64'], text)
    const cents = [...stdout.matchAll(/-?\d+,\d\d/g)].map(([amount]) =>
      Number(amount.replace(',', '')),
    )
    expect(cents.reduce((sum, each) => sum + each, 0)).toBe(-74_037 - 8_749 - 1_137)
  })

  test('refuses a cent that was lost: the check can fail', () => {
    const { text } = hledgerFile(GOLDEN_ENTRIES, { remarks: REMARKS })
    expect(hledger(['check'], text.replace('200,00 EUR', '200,01 EUR')).status).not.toBe(0)
  })

  test('accepts whatever people typed', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { text } = hledgerFile(entries, { remarks: [] })
        const { status, stderr } = hledger(['check', '--strict', 'ordereddates'], text)
        expect([status, stderr]).toEqual([0, ''])
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
