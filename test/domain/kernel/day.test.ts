import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type Day,
  day,
  daysBetween,
  parseDay,
  weekdayOf,
} from '../../../src/domain/kernel/day.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import { dayText } from '../../../src/words/day-text.ts'

const FIRST = day('2000-01-01')
const LAST = day('2199-12-31')
const days = fc.integer({ min: 0, max: daysBetween(FIRST, LAST) }).map((n) => addDays(FIRST, n))

describe('days', () => {
  test.each<[string, string]>([
    ['2026-06-17', '2026-06-17'],
    ['17/06/2026', '2026-06-17'],
    ['7/6/2026', '2026-06-07'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2000-01-01', '2000-01-01'],
    ['2199-12-31', '2199-12-31'],
  ])('%s is %s', (text, expected) => {
    expect(parseDay(text)).toBe(expected)
  })

  test.each([
    '',
    '2026-02-29',
    '2026-02-31',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '31/02/2026',
    '06/17/2026',
    '17-06-2026',
    '2026/06/17',
    '17/06/26',
    '2026-6-17',
    ' 2026-06-17',
    '2026-06-17T10:00',
    '1999-12-31',
    '2200-01-01',
    '0026-06-17',
    '٢٠٢٦-٠٦-١٧',
  ])('%j is no day', (text) => {
    expect(parseDay(text)).toBeUndefined()
    expect(() => day(text)).toThrow(Defect)
  })

  test('what the ledger stores has one form only', () => {
    expect(() => day('17/06/2026')).toThrow(Defect)
  })

  test('days are counted over leap years and clock changes', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(day('2026-03-28'), 2)).toBe('2026-03-30')
    expect(addDays(day('2026-10-24'), 2)).toBe('2026-10-26')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2)
  })

  test('counting beyond the range of days, or by part of a day, is a defect', () => {
    expect(() => addDays(LAST, 1)).toThrow(Defect)
    expect(() => addDays(FIRST, -1)).toThrow(Defect)
    expect(() => addDays(FIRST, 0.5)).toThrow(Defect)
    expect(() => addDays(FIRST, Number.MAX_SAFE_INTEGER)).toThrow(Defect)
  })

  test('adding and measuring agree; text order is time order; both spellings are read back', () => {
    fc.assert(
      fc.property(days, days, (from, until) => {
        const count = daysBetween(from, until)
        expect(addDays(from, count)).toBe(until)
        expect(Math.sign(count)).toBe(from < until ? 1 : from > until ? -1 : 0)
        expect(parseDay(from)).toBe(from)
        expect(parseDay(dayText(from, 'fr'))).toBe(from)
      }),
    )
  })

  test.each<[string, number]>([
    ['2026-06-15', 1],
    ['2026-06-17', 3],
    ['2026-06-20', 6],
    ['2026-06-21', 7],
    ['2000-01-01', 6],
  ])('%s is weekday %d', (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday)
  })

  test('weekdays follow each other', () => {
    fc.assert(
      fc.property(
        days.filter((each: Day) => each < LAST),
        (each) => {
          expect(weekdayOf(addDays(each, 1))).toBe((weekdayOf(each) % 7) + 1)
        },
      ),
    )
  })
})
