import type { EventBodies, PlannedDay, Stall } from '../../domain/journal/event.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { usedCohortKey } from '../queries/setting.ts'
import { all, type Db, first, run, textOf } from '../sql.ts'
import { settleStatus } from './cohort-status.ts'
import {
  bit,
  type Editable,
  orNull,
  type Projectors,
  type Side,
  writeChanges,
} from './projector.ts'

const COHORT: Editable = {
  table: 'cohort',
  key: ['code'],
  columns: {
    name: 'name',
    place: 'place',
    sector: 'sector',
    productLine: 'product_line',
    public: 'public',
    status: 'status',
  },
}
const DAY: Editable = {
  table: 'cohort_day',
  key: ['cohort', 'day'],
  columns: { amMinutes: 'am_minutes', pmMinutes: 'pm_minutes', cancelled: 'cancelled' },
}

type AddedDay = PlannedDay & { readonly cancelled?: true }

function insertDay(db: Db, cohort: string, added: AddedDay): void {
  const { day, label, amMinutes, pmMinutes, cancelled } = added
  run(
    db,
    `INSERT INTO cohort_day (cohort, day, label, am_minutes, pm_minutes, cancelled) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (cohort, day) DO UPDATE SET am_minutes = excluded.am_minutes,
       pm_minutes = excluded.pm_minutes, cancelled = excluded.cancelled`,
    [cohort, day, label, amMinutes, pmMinutes, bit(cancelled)],
  )
}

function addDay(db: Db, cohort: string, added: AddedDay): void {
  insertDay(db, cohort, added)
  settleDays(db, cohort)
}

function removeDay(db: Db, cohort: string, day: Day): void {
  run(db, 'DELETE FROM cohort_day WHERE cohort = ? AND day = ?', [cohort, day])
  settleDays(db, cohort)
}

type Move = EventBodies['day-move']

/** Of two tills one may have moved or added the day before: then there is nothing to move, or it takes the other's place. */
function moveDay(db: Db, { cohort, from, to }: Move): void {
  const there = first(db, 'SELECT 1 FROM cohort_day WHERE cohort = ? AND day = ?', [cohort, from])
  if (there === undefined) return
  run(db, 'DELETE FROM cohort_day WHERE cohort = ? AND day = ?', [cohort, to])
  run(db, 'UPDATE cohort_day SET day = ? WHERE cohort = ? AND day = ?', [to, cohort, from])
  settleDays(db, cohort)
}

function editDay(db: Db, { cohort, day, changes }: EventBodies['day-edit'], side: Side): void {
  writeChanges(db, DAY, { of: [cohort, day], changes, side })
  settleStatus(db, cohort)
}

/** Days are always J1, J2 … in their order; whether the cohort is closed depends on them too. */
function settleDays(db: Db, cohort: string): void {
  relabel(db, cohort)
  settleStatus(db, cohort)
}

function relabel(db: Db, cohort: string): void {
  all(db, 'SELECT day FROM cohort_day WHERE cohort = ? ORDER BY day', [cohort]).forEach(
    (row, index) => {
      run(db, 'UPDATE cohort_day SET label = ? WHERE cohort = ? AND day = ?', [
        `J${index + 1}`,
        cohort,
        textOf(row, 'day'),
      ])
    },
  )
}

/** Instead of those that stand. */
function writeVenues(db: Db, cohort: string, venues: readonly string[]): void {
  run(db, 'DELETE FROM venue WHERE cohort = ?', [cohort])
  venues.forEach((name, position) => {
    run(db, 'INSERT INTO venue (cohort, position, name) VALUES (?, ?, ?)', [cohort, position, name])
  })
}

function useCohort(db: Db, stall: Stall, code: string | undefined): void {
  const key = usedCohortKey(stall)
  run(db, 'DELETE FROM setting WHERE key = ?', [key])
  if (code !== undefined) run(db, 'INSERT INTO setting (key, value) VALUES (?, ?)', [key, code])
}

type Kinds =
  | 'cohort'
  | 'cohort-edit'
  | 'cohort-use'
  | 'day'
  | 'day-edit'
  | 'day-move'
  | 'day-remove'

export const cohortProjectors: Projectors<Kinds> = {
  cohort: {
    apply: (db, { seq, body }) => {
      run(
        db,
        `INSERT INTO cohort (code, name, template, place, sector, product_line, public, status, seq)
         VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?)
         ON CONFLICT (code) DO UPDATE SET name = excluded.name, template = excluded.template,
           place = excluded.place, sector = excluded.sector, product_line = excluded.product_line,
           public = excluded.public`,
        [
          body.code,
          body.name,
          body.template,
          orNull(body.place),
          orNull(body.sector),
          orNull(body.productLine),
          orNull(body.public),
          seq,
        ],
      )
      writeVenues(db, body.code, body.venues)
      for (const planned of body.days) insertDay(db, body.code, planned)
      relabel(db, body.code)
    },
    revert: (db, { body }) => {
      run(db, 'DELETE FROM cohort_day WHERE cohort = ?', [body.code])
      run(db, 'DELETE FROM venue WHERE cohort = ?', [body.code])
      run(db, 'DELETE FROM cohort WHERE code = ?', [body.code])
    },
  },
  'cohort-edit': {
    apply: (db, { body }) => {
      writeChanges(db, COHORT, { of: [body.cohort], changes: body.changes, side: 'to' })
      if (body.venues) writeVenues(db, body.cohort, body.venues.to)
    },
    revert: (db, { body }) => {
      writeChanges(db, COHORT, { of: [body.cohort], changes: body.changes, side: 'from' })
      if (body.venues) writeVenues(db, body.cohort, body.venues.from)
    },
  },
  'cohort-use': {
    apply: (db, { stall, body }) => useCohort(db, stall, body.cohort),
    revert: (db, { stall, body }) => useCohort(db, stall, body.before),
  },
  day: {
    apply: (db, { body }) => addDay(db, body.cohort, body),
    revert: (db, { body }) => removeDay(db, body.cohort, body.day),
  },
  'day-edit': {
    apply: (db, { body }) => editDay(db, body, 'to'),
    revert: (db, { body }) => editDay(db, body, 'from'),
  },
  'day-move': {
    apply: (db, { body }) => moveDay(db, body),
    revert: (db, { body }) => moveDay(db, { ...body, from: body.to, to: body.from }),
  },
  'day-remove': {
    apply: (db, { body }) => removeDay(db, body.cohort, body.day),
    revert: (db, { body }) => addDay(db, body.cohort, body),
  },
}
