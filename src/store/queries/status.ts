import type { Situation } from '../../domain/closing/still-missing.ts'
import type { Stall } from '../../domain/journal/event.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { all, type Db, first, integerOf, optionalText } from '../sql.ts'
import { marksOf } from './attendance.ts'
import { type CohortRow, closedUntil, daysOf } from './cohort.ts'
import { participantsOf } from './participant.ts'
import { productsOf } from './product.ts'
import { openSessions } from './till.ts'

/** What `status` judges by: the cohort's own days, people, products and costs, through indexes; no sale. */
export function situationOf(
  db: Db,
  { code, status }: CohortRow,
  { stall, today }: { readonly stall: Stall; readonly today: Day },
): Situation {
  const products = productsOf(db, code).filter((product) => !product.retired)
  return {
    today,
    closed: status !== 'open',
    days: daysOf(db, code),
    members: participantsOf(db, code).map(({ code: participant, ...each }) => ({
      participant,
      ...each,
    })),
    marks: marksOf(db, code),
    products: products.map((product) => product.code),
    unrated: products
      .filter((product) => product.vatRatePerMille === undefined)
      .map((product) => ({ product: product.code, label: product.name })),
    withoutVoucher: costsWithoutVoucher(db, code),
    openTills: openSessions(db, stall).map((session) => ({ day: session.day, till: stall })),
    lastTillDay: lastTillDay(db, code),
  }
}

/** Of what a close may still take in. */
const costsWithoutVoucher = (db: Db, cohort: string): readonly number[] =>
  all(
    db,
    `SELECT number FROM cost WHERE cohort = ? AND day > ? AND voucher IS NULL AND voided_by IS NULL
       AND corrects IS NULL ORDER BY number`,
    [cohort, closedUntil(db, cohort) ?? ''],
  ).map((row) => integerOf(row, 'number'))

function lastTillDay(db: Db, cohort: string): Day | undefined {
  const row = first(db, 'SELECT max(day) AS day FROM till_session WHERE cohort = ?', [cohort])
  const text = row && optionalText(row, 'day')
  return text === undefined ? undefined : day(text)
}
