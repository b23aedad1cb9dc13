import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../src/domain/kernel/day.ts'
import { Defect } from '../../../src/domain/kernel/defect.ts'
import {
  clockText,
  dayOf,
  epochMsOf,
  instant,
  instantAt,
  instantOf,
  parseWhen,
} from '../../../src/domain/kernel/instant.ts'

const now = instant('2026-06-17T10:32:00+02:00')
const seconds = fc.integer({
  min: Date.UTC(2000, 0, 2) / 1000,
  max: Date.UTC(2199, 11, 30) / 1000,
})

describe('instants, on a clock in Paris', () => {
  test('a moment is written with the wall clock that people saw', () => {
    expect(instantOf(Date.UTC(2026, 5, 17, 8, 32))).toBe('2026-06-17T10:32:00+02:00')
    expect(instantOf(Date.UTC(2026, 11, 31, 23, 30))).toBe('2027-01-01T00:30:00+01:00')
    expect(instantOf(Date.UTC(2026, 0, 1, 0, 0, 0, 999))).toBe('2026-01-01T01:00:00+01:00')
  })

  test('any second is written, read back and measured as itself', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        const at = instantOf(second * 1000)
        expect(instant(at)).toBe(at)
        expect(epochMsOf(at)).toBe(second * 1000)
        expect(dayOf(at)).toBe(at.slice(0, 10))
        expect(clockText(at)).toBe(at.slice(11, 16))
        expect(parseWhen(at, now)).toBe(at)
      }),
    )
  })

  test('a clock that fell back to 1970 still writes an instant that can be read', () => {
    expect(instant(instantOf(0))).toBe('1970-01-01T01:00:00+01:00')
  })

  test.each([
    '2026-06-17T10:32:00',
    '2026-06-17T10:32+02:00',
    '2026-06-17 10:32:00+02:00',
    '2026-02-31T10:32:00+01:00',
    '2026-13-01T10:32:00+01:00',
    '2026-06-17T24:00:00+02:00',
    '2026-06-17T10:60:00+02:00',
    '2026-06-17T10:32:60+02:00',
    '2026-06-17T10:32:00+99:00',
    '2026-06-17T10:32:00+02:99',
    '2026-06-17T10:32:00+0200',
    '',
  ])('%j is no stored instant', (text) => {
    expect(() => instant(text)).toThrow(Defect)
  })

  test.each<[string, string]>([
    ['09:05', '2026-06-17T09:05:00+02:00'],
    ['9:05', '2026-06-17T09:05:00+02:00'],
    ['23:59:59', '2026-06-17T23:59:59+02:00'],
    ['00:00', '2026-06-17T00:00:00+02:00'],
  ])('%s that day is %s', (time, expected) => {
    expect(instantAt(day('2026-06-17'), time)).toBe(expected)
  })

  test('the hour that the spring skips does not exist, the hour that autumn repeats is the first', () => {
    expect(instantAt(day('2026-03-29'), '02:30')).toBeUndefined()
    expect(instantAt(day('2026-03-29'), '03:30')).toBe('2026-03-29T03:30:00+02:00')
    expect(instantAt(day('2026-10-25'), '02:30')).toBe('2026-10-25T02:30:00+02:00')
  })

  test.each(['', '24:00', '10:60', '10:32:60', '10', '10h32', '-1:00', '100:00'])(
    '%j is no time of day',
    (time) => {
      expect(instantAt(day('2026-06-17'), time)).toBeUndefined()
    },
  )
})

describe('when something happened, as typed', () => {
  test.each<[string, string]>([
    ['2026-06-17T10:32', '2026-06-17T10:32:00+02:00'],
    ['2026-06-17 10:32', '2026-06-17T10:32:00+02:00'],
    ['2026-06-17T10:32:05', '2026-06-17T10:32:05+02:00'],
    ['2026-01-17T10:32', '2026-01-17T10:32:00+01:00'],
    ['2026-06-17T10:32+05:30', '2026-06-17T10:32:00+05:30'],
    ['2026-06-17T10:32:05Z', '2026-06-17T10:32:05+00:00'],
    ['2026-03-29T02:30+01:00', '2026-03-29T02:30:00+01:00'],
    ['2026-06-16', '2026-06-16T12:00:00+02:00'],
    ['16/06/2026', '2026-06-16T12:00:00+02:00'],
    ['8:05', '2026-06-17T08:05:00+02:00'],
    [' 08:05 ', '2026-06-17T08:05:00+02:00'],
  ])('%j is %s', (text, expected) => {
    expect(parseWhen(text, now)).toBe(expected)
  })

  test.each([
    '',
    'today',
    '25:00',
    '2026-02-31',
    '2026-02-31T10:00',
    '2026-06-17T25:00',
    '2026-06-17T25:00+02:00',
    '2026-06-17T10:60+02:00',
    '2026-06-17T10:32+15:00',
    '2026-06-17T10:32+02:60',
    '2026-03-29T02:30',
    '1999-06-17T10:32',
    '2026-06-17T10',
  ])('%j is no moment', (text) => {
    expect(parseWhen(text, now)).toBeUndefined()
  })
})
