import type { LineFault } from '../domain/sales/line-fault.ts'

/** A sale that cannot be understood or paid as typed: exit 2, a caret under the word, nothing recorded. */
export class LineFaultError extends Error {
  override name = 'LineFaultError'
  readonly fault: LineFault
  /** The line as typed; undefined for the flag form, which has no words to point under. */
  readonly line: string | undefined
  /** Its number in a batch. */
  readonly at: number | undefined
  /** Which grammar is shown under it. */
  readonly grammar: 'sale' | 'refund' | 'repay' = 'sale'
  constructor(fault: LineFault, line: string | undefined, at?: number) {
    super(fault.code)
    this.fault = fault
    this.line = line
    this.at = at
  }
}
