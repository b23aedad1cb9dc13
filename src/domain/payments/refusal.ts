import type { DepositMethod } from '../journal/money-move.ts'
import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

export type PaymentRefusal =
  /** `openTill`: the day of a till that is not sealed; its takings count once it is. */
  | {
      readonly code: 'nothing-to-deposit'
      readonly method: DepositMethod
      readonly day: Day
      readonly openTill?: Day
    }
  | {
      readonly code: 'deposit-too-large'
      readonly method: DepositMethod
      readonly day: Day
      readonly amountCents: Cents
      readonly leftCents: Cents
    }
  | { readonly code: 'fee-too-large'; readonly feeCents: Cents; readonly amountCents: Cents }
  /** The fee would change a result that is closed. */
  | {
      readonly code: 'fee-after-close'
      readonly cohort: string
      readonly until: Day
      readonly feeCents: Cents
    }
  /** The row of a card fee: it comes and goes with its deposit. */
  | { readonly code: 'cost-of-deposit'; readonly number: number; readonly deposit: number }
  | { readonly code: 'cost-not-to-pay'; readonly number: number; readonly paidBy: string }
  | { readonly code: 'cost-paid'; readonly number: number; readonly day: Day }
  /** A code that advanced nothing here; `near` are those that did. */
  | { readonly code: 'unknown-advance'; readonly who: string; readonly near: readonly string[] }
  | { readonly code: 'nothing-owed'; readonly who: string; readonly day: Day }
  | {
      readonly code: 'refund-above-owed'
      readonly who: string
      readonly amountCents: Cents
      readonly owedCents: Cents
      readonly day: Day
    }
  | { readonly code: 'payout-too-early'; readonly day: Day; readonly closedOn: Day }
  | { readonly code: 'not-payable'; readonly participant: string }
  | { readonly code: 'nothing-due'; readonly participant: string }
  | {
      readonly code: 'already-paid'
      readonly participant: string
      readonly paidCents: Cents
      readonly last: Day
    }
  | {
      readonly code: 'payout-too-large'
      readonly participant: string
      readonly amountCents: Cents
      readonly leftCents: Cents
    }
  | { readonly code: 'all-paid'; readonly cohort: string; readonly paidCents: Cents }
