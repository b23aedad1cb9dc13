import type { Translated } from '../said.ts'
import { afterLoss } from './after-loss.ts'
import { counted } from './day-text.ts'

export const correct = {
  title: (cohort: string, number: number, on: string) =>
    `${cohort}, amendment ${number}, made on ${on}`,
  period: (from: string, until: string) => `to the close of ${from} to ${until}`,
  preview: ' (preview; not recorded)',
  ttc: (amount: string) => `${amount} incl. VAT`,
  vat: (rate: string, amount: string) => `VAT ${rate}: ${amount}`,
  reason: (text: string) => `Reason: ${text}`,
  statement: 'Income statement: what changes',
  programme: (before: string, after: string) =>
    `Programme costs, paid by grants, not in this account: ${before}, now ${after}`,
  unchanged: 'The result does not change.',
  shares: (rule: string) => `Shares by the rule of the close: ${rule}`,
  titles: {
    total: 'total',
    who: 'who',
    before: 'before',
    after: 'after',
    difference: 'difference',
    netBefore: 'net before',
    netAfter: 'net after',
    closed: 'closed',
    amendments: 'amendments',
    corrected: 'corrected',
    share: 'share closed',
    shareNow: 'share now',
  },
  reserve: (before: string, after: string) => `Kept in reserve: ${before}, now ${after}`,
  /** `madeGood`: what the next period has made good, where that is not all of it. */
  loss: (amount: string, last: boolean, madeGood?: string) =>
    `A loss of ${amount}: the shares are zero, nobody owes anything; what was paid already stays paid. ${afterLoss(last, madeGood)}`,
  proof: (before: string, difference: string, after: string) =>
    `Check: shares before ${before} + differences ${difference} = shares after ${after}`,
  estimate: 'Pay is an estimate; the payslip is made by the CAE.',
  head: (code: string) => `To write down: ${code}`,
  empty: 'no amendment\n',
  ask: (cohort: string) =>
    `An amendment cannot be undone. Type the code of the cohort (${cohort}) to record it:`,
  left: 'nothing was recorded\n',
  toRefund: (who: string, amount: string) => `to refund to ${who}: ${amount}\n`,
  corrected: (count: number) =>
    `Put right after the close by ${counted(count, 'amendment')}: flashcoop correct list`,
  /** `period` where it is not the last one. */
  paper: (number: number, period: number | undefined) =>
    `flashcoop correct show ${number}${period === undefined ? '' : ` --period ${period}`} -o amendment-${number}.html`,
}
export type CorrectWords = Translated<typeof correct>
