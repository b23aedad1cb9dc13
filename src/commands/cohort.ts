import { createCohort, type NewCohort } from '../domain/cohort/create.ts'
import { type CohortEdit, editCohort } from '../domain/cohort/edit.ts'
import { hasUsualDays } from '../domain/cohort/plan.ts'
import type { EventBodies, Template } from '../domain/journal/event.ts'
import { isCohortCode, slugOf } from '../domain/kernel/name.ts'
import { present } from '../domain/kernel/present.ts'
import { detailText } from '../formats/details.ts'
import { headerText } from '../formats/table.ts'
import { term } from '../formats/terminal-text.ts'
import { type ColumnKey, column, columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import { VOCABULARY } from '../reports/vocabulary.ts'
import { closedPeriods } from '../store/queries/closed-periods.ts'
import {
  type CohortRow,
  cohortByCode,
  cohortInUse,
  cohortNamed,
  daysOf,
  venuesOf,
} from '../store/queries/cohort.ts'
import {
  type CohortFigures,
  cohortFigures,
  cohortsWithFigures,
} from '../store/queries/cohort-figures.ts'
import { settingText, usedCohortKey } from '../store/queries/setting.ts'
import type { Db } from '../store/sql.ts'
import { type CohortWords, cohort as en } from '../words/en/cohort.ts'
import { cohort as fr } from '../words/fr/cohort.ts'
import { inLanguage } from '../words/said.ts'
import { command, type Input } from './command.ts'
import { dayRow } from './day-row.ts'
import { daysTyped } from './day-span.ts'
import { FLAGS } from './flags.ts'
import { printOne, printReport, readerOf } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { choiceFrom, dateFrom, optional, textFrom } from './values.ts'

export const cohortWords = (session: Session): CohortWords =>
  inLanguage(session.language(), { en, fr })

const ABOUT = {
  name: FLAGS.name,
  place: FLAGS.place,
  sector: FLAGS.sector,
  productLine: FLAGS.productLine,
  public: FLAGS.public,
  venue: FLAGS.venue,
} as const

const CREATE = {
  ...ABOUT,
  template: FLAGS.template,
  start: FLAGS.start,
  days: FLAGS.days,
  weekdays: FLAGS.weekdays,
} as const

export const cohortCreate = command({
  arguments: '<code>',
  options: CREATE,
  writes: true,
  run: async (session, { words, options }) => {
    const wanted = newCohortFrom(session, words[0] ?? '', options)
    const { view, json, inUse } = session.record(({ db, append }) => {
      const { body } = append('cohort', createCohort(wanted, cohortByCode(db, wanted.code)?.code))
      return { ...shownOf(db, body.code), inUse: cohortInUse(db) === body.code }
    })
    const { created, next } = cohortWords(session)
    await printOne(session, json, () => created(view.code, view.name, view))
    const fill = view.days === 0 ? next.addDay : next.addParticipant
    sayNext(session, inUse ? fill : next.use(view.code))
  },
})

const TEMPLATES: readonly Template[] = VOCABULARY.template

function newCohortFrom(
  session: Session,
  typed: string,
  options: Input<typeof CREATE>['options'],
): NewCohort {
  const code = codeFrom(typed)
  const template = choiceFrom(options.template ?? 'flash7', '--template', TEMPLATES)
  const start = optional(options.start, (text) => dateFrom(text, '--start'))
  const { weekdays } = options
  const days = optional(options.days, (text) =>
    daysTyped(session, text.replace(/,\s*$/, '').split(','), { name: '--days', weekdays }),
  )
  if (weekdays !== undefined && days === undefined)
    misused({ code: 'option-needed', name: '--days', command: 'cohort create' })
  if (start === undefined && days === undefined && hasUsualDays(template)) {
    misused({ code: 'option-needed', name: '--start', command: 'cohort create' })
  }
  const first = days?.toSorted()[0]
  if (start !== undefined && first !== undefined && first !== start) {
    misused({ code: 'option-conflict', one: '--start', other: '--days' })
  }
  const { place, sector, productLine } = options
  const about = present({
    place: optional(place, (text) => textFrom(text, '--place')),
    sector: optional(sector, (text) => textFrom(text, '--sector')),
    productLine: optional(productLine, (text) => textFrom(text, '--product-line')),
    public: optional(options.public, (text) => textFrom(text, '--public')),
    venues: venuesFrom(options.venue) ?? [],
  })
  const name = optional(options.name, (text) => textFrom(text, '--name')) ?? code
  return { code, name, template, start, days, about }
}

function codeFrom(typed: string): string {
  const code = typed.trim()
  return isCohortCode(code)
    ? code
    : misused({ code: 'bad-code', typed, name: '<code>', example: slugOf(typed) || 'FC-2026-01' })
}

const venuesFrom = (typed: readonly string[] | undefined): readonly string[] | undefined =>
  typed?.map((each) => textFrom(each, '--venue'))

const LIST_COLUMNS = columns(
  'code',
  'name',
  'place',
  'state',
  'start',
  'end',
  'participants',
  'takings',
  'current',
)

export const cohortList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const current = session.cohortAsked ?? cohortInUse(db)
    const rows = cohortsWithFigures(db).map((cohort) => ({
      ...rowOf(cohort),
      current: cohort.code.toLowerCase() === current?.toLowerCase(),
    }))
    await printReport(session, { name: 'cohorts', columns: LIST_COLUMNS, rows })
    const { none, next } = cohortWords(session)
    if (rows.length > 0) return
    session.say(none)
    sayNext(session, next.create)
  },
})

