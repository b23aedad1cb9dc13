import * as z from 'zod/mini'
import type { CloseBody } from '../../domain/closing/close-body.ts'
import type { Day } from '../../domain/kernel/day.ts'
import { closeBody } from '../event-fields.ts'
import { bytesOf, type Db, first, type Row, textOf } from '../sql.ts'

/** A close as it was frozen, and the hash of its event. */
export type FrozenClose = { readonly body: CloseBody; readonly hash: Buffer }

const FROZEN = `SELECT closing.body AS body, event.hash AS hash
  FROM closing JOIN event ON event.stall = closing.stall AND event.seq = closing.seq
  WHERE closing.cohort = :cohort`

/** The last close of a cohort, or the one whose period holds a day. */
export function frozenClose(db: Db, cohort: string, on?: Day): FrozenClose | undefined {
  const row =
    on === undefined
      ? first(db, `${FROZEN} ORDER BY period DESC LIMIT 1`, { cohort })
      : first(db, `${FROZEN} AND :on BETWEEN from_day AND until_day`, { cohort, on })
  return row && frozenOf(row)
}

/** The close of a period by its number, or the last one. */
export function periodClose(
  db: Db,
  cohort: string,
  period: number | undefined,
): FrozenClose | undefined {
  if (period === undefined) return frozenClose(db, cohort)
  const row = first(db, `${FROZEN} AND period = :period`, { cohort, period })
  return row && frozenOf(row)
}

function frozenOf(row: Row): FrozenClose {
  const body: CloseBody = z.parse(closeBody, JSON.parse(textOf(row, 'body')))
  return { body, hash: bytesOf(row, 'hash') }
}
