import type { Day } from '../kernel/day.ts'

/** A month `2026-06` or a year `2026` of one till. Sorts as text among its like. */
export type Period = string

export type ClosingScope = 'month' | 'year'

const monthOf = (day: Day): Period => day.slice(0, 7)
export const yearOf = (period: Period | Day): Period => period.slice(0, 4)

export const isMonthOver = (day: Day, today: Day): boolean => monthOf(day) < monthOf(today)

function monthAfter(month: Period): Period {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
const yearAfter = (year: Period): Period => String(Number(year) + 1)

/** `2026-06` or `2026`, as a person names a closing; `undefined` for anything else. */
export function parsePeriod(typed: string): Period | undefined {
  const [, month, slashed] = /^(\d{4}(?:-(?:0[1-9]|1[0-2]))?)$|^(\d{1,2}\/\d{4})$/.exec(typed) ?? []
  if (month !== undefined || slashed === undefined) return month
  const [number = '', year = ''] = slashed.split('/')
  return parsePeriod(`${year}-${number.padStart(2, '0')}`)
}

export type Due<T> = { readonly period: Period; readonly of: readonly T[] }

/** What a closing waits for: the day that begins, and the sessions that no Z has sealed yet. */
export type Waiting = { readonly today: Day; readonly openDays: readonly Day[] }

/**
 * The months to close before a day begins (law: a closing a month), oldest first: those before the day's own that have
 * Zs in no closing. A Z that came after its month was closed goes into the month that comes next; a month waits for the
 * sessions that are open in it or before it.
 */
export function dueMonths<Z extends { readonly number: number; readonly day: Day }>(
  zs: readonly Z[],
  lastClosed: Period | undefined,
  { today, openDays }: Waiting,
): readonly Due<Z>[] {
  const from = lastClosed === undefined ? '' : monthAfter(lastClosed)
  const before = earliest([today, ...openDays].map(monthOf))
  return grouped(zs, (z) => latest(monthOf(z.day), from)).filter(({ period }) => period < before)
}

/** The years to close, after their months. */
export function dueYears<M extends { readonly period: Period }>(
  months: readonly M[],
  lastClosed: Period | undefined,
  { today, openDays }: Waiting,
): readonly Due<M>[] {
  const from = lastClosed === undefined ? '' : yearAfter(lastClosed)
  const before = earliest([today, ...openDays].map(yearOf))
  return grouped(months, (month) => latest(yearOf(month.period), from)).filter(
    ({ period }) => period < before,
  )
}

const latest = (one: Period, other: Period): Period => (one > other ? one : other)
const earliest = (periods: readonly Period[]): Period =>
  periods.reduce((first, each) => (each < first ? each : first))

function grouped<T>(all: readonly T[], periodOf: (each: T) => Period): readonly Due<T>[] {
  const periods = [...new Set(all.map(periodOf))].toSorted((a, b) => (a < b ? -1 : 1))
  return periods.map((period) => ({
    period,
    of: all.filter((each) => periodOf(each) === period),
  }))
}
