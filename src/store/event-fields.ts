import * as z from 'zod/mini'
import { ACCOUNT_KEYS, CONTRIBUTION_STYLES } from '../domain/accounting/chart.ts'
import { type Day, parseDay } from '../domain/kernel/day.ts'
import { type Instant, instant } from '../domain/kernel/instant.ts'
import type { Cents } from '../domain/kernel/money.ts'
import { type BasisPoints, isVatRate, type VatRate } from '../domain/kernel/rate.ts'

const isWhole = (value: unknown): value is number =>
  Number.isSafeInteger(value) && !Object.is(value, -0)

function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string') return false
  try {
    return instant(value) === value
  } catch {
    return false
  }
}

export const text = z.string()
const whole = z.custom<number>(isWhole)
export const count = z.custom<number>((value) => isWhole(value) && value >= 0)
export const cents = z.custom<Cents>(isWhole)
export const vatRate = z.custom<VatRate>((value) => isWhole(value) && isVatRate(value))
export const day = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) === value)
export const at = z.custom<Instant>(isInstant)
export const yes = z.literal(true)
export const maybe = z.exactOptional

export const language = z.enum(['fr', 'en'])
export const csvProfile = z.enum(['excel-fr', 'standard'])
export const template = z.enum(['flash7', 'cjs', 'cjm', 'long', 'open', 'blank'])
export const half = z.enum(['am', 'pm'])
const status = z.enum(['P', 'R', 'D', 'AJ', 'AI', 'NC', 'X'])
export const method = z.enum(['cash', 'card', 'cheque', 'transfer'])
export const productKind = z.enum(['goods', 'service'])
const charge = z.enum(['activity', 'programme'])
export const subject = z.enum(['participant', 'attendance', 'cost', 'product', 'sale'])

const scalar = z.union([z.string(), whole, z.boolean()])
export const changes = z.array(
  z.strictObject({ field: text, from: maybe(scalar), to: maybe(scalar) }),
)
export const planned = { day, label: text, amMinutes: count, pmMinutes: count }
export const moneyMove = {
  cohort: text,
  number: count,
  day,
  voucher: maybe(text),
  label: maybe(text),
}
export const costFields = {
  label: text,
  category: text,
  supplier: maybe(text),
  voucher: maybe(text),
  paidBy: text,
  chargedTo: charge,
  amounts: z.array(
    z.strictObject({ amountCents: cents, vatRatePerMille: vatRate, vatCents: cents }),
  ),
}
export const mark = { status, minutes: maybe(count), reason: maybe(text) }
export const knownHead = z.strictObject({ stall: text, seq: count, hash: text })
export const rateFields = {
  ratePerMille: vatRate,
  ttcCents: cents,
  vatCents: cents,
  htCents: cents,
}

const soldFields = {
  product: maybe(text),
  label: text,
  unitPriceCents: cents,
  totalCents: cents,
  vatRatePerMille: maybe(vatRate),
  kind: productKind,
  free: maybe(yes),
  lump: maybe(yes),
}
export const saleLine = z.strictObject({ ...soldFields, quantity: count })
export const refundLine = z.strictObject({ ...soldFields, quantity: whole, of: count })
export const payment = z.strictObject({ method, amountCents: cents, tenderedCents: cents })

const employerRate = z.strictObject({ name: text, rate: count })
const employeeRate = z.strictObject({ name: text, rate: count, baseShare: count })
export const rateTable = z.strictObject({
  validFrom: day,
  employer: z.array(employerRate),
  employee: z.array(employeeRate),
})

export const tenders = z.array(
  z.strictObject({
    method: z.enum(['card', 'cheque', 'transfer']),
    expectedCents: cents,
    countedCents: cents,
    differenceCents: cents,
    count: maybe(count),
    reason: maybe(text),
  }),
)
export const zBody = z.strictObject({
  cohort: text,
  session: count,
  day,
  happenedAt: at,
  number: count,
  firstTicket: maybe(count),
  lastTicket: maybe(count),
  ticketCount: count,
  salesCents: cents,
  tipsCents: cents,
  discountsCents: cents,
  voidCount: count,
  voidsCents: cents,
  refundCount: maybe(count),
  refundsCents: maybe(cents),
  refundVoidCount: maybe(count),
  refundVoidsCents: maybe(cents),
  repayCount: maybe(count),
  rates: z.array(z.strictObject(rateFields)),
  kinds: z.array(z.strictObject({ ...rateFields, kind: productKind })),
  fixed: maybe(z.array(z.strictObject({ product: text, ratePerMille: vatRate }))),
  methods: z.array(z.strictObject({ method, amountCents: cents })),
  floatCents: cents,
  cashInCents: cents,
  cashOutCents: cents,
  costsCents: cents,
  expectedCents: cents,
  countedCents: maybe(cents),
  differenceCents: cents,
  reason: maybe(text),
  tenders: maybe(tenders),
  periodTotalCents: cents,
  perpetualSalesCents: cents,
  perpetualVoidsCents: cents,
  perpetualRefundsCents: maybe(cents),
  perpetualRefundVoidsCents: maybe(cents),
  previousZ: maybe(text),
  head: text,
  afterZ: maybe(yes),
})

