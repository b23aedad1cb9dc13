import { numberText } from '../../domain/journal/own-number.ts'
import type { Day } from '../../domain/kernel/day.ts'
import type { Translated } from '../said.ts'

export const cost = {
  numbered: (number: number) => `no. ${numberText(number)}`,
  vat: (amount: string) => `VAT ${amount}`,
  ht: (amount: string) => `excl. VAT ${amount}`,
  payers: { cae: 'paid by the host', till: 'paid from the till' },
  paidBy: (who: string) => `paid by ${who}`,
  programme: 'charged to the programme',
  voided: (reason: string) => `VOIDED: ${reason}`,
  toRefund: (who: string, amount: string) => `to refund to ${who}: ${amount}\n`,
  cashOut: (amount: string) => `${amount} left the till of that day\n`,
  cashBack: (amount: string) => `put ${amount} back into the till\n`,
  undo: (number: number) => `to void it: flashcoop cost void ${numberText(number)} --reason "…"\n`,
  replaced: (voucher: string) => `recorded again with its voucher ${voucher}`,
  instead: (old: number, number: number) =>
    `no. ${numberText(number)} stands for no. ${numberText(old)}, which is voided\n`,
  empty: 'no cost yet\n',
  next: {
    add: 'flashcoop cost add "Flour, eggs" 211@5.5 39@20 --category ingredients',
  },
  imported: {
    zero: '0 is no amount of a cost',
    rate: (category: string) => `the VAT rate is missing: ${category} has no usual one`,
    future: (day: Day) => `${day} is in the future`,
    amounts: (most: number) => `one cost has at most ${most} amounts`,
    total: 'the amounts of this cost are too large together',
  },
  report: {
    activity: 'Costs of the activity',
    programme: 'Costs of the programme, paid by grants',
    payers: 'Who paid',
  },
}
export type CostWords = Translated<typeof cost>
