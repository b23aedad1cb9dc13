import { dayTyped, type NamedDay, theDay } from '../domain/cohort/day-of.ts'
import { daysFromTo, WEEKDAYS, type Weekday } from '../domain/cohort/plan.ts'
import { type Day, daysBetween } from '../domain/kernel/day.ts'
import { VOCABULARY } from '../reports/vocabulary.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

const EXAMPLE = '2026-07-06..2026-07-31'
/** A span longer than this is a year mistyped. */
const LONGEST_SPAN = 400

/** The two ends of `A..B`; undefined when it is no span. */
function endsOf(typed: string, name: string): readonly [string, string] | undefined {
  if (!typed.includes('..')) return undefined
  const [from = '', until = '', ...others] = typed.split(/\.{2,}/).map((each) => each.trim())
  if (from === '' || until === '' || others.length > 0)
    misused({ code: 'bad-span', typed, name, example: EXAMPLE })
  return [from, until]
}

/** Dates and spans `2026-07-06..2026-07-31`, of which the weekdays count: Monday to Friday unless others are named. */
export function daysTyped(
  session: Session,
  typed: readonly string[],
  { name, weekdays }: { readonly name: string; readonly weekdays: readonly string[] | undefined },
): readonly Day[] {
  const held = weekdays === undefined ? WEEKDAYS : weekdaysFrom(session, weekdays)
  const days = typed.flatMap((each) => {
    const ends = endsOf(each, name)
    return ends === undefined ? [dateOf(session, each, name)] : span(session, { ends, name, held })
  })
  if (weekdays !== undefined && !typed.some((each) => each.includes('..')))
    misused({ code: 'bad-span', typed: typed.join(','), name, example: EXAMPLE })
  return days
}

type Span = {
  readonly ends: readonly [string, string]
  readonly name: string
  readonly held: ReadonlySet<Weekday>
}

function span(session: Session, { ends, name, held }: Span): readonly Day[] {
  const [from, until] = ends.map((each) => dateOf(session, each, name))
  const typed = ends.join('..')
  if (from === undefined || until === undefined || until < from)
    return misused({ code: 'bad-span', typed, name, example: EXAMPLE })
  const days = daysBetween(from, until) > LONGEST_SPAN ? [] : daysFromTo(from, until, held)
  return days.length === 0 ? misused({ code: 'bad-span', typed, name, example: EXAMPLE }) : days
}

/** A date, or `today`. */
const dateOf = (session: Session, typed: string, name: string): Day =>
  dayTyped(typed, session.today()) ?? dateFrom(typed, name)

const weekdaysFrom = (session: Session, typed: readonly string[]): ReadonlySet<Weekday> =>
  new Set(
    typed
      .flatMap((each) => each.split(','))
      .map((text) => {
        const word = wordFrom(session, { typed: text, name: '--weekdays', group: 'weekday' })
        return VOCABULARY.weekday.indexOf(word) + 1
      }),
  )

/** The days of a programme that a word names: one, or those of a span `J1..J5`; undefined where it is no span. */
export function spanOfProgramme<D extends NamedDay>(
  programme: { readonly cohort: string; readonly days: readonly D[] },
  typed: string,
  today: Day,
): readonly [D, ...D[]] | undefined {
  const ends = endsOf(typed, '<day>')
  if (ends === undefined) return undefined
  const [from, until] = ends.map(
    (each) => dayTyped(each, today) ?? theDay(programme, each, today).day,
  )
  const [first, ...others] = programme.days.filter(
    ({ day }) => from !== undefined && until !== undefined && day >= from && day <= until,
  )
  return first === undefined
    ? misused({ code: 'bad-span', typed, name: '<day>', example: 'J1..J5' })
    : [first, ...others]
}
