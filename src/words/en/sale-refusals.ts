import type { SaleRefusal } from '../../domain/sales/refusal.ts'
import type { WordsFor } from '../said.ts'

export const saleRefusals: WordsFor<SaleRefusal> = {
  'key-reused': (facts) => ({
    message: `the key ${facts.key} belongs to another sale: ${facts.ticket}`,
    hint: `look at it with flashcoop sale show ${facts.ticket}; give this sale a key of its own`,
  }),
  'unknown-ticket': (facts) => ({
    message: `there is no ticket ${facts.typed}`,
    hint:
      facts.last === undefined
        ? 'no sale is recorded yet'
        : `the last one is ${facts.last}; see them with flashcoop sale list --last 3`,
  }),
  'ticket-of-other-till': ({ ticket, till }) => ({
    message: `sale ${ticket} is of till ${till}`,
    hint: `do it on the computer of till ${till}, then bring them together: flashcoop export bundle there, flashcoop merge here`,
  }),
  'ticket-voided': (facts) => ({
    message: `${facts.ticket} is voided already`,
    hint: `look at it with flashcoop sale show ${facts.ticket}`,
  }),
  'ticket-sealed': (facts) => ({
    message: `${facts.ticket} is in the Z of ${facts.day} (Z-${facts.z}): it does not change any more`,
    hint: facts.refund
      ? 'record the sale again in the till of today: flashcoop sale add …'
      : `give the money back in the till of today: flashcoop sale refund ${facts.ticket} --reason "…"`,
  }),
  'ticket-refunded': (facts) => ({
    message: `${facts.ticket} is refunded already, in whole or in part: ${facts.refunds.join(', ')}`,
    hint: `refund the rest (flashcoop sale refund ${facts.ticket} --reason "…"), or void the refund first (flashcoop sale void ${facts.refunds.at(-1)} --reason "…")`,
  }),
  'refund-of-refund': (facts) => ({
    message: `${facts.ticket} is itself a refund, of ${facts.of}`,
    hint: `if it was wrong, void it before the Z (flashcoop sale void ${facts.ticket} --reason "…"), or record the sale again`,
  }),
  'refund-of-recap': (facts) => ({
    message: `${facts.ticket} is a recap from paper: its money never was in this till`,
    hint: `void it and record the right takings: flashcoop sale void ${facts.ticket} --reason "…"`,
  }),
  'refund-before-sale': (facts) => ({
    message: `${facts.ticket} was sold after that, on ${facts.day}`,
    hint: 'give the day of the refund with --at, or leave it out',
  }),
  'nothing-to-refund': (facts) => ({
    message: `there is nothing left to refund on ${facts.ticket}`,
    hint: `look at it with flashcoop sale show ${facts.ticket}`,
  }),
  'refund-method-missing': (facts) => ({
    message: `${facts.ticket} was paid by several means: ${facts.methods.join(', ')}`,
    hint: 'say how you pay back at the end of the line, as in: cash',
  }),
  'repay-sealed': (facts) => ({
    message: `${facts.ticket} is in the Z of ${facts.day} (Z-${facts.z}): how it was paid does not change any more`,
    hint: facts.refund
      ? 'say it in the reason of the difference, or to the accountant'
      : `put it right in the till of today: flashcoop sale refund ${facts.ticket} by the means recorded, then sell the same by the right one`,
  }),
  'refund-differs': (facts) => ({
    message: `refund ${facts.reference} does not fit ticket ${facts.of}: other goods, or more than was sold`,
    hint: `look at the ticket with flashcoop sale list; correct these rows or leave them out`,
  }),
  'nothing-to-repay': (facts) => ({
    message: `nothing was paid on ${facts.ticket}`,
    hint: `look at it with flashcoop sale show ${facts.ticket}`,
  }),
  'paid-so-already': (facts) => ({
    message: `${facts.ticket} is recorded so already`,
    hint: `look at it with flashcoop sale show ${facts.ticket}`,
  }),
  'recap-day-sealed': (facts) => ({
    message: `${facts.day} is sealed (Z-${facts.z}): its takings are in the till already`,
    hint: `look at them with flashcoop till show Z-${facts.z}`,
  }),
  'recap-differs': (facts, money) => ({
    message: `the sheet has ${money(facts.paidCents)} for ${money(facts.dueCents)} of sales`,
    hint: 'count again; what customers gave on top is a tip: tip AMOUNT before the payment',
  }),
  'ticket-too-long': (facts) => ({
    message: `this ticket has more than ${facts.limit} lines`,
    hint: 'make several tickets of it',
  }),
  'ticket-too-dear': (facts, money) => ({
    message: `this ticket is above ${money(facts.limitCents)}`,
    hint: 'check quantities and prices, or make several tickets of it',
  }),
  'line-above-price': (facts, money) => ({
    message: `the line comes to ${money(facts.totalCents)}, more than its quantity × price (${money(facts.fullCents)})`,
    hint: 'correct the total, or leave the column out',
  }),
  'payments-differ': (facts, money) => ({
    message: `${money(facts.paidCents)} was paid for ${money(facts.dueCents)}`,
    hint: 'the amounts in the column of the means of payment must come to the ticket',
  }),
  'method-missing': () => ({
    message: 'the means of payment is missing',
    hint: 'write cash, card, cheque or transfer',
  }),
  'ticket-apart': (facts) => ({
    message: `the lines of ticket ${facts.reference} stand apart`,
    hint: 'sort the file by ticket, then import it again',
  }),
  'ticket-mixed': (facts) => ({
    message: `the lines of ticket ${facts.reference} differ in date, time or seller`,
    hint: 'one ticket has one date, one time and one seller',
  }),
  'transaction-half': (facts) => ({
    message: `the lines of transaction ${facts.reference} do not agree whether it was paid`,
    hint: 'look it up with your terminal, and correct the file',
  }),
  'transaction-twice': (facts) => ({
    message: `transaction ${facts.reference} is in the file twice`,
    hint: 'leave one of the two lines out',
  }),
  'terminal-product': ({ label, near }) => ({
    message: `there is no product ${label}${near.length === 0 ? '' : ` (${near.join(', ')}?)`}; --as PRODUCT says what it is`,
    hint: 'or add it: flashcoop product add NAME PRICE',
  }),
  'terminal-rate-unsaid': (facts) => ({
    message: `what transaction ${facts.reference} sold is not known: add --as PRODUCT, or --vat 5.5`,
    hint: 'it holds for all payments without a product',
  }),
  'ticket-differs': (facts) => ({
    message: `ticket ${facts.reference} was imported before (${facts.ticket}) and was not the same`,
    hint: `look at it with flashcoop sale show ${facts.ticket}; give the other one a name of its own`,
  }),
  'time-missing': (facts) => ({
    message: `${facts.time} did not exist on ${facts.day}: the clocks went forward`,
    hint: 'correct the time',
  }),
  'sale-in-future': (facts) => ({
    message: `${facts.day} is in the future`,
    hint: 'check the year and the month',
  }),
}
