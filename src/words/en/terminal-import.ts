import type { Day } from '../../domain/kernel/day.ts'
import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'

const payments = (count: number): string => counted(count, 'payment')

export const terminalImport = {
  read: (count: number) => `card terminal: ${counted(count, 'card payment')} in the file\n`,
  already: (count: number) => `recorded already: ${count}\n`,
  toRecord: (count: number) => `to record: ${count}\n`,
  recorded: (count: number) => `recorded now: ${count}\n`,
  doubtful: (count: number) => `perhaps recorded already: ${count}\n`,
  onlyHere: (count: number) => `recorded here, not in the file: ${count}\n`,
  refunds: (count: number) => `refunds: ${count}\n`,
  leftOut: (count: number) => `left out: ${count}\n`,
  moment: (day: Day, time: string) => `${day} ${time}`,
  like: (ticket: string) => `like ${ticket}`,
  isTicket: (ticket: string) => `is ${ticket}`,
  refundOf: (ticket: string) => `gives back ${ticket}`,
  alreadyBack: (ticket: string) => `${ticket} was given back before`,
  nothing: 'nothing to add: all of it is there\n',
  line: (line: number) => `line ${line}`,
  reasons: {
    pending: 'not yet paid',
    refunded: 'given back later',
    disputed: 'disputed with the bank',
    'refund-of-nothing': 'a refund that does not say of what: flashcoop sale refund',
    'refund-in-part': 'a refund of a part: flashcoop sale refund',
    'refund-of-other-till': 'a refund of another till’s ticket: record it there',
  },
  skipped: {
    failed: (count: number) => `${count} failed`,
    cancelled: (count: number) => `${count} cancelled`,
    cash: (count: number) => `${count} in cash`,
    other: (count: number) => `${count} by other means`,
    payouts: (count: number) => counted(count, 'payout'),
    nothing: (count: number) => `${count} of nothing`,
  },
  notCounted: (kinds: string) => `not card sales: ${kinds}\n`,
  fee: (amount: string) => `fees in the file: ${amount}\n`,
  decide:
    'decide: --keep-doubtful records what may be recorded already, --skip-doubtful leaves it out\n',
  cardPayment: 'card payment',
  nextFee: (amount: string) => `flashcoop till deposit card --fee ${amount}`,
  doubtfulError: (count: number) => ({
    message: `${payments(count)} may be recorded already; nothing is recorded`,
    hint: 'look at them with -n; then --keep-doubtful records them, --skip-doubtful leaves them out',
  }),
}
export type TerminalImportWords = Translated<typeof terminalImport>
