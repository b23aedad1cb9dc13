import type { PaymentMethod, ProductKind, ZBody } from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { cents, ZERO } from '../../domain/kernel/money.ts'
import { vatRate } from '../../domain/kernel/rate.ts'
import type { Pieces } from '../../domain/till/count.ts'
import type { Unrated } from '../../domain/till/refusal.ts'
import type { SessionSums } from '../../domain/till/seal.ts'
import type { OpenSession } from '../../domain/till/session-for.ts'
import {
  type CashSums,
  cashOf,
  expectedCash,
  type LastCount,
  type LastTender,
  type MethodSum,
  type OpenTakings,
  type TicketSums,
} from '../../domain/till/takings.ts'
import { all, type Db, first, integerOf, optionalInteger, optionalText, textOf } from '../sql.ts'

const METHODS: readonly PaymentMethod[] = ['cash', 'card', 'cheque', 'transfer']
const KINDS: readonly ProductKind[] = ['goods', 'service']

function oneOf<T extends string>(text: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === text)
  if (found === undefined) throw new Defect(`${text} is not one of ${allowed.join(', ')}`)
  return found
}

/** Everything one session holds, summed in the database: as much work as it has tickets, whatever the ledger has. */
export function sumsOf(db: Db, session: OpenSession): SessionSums {
  const methods = methodSums(db, session.number)
  return {
    session,
    methods,
    tickets: ticketSums(db, session.number),
    cash: cashSums(db, session, methods),
    count: lastCount(db, session.number),
    tenders: lastTenders(db, session.number),
  }
}

/** What should be in the drawer now. */
export const expectedOf = (db: Db, session: OpenSession): ReturnType<typeof expectedCash> =>
  expectedCash(cashSums(db, session, methodSums(db, session.number)))

/** A sale that counts: neither voided nor a refund. */
const SOLD = 'voided_by IS NULL AND refund_of IS NULL'

export function ticketSums(db: Db, session: number): TicketSums {
  const row =
    first(
      db,
      `SELECT min(number) AS first_ticket, max(number) AS last_ticket,
         count(*) FILTER (WHERE ${SOLD}) AS tickets,
         coalesce(sum(total_cents) FILTER (WHERE ${SOLD}), 0) AS sales,
         coalesce(sum(tip_cents) FILTER (WHERE voided_by IS NULL), 0) AS tips,
         coalesce(sum(discount_cents) FILTER (WHERE ${SOLD}), 0) AS discounts,
         count(*) FILTER (WHERE voided_by IS NOT NULL AND refund_of IS NULL) AS voids,
         coalesce(sum(total_cents) FILTER (WHERE voided_by IS NOT NULL AND refund_of IS NULL), 0) AS voided,
         count(*) FILTER (WHERE voided_by IS NULL AND refund_of IS NOT NULL) AS refunds,
         coalesce(-sum(total_cents) FILTER (WHERE voided_by IS NULL AND refund_of IS NOT NULL), 0) AS refunded,
         count(*) FILTER (WHERE voided_by IS NOT NULL AND refund_of IS NOT NULL) AS refund_voids,
         coalesce(-sum(total_cents) FILTER (WHERE voided_by IS NOT NULL AND refund_of IS NOT NULL), 0)
           AS refunds_voided,
         count(*) FILTER (WHERE repaid > 0) AS repaid
       FROM sale WHERE session = ?`,
      [session],
    ) ?? {}
  return {
    firstTicket: optionalInteger(row, 'first_ticket'),
    lastTicket: optionalInteger(row, 'last_ticket'),
    ticketCount: integerOf(row, 'tickets'),
    salesCents: cents(integerOf(row, 'sales')),
    tipsCents: cents(integerOf(row, 'tips')),
    discountsCents: cents(integerOf(row, 'discounts')),
    voidCount: integerOf(row, 'voids'),
    voidsCents: cents(integerOf(row, 'voided')),
    refundCount: integerOf(row, 'refunds'),
    refundsCents: cents(integerOf(row, 'refunded')),
    refundVoidCount: integerOf(row, 'refund_voids'),
    refundVoidsCents: cents(integerOf(row, 'refunds_voided')),
    repayCount: integerOf(row, 'repaid'),
  }
}

