import {
  type AttendanceDay,
  type Attendee,
  heldHalves,
  plannedMinutes,
} from '../domain/attendance/half-day.ts'
import { type Mark, type MarkOrder, markAttendance, type Named } from '../domain/attendance/mark.ts'
import { missingHalfDays } from '../domain/attendance/missing.ts'
import { halfDayOf, isWithin } from '../domain/attendance/weight.ts'
import { theDay } from '../domain/cohort/day-of.ts'
import type { Half } from '../domain/journal/event.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { attendanceFacts, type MarkRow, marksOfDay } from '../store/queries/attendance.ts'
import { daysOf } from '../store/queries/cohort.ts'
import { membersOf, participantNamed } from '../store/queries/participant.ts'
import type { Journal } from '../store/record.ts'
import type { Db } from '../store/sql.ts'
import { dayText } from '../words/day-text.ts'
import { attendance as en } from '../words/en/attendance.ts'
import { attendance as fr } from '../words/fr/attendance.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input } from './command.ts'
import { spanOfProgramme } from './day-span.ts'
import { FLAGS } from './flags.ts'
import { liveCohort } from './live-cohort.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { integerFrom, optional, textFrom } from './values.ts'
import { wordFrom } from './word-value.ts'

const OPTIONS = {
  all: FLAGS.all,
  present: FLAGS.present,
  absent: FLAGS.absent,
  excused: FLAGS.excused,
  late: FLAGS.late,
  leftEarly: FLAGS.leftEarly,
  am: FLAGS.onlyAm,
  pm: FLAGS.onlyPm,
  reason: FLAGS.reason,
  sheet: FLAGS.sheet,
} as const
type Options = Input<typeof OPTIONS>['options']

export const attendanceMark = command({
  arguments: '[day]',
  options: OPTIONS,
  writes: true,
  run: mark,
})

async function mark(session: Session, { words, options }: Input<typeof OPTIONS>): Promise<void> {
  const typed = typedOf(options)
  const order = {
    halves: halvesOf(options),
    typed,
    byDefault: options.all || options.present === undefined,
    reason: optional(options.reason, (text) => absenceFrom(session, text, typed)),
    sheet: optional(options.sheet, (text) => textFrom(text, '--sheet', 32)),
  }
  const isSpan = words[0]?.includes('..') === true
  const { days, missing } = session.record((journal) => {
    const cohort = liveCohort(session).code
    const chosen = chosenDays(session, journal.db, { cohort, typed: words[0], order })
    const marked = chosen.map((day) => markDay(session, journal, { cohort, day, order }))
    const facts = attendanceFacts(journal.db, cohort)
    return { days: marked, missing: missingHalfDays(facts, halfDayOf(session.when())) }
  })
  const shown = days.map((day) => ({ day, halves: order.halves ?? heldHalves(day.day) }))
  const answers = shown.map(({ day, halves }) => markedOf(day, halves))
  await printOne(session, isSpan ? answers : answers[0], () =>
    shown.map(({ day, halves }) => dayLines(session, day, halves)).join(''),
  )
  sayRest(session, { days, missing })
}

type Order = Omit<MarkOrder, 'day' | 'named'> & { readonly typed: readonly Typed[] }

type Chosen = {
  readonly cohort: string
  readonly typed: string | undefined
  readonly order: Order
}

/** The day named, or of a span `J1..J5` those that took place so far; a span without any is refused as its first day. */
function chosenDays(
  session: Session,
  db: Db,
  { cohort, typed, order }: Chosen,
): readonly AttendanceDay[] {
  const today = session.today()
  const programme = { cohort, days: daysOf(db, cohort) }
  const within = spanOfProgramme(programme, typed ?? '', today)
  if (within === undefined) return [theDay(programme, typed ?? today, today)]
  const isHeld = (on: AttendanceDay): boolean =>
    (order.halves ?? ['am', 'pm']).some((half) => heldHalves(on).includes(half))
  const held = within.filter((on) => on.day <= today && isHeld(on))
  return held.length === 0 ? [within[0]] : held
}

type MarkedDay = {
  readonly cohort: string
  readonly day: AttendanceDay
  readonly order: Order
}

function markDay(session: Session, journal: Journal, { cohort, day, order }: MarkedDay): Outcome {
  const { db } = journal
  const people = membersOf(db, cohort)
  const before = marksOfDay(db, cohort, day.day)
  const { typed, ...rest } = order
  const halves = rest.halves?.filter((half) => plannedMinutes(day, half) > 0)
  const body = markAttendance(
    {
      ...rest,
      halves: halves?.length === 0 ? rest.halves : halves,
      day,
      named: namedOf(db, cohort, typed),
    },
    { cohort, people, standing: standingIn(before), today: session.today() },
  )
  if (body !== undefined) journal.append('attendance', body)
  const marks = marksOfDay(db, cohort, day.day)
  return { day, people, marks, marked: body?.marks.length ?? 0 }
}

/** `--am` alone the morning, `--pm` alone the afternoon, both or none what the day has. */
const halvesOf = ({ am, pm }: Options): readonly Half[] | undefined => {
  if (am === pm) return undefined
  return am ? ['am'] : ['pm']
}

type Typed = {
  readonly who: string
  readonly status: Named['status']
  readonly minutes: number | undefined
  readonly option: string
}