export const tillClosing = z.strictObject({
  scope: z.enum(['month', 'year']),
  period: text,
  happenedAt: at,
  zs: maybe(z.array(count)),
  months: maybe(z.array(text)),
  zCount: count,
  ticketCount: count,
  salesCents: cents,
  tipsCents: cents,
  discountsCents: cents,
  voidCount: count,
  voidsCents: cents,
  refundCount: count,
  refundsCents: cents,
  refundVoidCount: count,
  refundVoidsCents: cents,
  repayCount: count,
  rates: z.array(z.strictObject(rateFields)),
  kinds: z.array(z.strictObject({ ...rateFields, kind: productKind })),
  methods: z.array(z.strictObject({ method, amountCents: cents })),
  differenceCents: cents,
  periodTotalCents: cents,
  perpetualSalesCents: cents,
  perpetualVoidsCents: cents,
  perpetualRefundsCents: maybe(cents),
  perpetualRefundVoidsCents: maybe(cents),
  previousClosing: maybe(text),
  head: text,
})

export const pay = z.strictObject({
  grossCents: cents,
  employerCents: cents,
  employeeCents: cents,
  netCents: cents,
  remainderCents: cents,
})
const share = z.strictObject({
  participant: text,
  weight: count,
  payable: z.boolean(),
  payableReason: maybe(text),
  shareCents: cents,
  spareCent: z.boolean(),
  pay: maybe(pay),
})
const terms = z.strictObject({
  vatRegime: z.enum(['normal', 'franchise']),
  contributionRateBp: count,
  contributionBase: z.enum(['gross_margin', 'revenue', 'none']),
  contributionFloorCents: maybe(cents),
  contributionCapCents: maybe(cents),
  insuranceRateBp: count,
  insurancePerParticipantCents: cents,
})
const chart = z.strictObject({
  accounts: z.record(z.enum(ACCOUNT_KEYS), text),
  contributionStyle: z.enum(CONTRIBUTION_STYLES),
  activitySection: text,
  hostSection: text,
})
export const incomeStatement = z.strictObject({
  salesTtcCents: cents,
  vatCollectedCents: cents,
  revenueHtCents: cents,
  purchasesHtCents: cents,
  packagingHtCents: cents,
  grossMarginCents: cents,
  otherChargesHtCents: cents,
  tillDifferenceCents: cents,
  donationsCents: cents,
  contributionCents: cents,
  insuranceCents: cents,
  resultCents: cents,
})
const hostRate = z.custom<BasisPoints>((value) => isWhole(value) && value >= 0 && value <= 10_000)
const keptBack = z.union([
  z.strictObject({ kind: z.literal('percent'), rate: hostRate }),
  z.strictObject({ kind: z.literal('amount'), amountCents: cents }),
])
export const vatRow = z.strictObject({
  day,
  till: text,
  ratePerMille: count,
  ttcCents: cents,
  vatCents: cents,
  htCents: cents,
})
export const distribution = z.strictObject({
  totalCents: cents,
  reserveCents: cents,
  deficitCents: cents,
  carriedDeficitCents: maybe(cents),
  shares: z.array(share),
})
export const closeBody = z.strictObject({
  cohort: text,
  period: count,
  from: day,
  until: day,
  closedAt: at,
  software: text,
  inputs: text,
  terms,
  chart,
  rates: maybe(rateTable),
  rule: z.enum(['equal', 'half-days', 'hours', 'weights']),
  excusedCount: z.boolean(),
  weights: maybe(z.array(z.strictObject({ participant: text, weight: count }))),
  reserve: maybe(keptBack),
  vote: z.strictObject({ on: day, for: count, against: count, abstained: count }),
  incomeStatement,
  programmeHtCents: cents,
  fixed: maybe(z.array(z.strictObject({ product: text, ratePerMille: vatRate }))),
  vat: z.array(vatRow),
  distribution,
})

/** A Z's body as the `z` table keeps it; `undefined` when it is not one. */
export function readZBody(body: string): z.output<typeof zBody> | undefined {
  const outcome = z.safeParse(zBody, JSON.parse(body))
  return outcome.success ? outcome.data : undefined
}

export function readTillClosing(body: string): z.output<typeof tillClosing> | undefined {
  const outcome = z.safeParse(tillClosing, JSON.parse(body))
  return outcome.success ? outcome.data : undefined
}
