import type { Stall } from '../../domain/journal/event.ts'
import { ownNumbers } from '../../domain/journal/own-number.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { dayOf, instant } from '../../domain/kernel/instant.ts'
import { cents } from '../../domain/kernel/money.ts'
import { type OpenSession, type SealedDay, sessionFor } from '../../domain/till/session-for.ts'
import type { Journal } from '../record.ts'
import {
  all,
  type Db,
  first,
  flagOf,
  integerOf,
  optionalInteger,
  type Row,
  textOf,
} from '../sql.ts'
import { refuseClosed } from './cohort.ts'

/** One till session, sealed (`z` is its Z's number) or open. */
export type SessionRow = OpenSession & { readonly z: number | undefined }

const COLUMNS = 'number, cohort, day, opened_at, float_cents, after_z, z'

const sessionOf = (row: Row): SessionRow => ({
  number: integerOf(row, 'number'),
  cohort: textOf(row, 'cohort'),
  day: day(textOf(row, 'day')),
  openedAt: instant(textOf(row, 'opened_at')),
  floatCents: cents(integerOf(row, 'float_cents')),
  afterZ: flagOf(row, 'after_z'),
  z: optionalInteger(row, 'z'),
})

/** This till's sessions without a Z, the oldest day first: none or one, several after an import of past sales. */
export function openSessions(db: Db, stall: Stall): readonly SessionRow[] {
  return all(
    db,
    `SELECT ${COLUMNS} FROM till_session WHERE stall = ? AND z IS NULL ORDER BY day, number`,
    [stall],
  ).map(sessionOf)
}

/** The last session of this till on a day, sealed or open. */
export function sessionOn(db: Db, stall: Stall, on: Day): SessionRow | undefined {
  const row = first(
    db,
    `SELECT ${COLUMNS} FROM till_session WHERE stall = ? AND day = ? ORDER BY number DESC LIMIT 1`,
    [stall, on],
  )
  return row === undefined ? undefined : sessionOf(row)
}

/** The day's last Z, when its last session has one: what `sessionFor` asks for. */
export function sealedDay(db: Db, stall: Stall, on: Day): SealedDay | undefined {
  const z = sessionOn(db, stall, on)?.z
  return z === undefined ? undefined : { day: on, z }
}

/**
 * The session that whatever touches the till on a day belongs to: a sale, a cash move, a cost paid from the till.
 * Refuses when the cohort's period is closed, then as `sessionFor` does.
 */
export function sessionForSale(
  { db, stall, at }: Pick<Journal, 'db' | 'stall' | 'at'>,
  { cohort, day: on }: { readonly cohort: string; readonly day: Day },
): number {
  refuseClosed(db, cohort, on)
  const open = openSessions(db, stall)
  const sealed = open.some((session) => session.day === on) ? undefined : sealedDay(db, stall, on)
  return sessionFor({ cohort, day: on, today: dayOf(at) }, open, sealed)
}

/** The number that a till's next session takes. */
export function nextSession(db: Db, stall: Stall): number {
  const { first: start, last } = ownNumbers(stall)
  const row = first(
    db,
    'SELECT max(number) AS last FROM till_session WHERE number BETWEEN ? AND ?',
    [start, last],
  )
  return 1 + ((row === undefined ? undefined : optionalInteger(row, 'last')) ?? start - 1)
}

export type TillSession = SessionRow & { readonly till: Stall }

/** Every session of every till, in the order of their days. */
export function allSessions(db: Db): readonly TillSession[] {
  return all(db, `SELECT stall, ${COLUMNS} FROM till_session ORDER BY day, number`).map((row) => ({
    till: textOf(row, 'stall'),
    ...sessionOf(row),
  }))
}

export function sessionByNumber(db: Db, number: number): SessionRow | undefined {
  const row = first(db, `SELECT ${COLUMNS} FROM till_session WHERE number = ?`, [number])
  return row === undefined ? undefined : sessionOf(row)
}
