import { describe, expect, test } from 'vitest'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { day } from '../../../src/domain/kernel/day.ts'
import { instant } from '../../../src/domain/kernel/instant.ts'
import { cents } from '../../../src/domain/kernel/money.ts'
import { chooseSession } from '../../../src/domain/till/choose-session.ts'
import { openTill } from '../../../src/domain/till/open.ts'
import { type OpenSession, sessionFor } from '../../../src/domain/till/session-for.ts'

const TUESDAY = day('2026-06-16')
const WEDNESDAY = day('2026-06-17')
const THURSDAY = day('2026-06-18')
const AT = instant('2026-06-17T09:00:00+02:00')

const open = (number: number, cohort: string, on = WEDNESDAY): OpenSession => ({
  number,
  cohort,
  day: on,
  openedAt: AT,
  floatCents: cents(8000),
  afterZ: false,
})

function codeOf(work: () => unknown): string {
  try {
    return JSON.stringify(work())
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
}

describe('the session of a sale', () => {
  const sale = { cohort: 'A1', day: WEDNESDAY, today: WEDNESDAY }
  const sealed = { day: WEDNESDAY, z: 3 }
  test.each([
    ['is the open one of its day and cohort', sale, [open(7, 'A1')], undefined, '7'],
    ['is the one after the Z', sale, [open(8, 'A1')], sealed, '8'],
    [
      'is that of its own day among several',
      sale,
      [open(6, 'A1', TUESDAY), open(7, 'A1')],
      undefined,
      '7',
    ],
    ['is not another cohort’s', sale, [open(7, 'B2')], undefined, 'till-other-cohort'],
    ['is not yesterday’s', sale, [open(6, 'A1', TUESDAY)], undefined, 'till-left-open'],
    ['is not tomorrow’s', { ...sale, day: TUESDAY }, [open(7, 'A1')], undefined, 'till-not-open'],
    ['is nowhere while the till is shut', sale, [], undefined, 'till-not-open'],
    ['is nowhere after the Z', sale, [], sealed, 'day-sealed'],
    [
      'is nowhere after the Z, yesterday first',
      sale,
      [open(6, 'A1', TUESDAY)],
      sealed,
      'till-left-open',
    ],
    [
      'is nowhere on a sealed past day',
      { ...sale, day: WEDNESDAY, today: THURSDAY },
      [open(6, 'A1', TUESDAY)],
      sealed,
      'day-sealed',
    ],
  ] as const)('%s', (_, dated, sessions, seal, answer) => {
    expect(codeOf(() => sessionFor(dated, sessions, seal))).toBe(answer)
  })

  test('is refused with the oldest day that was left open', () => {
    const sessions = [open(6, 'A1', TUESDAY), open(5, 'A1', day('2026-06-12'))]
    expect(() => sessionFor(sale, sessions)).toThrow(
      new Refused({ code: 'till-left-open', day: day('2026-06-12'), cohort: 'A1' }),
    )
    try {
      sessionFor(sale, sessions)
    } catch (error) {
      expect(error).toHaveProperty('refusal.day', '2026-06-12')
    }
  })
})

describe('the till is opened', () => {
  const opening = {
    cohort: 'A1',
    day: WEDNESDAY,
    happenedAt: AT,
    floatCents: cents(8000),
    venue: undefined,
  }
  const context = { openSessions: [], sealed: undefined, nextSession: 4 }
  test('with the next number', () => {
    expect(openTill(opening, context)).toEqual({
      cohort: 'A1',
      session: 4,
      day: WEDNESDAY,
      happenedAt: AT,
      floatCents: 8000,
    })
  })
  test('again on a sealed day, marked', () => {
    const sealed = { day: WEDNESDAY, z: 3 }
    expect(openTill(opening, { ...context, sealed })).toMatchObject({ session: 4, afterZ: true })
  })
  test.each([
    ['twice on a day', open(3, 'A1'), 'till-already-open'],
    ['on a day that another cohort has open', open(3, 'B2'), 'till-already-open'],
    ['while yesterday is not sealed', open(3, 'A1', TUESDAY), 'till-left-open'],
    ['for yesterday while today is open', open(3, 'A1', THURSDAY), 'till-already-open'],
  ])('but not %s', (_, other, code) => {
    expect(codeOf(() => openTill(opening, { ...context, openSessions: [other] }))).toBe(code)
  })
})

describe('the session to count or seal', () => {
  const any = { day: undefined, likelyDay: undefined, cohort: undefined }
  const two = [open(6, 'A1', TUESDAY), open(7, 'B2')]
  test.each([
    ['is the oldest', two, any, 'A1'],
    ['is that of the day named', two, { ...any, day: WEDNESDAY }, 'B2'],
    ['is that of the day it is done for', two, { ...any, likelyDay: WEDNESDAY }, 'B2'],
    ['is the oldest when that day has none', two, { ...any, likelyDay: THURSDAY }, 'A1'],
    ['is that of the cohort named', two, { ...any, cohort: 'B2' }, 'B2'],
    ['is not another cohort’s', [open(7, 'B2')], { ...any, cohort: 'A1' }, 'till-other-cohort'],
    ['is not another day’s', two, { ...any, day: THURSDAY }, 'nothing-to-seal'],
    ['is none', [], any, 'nothing-to-seal'],
    ['is none for a cohort', [], { ...any, cohort: 'A1' }, 'nothing-to-seal'],
  ])('%s', (_, sessions, meant, answer) => {
    const found = codeOf(() => chooseSession(sessions, meant, 2).cohort)
    expect(found.replaceAll('"', '')).toBe(answer)
  })
})
