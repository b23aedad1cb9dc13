import type { LineFault } from '../domain/sales/line-fault.ts'
import { LineFaultError } from './line-fault-error.ts'

export type Grammar = 'refund' | 'repay'

/** A refund or a repayment that cannot be understood as typed: the same, with the grammar of its own line. */
export class MendingLineError extends LineFaultError {
  override name = 'MendingLineError'
  override readonly grammar: Grammar
  constructor(fault: LineFault, line: string, grammar: Grammar) {
    super(fault, line)
    this.grammar = grammar
  }
}
