import type { DepositMethod } from '../../domain/journal/money-move.ts'
import { type Day, day } from '../../domain/kernel/day.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { type Cents, cents } from '../../domain/kernel/money.ts'
import { standing, type TakingsMove, type ToDeposit } from '../../domain/payments/deposit.ts'
import {
  all,
  type Db,
  first,
  integerOf,
  optionalInteger,
  optionalText,
  type Row,
  textOf,
} from '../sql.ts'

/**
 * What came to the tills and what went to the bank. Sealed sessions by their Z, takings from paper by their recap.
 * Cash of the drawer: what was paid, plus what was fetched at the bank, less what the till paid, and the difference
 * that was counted. What an amendment found or took out counts as well. Cash that goes in and out of the drawer is the cohort's all the same (choice).
 */
const MOVES = `
SELECT 'taken' AS is_what, part.value ->> 'method' AS method, z.day AS day,
  part.value ->> 'amountCents' AS amount_cents
FROM z, json_each(z.body, '$.methods') AS part WHERE z.cohort = :cohort
UNION ALL SELECT 'taken', 'cash', day, (body ->> '$.differenceCents') - (body ->> '$.costsCents')
FROM z WHERE cohort = :cohort
UNION ALL SELECT 'taken', part.value ->> 'method', sale.day, part.value ->> 'amountCents'
FROM sale, json_each(sale.payments) AS part
WHERE sale.cohort = :cohort AND sale.session IS NULL AND sale.voided_by IS NULL
UNION ALL SELECT 'taken', 'cash', day, amount_cents FROM bank_withdrawal WHERE cohort = :cohort
UNION ALL SELECT 'taken', correction.body ->> '$.fact.method', correction.day,
  iif(correction.body ->> '$.fact.kind' = 'sale', 1, -1) * (rate.value ->> 'ttcCents')
FROM correction, json_each(correction.body, '$.fact.rates') AS rate WHERE correction.cohort = :cohort
UNION ALL SELECT 'taken', 'cash', day, body ->> '$.fact.differenceCents' FROM correction
WHERE cohort = :cohort AND body ->> '$.fact.kind' = 'till'
UNION ALL SELECT 'taken', 'cash', correction.day, part.value ->> 'amountCents'
FROM correction, json_each(correction.body, '$.fact.amounts') AS part
WHERE correction.cohort = :cohort AND correction.body ->> '$.fact.kind' = 'void-cost'
  AND correction.body ->> '$.fact.paidBy' = 'till'
UNION ALL SELECT 'deposited', method, day, -amount_cents FROM deposit WHERE cohort = :cohort`

const isDepositMethod = (text: string): text is DepositMethod =>
  text === 'cash' || text === 'card' || text === 'cheque'

function methodOf(row: Row): DepositMethod {
  const method = textOf(row, 'method')
  if (!isDepositMethod(method)) throw new Defect(`${method} is brought to no bank`)
  return method
}

/** Every move of a cohort's cash, cards and cheques; as many rows as it has Zs, recaps and deposits. */
export const takingsMoves = (db: Db, cohort: string): readonly TakingsMove[] =>
  all(db, MOVES, { cohort })
    .filter((row) => isDepositMethod(textOf(row, 'method')))
    .map((row) => ({
      is: textOf(row, 'is_what') === 'taken' ? 'taken' : 'deposited',
      method: methodOf(row),
      day: day(textOf(row, 'day')),
      amountCents: cents(integerOf(row, 'amount_cents')),
    }))

/** What stands to be brought to the bank, by means: cash, card, cheque. Open tills count once they are sealed. */
export const toDeposit = (db: Db, cohort: string): readonly ToDeposit[] =>
  standing(takingsMoves(db, cohort))

/** The day of the cohort's oldest till session without a Z. */
export function oldestOpenTill(db: Db, cohort: string): Day | undefined {
  const row = first(db, 'SELECT min(day) AS day FROM till_session WHERE cohort = ? AND z IS NULL', [
    cohort,
  ])
  const found = row === undefined ? undefined : optionalText(row, 'day')
  return found === undefined ? undefined : day(found)
}

/** The deposit that a cost is the card fee of. */
export function depositOfCost(db: Db, cost: number): number | undefined {
  const row = first(db, 'SELECT number FROM deposit WHERE cost = ?', [cost])
  return row === undefined ? undefined : integerOf(row, 'number')
}

/** Money fetched at the bank or brought there. */
export type BankMove = {
  readonly kind: 'withdrawal' | 'deposit'
  readonly number: number
  readonly day: Day
  readonly method: DepositMethod
  readonly amountCents: Cents
  readonly feeCents: Cents
  /** The number of the fee among the costs. */
  readonly cost: number | undefined
  readonly count: number | undefined
  readonly voucher: string | undefined
  readonly label: string | undefined
}

const BANK_MOVES = `
SELECT 'withdrawal' AS kind, number, day, 'cash' AS method, amount_cents, 0 AS fee_cents, NULL AS cost,
  NULL AS count, voucher, label
FROM bank_withdrawal WHERE cohort = :cohort
UNION ALL SELECT 'deposit', number, day, method, amount_cents, fee_cents, cost, count, voucher, label
FROM deposit WHERE cohort = :cohort
ORDER BY day, kind DESC, number`

/** By day; withdrawals first. */
export const bankMoves = (db: Db, cohort: string): readonly BankMove[] =>
  all(db, BANK_MOVES, { cohort }).map((row) => ({
    kind: textOf(row, 'kind') === 'withdrawal' ? 'withdrawal' : 'deposit',
    number: integerOf(row, 'number'),
    day: day(textOf(row, 'day')),
    method: methodOf(row),
    amountCents: cents(integerOf(row, 'amount_cents')),
    feeCents: cents(integerOf(row, 'fee_cents')),
    cost: optionalInteger(row, 'cost'),
    count: optionalInteger(row, 'count'),
    voucher: optionalText(row, 'voucher'),
    label: optionalText(row, 'label'),
  }))
