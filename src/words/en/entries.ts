import { type EntryWords, labelText } from '../entry-text.ts'
import { rateText } from '../rate-text.ts'

const BASES = { gross_margin: ' of gross margin', revenue: ' of revenue', none: '' } as const

export const entryLabels: EntryWords = {
  typed: ({ text }) => text,
  sales: ({ z, place, ratePerMille }) =>
    `Sales${place === undefined ? '' : ` ${place}`} - Z no. ${z}${ratePerMille === undefined ? '' : ` - ${rateText(ratePerMille, 1, 'en')}`}`,
  tips: ({ z }) => (z === undefined ? 'Tips' : `Tips - Z no. ${z}`),
  'till-difference': () => 'Till difference',
  recap: ({ day }) => `Takings of ${day} from paper`,
  'withdrawal-bank': () => 'Float withdrawn',
  'withdrawal-till': () => 'Float',
  'deposit-cash': () => 'Cash deposit',
  'deposit-cheques': ({ count }) =>
    count === undefined ? 'Cheque deposit' : `Cheque deposit (${count})`,
  'deposit-cards': ({ feeBp }) =>
    feeBp === undefined
      ? 'Card payments'
      : `Card payments net of commission ${rateText(feeBp, 2, 'en')}`,
  'cost-payment': ({ cost }) => `Payment - ${cost}`,
  'cost-refund': ({ kind, who }) =>
    kind === 'staff' ? 'Refund to the facilitator' : `Refund to participant ${who}`,
  payout: () => 'Transfer of pay',
  contribution: ({ rateBp, base }) =>
    `Cooperative contribution ${rateText(rateBp, 2, 'en')}${BASES[base]}`,
  insurance: ({ rateBp }) =>
    rateBp === undefined
      ? 'Insurance contribution per participant'
      : `Insurance contribution ${rateText(rateBp, 2, 'en')} of revenue`,
  pay: () => 'Pay of participants',
  'employer-contributions': () => 'Employer contributions',
  shares: () => 'Shares due to participants',
  'contribution-change': () => 'Cooperative contribution, change',
  'insurance-change': () => 'Insurance contribution, change',
  amendment: ({ number, of }) => `Amendment ${number} - ${labelText(of, entryLabels)}`,
  reversal: ({ of }) => `Taken back - ${labelText(of, entryLabels)}`,
}