/** One cohort as a row of a report. */
export const rowOf = (cohort: CohortRow & CohortFigures): Row => ({
  code: cohort.code,
  name: cohort.name,
  template: cohort.template,
  place: cohort.place ?? null,
  sector: cohort.sector ?? null,
  productLine: cohort.productLine ?? null,
  public: cohort.public ?? null,
  state: cohort.status,
  start: cohort.start ?? null,
  end: cohort.end ?? null,
  days: cohort.days,
  participants: cohort.participants,
  takings: cohort.takingsCents,
})

const SHOWN = columns(
  'code',
  'name',
  'template',
  'state',
  'place',
  'sector',
  'productLine',
  'public',
  'venues',
  'start',
  'end',
  'days',
  'participants',
  'takings',
)

export const cohortShow = command({
  arguments: '[code]',
  options: {},
  run: (session, { words }) => {
    const { view, json } = shownOf(session.ledger().db, chosenCohort(session, words[0]).code)
    const row = { ...rowOf(view), venues: view.venues.join(', ') || null }
    const { period } = cohortWords(session)
    const periods = json.periods.map((each) => period(each, session.money))
    return printOne(
      session,
      json,
      () => detailText(SHOWN, row, readerOf(session)) + periods.join(''),
    )
  },
})

/** The cohort that an argument names, else the one that the command is about. */
export const chosenCohort = (session: Session, typed: string | undefined): CohortRow =>
  typed === undefined ? session.cohort() : cohortNamed(session.ledger().db, typed)

type CohortView = CohortRow & CohortFigures & { readonly venues: readonly string[] }

function viewOf(db: Db, code: string): CohortView {
  const row = cohortNamed(db, code)
  return { ...row, ...cohortFigures(db, row.code), venues: venuesOf(db, row.code) }
}

/** A cohort for people, and as `cohort show --json` and every write on it answer. */
function shownOf(db: Db, code: string) {
  const view = viewOf(db, code)
  const { days: _count, takings: _takings, ...described } = rowOf(view)
  const days = daysOf(db, view.code).map(dayRow)
  const { venues, takingsCents } = view
  const periods = closedPeriods(db, view.code)
  return { view, json: { ...described, venues, takingsCents, periods, days } }
}

export const cohortEdit = command({
  arguments: '[code]',
  options: ABOUT,
  writes: true,
  run: async (session, { words, options }) => {
    const { code } = chosenCohort(session, words[0])
    const edit = editFrom(options)
    const { body, json } = session.record(({ db, append }) => {
      const { venues, ...described } = viewOf(db, code)
      const event = append('cohort-edit', editCohort({ code, venues, described }, edit))
      return { body: event.body, json: shownOf(db, code).json }
    })
    await printOne(session, json, () => editText(session, body))
    sayNext(session, cohortWords(session).next.show(code))
  },
})

const COLUMN_OF: Readonly<Record<string, ColumnKey>> = {
  name: 'name',
  place: 'place',
  sector: 'sector',
  productLine: 'productLine',
  public: 'public',
}

/** `FC-2026-01  lieu : (aucun) → Toulouse`, a line for each change. */
function editText(session: Session, { cohort, changes, venues }: Edited): string {
  const { language } = readerOf(session)
  const { changed, empty } = cohortWords(session)
  const titleOf = (key: ColumnKey): string => headerText(column(key), language)
  const line = (key: ColumnKey, from: string, to: string): string =>
    term(changed(cohort, { what: titleOf(key), from: from || empty, to: to || empty }))
  const lines = changes.map(({ field, from, to }) =>
    line(COLUMN_OF[field] ?? 'name', String(from ?? ''), String(to ?? '')),
  )
  if (venues) lines.push(line('venues', venues.from.join(', '), venues.to.join(', ')))
  return lines.map((each) => `${each}\n`).join('')
}

type Edited = EventBodies['cohort-edit']

function editFrom({ venue, name, ...about }: Input<typeof ABOUT>['options']): CohortEdit {
  return present({
    name: optional(name, (text) => textFrom(text, '--name')),
    place: optional(about.place, (text) => textOrNone(text, '--place')),
    sector: optional(about.sector, (text) => textOrNone(text, '--sector')),
    productLine: optional(about.productLine, (text) => textOrNone(text, '--product-line')),
    public: optional(about.public, (text) => textOrNone(text, '--public')),
    venues: venuesFrom(venue),
  })
}

/** `--place ""` takes the place away. */
const textOrNone = (typed: string, name: string): string | null =>
  typed.trim() === '' ? null : textFrom(typed, name)

export const cohortUse = command({
  arguments: '<code>',
  options: {},
  writes: true,
  run: async (session, { words }) => {
    const used = session.record(({ db, stall, append }) => {
      const { code } = cohortNamed(db, words[0] ?? '')
      const before = settingText(db, usedCohortKey(stall))
      if (before !== code) append('cohort-use', present({ cohort: code, before }))
      return { code, already: before === code }
    })
    const say = cohortWords(session)
    await printOne(session, { cohort: used.code }, () =>
      used.already ? say.usedAlready(used.code) : say.used(used.code),
    )
    sayNext(session, say.next.status)
  },
})
