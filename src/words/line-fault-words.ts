import type { Cents } from '../domain/kernel/money.ts'
import type { LineFault, LineFaultCode } from '../domain/sales/line-fault.ts'
import type { Said } from './said.ts'

/** Writes an amount the ledger's way. */
export type MoneyWriter = (amount: Cents) => string

/** What is wrong with a sale line and what to type, for every cause. */
export type LineFaultWords = {
  readonly [K in LineFaultCode]: (fault: LineFault<K>, money: MoneyWriter) => Said
}

export function sayLineFault<K extends LineFaultCode>(
  words: { readonly [C in K]: (fault: LineFault<C>, money: MoneyWriter) => Said },
  fault: LineFault<K>,
  money: MoneyWriter,
): Said {
  return words[fault.code](fault, money)
}
