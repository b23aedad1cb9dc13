import { describe, expect, test } from 'vitest'
import type { AttendanceDay, Attendee } from '../../../src/domain/attendance/half-day.ts'
import { importMark, type MarkRow } from '../../../src/domain/attendance/import.ts'
import { type Mark, type MarkOrder, markAttendance } from '../../../src/domain/attendance/mark.ts'
import { missingHalfDays } from '../../../src/domain/attendance/missing.ts'
import { attendanceSummaries } from '../../../src/domain/attendance/summary.ts'
import type { Half } from '../../../src/domain/journal/event.ts'
import { day } from '../../../src/domain/kernel/day.ts'

const J2 = day('2026-06-10')
const J3 = day('2026-06-11')
const J4 = day('2026-06-12')
const TODAY = J4

const refusing = (refusal: object) => expect.objectContaining({ refusal })

const planned = (said: Partial<AttendanceDay> = {}): AttendanceDay => ({
  day: J3,
  label: 'J3',
  amMinutes: 210,
  pmMinutes: 180,
  cancelled: false,
  ...said,
})

const PEOPLE: readonly Attendee[] = [
  { participant: 'P01' },
  { participant: 'P02' },
  { participant: 'P03', leftOn: J2 },
  { participant: 'P04', joinedOn: J4 },
]

type Standing = Readonly<Record<string, Mark>>

function marked(order: Partial<MarkOrder>, standing: Standing = {}) {
  const whole: MarkOrder = {
    day: planned(),
    halves: undefined,
    named: [],
    byDefault: true,
    reason: undefined,
    sheet: undefined,
    ...order,
  }
  return markAttendance(whole, {
    cohort: 'FC-1',
    people: PEOPLE,
    standing: (half, participant) => standing[`${half} ${participant}`],
    today: TODAY,
  })
}

/** `am P01 P`, for reading. */
const told = (body: ReturnType<typeof marked>): readonly string[] =>
  (body?.marks ?? []).map(({ half, participant, status, minutes, before }) =>
    [half, participant, status, minutes, before && `was ${before.status}`]
      .filter((part) => part !== undefined)
      .join(' '),
  )

const PRESENT: Standing = {
  'am P01': { status: 'P' },
  'am P02': { status: 'P' },
  'pm P01': { status: 'P' },
  'pm P02': { status: 'P' },
}

describe('marking a day', () => {
  test('everybody concerned is present in both halves', () => {
    expect(told(marked({}))).toEqual(['am P01 P', 'am P02 P', 'pm P01 P', 'pm P02 P'])
  })

  test('a half of no minutes is not marked, and only the half that is asked for', () => {
    expect(told(marked({ day: planned({ pmMinutes: 0 }) }))).toEqual(['am P01 P', 'am P02 P'])
    expect(told(marked({ halves: ['pm'] }))).toEqual(['pm P01 P', 'pm P02 P'])
  })

  test('an exception is as typed, the others are present', () => {
    const named = [{ participant: 'P02', status: 'AJ' as const }]
    const body = marked({ named, reason: 'health', sheet: 'F-3' })
    expect(told(body)).toEqual(['am P02 AJ', 'pm P02 AJ', 'am P01 P', 'pm P01 P'])
    expect(body).toMatchObject({ sheet: 'F-3', marks: [{ reason: 'health' }, {}, {}, {}] })
    expect(body?.marks[2]).not.toHaveProperty('reason')
  })

  test('minutes late are of the first half, minutes left early of the last', () => {
    const late = { participant: 'P01', status: 'R' as const, minutes: 20 }
    const early = { participant: 'P01', status: 'D' as const, minutes: 30 }
    expect(told(marked({ named: [late], byDefault: false }))).toEqual(['am P01 R 20', 'pm P01 P'])
    expect(told(marked({ named: [early], byDefault: false }))).toEqual(['am P01 P', 'pm P01 D 30'])
    expect(told(marked({ named: [late, early], byDefault: false }))).toEqual([
      'am P01 R 20',
      'pm P01 D 30',
    ])
    expect(() => marked({ named: [late, early], halves: ['am'] })).toThrow(
      refusing({ code: 'two-statuses', participant: 'P01', day: J3, half: 'am' }),
    )
  })

  test('minutes run up to the length of the half-day', () => {
    const late = (minutes: number, half: Half) =>
      marked({ named: [{ participant: 'P01', status: 'R', minutes }], halves: [half] })
    expect(told(late(210, 'am'))).toContain('am P01 R 210')
    expect(() => late(211, 'am')).toThrow(
      refusing({ code: 'too-many-minutes', participant: 'P01', minutes: 211, most: 210 }),
    )
    expect(() => late(181, 'pm')).toThrow(refusing(expect.objectContaining({ most: 180 })))
  })
})

