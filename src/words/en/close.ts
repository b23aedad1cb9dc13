import type { Vote } from '../../domain/closing/close-body.ts'
import type { Translated } from '../said.ts'
import { afterLoss } from './after-loss.ts'
import { counted } from './day-text.ts'

export const close = {
  period: (cohort: string, from: string, until: string) => `${cohort}, ${from} to ${until}`,
  preview: 'as things stand; not closed',
  closed: (on: string) => `closed on ${on}`,
  statement: 'Income statement',
  vat: 'VAT',
  programme: (amount: string) => `Programme costs, paid by grants, not in this account: ${amount}`,
  sharing: (rule: string) => `Shares: ${rule}`,
  excusedCount: 'excused absences count',
  vote: ({ on, for: yes, against, abstained }: Vote) =>
    `Vote of ${on}: ${yes} for, ${against} against, ${abstained} abstained`,
  carried: (amount: string) => `Deficit of the period before, made good first: ${amount}`,
  reserve: (amount: string) => `Kept in reserve: ${amount}`,
  titles: {
    participant: 'who',
    halfDays: 'half-days',
    attendedMinutes: 'hours',
    weight: 'weight',
    share: 'share',
    gross: 'gross',
    employer: 'employer',
    employee: 'employee',
    net: 'net',
    remainder: 'remainder',
  },
  nothingToShare: 'Nothing to share.',
  /** `madeGood`: what the next period has made good, where that is not all of it. */
  loss: (amount: string, last: boolean, madeGood?: string) =>
    `A loss of ${amount}: nobody owes anything. ${afterLoss(last, madeGood)}`,
  proof: 'Check: sum of shares',
  proofResult: 'result',
  proofReserve: 'reserve',
  proofCarried: 'deficit before',
  payProof: (sum: string, total: string) => `Gross + employer + remainder: ${sum} = ${total}`,
  spareCent: (codes: readonly string[]) =>
    codes.length === 1
      ? `${codes[0]} receives the spare cent.`
      : `${codes.join(', ')} receive a spare cent each.`,
  notPayable: (code: string, reason: string | undefined) =>
    `${code} takes no pay${reason === undefined ? '' : ` (${reason})`}: their share goes to the others.`,
  estimate: 'Pay is an estimate; the payslip is made by the CAE.',
  noEstimate: 'Pay is left to the CAE.',
  head: (code: string) => `To write down: ${code}`,
  provisional: 'provisional: this period is not closed\n',
  provisionalShares: (rule: string) =>
    `provisional: this period is not closed; rule: ${rule}; choose another with --rule\n`,
  frozen: 'closed: shown as it was frozen; options of a split change nothing\n',
  next: {
    backup: 'flashcoop backup create',
    check: 'flashcoop close --check',
    preview: 'flashcoop close -n',
  },
  levels: { blocking: 'blocking: ', warning: 'warning: ' },
  nothingBlocks: 'nothing stands in the way of the close\n',
  checkSummary: (blocking: number) => `${counted(blocking, 'thing')} to mend before the close\n`,
  left: 'nothing was closed\n',
  ask: (cohort: string) =>
    `A close cannot be undone. Type the code of the cohort (${cohort}) to close it:`,
}
export type CloseWords = Translated<typeof close>
