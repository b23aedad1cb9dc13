import { describe, expect, test } from 'vitest'
import {
  attendanceWeight,
  compareHalfDays,
  halfDayOf,
  isWithin,
  type Measure,
  type Presence,
  type Stay,
} from '../../../src/domain/attendance/weight.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'

const J1 = day('2026-06-08')
const J2 = day('2026-06-09')
const J3 = day('2026-06-12')

const MEASURE: Measure = { unit: 'half-days', excusedCount: false, until: { day: J3, half: 'pm' } }

function presence(status: Presence['status'], missed = 0, planned = 210): Presence {
  return { day: J2, half: 'am', status, plannedMinutes: planned, minutesMissed: missed }
}

describe('one half-day weighs', () => {
  test.each<[Presence, { halfDays: number; minutes: number; excused: readonly number[] }]>([
    [presence('P'), { halfDays: 1, minutes: 210, excused: [1, 210] }],
    [presence('P', 30), { halfDays: 1, minutes: 210, excused: [1, 210] }],
    [presence('R', 20), { halfDays: 1, minutes: 190, excused: [1, 190] }],
    [presence('D', 30), { halfDays: 1, minutes: 180, excused: [1, 180] }],
    [presence('D', 300), { halfDays: 1, minutes: 0, excused: [1, 0] }],
    [presence('AJ'), { halfDays: 0, minutes: 0, excused: [1, 210] }],
    [presence('AI'), { halfDays: 0, minutes: 0, excused: [0, 0] }],
    [presence('NC'), { halfDays: 0, minutes: 0, excused: [0, 0] }],
    [presence('X'), { halfDays: 0, minutes: 0, excused: [0, 0] }],
    [presence('P', 0, 180), { halfDays: 1, minutes: 180, excused: [1, 180] }],
    [presence('P', 0, 0), { halfDays: 0, minutes: 0, excused: [0, 0] }],
  ])('%j as %j', (each, { halfDays, minutes, excused }) => {
    const weigh = (measure: Partial<Measure>) =>
      attendanceWeight([each], {}, { ...MEASURE, ...measure })
    expect(weigh({})).toBe(halfDays)
    expect(weigh({ unit: 'minutes' })).toBe(minutes)
    expect([weigh({ excusedCount: true }), weigh({ unit: 'minutes', excusedCount: true })]).toEqual(
      excused,
    )
  })
})

describe('half-days are counted', () => {
  const all = [J1, J2, J3].flatMap((on) =>
    (['am', 'pm'] as const).map((half) => ({ ...presence('P'), day: on, half })),
  )

  test.each<[string, Stay, Measure['until'], number]>([
    ['all', {}, { day: J3, half: 'pm' }, 6],
    ['from the day of joining', { joinedOn: J2 }, { day: J3, half: 'pm' }, 4],
    ['to the last day present', { leftOn: J2 }, { day: J3, half: 'pm' }, 4],
    ['within the stay', { joinedOn: J2, leftOn: J2 }, { day: J3, half: 'pm' }, 2],
    ['never when the stay is empty', { joinedOn: J3, leftOn: J1 }, { day: J3, half: 'pm' }, 0],
    ['to the morning of the close', {}, { day: J3, half: 'am' }, 5],
    ['to the afternoon of the close', {}, { day: J2, half: 'pm' }, 4],
    ['to a close between two days', {}, { day: day('2026-06-10'), half: 'am' }, 4],
    ['not before the first day', {}, { day: day('2026-06-07'), half: 'pm' }, 0],
  ])('%s', (_which, stay, until, weight) => {
    expect(attendanceWeight(all, stay, { ...MEASURE, until })).toBe(weight)
  })

  test('and minutes add up over them', () => {
    const marked = all.map((each, index) =>
      index === 0 ? { ...each, status: 'R' as const, minutesMissed: 25 } : each,
    )
    expect(attendanceWeight(marked, {}, { ...MEASURE, unit: 'minutes' })).toBe(6 * 210 - 25)
  })
})

test('a moment falls in the morning before noon', () => {
  const halfOf = (time: string) => halfDayOf(instant(`2026-06-18T${time}:00+02:00`))
  expect(halfOf('00:00')).toEqual({ day: '2026-06-18', half: 'am' })
  expect(halfOf('11:59').half).toBe('am')
  expect(halfOf('12:00').half).toBe('pm')
  expect(halfOf('23:59').half).toBe('pm')
})

test('half-days follow each other, and a stay holds both its ends', () => {
  const order = [
    { day: J2, half: 'pm' as const },
    { day: J2, half: 'am' as const },
    { day: J1, half: 'pm' as const },
  ].toSorted(compareHalfDays)
  expect(order.map((each) => `${each.day} ${each.half}`)).toEqual([
    '2026-06-08 pm',
    '2026-06-09 am',
    '2026-06-09 pm',
  ])
  const stay = { joinedOn: J1, leftOn: J2 }
  expect([J1, J2, J3].map((on) => isWithin(on, stay))).toEqual([true, true, false])
})
