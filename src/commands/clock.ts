import { addDays, type Day, daysBetween } from '../domain/kernel/day.ts'
import { dayOf, type Instant, parseWhen } from '../domain/kernel/instant.ts'
import { misused } from './usage.ts'

/** When things happen, as far as this computer's clock can be believed. */
export type Clock = {
  /** `--at`, else the time of day; refuses a clock that cannot be right when nothing else says the day. */
  readonly when: () => Instant
  /** Whether a day lies ahead, by more than `grace` days. A clock that cannot be right does not know. */
  readonly isToCome: (day: Day, grace?: number) => boolean
  /** Something was dated by the open till, for the clock stands on an earlier day. */
  readonly wasBehind: () => boolean
}

/** An open till: the day that it sells on was chosen when it was opened. */
type Opening = { readonly day: Day; readonly openedAt: Instant }

type Facts = {
  readonly now: Instant
  /** `--at` as typed. */
  readonly typed: string | undefined
  /** The newest till that is open. */
  readonly opening: () => Opening | undefined
}

/** A late entry may lie in the past; the future is somebody's typing error. One day of grace for time zones. */
const GRACE_DAYS = 1

/**
 * A laptop whose battery ran out wakes up in 1970. No sale may be lost to that and none be dated 1970: while a till is
 * open its day holds, else the day has to be typed. The true time of recording stays what it is.
 */
export function startClock({ now, typed, opening }: Facts): Clock {
  let asked: Believed | undefined
  const believed = (): Believed => {
    asked ??= believedTime(now, opening())
    return asked
  }
  const known = (): Instant => believed().at ?? misused({ code: 'clock-wrong', day: dayOf(now) })
  const isToCome = (day: Day, grace = 0): boolean => {
    const { at } = believed()
    return at !== undefined && day > addDays(dayOf(at), grace)
  }
  const when = once(() => {
    if (typed === undefined) return known()
    const moment = parseWhen(typed, isTimeOfDay(typed) ? known() : now)
    if (moment === undefined) misused({ code: 'bad-when', typed })
    const ahead = daysBetween(dayOf(now), dayOf(moment)) > GRACE_DAYS
    if (ahead && isToCome(dayOf(moment), GRACE_DAYS))
      misused({ code: 'future-date', typed, name: '--at' })
    return moment
  })
  return { when, isToCome, wasBehind: () => typed === undefined && asked?.behind === true }
}

const isTimeOfDay = (typed: string): boolean => /^\s*\d{1,2}:\d{2}\s*$/.test(typed)

type Believed = { readonly at: Instant | undefined; readonly behind: boolean }

/** flashcoop is younger than any clock before the first of these days, and older than none after the last (practice). */
const DAYS_OF_CLOCKS = ['2026-01-01', '2199-12-30'] as const

function believedTime(now: Instant, opening: Opening | undefined): Believed {
  const day = dayOf(now)
  if (opening !== undefined && opening.day > day) return { at: opening.openedAt, behind: true }
  const [first, last] = DAYS_OF_CLOCKS
  return { at: day < first || day > last ? undefined : now, behind: false }
}

/** The same answer for the whole run. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
