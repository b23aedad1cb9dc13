import { refuse } from '../domain/journal/refusal.ts'
import { type Cents, cents, sumCents, ZERO } from '../domain/kernel/money.ts'
import type { CardPayment } from '../domain/sales/card-matching.ts'
import type { TerminalFile, TerminalRow } from '../formats/terminal-spec.ts'

/** The rows of one transaction. */
export type TerminalPayment = CardPayment & {
  readonly line: number
  readonly tipCents: Cents
  readonly rows: readonly TerminalRow[]
}

/** Why a payment of the file is not recorded. */
export type LeftOutReason =
  | 'pending'
  | 'refunded'
  | 'disputed'
  | 'refund-of-nothing'
  | 'refund-in-part'
  | 'refund-of-other-till'
export type LeftOut = { readonly payment: TerminalPayment; readonly reason: LeftOutReason }

/** What is no card sale is only counted. */
type Skipped = {
  failed: number
  cancelled: number
  cash: number
  other: number
  payouts: number
  nothing: number
}

export type TerminalContents = {
  readonly payments: readonly TerminalPayment[]
  readonly refunds: readonly TerminalPayment[]
  readonly leftOut: readonly LeftOut[]
  readonly skipped: Skipped
  /** What the terminal kept. */
  readonly feeCents: Cents
}

export type TerminalGroups = {
  /** Refuses a row that does not fit the others of its transaction. */
  readonly take: (row: TerminalRow) => void
  readonly contents: () => TerminalContents
}

type Group = { readonly key: string; readonly first: TerminalRow; readonly rows: TerminalRow[] }

/** Takes the rows of an export as they come, and puts together what is one payment. */
export function terminalGroups({ itemised }: TerminalFile): TerminalGroups {
  const groups: Group[] = []
  const payouts: TerminalRow[] = []
  const seen = new Set<string>()
  return {
    take: (row) => {
      if (row.type === 'payout') return void payouts.push(row)
      const key = `${row.type} ${row.transaction}`
      const open = groups.at(-1)
      if (itemised && open?.key === key) return join(open, row)
      if (seen.has(key))
        refuse({
          code: itemised ? 'ticket-apart' : 'transaction-twice',
          reference: row.transaction,
        })
      seen.add(key)
      groups.push({ key, first: row, rows: [row] })
    },
    contents: () => contentsOf(groups, payouts, itemised),
  }
}

function join({ first, rows }: Group, row: TerminalRow): void {
  const reference = row.transaction
  if (first.status !== row.status) refuse({ code: 'transaction-half', reference })
  if (first.at !== row.at || first.method !== row.method || first.refundOf !== row.refundOf)
    refuse({ code: 'ticket-mixed', reference })
  rows.push(row)
}

/**
 * A tip stands beside the prices of what was sold, once for a transaction; in the total of a file that has a row for
 * each payment it is part of it (choice).
 */
function paymentOf({ first, rows }: Group, itemised: boolean): TerminalPayment {
  const { line, transaction, at, tipCents } = first
  const sum = sumCents(rows.map((row) => row.totalCents))
  return {
    line,
    transaction,
    at,
    tipCents,
    amountCents: itemised ? cents(sum + tipCents) : sum,
    rows,
  }
}

function contentsOf(
  groups: readonly Group[],
  payouts: readonly TerminalRow[],
  itemised: boolean,
): TerminalContents {
  const skipped = {
    failed: 0,
    cancelled: 0,
    cash: 0,
    other: 0,
    payouts: payouts.length,
    nothing: 0,
  }
  const payments: TerminalPayment[] = []
  const refunds: TerminalPayment[] = []
  const leftOut: LeftOut[] = []
  for (const group of groups) {
    const { method, status, type } = group.first
    const payment = paymentOf(group, itemised)
    if (method !== 'card') skipped[method] += 1
    else if (status === 'failed' || status === 'cancelled') skipped[status] += 1
    else if (status === 'pending') leftOut.push({ payment, reason: 'pending' })
    else if (type === 'chargeback' || status === 'disputed')
      leftOut.push({ payment, reason: 'disputed' })
    else if (type === 'refund') refunds.push(payment)
    else if (status === 'refunded') leftOut.push({ payment, reason: 'refunded' })
    else if (payment.amountCents === 0) skipped.nothing += 1
    else payments.push(payment)
  }
  const ofPayouts = sumCents(payouts.map((row) => row.feeCents))
  const ofSales = sumCents(payments.map(({ rows }) => rows[0]?.feeCents ?? ZERO))
  return { payments, refunds, leftOut, skipped, feeCents: ofPayouts > 0 ? ofPayouts : ofSales }
}
