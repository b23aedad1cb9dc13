import { expect, test } from 'vitest'
import { findDay, theDay } from '../../../src/domain/cohort/day-of.ts'
import { plannedDays } from '../../../src/domain/cohort/plan.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { refusalOf } from '../products/catalogue.ts'

const DAYS = plannedDays([day('2026-06-09'), day('2026-06-10'), day('2026-06-17')])
const TODAY = day('2026-06-10')

test.each([
  ['J3', 'J3'],
  ['j3', 'J3'],
  [' J1 ', 'J1'],
  ['2026-06-17', 'J3'],
  ['17/06/2026', 'J3'],
  ['9/6/2026', 'J1'],
  ['today', 'J2'],
  ['TODAY', 'J2'],
  ["aujourd'hui", 'J2'],
  ['aujourd’hui', 'J2'],
  ['Aujourdhui', 'J2'],
])('%j names %s', (typed, label) => {
  expect(findDay(DAYS, typed, TODAY)?.label).toBe(label)
})

test.each(['J4', 'J', '3', 'J03', '2026-06-18', '31/06/2026', 'demain', ''])(
  '%j names no day of the cohort',
  (typed) => {
    expect(findDay(DAYS, typed, TODAY)).toBeUndefined()
  },
)

test('today is no day of the cohort when nothing is planned today', () => {
  expect(findDay(DAYS, 'today', day('2026-06-11'))).toBeUndefined()
})

test('what is no day is refused by its date, with the days that there are', () => {
  const cohort = { cohort: 'FC-1', days: DAYS }
  expect(refusalOf(() => theDay(cohort, 'today', day('2026-06-11')))).toEqual({
    code: 'unknown-day',
    cohort: 'FC-1',
    typed: 'today',
    on: '2026-06-11',
    days: [
      { label: 'J1', day: '2026-06-09' },
      { label: 'J2', day: '2026-06-10' },
      { label: 'J3', day: '2026-06-17' },
    ],
  })
  expect(refusalOf(() => theDay(cohort, 'J9', TODAY))).toMatchObject({ typed: 'J9' })
  expect(theDay(cohort, 'J2', TODAY).day).toBe('2026-06-10')
})
