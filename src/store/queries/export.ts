import { type Day, day } from '../../domain/kernel/day.ts'
import { type Instant, instant } from '../../domain/kernel/instant.ts'
import { all, type Db, integerOf, optionalText, textOf } from '../sql.ts'

/** A file that left. */
export type ExportRow = {
  readonly at: Instant
  readonly actor: string
  readonly cohort: string
  readonly format: string
  readonly from: Day
  readonly until: Day
  readonly entries: number
  readonly rows: number
  readonly digest: string
  readonly file: string | undefined
}

/** Of one cohort, or of all when it is undefined; the oldest first. */
export const exportsOf = (db: Db, cohort: string | undefined): readonly ExportRow[] =>
  all(
    db,
    `SELECT at, actor, cohort, format, from_day, until_day, entries, rows, digest, file FROM export
     WHERE :cohort IS NULL OR cohort = :cohort ORDER BY at, stall, seq`,
    { cohort: cohort ?? null },
  ).map((row) => ({
    at: instant(textOf(row, 'at')),
    actor: textOf(row, 'actor'),
    cohort: textOf(row, 'cohort'),
    format: textOf(row, 'format'),
    from: day(textOf(row, 'from_day')),
    until: day(textOf(row, 'until_day')),
    entries: integerOf(row, 'entries'),
    rows: integerOf(row, 'rows'),
    digest: textOf(row, 'digest'),
    file: optionalText(row, 'file'),
  }))
