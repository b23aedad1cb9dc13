import type { TillDay } from '../../domain/closing/facts.ts'
import type { ClosingFinding } from '../../domain/closing/refusal.ts'
import { numberText } from '../../domain/journal/own-number.ts'
import { addDays } from '../../domain/kernel/day.ts'
import { clockText } from '../../domain/kernel/instant.ts'
import type { WordsFor } from '../said.ts'
import { counted } from './day-text.ts'
import { halfText } from './half-text.ts'

/** What a check found, and the command that mends it or shows more. */
export type FoundSaid = { readonly message: string; readonly command: string }

export type FindingWords = WordsFor<ClosingFinding, FoundSaid>

const tillList = (tills: readonly TillDay[]): string =>
  tills.map(({ day, till }) => `${day} (till ${till})`).join(', ')

export const closingFindings: FindingWords = {
  'tills-not-sealed': ({ tills }) => ({
    message: `not sealed yet: ${tillList(tills)}`,
    command: tills.every((each) => each.elsewhere) ? 'flashcoop merge BUNDLE' : 'flashcoop till z',
  }),
  'vat-rate-missing': ({ unrated }) => ({
    message: `nobody has said the VAT rate of ${unrated.map((each) => each.product ?? each.label).join(', ')}`,
    command: `flashcoop product edit ${unrated[0]?.product ?? 'PRODUCT'} --vat 5.5`,
  }),
  'recap-rate-missing': ({ recaps }) => ({
    message: `these takings have no VAT rate: ${recaps.map((each) => `${each.ticket} ${each.label}`).join(', ')}`,
    command: `flashcoop sale void ${recaps[0]?.ticket ?? 'N'} --reason "no VAT rate"`,
  }),
  'half-days-missing': ({ count, participant, day, half }) => ({
    message: `attendance is not filled in for ${counted(count, 'half-day')}, first ${participant} on ${day}, ${halfText(half)}`,
    command: 'flashcoop attendance missing',
  }),
  'social-rates-missing': ({ until }) => ({
    message: `there are no social rates for ${until}, so no pay estimate`,
    command: 'flashcoop close --no-payroll',
  }),
  'reserve-above-result': ({ reserveCents, resultCents }, money) => ({
    message: `the reserve, ${money(reserveCents)}, is more than the result, ${money(resultCents)}`,
    command: 'flashcoop report result',
  }),
  'nobody-payable': () => ({
    message: 'there is a result to share and nobody who may be paid',
    command: 'flashcoop participant list',
  }),
  'nobody-present': ({ rule }) => ({
    message:
      rule === 'weights' ? 'all weights are zero' : 'nobody who may be paid was present: no shares',
    command: 'flashcoop close --rule equal',
  }),
  'loss-not-accepted': ({ deficitCents }, money) => ({
    message: `a loss of ${money(deficitCents)}: there is nothing to share`,
    command: 'flashcoop close --accept-loss',
  }),
  'vote-to-come': ({ on }) => ({
    message: "the close will need the group's vote: its date, then for/against/abstained",
    command: `flashcoop close --vote "${on} 6/0/1"`,
  }),
  'nothing-sold': () => ({ message: 'nothing was sold', command: 'flashcoop sale list' }),
  'sales-dated-later': ({ from }) => ({
    message: `sales from ${from} on are later than this period: they stay out of it`,
    command: 'flashcoop sale list',
  }),
  'costs-dated-later': ({ from }) => ({
    message: `costs from ${from} on are later than this period: they stay out of it`,
    command: 'flashcoop cost list',
  }),
  'half-days-to-come': ({ count, day, half }) => ({
    message: `${counted(count, 'half-day')} still to come, from ${day}, ${halfText(half)}, on: not in the shares`,
    command: 'flashcoop day list',
  }),
  'cash-not-counted': ({ tills }) => ({
    message: `sealed without counting the cash: ${tillList(tills)}`,
    command: 'flashcoop till list',
  }),
  'voucher-missing': ({ costs }) => ({
    message: `${counted(costs.length, 'cost')} without a voucher: no. ${costs.map(numberText).join(', ')}`,
    command: `flashcoop cost voucher ${numberText(costs[0] ?? 1)} REFERENCE`,
  }),
  'contract-not-signed': ({ participants }) => ({
    message: `contract not signed: ${participants.join(', ')}`,
    command: `flashcoop participant edit ${participants[0] ?? 'P01'} --contract-signed DATE`,
  }),
  'advances-not-refunded': ({ owed }, money) => ({
    message: `advances not given back: ${owed.map((each) => `${each.who} ${money(each.owedCents)}`).join(', ')}`,
    command: `flashcoop cost refund ${owed[0]?.who ?? 'P01'}`,
  }),
  'cash-not-banked': ({ amountCents }, money) => ({
    message: `cash not at the bank yet: ${money(amountCents)}`,
    command: 'flashcoop till deposit cash',
  }),
  'cards-not-reconciled': ({ amountCents }, money) => ({
    message: `card takings not matched with the bank yet: ${money(amountCents)}`,
    command: 'flashcoop till deposit card --fee AMOUNT',
  }),
  'cheques-not-banked': ({ amountCents }, money) => ({
    message: `cheques not at the bank yet: ${money(amountCents)}`,
    command: 'flashcoop till deposit cheque --count COUNT',
  }),
  'social-rates-old': ({ validFrom, until }) => ({
    message: `the social rates of ${validFrom} are of an earlier year than ${until}`,
    command: 'flashcoop host rates import FILE',
  }),
  'social-rates-change': ({ validFrom, first }) => ({
    message: first
      ? `the period begins before the first social rates, those of ${validFrom}: they serve all of it`
      : `new social rates from ${validFrom} on: they serve the whole period`,
    command: `flashcoop close --until ${addDays(validFrom, -1)}`,
  }),
  'clock-went-back': ({ count, till, before, after }) => ({
    message: `the clock of till ${till} went back${count === 1 ? '' : ` ${count} times, first`}: from ${before.slice(0, 10)} ${clockText(before)} to ${after.slice(0, 10)} ${clockText(after)}; times of tickets may be wrong`,
    command: `flashcoop sale list --day ${after.slice(0, 10)}`,
  }),
  'chain-broken': ({ event }) => ({
    message: `event ${event} of the journal is not as it was written`,
    command: 'flashcoop audit verify',
  }),
}
