import { ZERO } from '../domain/kernel/money.ts'
import { ticketName } from '../domain/sales/ticket.ts'
import { zName } from '../domain/till/z-name.ts'
import type { Statement } from './till-statement.ts'

/** As programs read it; null is "none" or "not yet". */
export function statementJson({ till, body, seal, unrated, pieces, again }: Statement): object {
  const named = (ticket: number | undefined): string | null =>
    ticket === undefined ? null : ticketName(till, ticket)
  return {
    z: seal === undefined ? null : zName(seal.number),
    duplicate: again ?? false,
    till,
    cohort: body.cohort,
    session: body.session,
    day: body.day,
    sealedAt: seal?.happenedAt ?? null,
    afterZ: body.afterZ ?? false,
    firstTicket: named(body.firstTicket),
    lastTicket: named(body.lastTicket),
    ticketCount: body.ticketCount,
    salesCents: body.salesCents,
    tipsCents: body.tipsCents,
    discountsCents: body.discountsCents,
    voidCount: body.voidCount,
    voidsCents: body.voidsCents,
    refundCount: body.refundCount ?? 0,
    refundsCents: body.refundsCents ?? ZERO,
    refundVoidCount: body.refundVoidCount ?? 0,
    refundVoidsCents: body.refundVoidsCents ?? ZERO,
    repayCount: body.repayCount ?? 0,
    rates: body.rates,
    kinds: body.kinds,
    unrated: unrated.map(({ product, label }) => product ?? label),
    methods: body.methods,
    floatCents: body.floatCents,
    cashInCents: body.cashInCents,
    cashOutCents: body.cashOutCents,
    costsCents: body.costsCents,
    expectedCents: body.expectedCents,
    countedCents: body.countedCents ?? null,
    differenceCents: body.differenceCents,
    reason: body.reason ?? null,
    tenders: body.tenders ?? [],
    pieces,
    periodTotalCents: body.periodTotalCents,
    perpetualSalesCents: body.perpetualSalesCents,
    perpetualVoidsCents: body.perpetualVoidsCents,
    perpetualRefundsCents: body.perpetualRefundsCents ?? ZERO,
    perpetualRefundVoidsCents: body.perpetualRefundVoidsCents ?? ZERO,
    previousZ: seal?.previousZ ?? null,
    head: seal?.head ?? null,
  }
}
