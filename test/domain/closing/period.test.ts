import { describe, expect, test } from 'vitest'
import { periodOf, type Span } from '../../../src/domain/closing/period.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { type Day, day } from '../../../src/domain/kernel/day.ts'
import { cents } from '../../../src/domain/kernel/money.ts'

const [J1, J2, J3, J4] = ['2026-06-09', '2026-06-10', '2026-06-17', '2026-06-18'].map(day) as [
  Day,
  Day,
  Day,
  Day,
]

const NEW: Span = {
  cohort: 'FC-1',
  archived: false,
  closed: false,
  closes: 0,
  closedUntil: undefined,
  deficitCents: cents(0),
  programme: [J1, J2, J3, J4],
  recorded: undefined,
}
const AFTER_J2: Span = { ...NEW, closes: 1, closedUntil: J2, deficitCents: cents(250) }

function refusalOf(span: Span, until?: Day): string {
  try {
    periodOf(span, until)
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
  return 'nothing'
}

describe('the period of a close', () => {
  test('is the whole programme when nothing else is said', () => {
    expect(periodOf(NEW, undefined)).toMatchObject({ number: 1, from: J1, until: J4 })
  })

  test('begins with the earliest record, so that a cost of the week before is in it', () => {
    const early = day('2026-06-02')
    const span = { ...NEW, recorded: { first: early, last: J3 } }
    expect(periodOf(span, undefined)).toMatchObject({ from: early, until: J4 })
  })

  test('without a programme ends with the last record', () => {
    const span = { ...NEW, programme: [], recorded: { first: J2, last: J3 } }
    expect(periodOf(span, undefined)).toMatchObject({ from: J2, until: J3 })
  })

  test('follows the last close without a gap and carries its deficit', () => {
    expect(periodOf(AFTER_J2, undefined)).toEqual({
      number: 2,
      from: day('2026-06-11'),
      until: J4,
      carriedDeficitCents: 250,
    })
  })

  test('after the programme is closed takes what was recorded later', () => {
    const later = day('2026-07-01')
    const span = { ...NEW, closes: 1, closedUntil: J4, recorded: { first: later, last: later } }
    expect(periodOf(span, undefined)).toMatchObject({ from: day('2026-06-19'), until: later })
  })

  test.each([
    ['of an archived cohort', { ...NEW, archived: true }, undefined, 'cohort-archived'],
    ['of a closed cohort', { ...AFTER_J2, closed: true }, undefined, 'period-closed'],
    ['of an empty cohort', { ...NEW, programme: [] }, undefined, 'nothing-to-close'],
    [
      'with nothing after the last close',
      { ...AFTER_J2, closedUntil: J4 },
      undefined,
      'nothing-to-close',
    ],
    ['that ends in a closed period', AFTER_J2, J2, 'period-closed'],
    ['that ends before it begins', NEW, day('2026-06-08'), 'period-empty'],
  ])('%s is refused', (_, span, until, code) => {
    expect(refusalOf(span, until)).toBe(code)
  })
})
