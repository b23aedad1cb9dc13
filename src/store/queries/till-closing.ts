import type { Stall, ZBody } from '../../domain/journal/event.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import type { TillClosingBody } from '../../domain/till/closing-body.ts'
import type { ClosingScope, Period } from '../../domain/till/periods.ts'
import { readTillClosing } from '../event-fields.ts'
import { all, bytesOf, type Db, first, integerOf, optionalText, type Row, textOf } from '../sql.ts'
import { zBody } from './z.ts'

/** The Zs of a till that are in no monthly closing. */
export const unclosedZs = (
  db: Db,
  stall: Stall,
): readonly { readonly number: number; readonly day: Day }[] =>
  all(db, 'SELECT number, day FROM z WHERE stall = ? AND month IS NULL ORDER BY number', [
    stall,
  ]).map((row) => ({ number: integerOf(row, 'number'), day: day(textOf(row, 'day')) }))

/** The monthly closings of a till that are in no yearly one. */
export const unclosedMonths = (db: Db, stall: Stall): readonly TillClosingBody[] =>
  all(
    db,
    `SELECT period, body FROM till_closing WHERE stall = ? AND scope = 'month' AND year IS NULL
     ORDER BY period`,
    [stall],
  ).map(bodyIn)

/** The newest period that a till has closed. */
export function lastClosed(db: Db, stall: Stall, scope: ClosingScope): Period | undefined {
  const row = first(
    db,
    'SELECT max(period) AS last FROM till_closing WHERE stall = ? AND scope = ?',
    [stall, scope],
  )
  return row === undefined ? undefined : optionalText(row, 'last')
}

/** Hash of a till's last closing, in hexadecimal; `undefined` before the first. */
export function previousClosing(db: Db, stall: Stall): string | undefined {
  const row = first(
    db,
    `SELECT event.hash FROM event WHERE stall = @stall
     AND seq = (SELECT max(seq) FROM till_closing WHERE stall = @stall)`,
    { stall },
  )
  return row === undefined ? undefined : bytesOf(row, 'hash').toString('hex')
}

/** The Zs of these numbers, in their order. */
export const zsNumbered = (db: Db, stall: Stall, numbers: readonly number[]): readonly ZBody[] =>
  numbers.map((number) => {
    const body = zBody(db, stall, number)
    if (body === undefined) throw new Defect(`there is no Z-${number}`)
    return body
  })

export function closingOf(db: Db, stall: Stall, period: Period): TillClosingBody | undefined {
  const row = first(
    db,
    'SELECT period, body FROM till_closing WHERE stall = ? AND period = ? AND scope = ?',
    [stall, period, period.length === 4 ? 'year' : 'month'],
  )
  return row === undefined ? undefined : bodyIn(row)
}

/** Every closing of every till, in the order in which each till made them. */
export const allClosings = (
  db: Db,
): readonly { readonly till: Stall; readonly body: TillClosingBody }[] =>
  all(db, 'SELECT stall, period, body FROM till_closing ORDER BY stall, seq').map((row) => ({
    till: textOf(row, 'stall'),
    body: bodyIn(row),
  }))

function bodyIn(row: Row): TillClosingBody {
  const body = readTillClosing(textOf(row, 'body'))
  if (body === undefined) throw new Defect(`closing ${textOf(row, 'period')} cannot be read`)
  return body
}
