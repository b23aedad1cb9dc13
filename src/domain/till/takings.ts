import type { CountedTender, PaymentMethod, ProductKind } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { type Cents, cents, ZERO } from '../kernel/money.ts'
import { type VatRate, vatRate } from '../kernel/rate.ts'
import type { Unrated } from './refusal.ts'

/** What was taken at one VAT rate for goods or for services, VAT included; no rate: nobody has said it yet. */
export type OpenTakings = {
  readonly ratePerMille: VatRate | undefined
  readonly kind: ProductKind
  readonly ttcCents: Cents
}
export type RatedTakings = OpenTakings & { readonly ratePerMille: VatRate }

/**
 * The tickets of one session; voided ones stand apart and are in no amount but their own. Refunds stand apart too:
 * the sales are before them, the tips are what is left.
 */
export type TicketSums = {
  readonly firstTicket: number | undefined
  readonly lastTicket: number | undefined
  readonly ticketCount: number
  /** VAT included, tips apart. */
  readonly salesCents: Cents
  readonly tipsCents: Cents
  readonly discountsCents: Cents
  readonly voidCount: number
  readonly voidsCents: Cents
  readonly refundCount: number
  readonly refundsCents: Cents
  readonly refundVoidCount: number
  readonly refundVoidsCents: Cents
  /** Tickets whose means of payment were put right. */
  readonly repayCount: number
}

/** What the goods brought: sales less refunds. Of a session, or of its Z. */
export const takenOf = ({
  salesCents,
  refundsCents,
}: {
  readonly salesCents: Cents
  readonly refundsCents?: Cents
}): Cents => cents(salesCents - (refundsCents ?? 0))

export type MethodSum = { readonly method: PaymentMethod; readonly amountCents: Cents }

/** Where the cash of one session came from and went. */
export type CashSums = {
  readonly floatCents: Cents
  /** Paid in cash, without the change, tips included; voided sales left out, refunds in cash taken off. */
  readonly cashSalesCents: Cents
  readonly cashInCents: Cents
  readonly cashOutCents: Cents
  /** Costs paid from the till. */
  readonly costsCents: Cents
}

/** The last count of a session, and the cash that was recorded after it with a later time. */
export type LastCount = {
  readonly countedCents: Cents
  readonly reason: string | undefined
  readonly movedSinceCents: Cents
}

/** What the last count of a means that is not cash found, and what came after it with a later time. */
export type LastTender = {
  readonly method: CountedTender['method']
  readonly countedCents: Cents
  readonly count: number | undefined
  readonly reason: string | undefined
  readonly movedSinceCents: Cents
}

/** What should lie in the drawer (practice). Below zero when more was taken out than came in. */
export function expectedCash(sums: CashSums): Cents {
  const { floatCents, cashSalesCents, cashInCents, cashOutCents, costsCents } = sums
  return cents(floatCents + cashSalesCents + cashInCents - cashOutCents - costsCents)
}

export const cashOf = (methods: readonly MethodSum[]): Cents =>
  methods.find(({ method }) => method === 'cash')?.amountCents ?? ZERO

/** Those takings whose rate is known. */
export const ratedTakings = (takings: readonly OpenTakings[]): readonly RatedTakings[] =>
  takings.flatMap(({ ratePerMille, ...rest }) =>
    ratePerMille === undefined ? [] : [{ ratePerMille, ...rest }],
  )

/**
 * All takings with their rate, as a Z needs them; refuses while a rate is missing. A host under `franchise` collects
 * no VAT: what has no rate counts as 0 %.
 */
export function sealableTakings(
  takings: readonly OpenTakings[],
  unrated: readonly Unrated[],
  regime: 'normal' | 'franchise',
): readonly RatedTakings[] {
  if (regime === 'normal' && unrated.length > 0) refuse({ code: 'vat-rate-missing', unrated })
  return takings.map(({ ratePerMille, ...rest }) => ({
    ratePerMille: ratePerMille ?? vatRate(0),
    ...rest,
  }))
}
