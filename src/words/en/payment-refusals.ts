import { numberText } from '../../domain/journal/own-number.ts'
import type { PaymentRefusal } from '../../domain/payments/refusal.ts'
import type { WordsFor } from '../said.ts'
import { didYouMean } from './did-you-mean.ts'

const MEANS = { cash: 'cash', card: 'card takings', cheque: 'cheques' } as const

export const paymentRefusals: WordsFor<PaymentRefusal> = {
  'nothing-to-deposit': (facts) => ({
    message: `no ${MEANS[facts.method]} to deposit on ${facts.day}`,
    hint:
      facts.openTill === undefined
        ? 'see what was taken and deposited with flashcoop till bank'
        : `the till of ${facts.openTill} is not sealed: flashcoop till z, then deposit`,
  }),
  'deposit-too-large': (facts, money) => ({
    message: `${money(facts.amountCents)} is more than the ${MEANS[facts.method]} to deposit on ${facts.day}: ${money(facts.leftCents)}`,
    hint: 'leave the amount out to deposit all of it; see flashcoop till bank',
  }),
  'fee-too-large': (facts, money) => ({
    message: `a fee of ${money(facts.feeCents)} on ${money(facts.amountCents)} is not possible`,
    hint: 'type the amount before the fee, then --fee and what the bank kept',
  }),
  'fee-after-close': (facts, money) => ({
    message: `cohort ${facts.cohort} is closed until ${facts.until}: a fee of ${money(facts.feeCents)} would change its result`,
    hint: `deposit without --fee, then record the fee as a correction: flashcoop correct cost "Card fee" ${(facts.feeCents / 100).toFixed(2)} --category bank_fees`,
  }),
  'cost-of-deposit': (facts) => ({
    message: `cost ${numberText(facts.number)} is the card fee of deposit ${numberText(facts.deposit)}: the bank kept it`,
    hint: 'it goes with its deposit: flashcoop undo, as long as that is the last thing',
  }),
  'cost-not-to-pay': (facts) =>
    facts.paidBy === 'till'
      ? {
          message: `cost ${numberText(facts.number)} was paid from the till: nobody is owed anything`,
          hint: `see it with flashcoop cost show ${numberText(facts.number)}`,
        }
      : {
          message: `cost ${numberText(facts.number)} was paid by ${facts.paidBy}, not left to the host`,
          hint: `give it back to ${facts.paidBy}: flashcoop cost refund ${facts.paidBy}`,
        },
  'cost-paid': (facts) => ({
    message: `cost ${numberText(facts.number)} was paid to its supplier on ${facts.day}`,
    hint: 'a cost is paid once; if that was a mistake and the last thing, flashcoop undo',
  }),
  'unknown-advance': (facts) => ({
    message: `${facts.who} advanced nothing in this cohort`,
    hint: didYouMean(facts.near, 'see who did with flashcoop cost advances'),
  }),
  'nothing-owed': (facts) => ({
    message: `nothing is owed to ${facts.who} on ${facts.day}`,
    hint: 'see what was advanced and refunded with flashcoop cost advances',
  }),
  'refund-above-owed': (facts, money) => ({
    message: `${money(facts.amountCents)} is more than what is owed to ${facts.who} on ${facts.day}: ${money(facts.owedCents)}`,
    hint: `leave the amount out to refund all of it: flashcoop cost refund ${facts.who}`,
  }),
  'payout-too-early': (facts) => ({
    message: `${facts.day} is before the close, made on ${facts.closedOn}`,
    hint: 'check the date of the transfer',
  }),
  'not-payable': (facts) => ({
    message: `${facts.participant} is not paid: the close counted them as not payable`,
    hint: `see why with flashcoop participant show ${facts.participant}`,
  }),
  'nothing-due': (facts) => ({
    message: `nothing is due to ${facts.participant}`,
    hint: 'see what is due to whom with flashcoop payout list',
  }),
  'already-paid': (facts, money) => ({
    message: `${facts.participant} has had everything: ${money(facts.paidCents)}, the last of it on ${facts.last}`,
    hint: 'see what is still due with flashcoop payout list',
  }),
  'payout-too-large': (facts, money) => ({
    message: `${money(facts.amountCents)} is more than what is still due to ${facts.participant}: ${money(facts.leftCents)}`,
    hint: `leave the amount out to pay all of it: flashcoop payout pay ${facts.participant}`,
  }),
  'all-paid': (facts, money) => ({
    message: `everybody in ${facts.cohort} has been paid: ${money(facts.paidCents)}`,
    hint: 'see it with flashcoop payout list',
  }),
}
