import type { Day } from '../../domain/kernel/day.ts'
import type { Translated } from '../said.ts'

export const sale = {
  methods: { cash: 'cash', card: 'card', cheque: 'cheque', transfer: 'transfer' },
  free: 'free',
  discount: (amount: string) => `off ${amount}`,
  tip: (amount: string) => `tip ${amount}`,
  by: (who: string) => `by ${who}`,
  change: (amount: string) => `CHANGE ${amount}`,
  usual: '(usual)',
  late: (when: string) => `[${when}]`,
  voided: 'VOIDED',
  refundOf: (ticket: string) => `REFUND OF ${ticket}`,
  refundedBy: (tickets: string) => `refunded by ${tickets}`,
  because: (reason: string) => `reason: ${reason}`,
  repaid: 'payment put right',
  already: 'already recorded: this is the first ticket\n',
  fewLeft: (count: number, product: string) =>
    count <= 0 ? `no ${product} left\n` : `only ${count} ${product} left\n`,
  undo: 'to undo: flashcoop undo\n',
  noRate: (codes: string, first: string) =>
    `no VAT rate yet for ${codes}; before the Z: flashcoop product edit ${first} --vat 5.5\n`,
  voidDone: (ticket: string, amount: string) => `${ticket} voided: ${amount}\n`,
  cashBack: (amount: string) => `give back ${amount} in cash\n`,
  cashAgain: (amount: string) => `take ${amount} in cash back from the customer\n`,
  batch: (count: number, total: string) =>
    `${count} ${count === 1 ? 'sale' : 'sales'} = ${total}\n`,
  batchAgain: (count: number) =>
    count === 1
      ? '1 of them was recorded already: this is its first ticket\n'
      : `${count} of them were recorded already: these are their first tickets\n`,
  batchFaults: (count: number) =>
    `${count} ${count === 1 ? 'line was' : 'lines were'} not recorded\n`,
  importOpened: (day: Day) => `a till was opened for ${day}, float 0\n`,
  importedReason: 'imported',
  importNext: 'flashcoop till z, once for each day',
  recapDone: (ticket: string, day: Day, amount: string) =>
    `${ticket}  recap of ${day} = ${amount}\n`,
  recapAt: (ticket: string, when: { readonly day: Day; readonly time: string }, amount: string) =>
    `${ticket}  recap of ${when.day} ${when.time} = ${amount}\n`,
  recapBatch: (count: number, total: string) =>
    `${count} ${count === 1 ? 'recap' : 'recaps'} = ${total}\n`,
  recapLabel: 'takings of the day',
}
export type SaleWords = Translated<typeof sale>
