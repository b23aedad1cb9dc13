import type { ZBody, ZKind, ZRate } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { invariant } from '../kernel/defect.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Cents, cents, sumCents, ZERO } from '../kernel/money.ts'
import { present } from '../kernel/present.ts'
import { besideExpected } from './count.ts'
import type { OpenSession } from './session-for.ts'
import {
  type CashSums,
  cashOf,
  expectedCash,
  type LastCount,
  type LastTender,
  type MethodSum,
  type TicketSums,
  takenOf,
} from './takings.ts'

/** Everything that one session holds. */
export type SessionSums = {
  readonly session: OpenSession
  readonly tickets: TicketSums
  /** By means of payment, in the order cash, card, cheque, transfer; those without an amount are left out. */
  readonly methods: readonly MethodSum[]
  readonly cash: CashSums
  readonly count: LastCount | undefined
  /** Means other than cash that were counted. */
  readonly tenders: readonly LastTender[]
}

/** VAT of the session's takings, extracted once per rate. */
export type SessionVat = { readonly rates: readonly ZRate[]; readonly kinds: readonly ZKind[] }

/** Totals that stand outside the session. */
export type RunningTotals = {
  /** Of the cohort's earlier Zs since its last close. */
  readonly periodBeforeCents: Cents
  readonly perpetualSalesCents: Cents
  readonly perpetualVoidsCents: Cents
  /** Absent before the first refund. */
  readonly perpetualRefundsCents?: Cents
  readonly perpetualRefundVoidsCents?: Cents
}

/** A session as it stands: a Z without its number and its place in the chain. */
export type SessionStatement = Omit<ZBody, 'number' | 'previousZ' | 'head' | 'happenedAt'>

export function statementOf(
  { session, tickets, methods, cash, count, tenders }: SessionSums,
  { rates, kinds }: SessionVat,
  totals: RunningTotals,
): SessionStatement {
  const { firstTicket, lastTicket, refundCount, refundVoidCount, repayCount, ...rest } = tickets
  const { refundsCents, refundVoidsCents, ...sums } = rest
  const takenCents = takenOf(tickets)
  const paid = sumCents(methods.map((each) => each.amountCents))
  invariant(paid === takenCents + sums.tipsCents, 'payments are sales less refunds, and tips')
  invariant(cashOf(methods) === cash.cashSalesCents, 'the drawer holds what was paid in cash')
  const expectedCents = expectedCash(cash)
  return {
    cohort: session.cohort,
    session: session.number,
    day: session.day,
    ...present({ firstTicket, lastTicket }),
    ...sums,
    ...(refundCount > 0 ? { refundCount, refundsCents } : {}),
    ...(refundVoidCount > 0 ? { refundVoidCount, refundVoidsCents } : {}),
    ...(repayCount > 0 ? { repayCount } : {}),
    rates,
    kinds,
    methods,
    floatCents: cash.floatCents,
    cashInCents: cash.cashInCents,
    cashOutCents: cash.cashOutCents,
    costsCents: cash.costsCents,
    expectedCents,
    ...present({ countedCents: count?.countedCents }),
    differenceCents: count === undefined ? ZERO : cents(count.countedCents - expectedCents),
    ...present({ reason: count?.reason }),
    ...(tenders.length === 0
      ? {}
      : { tenders: tenders.map((tender) => besideExpected(tender, methods)) }),
    periodTotalCents: cents(totals.periodBeforeCents + takenCents),
    perpetualSalesCents: totals.perpetualSalesCents,
    perpetualVoidsCents: totals.perpetualVoidsCents,
    ...present({
      perpetualRefundsCents: totals.perpetualRefundsCents,
      perpetualRefundVoidsCents: totals.perpetualRefundVoidsCents,
    }),
    ...(session.afterZ ? { afterZ: true } : {}),
  }
}

/** The Z's place: gapless number of this till, hash of the Z before and of the event before, in hexadecimal. */
export type SealContext = {
  readonly totals: RunningTotals
  readonly happenedAt: Instant
  readonly number: number
  readonly previousZ: string | undefined
  readonly head: string
}

/**
 * Seals a session (law). A session that nobody counted is sealed with no difference. Refuses when
 * cash moved, or a counted means took something, at a later time than the count: its difference would be a false one (choice).
 */
export function sealSession(
  sums: SessionSums,
  vat: SessionVat,
  { totals, happenedAt, number, previousZ, head }: SealContext,
): ZBody {
  const { count } = sums
  if (count !== undefined && count.movedSinceCents !== 0) {
    const nowCents = cents(Math.max(0, count.countedCents + count.movedSinceCents))
    refuse({ code: 'count-outdated', countedCents: count.countedCents, nowCents })
  }
  for (const { method, countedCents, movedSinceCents } of sums.tenders) {
    if (movedSinceCents === 0) continue
    const nowCents = cents(Math.max(0, countedCents + movedSinceCents))
    const cashCents = count?.countedCents ?? ZERO
    refuse({ code: 'tender-outdated', method, countedCents, nowCents, cashCents })
  }
  const statement = statementOf(sums, vat, totals)
  const rated = sumCents(vat.rates.map((rate) => rate.ttcCents))
  invariant(rated === takenOf(statement), 'the rates hold all sales, less refunds')
  return {
    ...statement,
    happenedAt,
    number,
    ...present({ previousZ }),
    head,
  }
}
