import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import { extractOf } from '../../../src/domain/accounting/extract.ts'
import { Refused } from '../../../src/domain/journal/refusal.ts'
import { addDays, type Day, day } from '../../../src/domain/kernel/day.ts'

const FIRST = day('2026-06-17')

/** Entries on days after the first, validated or not, numbered as they come. */
const entries = (days: readonly number[], open = 0): readonly NumberedEntry[] =>
  days.map((after, at) => ({
    number: at + 1,
    journal: 'BQ',
    day: addDays(FIRST, after),
    piece: 'V-1',
    pieceDay: FIRST,
    label: { code: 'payout' },
    lines: [],
    source: { stall: 'A', seq: at + 1 },
    stage: 0,
    validDay: at < days.length - open ? FIRST : undefined,
  }))

function refusalOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  return undefined
}

const numbersOf = (found: readonly NumberedEntry[]): readonly number[] =>
  found.map((entry) => entry.number)
const wish = (until: Day | undefined, openToo = false) => ({ cohort: 'FC-1', until, openToo })

describe('the entries of a file for other software', () => {
  test('are the final ones, or all where open ones are welcome', () => {
    expect(numbersOf(extractOf(entries([0, 1, 2], 1), wish(undefined)))).toEqual([1, 2])
    expect(numbersOf(extractOf(entries([0, 1, 2], 1), wish(undefined, true)))).toEqual([1, 2, 3])
  })

  test('there is no file of nothing: the refusal says what is there', () => {
    const refused = (found: readonly NumberedEntry[], until?: Day, openToo = false) =>
      refusalOf(() => extractOf(found, wish(until, openToo)))
    expect(refused(entries([0, 1], 2))).toEqual({ code: 'nothing-final', cohort: 'FC-1' })
    expect(refused([])).toEqual({ code: 'nothing-to-export', cohort: 'FC-1' })
    expect(refused([], undefined, true)).toEqual({ code: 'nothing-to-export', cohort: 'FC-1' })
    const early = { code: 'nothing-to-export', cohort: 'FC-1', first: FIRST }
    expect(refused(entries([3, 0]), addDays(FIRST, -1))).toEqual(early)
  })

  test('up to a day that would leave a gap, the refusal names the first day without one', () => {
    // Numbers 1 to 4 on days 0, 13, 8, 20: up to day 8 would lack number 2; up to day 13 nothing lacks.
    expect(refusalOf(() => extractOf(entries([0, 13, 8, 20]), wish(addDays(FIRST, 8))))).toEqual({
      code: 'export-gap',
      until: addDays(FIRST, 8),
      later: addDays(FIRST, 13),
      whole: addDays(FIRST, 13),
    })
    expect(numbersOf(extractOf(entries([0, 13, 8, 20]), wish(addDays(FIRST, 13))))).toEqual([
      1, 2, 3,
    ])
  })

  test('never have a gap, and the day that a refusal names always works', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -1, max: 10 }),
        (days, after) => {
          const until = addDays(FIRST, after)
          const all = entries(days)
          const refusal = refusalOf(() => extractOf(all, wish(until)))
          const found =
            refusal === undefined
              ? extractOf(all, wish(until))
              : typeof refusal === 'object' && refusal !== null && 'whole' in refusal
                ? extractOf(all, wish(refusal.whole as Day))
                : []
          expect(numbersOf(found)).toEqual(found.map((_, at) => at + 1))
          const wanted = refusal === undefined ? days.filter((each) => each <= after).length : 0
          if (refusal === undefined) expect(found.length).toBe(wanted)
        },
      ),
    )
  })
})
