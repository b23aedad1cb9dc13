import { invariant } from './defect.ts'

declare const dayBrand: unique symbol
/** A calendar day `YYYY-MM-DD`, real, from 2000 to 2199. Sorts as text. */
export type Day = string & { readonly [dayBrand]: 'Day' }

const MS_A_DAY = 86_400_000
const FIRST_YEAR = 2000
const LAST_YEAR = 2199

function utcMs(year: number, month: number, date: number): number | undefined {
  const ms = Date.UTC(year, month - 1, date)
  const back = new Date(ms)
  const real = back.getUTCMonth() === month - 1 && back.getUTCDate() === date
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? ms : undefined
}

/** `2026-06-17` or `17/06/2026` → a day; `undefined` when it is no real day. */
export function parseDay(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : french
      ? [french[3], french[2], french[1]]
      : []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const ms = utcMs(Number.parseInt(year, 10), Number.parseInt(month, 10), Number.parseInt(date, 10))
  return ms === undefined ? undefined : dayFromUtcMs(ms)
}

function dayFromUtcMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day
}

/** A day that code or the ledger wrote: anything else is a defect. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  invariant(parsed === text, 'a stored day is YYYY-MM-DD')
  return parsed
}

/** `count` days later, earlier when negative. Beyond the range of days is a defect. */
export function addDays(from: Day, count: number): Day {
  const date = new Date(Date.parse(`${from}T00:00:00Z`) + count * MS_A_DAY)
  const year = date.getUTCFullYear()
  invariant(
    Number.isInteger(count) && year >= FIRST_YEAR && year <= LAST_YEAR,
    'days run from 2000 to 2199',
  )
  return dayFromUtcMs(date.getTime())
}

export function daysBetween(from: Day, until: Day): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_A_DAY
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7
}
