import { dayTyped, theDay } from '../domain/cohort/day-of.ts'
import {
  addDay,
  type DayEdit,
  editDay,
  type HeldDay,
  moveDay,
  type Programme,
  removeDay,
} from '../domain/cohort/days.ts'
import { HALF_DAY_MINUTES } from '../domain/cohort/plan.ts'
import type { Day } from '../domain/kernel/day.ts'
import { present } from '../domain/kernel/present.ts'
import { columns } from '../reports/column.ts'
import { closedUntil, type DayRow, daysOf } from '../store/queries/cohort.ts'
import { markedHalves, usesOfDay } from '../store/queries/day-use.ts'
import type { Db } from '../store/sql.ts'
import { type DayWords, dayWords as en } from '../words/en/day.ts'
import { dayWords as fr } from '../words/fr/day.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { dayRow } from './day-row.ts'
import { daysTyped, spanOfProgramme } from './day-span.ts'
import { FLAGS } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import { printOne, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { dateFrom, integerFrom, optional } from './values.ts'

const wordsOf = (session: Session): DayWords => inLanguage(session.language(), { en, fr })

const LIST_COLUMNS = columns('dayLabel', 'day', 'weekday', 'amMinutes', 'pmMinutes', 'held')

export const dayList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const days = daysOf(session.ledger().db, session.cohort().code)
    await printReport(session, { name: 'days', columns: LIST_COLUMNS, rows: days.map(dayRow) })
    if (days.length > 0) return
    session.say(wordsOf(session).none)
    sayNext(session, wordsOf(session).next.add)
  },
})

const MINUTES = { am: FLAGS.planAm, pm: FLAGS.planPm } as const

const minutesFrom = (typed: string | undefined, name: string): number | undefined =>
  optional(typed, (text) => integerFrom(text, name, { from: 0, to: 720 }))

/** A date, or `today`. */
const dateOrToday = (session: Session, typed: string): Day =>
  dayTyped(typed, session.today()) ?? dateFrom(typed, '<date>')

export const dayAdd = command({
  arguments: '<dates...>',
  options: { ...MINUTES, weekdays: FLAGS.weekdays },
  writes: true,
  run: async (session, { words, options }) => {
    const typed = words.flatMap((word) => word.split(','))
    const dates = daysTyped(session, typed, { name: '<date>', weekdays: options.weekdays })
    const minutes = {
      amMinutes: minutesFrom(options.am, '--am') ?? HALF_DAY_MINUTES,
      pmMinutes: minutesFrom(options.pm, '--pm') ?? HALF_DAY_MINUTES,
    }
    const { days, shifted } = session.record((journal) => {
      const { code } = liveCohort(session)
      for (const on of dates)
        journal.append('day', addDay(programmeOf(journal.db, code), on, minutes))
      return addedTo(journal.db, code, dates)
    })
    const say = wordsOf(session)
    const [only, ...others] = days
    if (only !== undefined && others.length === 0)
      await printOne(session, dayRow(only), () => say.added(only, shifted))
    else await printOne(session, days.map(dayRow), () => say.addedAll(days, shifted))
    sayNext(session, say.next.list)
  },
})

/** The days that were added as they stand now, and whether older ones have new numbers. */
function addedTo(db: Db, cohort: string, dates: readonly Day[]) {
  const all = daysOf(db, cohort)
  const days = all.filter((each) => dates.includes(each.day))
  const first = days[0]?.day
  const shifted = all.some(
    (each) => first !== undefined && each.day > first && !days.includes(each),
  )
  return { days, shifted }
}

