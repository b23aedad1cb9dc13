import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

export type CorrectionRefusal =
  /** `period`: the one asked for; `closed`: how many periods are closed. */
  | {
      readonly code: 'period-not-closed'
      readonly cohort: string
      readonly period: number | undefined
      readonly closed: number
    }
  | { readonly code: 'correction-before-close'; readonly day: Day; readonly closedOn: Day }
  /** A cost that no close has counted yet: it may still be voided. */
  | { readonly code: 'cost-not-closed'; readonly number: number; readonly day: Day }
  | {
      readonly code: 'unknown-amendment'
      readonly number: number
      readonly period: number
      readonly made: number
    }
  /** More cheques sent back than came in; `leftCents`: those received that were not sent back yet. */
  | {
      readonly code: 'cheque-above-received'
      readonly amountCents: Cents
      readonly leftCents: Cents
    }
  /** Taken out at a rate at which the period has not sold as much. */
  | {
      readonly code: 'sale-above-sold'
      readonly period: number
      readonly ratePerMille: number
      readonly amountCents: Cents
      readonly soldCents: Cents
    }
  /** What is found would lower a loss that the next period has made good out of its own result. */
  | {
      readonly code: 'loss-made-good'
      readonly period: number
      readonly by: number
      readonly madeGoodCents: Cents
    }
