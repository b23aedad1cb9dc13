import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/kernel/day.ts'
import { isCohortCode } from '../../src/domain/kernel/name.ts'
import { exportName, fecName } from '../../src/formats/export-name.ts'

const entries = [{ day: day('2026-12-30') }, { day: day('2027-01-04') }, { day: day('2026-12-31') }]
const named = (cohort: string, until?: string) =>
  fecName('123456782', {
    cohort,
    entries: entries as never,
    until: until === undefined ? undefined : day(until),
  })

/** What Windows keeps for itself, whatever the ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

describe('the name of a file that leaves', () => {
  test('is of the last day of the year of the last entry, or of the day asked for', () => {
    expect(named('FC-1')).toBe('123456782FEC20271231_FC-1.txt')
    expect(named('FC-1', '2026-12-31')).toBe('123456782FEC20261231_FC-1.txt')
  })

  test('leads into no other folder and is none that Windows keeps, whatever the code of the cohort', () => {
    const code = fc
      .oneof(
        fc.constantFrom('CON', 'nul', 'COM1', 'x'.repeat(32), '0e0'),
        fc.string({ unit: fc.constantFrom(...'aZ09-.'), maxLength: 40 }),
      )
      .filter(isCohortCode)
    fc.assert(
      fc.property(code, (cohort) => {
        for (const name of [
          named(cohort),
          exportName(cohort, 'sage-cae'),
          exportName(cohort, 'hledger'),
        ]) {
          expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*\.(?:txt|journal)$/)
          expect(name).not.toMatch(RESERVED)
          expect(name.length).toBeLessThan(64)
        }
      }),
    )
  })

  test.each(['../../x', 'a/b', 'a\\b', '', 'x'.repeat(300), 'é', '.'])(
    'is never made from the code %j, which no cohort can have',
    (cohort) => {
      expect(isCohortCode(cohort)).toBe(false)
      expect(() => named(cohort)).toThrow('a file name is safe')
      expect(() => exportName(cohort, 'sage-cae')).toThrow('a file name is safe')
    },
  )
})
