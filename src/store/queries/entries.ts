import { type BookContext, booksOf, type MoneyEvent } from '../../domain/accounting/books.ts'
import type { NumberedEntry } from '../../domain/accounting/entry.ts'
import type { TillSession } from '../../domain/accounting/known.ts'
import { day } from '../../domain/kernel/day.ts'
import { present } from '../../domain/kernel/present.ts'
import { type VatRate, vatRate } from '../../domain/kernel/rate.ts'
import { parseEvent } from '../event-schema.ts'
import { all, type Db, flagOf, integerOf, optionalText, textOf } from '../sql.ts'
import { chartOf } from './chart.ts'
import { payersOf } from './cost.ts'
import { settingOf } from './setting.ts'

/** The books of a cohort, numbered. Reads its own money events alone. */
export const entriesOf = (db: Db, cohort: string): readonly NumberedEntry[] =>
  booksOf(moneyEvents(db, cohort), contextOf(db, cohort))

/** In the order of the journal: what was merged before a close comes before it, whatever the tills' clocks say. */
const moneyEvents = (db: Db, cohort: string): readonly MoneyEvent[] =>
  all(
    db,
    `SELECT payload, late FROM money_event JOIN event
       ON event.stall = money_event.stall AND event.seq = money_event.seq
     WHERE cohort = ? ORDER BY place`,
    [cohort],
  ).map((row) => ({ event: parseEvent(textOf(row, 'payload')), late: flagOf(row, 'late') }))

const contextOf = (db: Db, cohort: string): BookContext => ({
  chart: chartOf(db),
  vatRegime: settingOf(db).terms.vatRegime,
  participants: new Set(payersOf(db, cohort)),
  sessions: sessionsOf(db, cohort),
  rates: ratesOf(db, cohort),
})

const sessionsOf = (db: Db, cohort: string): ReadonlyMap<number, TillSession> =>
  new Map(
    all(db, 'SELECT number, day, venue FROM till_session WHERE cohort = ?', [cohort]).map((row) => [
      integerOf(row, 'number'),
      { day: day(textOf(row, 'day')), ...present({ venue: optionalText(row, 'venue') }) },
    ]),
  )

const ratesOf = (db: Db, cohort: string): ReadonlyMap<string, VatRate> =>
  new Map(
    all(
      db,
      `SELECT code, vat_rate_per_mille FROM product
       WHERE cohort = ? AND vat_rate_per_mille IS NOT NULL`,
      [cohort],
    ).map((row) => [textOf(row, 'code'), vatRate(integerOf(row, 'vat_rate_per_mille'))]),
  )