export const dayEdit = command({
  arguments: '<day>',
  options: { ...MINUTES, cancel: FLAGS.cancel, restore: FLAGS.restore },
  writes: true,
  run: async (session, { words, options }) => {
    const { cancel, restore } = options
    if (cancel && restore) misused({ code: 'option-conflict', one: '--cancel', other: '--restore' })
    const edit = present({
      amMinutes: minutesFrom(options.am, '--am'),
      pmMinutes: minutesFrom(options.pm, '--pm'),
      cancelled: cancel ? true : restore ? false : undefined,
    })
    const days = session.record(({ db, append }) => {
      const programme = programmeOf(db, liveCohort(session).code)
      const named = namedDays(session, programme, words[0] ?? '')
      const [first, ...others] = named.filter((day) => changes(day, edit))
      const edited = [first ?? named[0], ...others]
      for (const { day } of edited)
        append('day-edit', editDay(programme, heldDay(session, { db, programme }, day), edit))
      return edited.map(({ day }) => dayOn(db, programme.cohort, day))
    })
    const say = wordsOf(session)
    const line = (day: DayRow): string =>
      cancel ? say.cancelled(day) : restore ? say.restored(day) : say.edited(day)
    await printDays(session, words[0], { days, text: () => days.map(line).join('') })
    sayNext(session, say.next.list)
  },
})

export const dayMove = command({
  arguments: '<day> <date>',
  options: {},
  writes: true,
  run: async (session, { words }) => {
    const to = dateOrToday(session, words[1] ?? '')
    const { before, after } = session.record(({ db, append }) => {
      const programme = programmeOf(db, liveCohort(session).code)
      const held = heldDay(session, { db, programme }, words[0] ?? '')
      append('day-move', moveDay(programme, held, to))
      return { before: held.day, after: dayOn(db, programme.cohort, to) }
    })
    const say = wordsOf(session)
    await printOne(session, dayRow(after), () => say.moved(before, after))
    sayNext(session, say.next.list)
  },
})

export const dayRemove = command({
  arguments: '<day>',
  options: {},
  writes: true,
  run: async (session, { words }) => {
    const { days, left } = session.record(({ db, append }) => {
      const programme = programmeOf(db, liveCohort(session).code)
      const named = namedDays(session, programme, words[0] ?? '')
      for (const { day } of named)
        append('day-remove', removeDay(programme, heldDay(session, { db, programme }, day)))
      return { days: named, left: daysOf(db, programme.cohort) }
    })
    const [first, ...others] = days
    const shifted = left.some((each) => each.day > first.day)
    const say = wordsOf(session)
    const text = (): string =>
      others.length === 0
        ? say.removed(first, left.length, shifted)
        : say.removedAll(days, left.length, shifted)
    await printDays(session, words[0], { days, text })
    sayNext(session, say.next.list)
  },
})

/** The day that a word names, or those of a span. */
function namedDays(
  session: Session,
  programme: { readonly cohort: string; readonly days: readonly DayRow[] },
  typed: string,
): readonly [DayRow, ...DayRow[]] {
  const today = session.today()
  return spanOfProgramme(programme, typed, today) ?? [theDay(programme, typed, today)]
}

/** Whether an edit says anything new of a day; of a span, the others stay as they are. */
const changes = (day: DayRow, edit: DayEdit): boolean =>
  (edit.amMinutes ?? day.amMinutes) !== day.amMinutes ||
  (edit.pmMinutes ?? day.pmMinutes) !== day.pmMinutes ||
  (edit.cancelled ?? day.cancelled) !== day.cancelled

type ShownDays = { readonly days: readonly DayRow[]; readonly text: () => string }

/** One day as an object; those of a span as an array. */
function printDays(
  session: Session,
  typed: string | undefined,
  { days, text }: ShownDays,
): Promise<void> {
  const rows = days.map(dayRow)
  return printOne(session, typed?.includes('..') ? rows : (rows[0] ?? {}), text)
}

const programmeOf = (db: Db, cohort: string): Programme & { readonly days: readonly DayRow[] } => ({
  cohort,
  days: daysOf(db, cohort),
  closedUntil: closedUntil(db, cohort),
})

type Place = { readonly db: Db; readonly programme: Programme }

function heldDay(session: Session, { db, programme }: Place, typed: string): HeldDay {
  const { cohort } = programme
  const day = theDay(programme, typed, session.today())
  return { day, uses: usesOfDay(db, cohort, day.day), marked: markedHalves(db, cohort, day.day) }
}

/** A day as it stands after the write. */
function dayOn(db: Db, cohort: string, on: Day): DayRow {
  return theDay({ cohort, days: daysOf(db, cohort) }, on, on)
}
