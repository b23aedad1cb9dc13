import { type Day, parseDay } from './day.ts'
import { invariant } from './defect.ts'

declare const instantBrand: unique symbol
/** A moment with the wall clock that people saw: `2026-06-17T10:32:00+02:00`. Order events by seq, never by this. */
export type Instant = string & { readonly [instantBrand]: 'Instant' }

const two = (value: number): string => String(value).padStart(2, '0')

function offsetText(minutesEast: number): string {
  const magnitude = Math.abs(minutesEast)
  return `${minutesEast < 0 ? '-' : '+'}${two(Math.floor(magnitude / 60))}:${two(magnitude % 60)}`
}

/** Epoch milliseconds → the local wall clock of this machine's time zone, to the second. */
export function instantOf(epochMs: number): Instant {
  const date = new Date(epochMs)
  const dayText = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
  return `${dayText}T${time}${offsetText(-date.getTimezoneOffset())}` as Instant
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:\d{2})?$/
const OFFSET = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** `9:05`, `09:05` or `09:05:30` → `09:05:30` as a clock shows it; `undefined` when no clock does. */
function clockOf(time: string): string | undefined {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(time)
  const hours = Number.parseInt(match?.[1] ?? '24', 10)
  return match && hours <= 23 ? `${two(hours)}:${match[2]}:${match[3] ?? '00'}` : undefined
}

/**
 * An instant that the ledger wrote: anything else is a defect. Any year will do, for a computer whose clock has
 * lost its battery writes 1970.
 */
export function instant(text: string): Instant {
  const [, year, month, date, time = '', offset = ''] = SHAPE.exec(text) ?? []
  const ms = Date.parse(`${year}-${month}-${date}T00:00:00Z`)
  const real = !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text.slice(0, 10)
  invariant(
    real && clockOf(time) === time && OFFSET.test(offset),
    'a stored instant is real, to the second',
  )
  return text as Instant
}

/** Epoch milliseconds of an instant; only for measuring distances, never for order. */
export function epochMsOf(at: Instant): number {
  return Date.parse(at)
}

/** The wall clock's day. It may lie before 2000, where no day of the ledger does: see {@link instant}. */
export const dayOf = (at: Instant): Day => at.slice(0, 10) as Day

/** `10:32` of an instant. */
export const clockText = (at: Instant): string => at.slice(11, 16)

/**
 * A day and a local time `HH:MM` → the instant in this machine's time zone. `undefined` when there is no such
 * time: 25:00, or 02:30 in the night when clocks go forward. When clocks go back, the first 02:30 is meant.
 */
export function instantAt(on: Day, time: string): Instant | undefined {
  const clock = clockOf(time)
  if (clock === undefined) return undefined
  const local = instantOf(new Date(`${on}T${clock}`).getTime())
  return local.startsWith(`${on}T${clock}`) ? local : undefined
}

/**
 * What `--at` takes: `2026-06-17T10:32` (local), the same with seconds or an offset, a space for the T,
 * `2026-06-17` (at noon) or `10:32` (on the day of `now`). `undefined` when it is none of these.
 */
export function parseWhen(text: string, now: Instant): Instant | undefined {
  const trimmed = text.trim()
  if (/^\d{1,2}:\d{2}$/.test(trimmed)) return instantAt(dayOf(now), trimmed)
  const onlyDay = parseDay(trimmed)
  if (onlyDay !== undefined) return instantAt(onlyDay, '12:00')
  const [, year, month, date, time = '', offset] = SHAPE.exec(trimmed.replace(' ', 'T')) ?? []
  const on = parseDay(`${year}-${month}-${date}`)
  const clock = clockOf(time)
  if (on === undefined || clock === undefined) return undefined
  if (offset === undefined) return instantAt(on, clock)
  if (!OFFSET.test(offset)) return undefined
  return `${on}T${clock}${offset === 'Z' ? '+00:00' : offset}` as Instant
}
