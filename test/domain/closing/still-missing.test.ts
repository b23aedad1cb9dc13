import { describe, expect, test } from 'vitest'
import {
  nextStep,
  type Situation,
  stillMissing,
} from '../../../src/domain/closing/still-missing.ts'
import { plannedDays, usualDays } from '../../../src/domain/cohort/plan.ts'
import { type Day, day } from '../../../src/domain/kernel/day.ts'

const DAYS = plannedDays(usualDays('flash7', day('2026-06-09'))).map((each) => ({
  ...each,
  cancelled: false,
}))
const [J1, J2, J3, J4, J5, J6, J7] = DAYS.map((each) => each.day) as [
  Day,
  Day,
  Day,
  Day,
  Day,
  Day,
  Day,
]

/** Everybody was there on these days. */
const markedOn = (...days: readonly Day[]) =>
  days.flatMap((on) =>
    (['am', 'pm'] as const).map((half) => ({ day: on, half, participant: 'P01' })),
  )

const COMPLETE: Situation = {
  today: J3,
  closed: false,
  days: DAYS,
  members: [{ participant: 'P01', contractSigned: J1 }],
  marks: markedOn(J1, J2, J3),
  products: ['cookie'],
  unrated: [],
  withoutVoucher: [],
  openTills: [],
  lastTillDay: undefined,
}
const missing = (change: Partial<Situation>) => stillMissing({ ...COMPLETE, ...change })
const step = (change: Partial<Situation>) => nextStep({ ...COMPLETE, ...change })?.code

describe('what is missing', () => {
  test('is nothing when all is there; the day that is running is not asked for', () => {
    expect(missing({})).toEqual([])
    expect(missing({ marks: markedOn(J1, J2) })).toEqual([])
  })

  test('is counted in half-days of past days, from the first', () => {
    expect(missing({ marks: markedOn(J1), today: J4 })).toEqual([
      { code: 'half-days-missing', count: 4, participant: 'P01', day: J2, half: 'am' },
    ])
  })

  test('is no half-day of somebody who had not joined or had left', () => {
    const stay = { participant: 'P01', contractSigned: J1, joinedOn: J2, leftOn: J2 }
    expect(missing({ members: [stay], marks: markedOn(J2), today: J7 })).toEqual([])
  })

  test('comes with the most pressing first', () => {
    const found = missing({
      openTills: [{ day: J2, till: 'A' }],
      marks: [],
      unrated: [{ product: 'cookie', label: 'Cookie' }],
      members: [{ participant: 'P01', contractSigned: undefined }],
      withoutVoucher: [3],
    })
    expect(found.map((each) => each.code)).toEqual([
      'tills-not-sealed',
      'half-days-missing',
      'vat-rate-missing',
      'contract-not-signed',
      'voucher-missing',
    ])
  })

  test('is no till that is open today, and no contract of somebody still to come', () => {
    const members = [{ participant: 'P01', contractSigned: undefined, joinedOn: J7 }]
    expect(missing({ openTills: [{ day: J3, till: 'A' }], members })).toEqual([])
  })

  test('after the close is attendance alone', () => {
    const members = [{ participant: 'P01', contractSigned: undefined }]
    expect(missing({ closed: true, members, marks: markedOn(J1, J2), today: J4 })).toEqual([
      expect.objectContaining({ code: 'half-days-missing', count: 2, day: J3 }),
    ])
  })

  test('never fails on the first day that a date can be', () => {
    expect(missing({ today: day('2000-01-01') })).toEqual([])
  })
})

describe('the next step', () => {
  test.each([
    ['add-day', { days: [] }],
    ['add-participant', { members: [], marks: [] }],
    ['mark-attendance', { marks: markedOn(J1, J2) }],
    ['add-product', { products: [] }],
    ['open-till', {}],
    ['sell', { openTills: [{ day: J3, till: 'A' }], lastTillDay: J3 }],
    ['check-close', { today: day('2026-06-18'), marks: markedOn(J1, J2, J3, J4, J5, J6, J7) }],
    ['see-shares', { closed: true }],
  ] satisfies readonly (readonly [string, Partial<Situation>])[])('is %s', (code, change) => {
    expect(step(change)).toBe(code)
  })

  test('names a product that is on sale', () => {
    expect(nextStep({ ...COMPLETE, openTills: [{ day: J3, till: 'A' }] })).toEqual({
      code: 'sell',
      product: 'cookie',
    })
  })

  test('is to seal a till left open before all else', () => {
    const left = { openTills: [{ day: J2, till: 'A' }], lastTillDay: J2, marks: [] }
    expect(nextStep({ ...COMPLETE, ...left })).toMatchObject({
      code: 'mend',
      finding: { code: 'tills-not-sealed' },
    })
  })

  test('is the stall before a missing contract, and past half-days before the stall', () => {
    const members = [{ participant: 'P01', contractSigned: undefined }]
    expect(step({ members })).toBe('open-till')
    expect(step({ unrated: [{ product: 'cookie', label: 'Cookie' }] })).toBe('mend')
    expect(step({ members, today: J4, marks: markedOn(J1, J2, J4) })).toBe('mend')
    expect(step({ members, today: J3, lastTillDay: J3 })).toBe('mend')
  })

  test('is the accounts from the last day but one, when the till was open before', () => {
    const marks = markedOn(J1, J2, J3, J4, J5, J6)
    expect(step({ today: J6, marks, lastTillDay: J5 })).toBe('check-close')
    expect(step({ today: J6, marks, lastTillDay: J6 })).toBe('check-close')
    expect(step({ today: J6, marks })).toBe('open-till')
    expect(step({ today: J5, marks, lastTillDay: J4 })).toBe('open-till')
  })

  test('is nothing between two days, and on a day called off', () => {
    expect(step({ today: day('2026-06-13'), marks: markedOn(J1, J2, J3, J4) })).toBeUndefined()
    const off = DAYS.map((each) => ({ ...each, cancelled: each.day === J3 }))
    expect(step({ days: off, marks: markedOn(J1, J2) })).toBeUndefined()
  })
})
