import * as z from 'zod/mini'
import {
  cents,
  costFields,
  count,
  day,
  distribution,
  incomeStatement,
  maybe,
  method,
  pay,
  productKind,
  rateFields,
  text,
  vatRow,
} from './event-fields.ts'

const cost = { cost: count, ...costFields }
const takings = {
  label: maybe(text),
  of: productKind,
  method,
  rates: z.array(z.strictObject(rateFields)),
}
const fact = z.union([
  z.strictObject({ kind: z.literal('cost'), ...cost }),
  z.strictObject({ kind: z.literal('void-cost'), ...cost }),
  z.strictObject({ kind: z.literal('sale'), ...takings }),
  z.strictObject({ kind: z.literal('void-sale'), ...takings }),
  z.strictObject({ kind: z.literal('cheque'), amountCents: cents }),
  z.strictObject({ kind: z.literal('till'), differenceCents: cents }),
])

const standing = z.strictObject({ incomeStatement, programmeHtCents: cents, distribution })

/** A correction of a closed period as the journal keeps it. */
export const correctionBody = z.strictObject({
  cohort: text,
  period: count,
  number: count,
  day,
  software: text,
  reason: maybe(text),
  fact,
  amendment: z.strictObject({
    before: standing,
    after: standing,
    difference: z.strictObject({
      incomeStatement,
      programmeHtCents: cents,
      totalCents: cents,
      reserveCents: cents,
      deficitCents: cents,
      shares: z.array(z.strictObject({ participant: text, shareCents: cents, pay: maybe(pay) })),
    }),
    vat: z.array(vatRow),
  }),
})