/** Who is named, in the order of the options. */
function typedOf(options: Options): readonly Typed[] {
  const plain = (
    values: readonly string[] | undefined,
    status: Named['status'],
    option: string,
  ): readonly Typed[] => (values ?? []).map((who) => ({ who, status, minutes: undefined, option }))
  return [
    ...plain(options.present, 'P', '--present'),
    ...plain(options.absent, 'AI', '--absent'),
    ...plain(options.excused, 'AJ', '--excused'),
    ...(options.late ?? []).map((text) => timed(text, 'R', '--late')),
    ...(options.leftEarly ?? []).map((text) => timed(text, 'D', '--left-early')),
  ]
}

const LONGEST_HALF_DAY = 720

/** `P03:20` */
function timed(text: string, status: 'R' | 'D', option: string): Typed {
  const [, who = '', minutes = ''] = /^(.+):(\d+)$/.exec(text) ?? []
  if (who === '') return misused({ code: 'bad-pair', typed: text, name: option, example: 'P03:20' })
  const range = { from: 1, to: LONGEST_HALF_DAY }
  return { who, status, option, minutes: integerFrom(minutes, option, range) }
}

function absenceFrom(session: Session, text: string, typed: readonly Typed[]): string {
  if (typed.every((each) => each.status === 'P'))
    misused({ code: 'option-needed', name: '--absent', command: 'attendance mark' })
  return wordFrom(session, { typed: text, name: '--reason', group: 'absence' })
}

/** Who is named, by code. One person may be named twice only as late and leaving early. */
function namedOf(db: Db, cohort: string, typed: readonly Typed[]): readonly Named[] {
  const named = typed.map(({ who, status, minutes, option }) => {
    const { code } = participantNamed(db, cohort, who)
    return { participant: code, status, minutes, option }
  })
  for (const [participant, said] of Map.groupBy(named, (each) => each.participant)) {
    const [one, ...others] = said
    const other = others.find((each) => !goTogether(one, each))
    if (one !== undefined && other !== undefined) {
      const [first, second] = [`${one.option} ${participant}`, `${other.option} ${participant}`]
      misused({ code: 'option-conflict', one: first, other: second })
    }
  }
  return [...new Map(named.map((each) => [`${each.participant} ${each.status}`, each])).values()]
}

const isTimed = (said: SaidOfOne): boolean => said?.status === 'R' || said?.status === 'D'

type SaidOfOne = Pick<Named, 'status' | 'minutes'> | undefined

const goTogether = (one: SaidOfOne, other: SaidOfOne): boolean =>
  one?.status === other?.status ? one?.minutes === other?.minutes : isTimed(one) && isTimed(other)

const standingIn =
  (marks: readonly MarkRow[]) =>
  (half: Half, participant: string): Mark | undefined =>
    marks.find((each) => each.half === half && each.participant === participant)

type Outcome = {
  readonly day: AttendanceDay
  readonly people: readonly Attendee[]
  /** Of the whole day, after this. */
  readonly marks: readonly MarkRow[]
  /** How many half-days this recorded. */
  readonly marked: number
}

const markedOf = ({ day, marks, marked }: Outcome, halves: readonly Half[]) => ({
  day: day.day,
  label: day.label,
  marked,
  marks: marks
    .filter(({ half }) => halves.includes(half))
    .map(({ half, participant, status, minutes, reason, sheet }) => ({
      half,
      participant,
      status,
      minutes: minutes ?? null,
      reason: reason ?? null,
      sheet: sheet ?? null,
    })),
})

/** For each half how many are present, each other person's status, and who is not filled in. */
function dayLines(
  session: Session,
  { day, people, marks }: Outcome,
  halves: readonly Half[],
): string {
  const language = session.language()
  const text = inLanguage(language, { en, fr })
  const lines = halves.map((half) => {
    const own = marks.filter((each) => each.half === half)
    const present = own.filter((each) => each.status === 'P').length
    const others = own
      .filter((each) => each.status !== 'P')
      .map((each) => {
        const minutes = each.minutes === undefined ? '' : text.late(each.minutes)
        return `${each.participant} ${wordText('attendance', each.status, language)}${minutes}`
      })
    const blank = people
      .filter((each) => isWithin(day.day, each))
      .map((each) => each.participant)
      .filter((code) => own.every((each) => each.participant !== code))
    const sheets = [...new Set(own.flatMap((each) => each.sheet ?? []))].map(text.sheet)
    const parts = [
      text.present(present),
      ...others,
      ...(blank.length === 0 ? [] : [text.blank(blank)]),
      ...sheets,
    ]
    const head = text.half(day.label, dayText(day.day, language), half)
    return `${head}${parts.join(', ')}\n`
  })
  return lines.join('')
}

type Rest = {
  readonly days: readonly Outcome[]
  readonly missing: ReturnType<typeof missingHalfDays>
}

/** That nothing was new, and what is still to mark. */
function sayRest(session: Session, { days, missing }: Rest): void {
  const text = inLanguage(session.language(), { en, fr })
  if (days.every((day) => day.marked === 0)) session.say(text.nothing)
  const labels = [...new Set(missing.map((each) => each.label))]
  sayNext(session, labels.length === 0 ? undefined : text.stillMissing(labels))
}