export function methodSums(db: Db, session: number): readonly MethodSum[] {
  const sums = all(
    db,
    `SELECT payment.method, sum(payment.amount_cents) AS amount
     FROM sale JOIN payment ON payment.stall = sale.stall AND payment.number = sale.number
     WHERE sale.session = ? AND sale.voided_by IS NULL GROUP BY payment.method`,
    [session],
  ).map((row) => ({
    method: oneOf(textOf(row, 'method'), METHODS),
    amountCents: cents(integerOf(row, 'amount')),
  }))
  return METHODS.flatMap((method) => sums.filter((sum) => sum.method === method))
}

function cashSums(db: Db, session: OpenSession, methods: readonly MethodSum[]): CashSums {
  const row =
    first(
      db,
      `SELECT coalesce(sum(amount_cents) FILTER (WHERE direction = 'in'), 0) AS cash_in,
         coalesce(sum(amount_cents) FILTER (WHERE direction = 'out'), 0) AS cash_out,
         (SELECT coalesce(sum(amount_cents), 0) FROM cost WHERE session = @session AND voided_by IS NULL) AS costs
       FROM cash_move WHERE session = @session`,
      { session: session.number },
    ) ?? {}
  return {
    floatCents: session.floatCents,
    cashSalesCents: cashOf(methods),
    cashInCents: cents(integerOf(row, 'cash_in')),
    cashOutCents: cents(integerOf(row, 'cash_out')),
    costsCents: cents(integerOf(row, 'costs')),
  }
}

/**
 * Cash counts as moved since when it is both recorded later and of a later time: what is entered late was in the
 * drawer that was counted. Costs have a day but no time: they were too.
 */
function lastCount(db: Db, session: number): LastCount | undefined {
  const row = first(
    db,
    'SELECT seq, at, counted_cents, reason, last_ticket FROM cash_count WHERE session = ? ORDER BY seq DESC LIMIT 1',
    [session],
  )
  if (row === undefined) return undefined
  const moved = first(
    db,
    `SELECT coalesce((
         SELECT sum(payment.amount_cents)
         FROM sale JOIN payment ON payment.stall = sale.stall AND payment.number = sale.number
         WHERE sale.session = @session AND sale.voided_by IS NULL AND payment.method = 'cash'
           AND sale.number > @ticket AND unixepoch(sale.at) > unixepoch(@at)), 0)
       + coalesce((
         SELECT sum(iif(direction = 'in', amount_cents, -amount_cents))
         FROM cash_move WHERE session = @session AND seq > @seq AND unixepoch(at) > unixepoch(@at)), 0) AS moved`,
    {
      session,
      at: textOf(row, 'at'),
      seq: integerOf(row, 'seq'),
      ticket: optionalInteger(row, 'last_ticket') ?? 0,
    },
  )
  return {
    countedCents: cents(integerOf(row, 'counted_cents')),
    reason: optionalText(row, 'reason'),
    movedSinceCents: moved === undefined ? ZERO : cents(integerOf(moved, 'moved')),
  }
}

/** The notes and coins of a session's last count, the largest first; none where only a total was said. */
export function lastPieces(db: Db, session: number): readonly Pieces[] {
  return all(
    db,
    `SELECT piece.value ->> 'valueCents' AS value, sum(piece.value ->> 'count') AS count
     FROM cash_count, json_each(cash_count.pieces) AS piece
     WHERE session = @session AND seq = (SELECT max(seq) FROM cash_count WHERE session = @session)
     GROUP BY value ORDER BY value DESC`,
    { session },
  ).map((row) => ({ valueCents: cents(integerOf(row, 'value')), count: integerOf(row, 'count') }))
}

const TENDERS = ['card', 'cheque', 'transfer'] as const

