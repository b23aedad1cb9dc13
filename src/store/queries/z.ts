import type { Stall, ZBody } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { cents, ZERO } from '../../domain/kernel/money.ts'
import type { RunningTotals } from '../../domain/till/seal.ts'
import type { Link } from '../chain.ts'
import { readZBody } from '../event-fields.ts'
import { all, bytesOf, type Db, first, integerOf, optionalInteger, textOf } from '../sql.ts'
import { closedUntil } from './cohort.ts'

/** The number of this till's last Z; `undefined` before the first. */
export function lastZ(db: Db, stall: Stall): number | undefined {
  const row = first(db, 'SELECT max(number) AS last FROM z WHERE stall = ?', [stall])
  return row === undefined ? undefined : optionalInteger(row, 'last')
}

/** What a Z froze, as it stands in the journal. */
export function zBody(db: Db, stall: Stall, number: number): ZBody | undefined {
  const row = first(db, 'SELECT body FROM z WHERE stall = ? AND number = ?', [stall, number])
  if (row === undefined) return undefined
  const body = readZBody(textOf(row, 'body'))
  if (body === undefined) throw new Defect(`Z-${number} cannot be read`)
  return body
}

/** Hash of a Z's event, in hexadecimal. */
export function zHash(db: Db, stall: Stall, number: number): string {
  const row = first(
    db,
    `SELECT event.hash FROM z JOIN event ON event.stall = z.stall AND event.seq = z.seq
     WHERE z.stall = ? AND z.number = ?`,
    [stall, number],
  )
  if (row === undefined) throw new Defect(`there is no Z-${number}`)
  return bytesOf(row, 'hash').toString('hex')
}

/** Totals that a till's Z of this cohort carries on from. */
export function runningTotals(
  db: Db,
  { stall, cohort }: { readonly stall: Stall; readonly cohort: string },
  { cum }: Pick<Link, 'cum'>,
): RunningTotals {
  const row = first(
    db,
    `SELECT coalesce(sum((body ->> '$.salesCents') - coalesce(body ->> '$.refundsCents', 0)), 0) AS total
     FROM z WHERE cohort = ? AND day > ? AND stall = ?`,
    [cohort, closedUntil(db, cohort) ?? '', stall],
  )
  return {
    periodBeforeCents: row === undefined ? ZERO : cents(integerOf(row, 'total')),
    ...perpetualTotals(cum),
  }
}

/** A till's totals since its beginning, as a Z and a closing repeat them. */
export const perpetualTotals = (cum: Link['cum']): Omit<RunningTotals, 'periodBeforeCents'> => ({
  perpetualSalesCents: cents(cum.salesCents),
  perpetualVoidsCents: cents(cum.voidsCents),
  ...(cum.refundsCents === undefined ? {} : { perpetualRefundsCents: cents(cum.refundsCents) }),
  ...(cum.refundVoidsCents === undefined
    ? {}
    : { perpetualRefundVoidsCents: cents(cum.refundVoidsCents) }),
})

/** Every Z of a cohort as it froze its session, by day, till and number. */
export const zsOfCohort = (db: Db, cohort: string): readonly ZBody[] =>
  all(db, 'SELECT number, body FROM z WHERE cohort = ? ORDER BY day, stall, number', [cohort]).map(
    (row) => {
      const body = readZBody(textOf(row, 'body'))
      if (body === undefined) throw new Defect(`Z-${integerOf(row, 'number')} cannot be read`)
      return body
    },
  )
