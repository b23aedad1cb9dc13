import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelAmong, plannedDays, usualDays } from '../../../src/domain/cohort/plan.ts'
import type { Template } from '../../../src/domain/journal/event.ts'
import { addDays, day, weekdayOf } from '../../../src/domain/kernel/day.ts'

const FIRST = day('2020-01-01')

describe('the days that a format begins with', () => {
  test('flash7 has seven weekdays, the weekend left out', () => {
    expect(usualDays('flash7', day('2026-06-11'))).toEqual([
      '2026-06-11',
      '2026-06-12',
      '2026-06-15',
      '2026-06-16',
      '2026-06-17',
      '2026-06-18',
      '2026-06-19',
    ])
  })

  test.each([
    ['flash7', 7],
    ['cjs', 40],
    ['cjm', 65],
    ['long', 130],
  ] as const)('%s has %i weekdays from the start on, whatever the start', (template, count) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const start = addDays(FIRST, offset)
        const days = usualDays(template, start)
        expect(days).toHaveLength(count)
        expect(days.every((on) => weekdayOf(on) <= 5)).toBe(true)
        expect(days[0]).toBe(weekdayOf(start) <= 5 ? start : addDays(start, 8 - weekdayOf(start)))
        expect(days).toEqual([...new Set(days)].toSorted())
      }),
      { numRuns: 30 },
    )
  })

  test.each<Template>(['open', 'blank'])('%s has its first day alone, a Sunday too', (template) => {
    expect(usualDays(template, day('2026-06-14'))).toEqual(['2026-06-14'])
  })
})

test('days are J1, J2 … in their own order, of two times 210 minutes', () => {
  expect(plannedDays([day('2026-06-20'), day('2026-06-09')])).toEqual([
    { day: '2026-06-09', label: 'J1', amMinutes: 210, pmMinutes: 210 },
    { day: '2026-06-20', label: 'J2', amMinutes: 210, pmMinutes: 210 },
  ])
})

test.each([
  ['2026-06-08', 'J1'],
  ['2026-06-10', 'J2'],
  ['2026-06-30', 'J3'],
])('%s among two days would be %s', (on, label) => {
  expect(labelAmong([day('2026-06-09'), day('2026-06-20')], day(on))).toBe(label)
})