/** The last count of each means; what was taken since counts as for cash. */
function lastTenders(db: Db, session: number): readonly LastTender[] {
  const rows = all(
    db,
    `SELECT cash_count.at, cash_count.last_ticket, tender.value ->> 'method' AS method,
       tender.value ->> 'countedCents' AS counted, tender.value ->> 'count' AS count,
       tender.value ->> 'reason' AS reason
     FROM cash_count, json_each(cash_count.tenders) AS tender WHERE session = ? ORDER BY seq`,
    [session],
  )
  return TENDERS.flatMap((method) => {
    const row = rows.findLast((each) => textOf(each, 'method') === method)
    if (row === undefined) return []
    const moved = first(
      db,
      `SELECT coalesce(sum(payment.amount_cents), 0) AS moved
       FROM sale JOIN payment ON payment.stall = sale.stall AND payment.number = sale.number
       WHERE sale.session = ? AND sale.voided_by IS NULL AND payment.method = ?
         AND sale.number > ? AND unixepoch(sale.at) > unixepoch(?)`,
      [session, method, optionalInteger(row, 'last_ticket') ?? 0, textOf(row, 'at')],
    )
    return [
      {
        method,
        countedCents: cents(integerOf(row, 'counted')),
        count: optionalInteger(row, 'count'),
        reason: optionalText(row, 'reason'),
        movedSinceCents: moved === undefined ? ZERO : cents(integerOf(moved, 'moved')),
      },
    ]
  })
}

/**
 * A session's sales by rate and kind, refunds taken off, and what was sold without a rate. Free lines take nothing in.
 */
export function takingsOf(
  db: Db,
  session: number,
): { readonly takings: readonly OpenTakings[]; readonly unrated: readonly Unrated[] } {
  const takings = all(
    db,
    `SELECT sale_line.vat_rate_per_mille AS rate, sale_line.kind, sum(sale_line.total_cents) AS ttc
     FROM sale JOIN sale_line ON sale_line.stall = sale.stall AND sale_line.number = sale.number
     WHERE sale.session = ? AND sale.voided_by IS NULL AND sale_line.total_cents <> 0
     GROUP BY sale_line.vat_rate_per_mille, sale_line.kind
     ORDER BY sale_line.vat_rate_per_mille, sale_line.kind`,
    [session],
  ).map((row) => {
    const rate = optionalInteger(row, 'rate')
    return {
      ratePerMille: rate === undefined ? undefined : vatRate(rate),
      kind: oneOf(textOf(row, 'kind'), KINDS),
      ttcCents: cents(integerOf(row, 'ttc')),
    }
  })
  const open = takings.some((each) => each.ratePerMille === undefined)
  return { takings, unrated: open ? unratedOf(db, session) : [] }
}

function unratedOf(db: Db, session: number): readonly Unrated[] {
  return all(
    db,
    `SELECT sale_line.product, min(sale_line.label) AS label
     FROM sale JOIN sale_line ON sale_line.stall = sale.stall AND sale_line.number = sale.number
     WHERE sale.session = ? AND sale.voided_by IS NULL AND sale_line.total_cents <> 0
       AND sale_line.vat_rate_per_mille IS NULL
     GROUP BY coalesce(sale_line.product, sale_line.label), sale_line.product
     ORDER BY coalesce(sale_line.product, sale_line.label)`,
    [session],
  ).map((row) => ({ product: optionalText(row, 'product'), label: textOf(row, 'label') }))
}

/** The rates by now of the products that a session sold without one: its Z fixes them. */
export function ratesToFix(
  db: Db,
  { number, cohort }: Pick<OpenSession, 'number' | 'cohort'>,
): NonNullable<ZBody['fixed']> {
  return all(
    db,
    `SELECT code, vat_rate_per_mille AS rate FROM product
     WHERE cohort = ? AND vat_rate_per_mille IS NOT NULL AND code IN (
       SELECT line.value ->> '$.product' FROM sale, json_each(sale.lines) AS line
       WHERE sale.session = ? AND sale.unrated = 1 AND line.value ->> '$.vatRatePerMille' IS NULL)
     ORDER BY code`,
    [cohort, number],
  ).map((row) => ({ product: textOf(row, 'code'), ratePerMille: vatRate(integerOf(row, 'rate')) }))
}
