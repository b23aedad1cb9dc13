import type { DistributionRule, Vote } from '../../domain/closing/close-body.ts'
import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'

/** `42 h 30`. */
export const hoursText = (minutes: number): string =>
  `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${String(minutes % 60).padStart(2, '0')}`}`

type Weighed = {
  readonly rule: DistributionRule
  readonly weight: number
  readonly total: number
}

/** An amount by weight, rounded down; all as they are read. */
export type Divided = {
  readonly total: string
  readonly weight: string
  readonly weights: string
  readonly down: string
}

/** Papers that people keep: the account, one's own page, the minutes. */
export const statements = {
  period: (from: string, until: string) => `from ${from} to ${until}`,
  closed: (on: string) => `closed on ${on}`,
  preview: 'provisional: not closed yet',
  account: { title: 'Income statement', vat: 'VAT', share: 'To share' },
  programme: (amount: string) => `Programme costs, paid by grants, not in this account: ${amount}`,
  share: {
    title: (who: string) => `Your share, ${who}`,
    file: 'shares',
    print: (whom: string) => `flashcoop payout statement ${whom} -o shares.html`,
    lead: ({ rule, weight, total }: Weighed, share: string) => {
      if (rule === 'equal') return `1 part of ${total} → ${share}`
      if (rule === 'half-days') return `${counted(weight, 'half-day')} of ${total} → ${share}`
      if (rule === 'hours') return `${hoursText(weight)} of ${hoursText(total)} → ${share}`
      return `weight ${weight} of ${total} → ${share}`
    },
    how: 'How it is computed',
    result: (amount: string) => `Together the group made ${amount}.`,
    reserve: (amount: string) => `The group keeps ${amount} in reserve.`,
    carried: (amount: string) => `First, ${amount} of the loss of the period before is made good.`,
    toShare: (amount: string) => `So ${amount} is shared.`,
    rule: {
      equal: 'The rule: the same share for everybody.',
      'half-days': 'The rule: a share for each half-day present.',
      hours: 'The rule: a share for each minute present.',
      weights: 'The rule: weights that the group gave.',
    },
    excusedCount: 'Excused absences count as present.',
    formula: ({ total, weight, weights, down }: Divided) =>
      `${total} × ${weight} ÷ ${weights} = ${down}, rounded down to the cent.`,
    spare: (codes: readonly string[]) =>
      `${counted(codes.length, 'cent')} left over: for ${codes.join(', ')}, who came nearest to the next cent.`,
    spareYours: (count: number, amount: string) =>
      `${counted(count, 'cent')} left over: one is for you. Your share is ${amount}.`,
    loss: (amount: string) => `The group lost ${amount}. Nobody owes anything. You owe nothing.`,
    notPayable: (reason: string | undefined) =>
      `You take no pay${reason === undefined ? '' : ` (${reason})`}. Your share went to the others.`,
    pay: 'What you receive (estimate)',
    payLines: {
      share: 'your share',
      employer: 'contributions the employer pays',
      remainder: 'left over: too small to be paid',
      gross: 'gross pay',
      employee: 'contributions taken off your pay',
      net: 'net pay: what you receive',
    },
    estimate: 'This is an estimate. The payslip is made by the CAE.',
    payLater: 'The CAE works out your pay from this share.',
    amendments: 'What changed after the close',
    amendment: (number: number, on: string, fact: string) =>
      `Amendment ${number} of ${on}: ${fact}.`,
    changed: (before: string, after: string, difference: string) =>
      `Your share was ${before}, it is now ${after} (${difference}).`,
    vote: 'Who decided',
    voteLine: ({ on, for: yes, against, abstained }: Vote) =>
      `On ${on} the group voted: ${yes} for, ${against} against, ${abstained} abstained.`,
    trouble: 'Does something seem wrong?',
    troubleLines: (host: string) => [
      `Say so: to the facilitator, or to ${host}. Show this page. Nobody will hold it against you.`,
      'Your half-days are on the sheets that you signed: ask to see them.',
      'If the account is wrong, it is corrected by a paper called an amendment, with your new share.',
    ],
    code: 'This code proves that nothing was changed since the close:',
    sign: 'I have received this page and somebody explained it to me.',
    signature: 'Date and signature',
  },
  minutes: {
    title: 'Minutes of the close',
    print: 'flashcoop report minutes -o minutes.html',
    opening: (cohort: string, host: string) =>
      `Cohort ${cohort}, hosted by ${host}, closed its accounts.`,
    closedAt: (on: string, time: string) => `The close was made on ${on} at ${time}.`,
    account: 'Accounts',
    decision: 'Decision',
    vote: ({ on, for: yes, against, abstained }: Vote) =>
      `Vote of ${on}: ${yes} for, ${against} against, ${abstained} abstained.`,
    rule: (rule: string) => `Rule of the split: ${rule}.`,
    loss: (amount: string) =>
      `The result is a loss of ${amount}. Nobody owes anything; the group has acknowledged it.`,
    lossLater: (amount: string) =>
      `The result is a loss of ${amount}. Nobody owes anything; it is carried into the next period.`,
    shares: 'Shares',
    titles: { who: 'who', name: 'name', weight: 'weight', share: 'share', net: 'net (estimate)' },
    weightTitle: {
      equal: 'parts',
      'half-days': 'half-days',
      hours: 'hours',
      weights: 'weight',
    },
    total: 'total',
    notPayable: (code: string, reason: string | undefined) =>
      `${code} takes no pay${reason === undefined ? '' : ` (${reason})`}; the share goes to the others.`,
    terms: 'Terms',
    software: (version: string) => `Computed by flashcoop ${version}.`,
    inputs: (digest: string) => `Digest of what was computed from: ${digest}`,
    code: 'Head code, to compare with the ledger (flashcoop audit verify --code …):',
    signatures: 'Signatures',
    signed: 'Read and agreed.',
    facilitator: 'Facilitator',
    accountant: (host: string) => `For ${host}`,
  },
}
export type StatementWords = Translated<typeof statements>