test('the last day present, the day of joining and today are marked like any other', () => {
  const on = (at: typeof J2, participant: string) =>
    told(
      marked({
        day: planned({ day: at }),
        halves: ['am'],
        named: [{ participant, status: 'P' }],
        byDefault: false,
      }),
    )
  expect(on(J2, 'P03')).toEqual(['am P03 P'])
  expect(on(J4, 'P04')).toEqual(['am P04 P'])
})

describe('marking twice', () => {
  const absent: Standing = { ...PRESENT, 'pm P02': { status: 'AI' } }

  test('the same is nothing new', () => {
    expect(marked({}, PRESENT)).toBeUndefined()
    const named = [{ participant: 'P02', status: 'AI' as const }]
    expect(marked({ named, halves: ['pm'] }, absent)).toBeUndefined()
  })

  test('a reason that is not said again stays, another one is new', () => {
    const standing: Standing = { 'am P02': { status: 'AJ', reason: 'health' } }
    const again = (reason: string | undefined, sheet?: string) =>
      marked(
        {
          named: [{ participant: 'P02', status: 'AJ' }],
          halves: ['am'],
          byDefault: false,
          reason,
          sheet,
        },
        standing,
      )
    expect(again(undefined)).toBeUndefined()
    expect(again(undefined, 'F-1')?.marks).toMatchObject([{ reason: 'health' }])
    expect(again('transport')?.marks).toMatchObject([
      { reason: 'transport', before: { reason: 'health' } },
    ])
  })

  test('a day that was marked otherwise is refused, naming who', () => {
    expect(() => marked({}, absent)).toThrow(
      refusing({
        code: 'already-marked',
        day: J3,
        label: 'J3',
        marks: [{ half: 'pm', participant: 'P02', status: 'AI' }],
      }),
    )
    expect(marked({ halves: ['am'] }, absent)).toBeUndefined()
  })

  test('naming a person corrects that person, keeps what stood before, and leaves the others', () => {
    const named = [{ participant: 'P01', status: 'R' as const, minutes: 20 }]
    expect(told(marked({ named }, absent))).toEqual(['am P01 R 20 was P'])
    const present = [{ participant: 'P02', status: 'P' as const }]
    expect(told(marked({ named: present, byDefault: false }, absent))).toEqual(['pm P02 P was AI'])
  })

  test('who is still blank is filled in', () => {
    const { 'am P02': _, ...others } = PRESENT
    expect(told(marked({}, others))).toEqual(['am P02 P'])
  })

  test('the sheet that was signed is added to every mark, whatever the status', () => {
    const body = marked({ sheet: 'F-3' }, absent)
    expect(told(body)).toEqual([
      'am P01 P was P',
      'am P02 P was P',
      'pm P01 P was P',
      'pm P02 AI was AI',
    ])
    const signed = Object.fromEntries(
      Object.entries(absent).map(([key, mark]) => [key, { ...mark, sheet: 'F-3' }]),
    )
    expect(marked({ sheet: 'F-3' }, signed)).toBeUndefined()
  })
})

describe('what cannot be marked', () => {
  const named = (participant: string) => ({ named: [{ participant, status: 'AI' as const }] })

  test.each<[Partial<MarkOrder>, object]>([
    [{ day: planned({ cancelled: true }) }, { code: 'day-cancelled', day: J3 }],
    [
      { day: planned({ day: day('2026-06-15') }) },
      { code: 'day-to-come', day: '2026-06-15', today: TODAY },
    ],
    [
      { day: planned({ pmMinutes: 0 }), halves: ['pm'] },
      { code: 'half-not-held', day: J3, half: 'pm' },
    ],
    [
      { day: planned({ amMinutes: 0, pmMinutes: 0 }) },
      { code: 'half-not-held', day: J3, half: 'am' },
    ],
    [named('P03'), { code: 'has-left', participant: 'P03', day: J3, leftOn: J2 }],
    [named('P04'), { code: 'not-yet-joined', participant: 'P04', day: J3, joinedOn: J4 }],
  ])('%j', (order, refusal) => {
    expect(() => marked(order)).toThrow(refusing(refusal))
  })

  test('a day on which nobody is concerned', () => {
    const order: MarkOrder = {
      day: planned(),
      halves: undefined,
      named: [],
      byDefault: true,
      reason: undefined,
      sheet: undefined,
    }
    const context = { cohort: 'FC-1', people: [], standing: () => undefined, today: TODAY }
    expect(() => markAttendance(order, context)).toThrow(
      refusing({ code: 'nobody-to-mark', day: J3 }),
    )
  })
})

