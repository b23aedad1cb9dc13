import type { MoneyMoveBodies } from '../../domain/journal/money-move.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { type Cents, cents, sumCents } from '../../domain/kernel/money.ts'
import type { MoneyWriter, Translated } from '../said.ts'
import { counted } from './day-text.ts'

type Deposit = MoneyMoveBodies['deposit']
type When = { readonly day: string; readonly voucher: string | undefined }
type Totals = {
  readonly dueCents: Cents
  readonly paidCents: Cents
  readonly leftCents: Cents
  readonly overpaidCents: Cents
}

const MEANS = { cash: 'cash', card: 'card takings', cheque: 'cheques' } as const
const paper = (voucher: string | undefined): string =>
  voucher === undefined ? '' : ` (${voucher})`

export const payments = {
  withdrawn: (amount: string, day: string, voucher: string | undefined) =>
    `${amount} fetched at the bank on ${day}${paper(voucher)}\n`,
  deposited: (
    { number, method, count, voucher }: Deposit,
    { amount, day }: { readonly amount: string; readonly day: string },
  ) =>
    `deposit ${numberText(number)}: ${MEANS[method]} ${amount}${count === undefined ? '' : `, ${count} ${method === 'cheque' ? 'cheques' : 'slips'}`}, on ${day}${paper(voucher)}\n`,
  fee: (fee: string, net: string, cost: number) =>
    `the bank kept ${fee} (cost ${numberText(cost)}) and paid in ${net}\n`,
  left: (method: Deposit['method'], amount: string) =>
    `${MEANS[method]} still to deposit: ${amount}\n`,
  openTill: (day: string) =>
    `the till of ${day} is not sealed: its takings count after flashcoop till z\n`,
  costPaid: (
    cost: {
      readonly number: number
      readonly label: string
      readonly supplier: string | undefined
    },
    amount: string,
    { day, voucher }: When,
  ) =>
    `cost ${numberText(cost.number)}, ${cost.label}: ${amount} paid to ${cost.supplier ?? 'its supplier'} on ${day}${paper(voucher)}\n`,
  refunded: (who: string, amount: string, { day, voucher }: When) =>
    `${amount} given back to ${who} on ${day}${paper(voucher)}\n`,
  owed: (who: string, amount: string) => `still owed to ${who}: ${amount}\n`,
  owesBack: (who: string, amount: string) => `${who} has to give back ${amount}\n`,
  noBills: 'no bill left to pay\n',
  noAdvances: 'nobody advanced money\n',
  proof: ({ dueCents, paidCents, leftCents, overpaidCents }: Totals, money: MoneyWriter) => {
    if (dueCents === 0 && paidCents === 0) return '\nnothing is due to anybody\n'
    if (overpaidCents > 0)
      return `\n${money(dueCents)} due = ${money(cents(paidCents - overpaidCents))} rightly paid + ${money(leftCents)} still due; ${money(overpaidCents)} paid too much\n`
    return leftCents === 0
      ? `\nall paid: ${money(paidCents)} paid = ${money(dueCents)} due\n`
      : `\n${money(dueCents)} due = ${money(paidCents)} paid + ${money(leftCents)} still due\n`
  },
  paidOut: (
    { number, voucher, payments: parts }: MoneyMoveBodies['payout'],
    money: MoneyWriter,
    day: string,
  ) => {
    const total = sumCents(parts.map((each) => each.amountCents))
    const lines = parts.map((each) => `  ${each.participant}  ${money(each.amountCents)}\n`)
    return `payout ${numberText(number)}: ${money(total)} to ${counted(parts.length, 'person', 'people')} on ${day}${paper(voucher)}\n${lines.join('')}`
  },
  stillDue: (amount: string) => `still to pay out: ${amount}\n`,
  next: {
    open: (amount: string) => `flashcoop till open --float ${amount}`,
    deposit: (method: string) => `flashcoop till deposit ${method}`,
    pay: (cost: string) => `flashcoop cost pay ${cost}`,
    refund: (who: string) => `flashcoop cost refund ${who}`,
    payAll: 'flashcoop payout pay --all',
  },
}
export type PaymentWords = Translated<typeof payments>
