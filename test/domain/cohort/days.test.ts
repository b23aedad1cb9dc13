import { describe, expect, test } from 'vitest'
import {
  addDay,
  editDay,
  type HeldDay,
  moveDay,
  type Programme,
  removeDay,
} from '../../../src/domain/cohort/days.ts'
import { plannedDays } from '../../../src/domain/cohort/plan.ts'
import type { DayUse } from '../../../src/domain/cohort/refusal.ts'
import type { Half } from '../../../src/domain/journal/event.ts'
import { type Day, day } from '../../../src/domain/kernel/day.ts'
import { refusalOf } from '../products/catalogue.ts'

const PLANNED = plannedDays([day('2026-06-09'), day('2026-06-10'), day('2026-06-17')])
const programme = (closedUntil?: Day, cancelled = false): Programme => ({
  cohort: 'FC-1',
  days: PLANNED.map((each) => ({ ...each, cancelled })),
  closedUntil,
})
const OPEN = programme()
const FULL = { amMinutes: 210, pmMinutes: 210 }

function held(label: string, uses: readonly DayUse[] = [], marked: readonly Half[] = []): HeldDay {
  const found = OPEN.days.find((each) => each.label === label)
  if (found === undefined) throw new Error(`no ${label}`)
  return { day: found, uses, marked }
}

describe('a day is added', () => {
  test('where it falls among the others, with the minutes given', () => {
    expect(addDay(OPEN, day('2026-06-11'), { amMinutes: 180, pmMinutes: 0 })).toEqual({
      cohort: 'FC-1',
      day: '2026-06-11',
      label: 'J3',
      amMinutes: 180,
      pmMinutes: 0,
    })
  })

  test('unless it is there, has no half-day or is closed', () => {
    const refused = (on: string, minutes = FULL, where = OPEN) =>
      refusalOf(() => addDay(where, day(on), minutes)).code
    expect(refused('2026-06-10')).toBe('day-exists')
    expect(refused('2026-06-11', { amMinutes: 0, pmMinutes: 0 })).toBe('day-without-half')
    const closed = programme(day('2026-06-10'))
    expect(refused('2026-06-08', FULL, closed)).toBe('period-closed')
    expect(refused('2026-06-10', FULL, closed)).toBe('period-closed')
    expect(addDay(closed, day('2026-06-11'), FULL).label).toBe('J3')
  })
})

describe('a day is edited', () => {
  test('only what differs is recorded', () => {
    expect(editDay(OPEN, held('J1'), { amMinutes: 210, pmMinutes: 90 }).changes).toEqual([
      { field: 'pmMinutes', from: 210, to: 90 },
    ])
    expect(editDay(OPEN, held('J1'), { cancelled: true }).changes).toEqual([
      { field: 'cancelled', from: false, to: true },
    ])
  })

  test('unless nothing differs, nothing would be left or the period is closed', () => {
    const refused = (edit: Parameters<typeof editDay>[2], where = OPEN) =>
      refusalOf(() => editDay(where, held('J1'), edit)).code
    expect(refused({})).toBe('nothing-to-change')
    expect(refused({ amMinutes: 210, cancelled: false })).toBe('nothing-to-change')
    expect(refused({ amMinutes: 0, pmMinutes: 0 })).toBe('day-without-half')
    expect(refused({ cancelled: true }, programme(day('2026-06-09')))).toBe('period-closed')
  })

  test('a half-day that is filled in stays, the other one may go', () => {
    const marked = held('J1', ['attendance'], ['am'])
    expect(refusalOf(() => editDay(OPEN, marked, { amMinutes: 0 }))).toEqual({
      code: 'half-day-marked',
      day: '2026-06-09',
      half: 'am',
    })
    expect(editDay(OPEN, marked, { pmMinutes: 0 }).changes).toHaveLength(1)
    expect(editDay(OPEN, marked, { amMinutes: 60, cancelled: true }).changes).toHaveLength(2)
  })
})

describe('a day is moved', () => {
  test('to a free date', () => {
    expect(moveDay(OPEN, held('J2', ['costs']), day('2026-06-30'))).toEqual({
      cohort: 'FC-1',
      from: '2026-06-10',
      to: '2026-06-30',
    })
  })

  test.each<DayUse>(['attendance', 'sales', 'till'])('not away from its %s', (use) => {
    expect(refusalOf(() => moveDay(OPEN, held('J2', [use]), day('2026-06-30')))).toEqual({
      code: 'day-in-use',
      day: '2026-06-10',
      uses: [use],
    })
  })

  test('not onto another day, nor out of or into a closed period', () => {
    const refused = (from: string, to: string, until?: string) =>
      refusalOf(() =>
        moveDay(programme(until === undefined ? undefined : day(until)), held(from), day(to)),
      ).code
    expect(refused('J2', '2026-06-17')).toBe('day-exists')
    expect(refused('J2', '2026-06-10')).toBe('day-exists')
    expect(refused('J1', '2026-06-30', '2026-06-09')).toBe('period-closed')
    expect(refused('J3', '2026-06-08', '2026-06-09')).toBe('period-closed')
  })
})

describe('a day is removed', () => {
  test('and the event keeps it for an undo, called off or not', () => {
    const whole = { cohort: 'FC-1', day: '2026-06-17', label: 'J3', ...FULL }
    expect(removeDay(OPEN, held('J3'))).toEqual(whole)
    const off = { ...held('J3'), day: { ...held('J3').day, cancelled: true } }
    expect(removeDay(OPEN, off)).toEqual({ ...whole, cancelled: true })
  })

  test.each<DayUse>(['attendance', 'costs', 'sales', 'till'])('not with %s on it', (use) => {
    expect(refusalOf(() => removeDay(OPEN, held('J3', [use]))).code).toBe('day-in-use')
  })

  test('not in a closed period', () => {
    expect(refusalOf(() => removeDay(programme(day('2026-06-17')), held('J3'))).code).toBe(
      'period-closed',
    )
  })
})