describe('a row of a file', () => {
  const imported = (
    row: Partial<MarkRow>,
    standing?: Mark,
    person: Attendee = { participant: 'P01' },
  ) =>
    importMark(
      { half: 'am', status: 'P', minutes: undefined, reason: undefined, sheet: undefined, ...row },
      { day: planned(), person, standing, today: TODAY },
    )

  test('is a mark, or nothing new', () => {
    expect(imported({ status: 'R', minutes: 20, reason: 'transport' })).toEqual({
      day: J3,
      half: 'am',
      participant: 'P01',
      status: 'R',
      minutes: 20,
      reason: 'transport',
    })
    expect(imported({}, { status: 'P' })).toBeUndefined()
    expect(imported({ sheet: 'F-1' }, { status: 'P', sheet: 'F-1' })).toBeUndefined()
    expect(imported({ sheet: 'F-1' }, { status: 'P' })).toMatchObject({ before: { status: 'P' } })
  })

  test('never marks over what was marked otherwise', () => {
    expect(() => imported({}, { status: 'AI' })).toThrow(
      refusing(expect.objectContaining({ code: 'already-marked' })),
    )
    expect(() => imported({ status: 'R', minutes: 20 }, { status: 'R', minutes: 10 })).toThrow(
      refusing(expect.objectContaining({ code: 'already-marked' })),
    )
  })

  test('that is not concerned says nothing where it follows by itself, and is refused elsewhere', () => {
    expect(
      imported({ status: 'NC' }, undefined, { participant: 'P03', leftOn: J2 }),
    ).toBeUndefined()
    expect(() => imported({ status: 'NC' })).toThrow(
      refusing({ code: 'status-derived', participant: 'P01', status: 'NC' }),
    )
    expect(() => imported({ status: 'X' })).toThrow(
      refusing({ code: 'status-derived', participant: 'P01', status: 'X' }),
    )
    expect(() => imported({}, undefined, { participant: 'P03', leftOn: J2 })).toThrow(
      refusing(expect.objectContaining({ code: 'has-left' })),
    )
  })

  test('has minutes only for lateness and leaving early; 0 says nothing', () => {
    expect(imported({ minutes: 0 })).not.toHaveProperty('minutes')
    expect(() => imported({ minutes: 5 })).toThrow(
      refusing({ code: 'minutes-without-lateness', participant: 'P01', status: 'P' }),
    )
  })
})

describe('what is derived from the marks', () => {
  const days = [
    planned({ day: J2, label: 'J2' }),
    planned({ cancelled: true }),
    planned({ day: J4, label: 'J4' }),
  ]
  const members = [
    { participant: 'P01' },
    { participant: 'P02', leftOn: J2 },
    { participant: 'P03', joinedOn: J4 },
  ]
  const present = { status: 'P' as const, minutesMissed: 0 }
  const presences = [
    { day: J2, half: 'am' as const, participant: 'P01', ...present, plannedMinutes: 210 },
    {
      day: J2,
      half: 'pm' as const,
      participant: 'P01',
      status: 'D' as const,
      plannedMinutes: 180,
      minutesMissed: 30,
    },
    {
      day: J3,
      half: 'am' as const,
      participant: 'P01',
      status: 'X' as const,
      plannedMinutes: 210,
      minutesMissed: 0,
    },
    { day: J4, half: 'am' as const, participant: 'P02', ...present, plannedMinutes: 210 },
  ]

  test('missing: held half-days up to a moment, of whom they concern', () => {
    const keys = (half: Half) =>
      missingHalfDays({ days, members, presences }, { day: J4, half }).map(
        (each) => `${each.label} ${each.half} ${each.participant}`,
      )
    expect(keys('am')).toEqual(['J2 am P02', 'J2 pm P02', 'J4 am P01', 'J4 am P03'])
    expect(keys('pm').slice(4)).toEqual(['J4 pm P01', 'J4 pm P03'])
  })

  test('the report counts half-days held during the stay, and what was attended of them', () => {
    const [first, second, third] = attendanceSummaries({ days, members, presences })
    expect(first).toEqual({
      participant: 'P01',
      planned: 4,
      present: 1,
      late: 0,
      leftEarly: 1,
      excused: 0,
      unexcused: 0,
      open: 2,
      halfDays: 2,
      plannedMinutes: 780,
      attendedMinutes: 360,
    })
    expect(second).toMatchObject({ planned: 2, present: 0, open: 2, halfDays: 0 })
    expect(third).toMatchObject({ planned: 2, plannedMinutes: 390, open: 2 })
  })
})
