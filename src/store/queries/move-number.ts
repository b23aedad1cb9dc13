import type { Stall } from '../../domain/journal/event.ts'
import { ownNumbers } from '../../domain/journal/own-number.ts'
import { type Db, first, optionalInteger } from '../sql.ts'

const LAST = {
  'bank-withdrawal': 'SELECT max(number) AS last FROM bank_withdrawal WHERE number BETWEEN ? AND ?',
  deposit: 'SELECT max(number) AS last FROM deposit WHERE number BETWEEN ? AND ?',
  'cost-payment': 'SELECT max(number) AS last FROM cost_payment WHERE number BETWEEN ? AND ?',
  'cost-refund': 'SELECT max(number) AS last FROM cost_refund WHERE number BETWEEN ? AND ?',
  payout: 'SELECT max(number) AS last FROM payout WHERE number BETWEEN ? AND ?',
} as const

/** The number that a till's next move of a kind takes. */
export function nextMoveNumber(db: Db, stall: Stall, kind: keyof typeof LAST): number {
  const { first: start, last } = ownNumbers(stall)
  const row = first(db, LAST[kind], [start, last])
  return 1 + ((row === undefined ? undefined : optionalInteger(row, 'last')) ?? start - 1)
}
