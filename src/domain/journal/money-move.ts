import type { Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'
import type { PaymentMethod } from './event.ts'

/** Means whose takings somebody brings to the bank; a transfer is there already. */
export type DepositMethod = Exclude<PaymentMethod, 'transfer'>

type Move = {
  readonly cohort: string
  /** Of its own kind, through the whole ledger. */
  readonly number: number
  /** When the money moved. */
  readonly day: Day
  /** Reference of the paper behind it. */
  readonly voucher?: string
  readonly label?: string
}

/** Money that moves between till, bank and people; nothing of it is revenue, and only a card fee is a cost. */
export type MoneyMoveBodies = {
  /** Cash fetched at the bank for the float. */
  'bank-withdrawal': Move & { readonly amountCents: Cents }
  /** Takings brought to the bank. */
  deposit: Move & {
    readonly method: DepositMethod
    /** Before the fee. */
    readonly amountCents: Cents
    /** What the bank kept of it: 0, or for cards their fee. */
    readonly feeCents: Cents
    /** The number that the fee has among the costs; there exactly when there is a fee. */
    readonly cost?: number
    /** How many cheques. */
    readonly count?: number
  }
  /** The host pays a supplier. */
  'cost-payment': Move & { readonly cost: number; readonly amountCents: Cents }
  /** A person is given back what they advanced, or a part of it. */
  'cost-refund': Move & { readonly who: string; readonly amountCents: Cents }
  /** One transfer to one or several participants. */
  payout: Move & {
    /** The cohort's last closed period then. */
    readonly period: number
    readonly payments: readonly { readonly participant: string; readonly amountCents: Cents }[]
  }
}
