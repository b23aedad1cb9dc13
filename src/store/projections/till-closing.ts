import { Defect } from '../../domain/kernel/defect.ts'
import type { TillClosingBody } from '../../domain/till/closing-body.ts'
import { canonicalText } from '../canonical.ts'
import { first, integerOf, type Row, run } from '../sql.ts'
import { eventName, type Projectors } from './projector.ts'

/** What a closing closes has no closing yet and adds up to it: a replay and a merge check it again. */
export const tillClosingProjectors: Projectors<'till-closing'> = {
  'till-closing': {
    apply: (db, event) => {
      const { stall, seq, body } = event
      const isMonth = body.scope === 'month'
      const of = canonicalText(isMonth ? body.zs : body.months)
      const sums = first(db, isMonth ? SUMS_OF_ZS : SUMS_OF_MONTHS, [stall, of])
      if (sums === undefined || !isSum(sums, body))
        throw new Defect(`${eventName(event)} is not the sum of what it closes`)
      run(db, isMonth ? CLOSE_ZS : CLOSE_MONTHS, [body.period, stall, of])
      run(db, 'INSERT INTO till_closing (stall, scope, period, seq, body) VALUES (?, ?, ?, ?, ?)', [
        stall,
        body.scope,
        body.period,
        seq,
        canonicalText(body),
      ])
    },
  },
}

const isSum = (sums: Row, body: TillClosingBody): boolean =>
  integerOf(sums, 'parts') === (body.zs ?? body.months ?? []).length &&
  integerOf(sums, 'zs') === body.zCount &&
  integerOf(sums, 'tickets') === body.ticketCount &&
  integerOf(sums, 'sales') === body.salesCents &&
  integerOf(sums, 'tips') === body.tipsCents &&
  integerOf(sums, 'voids') === body.voidsCents &&
  integerOf(sums, 'refunds') === body.refundsCents &&
  integerOf(sums, 'differences') === body.differenceCents &&
  body.periodTotalCents === body.salesCents - body.refundsCents

const SUMS = `count(*) AS parts, coalesce(sum(body ->> '$.ticketCount'), 0) AS tickets,
  coalesce(sum(body ->> '$.salesCents'), 0) AS sales, coalesce(sum(body ->> '$.tipsCents'), 0) AS tips,
  coalesce(sum(body ->> '$.voidsCents'), 0) AS voids, coalesce(sum(body ->> '$.refundsCents'), 0) AS refunds,
  coalesce(sum(body ->> '$.differenceCents'), 0) AS differences`

const OF_ZS = 'stall = ? AND month IS NULL AND number IN (SELECT value FROM json_each(?))'
const SUMS_OF_ZS = `SELECT ${SUMS}, count(*) AS zs FROM z WHERE ${OF_ZS}`
const CLOSE_ZS = `UPDATE z SET month = ? WHERE ${OF_ZS}`

const OF_MONTHS = `stall = ? AND scope = 'month' AND year IS NULL AND period IN (SELECT value FROM json_each(?))`
const SUMS_OF_MONTHS = `SELECT ${SUMS}, coalesce(sum(body ->> '$.zCount'), 0) AS zs FROM till_closing WHERE ${OF_MONTHS}`
const CLOSE_MONTHS = `UPDATE till_closing SET year = ? WHERE ${OF_MONTHS}`
