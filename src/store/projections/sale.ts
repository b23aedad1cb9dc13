import type {
  EventBodies,
  Payment,
  RefundLine,
  SaleLine,
  ZBody,
} from '../../domain/journal/event.ts'
import { Defect } from '../../domain/kernel/defect.ts'
import { importedSales } from '../../domain/sales/imported-sale.ts'
import { type Db, first, run, type Value } from '../sql.ts'
import { bit, eventName, orNull, type Projectors } from './projector.ts'
import { countSold, uncountSold } from './stock.ts'

/** Fields in a fixed order: a replay writes the same text. */
const linesText = (lines: readonly (SaleLine & Partial<Pick<RefundLine, 'of'>>)[]): string =>
  JSON.stringify(
    lines.map(
      ({
        product,
        label,
        quantity,
        unitPriceCents,
        totalCents,
        vatRatePerMille,
        kind,
        free,
        lump,
        of,
      }) => ({
        product,
        label,
        quantity,
        unitPriceCents,
        totalCents,
        vatRatePerMille,
        kind,
        free,
        lump,
        of,
      }),
    ),
  )

const paymentsText = (payments: readonly Payment[]): string =>
  JSON.stringify(
    payments.map(({ method, amountCents, tenderedCents }) => ({
      method,
      amountCents,
      tenderedCents,
    })),
  )

const INSERT = `INSERT INTO sale (stall, number, cohort, session, day, at, key, content, seller, total_cents,
  discount_cents, tip_cents, change_cents, recap, reference, lines, payments, unrated) VALUES `
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
/** Tickets that one statement of an import writes: half the time of one by one. */
const AT_ONCE = 25
const INSERT_ONE = INSERT + ROW
const INSERT_REFUND = `INSERT INTO sale (stall, number, cohort, session, day, at, seller, total_cents, discount_cents,
  tip_cents, change_cents, recap, lines, payments, unrated, refund_of, refund_reason, reference)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0, 0, ?, ?, ?, ?, ?, ?)`
const INSERT_MANY = INSERT + Array.from({ length: AT_ONCE }, () => ROW).join(', ')

const rowOf = (stall: string, body: EventBodies['sale']): readonly Value[] => [
  stall,
  body.number,
  body.cohort,
  orNull(body.session),
  body.day,
  body.happenedAt,
  orNull(body.key),
  orNull(body.content),
  orNull(body.seller),
  body.totalCents,
  body.discountCents,
  body.tipCents,
  body.changeCents,
  bit(body.recap),
  orNull(body.reference),
  linesText(body.lines),
  paymentsText(body.payments),
  bit(body.lines.some((line) => line.vatRatePerMille === undefined)),
]

/** The wall behind the decisions: all these sales are of one cohort and day. */
function assertOpenPeriod(
  db: Db,
  { cohort, day }: Pick<EventBodies['sale'], 'cohort' | 'day'>,
): void {
  const closed = first(
    db,
    'SELECT 1 AS closed FROM closing WHERE cohort = ? AND ? BETWEEN from_day AND until_day',
    [cohort, day],
  )
  if (closed !== undefined) throw new Defect('a sale enters a closed period')
}

function writeSales(db: Db, stall: string, sales: readonly EventBodies['sale'][]): void {
  const [one] = sales
  if (one !== undefined) assertOpenPeriod(db, one)
  const whole = sales.length - (sales.length % AT_ONCE)
  for (let at = 0; at < whole; at += AT_ONCE) {
    run(
      db,
      INSERT_MANY,
      sales.slice(at, at + AT_ONCE).flatMap((sale) => rowOf(stall, sale)),
    )
  }
  for (const sale of sales.slice(whole)) run(db, INSERT_ONE, rowOf(stall, sale))
  if (one !== undefined) countSold(db, one.cohort, sales)
}

/** At the Z, lines without a VAT rate keep the one that the Z says. */
export function fixRates(db: Db, { session, fixed }: Pick<ZBody, 'session' | 'fixed'>): void {
  const rates = JSON.stringify(
    Object.fromEntries((fixed ?? []).map((each) => [each.product, each.ratePerMille])),
  )
  run(
    db,
    `UPDATE sale SET unrated = 0, lines = (
       SELECT json_group_array(json_set(each.value, '$.vatRatePerMille', coalesce(
         each.value ->> '$.vatRatePerMille',
         (SELECT rate.value FROM json_each(:rates) AS rate WHERE rate.key = each.value ->> '$.product'))))
       FROM json_each(sale.lines) AS each)
     WHERE session = :session AND unrated = 1`,
    { rates, session },
  )
}

function writeRefund(db: Db, stall: string, body: EventBodies['sale-refund']): void {
  assertOpenPeriod(db, body)
  run(db, INSERT_REFUND, [
    stall,
    body.number,
    body.cohort,
    body.session,
    body.day,
    body.happenedAt,
    orNull(body.seller),
    body.totalCents,
    body.tipCents,
    linesText(body.lines),
    paymentsText(body.payments),
    bit(body.lines.some((line) => line.vatRatePerMille === undefined)),
    body.of,
    body.reason,
    orNull(body.reference),
  ])
  countSold(db, body.cohort, [body])
}

type Paid = { readonly payments: readonly Payment[]; readonly changeCents: number }

/** `by`: a repayment more, or one less when it is taken back. */
function writePayments(
  db: Db,
  { stall, number, by }: { readonly stall: string; readonly number: number; readonly by: 1 | -1 },
  { payments, changeCents }: Paid,
): void {
  run(
    db,
    'UPDATE sale SET payments = ?, change_cents = ?, repaid = repaid + ? WHERE stall = ? AND number = ?',
    [paymentsText(payments), changeCents, by, stall, number],
  )
}

type SaleKind = 'sale' | 'sale-import' | 'sale-void' | 'sale-refund' | 'sale-repay'

export const saleProjectors: Projectors<SaleKind> = {
  sale: {
    apply: (db, { stall, body }) => writeSales(db, stall, [body]),
  },
  'sale-import': {
    apply: (db, { stall, body }) => writeSales(db, stall, importedSales(body)),
  },
  'sale-void': {
    apply: (db, event) => {
      run(db, 'UPDATE sale SET voided_by = ?, void_reason = ? WHERE stall = ? AND number = ?', [
        eventName(event),
        event.body.reason,
        event.stall,
        event.body.number,
      ])
      uncountSold(db, event.stall, event.body.number)
    },
  },
  'sale-refund': {
    apply: (db, { stall, body }) => writeRefund(db, stall, body),
  },
  'sale-repay': {
    apply: (db, { stall, body }) => writePayments(db, { stall, number: body.number, by: 1 }, body),
    revert: (db, { stall, body }) =>
      writePayments(db, { stall, number: body.number, by: -1 }, body.before),
  },
}
