import type { Translated } from '../said.ts'
import { counted } from './day-text.ts'

const listed = (tills: readonly string[]): string =>
  [tills.slice(0, -1).join(', '), tills.at(-1) ?? ''].filter((each) => each !== '').join(' and ')

export const merge = {
  taken: (till: string, events: number, sold: string) =>
    `till ${till}: ${counted(events, 'new event')}${sold}\n`,
  sold: (sales: number, amount: string) => `, ${counted(sales, 'sale')} of ${amount} among them`,
  together: (tills: readonly string[]) => `tills ${listed(tills)} are one ledger here\n`,
  alone: (till: string) => `till ${till} is whole here\n`,
  nothingNew: 'nothing new: all of it is here already\n',
  continued: (till: string) =>
    `careful: till ${till} also recorded on another computer. It is all here now: from now on use only one of the two as till ${till}\n`,
  differencesTitle: 'said differently on the tills; what was said last holds:\n',
  difference: (what: string, said: readonly string[], holds: string) =>
    `  ${what}: ${said.join(', ')} → ${holds}\n`,
  saidBy: (value: string, till: string) => `${value} (till ${till})`,
  samePerson: (what: string, tills: readonly string[]) =>
    `  ${what}: added on tills ${listed(tills)}; one person in the accounts\n`,
  sameFile: (what: string, tills: readonly string[]) =>
    `  ${what}: the same file was imported on tills ${listed(tills)}; look for what is there twice\n`,
  paidTwice: (what: string, tills: readonly string[]) =>
    `  ${what}: paid on tills ${listed(tills)}; undo it on the one where it is wrong\n`,
  straysTitle: 'to put in order:\n',
  strays: {
    day: (cohort: string, day: string, said: string) =>
      `  ${cohort}: attendance of ${said}, which one till took off the programme; bring the day back: flashcoop day add ${day} -c ${cohort}\n`,
    participant: (cohort: string, code: string) =>
      `  ${cohort}: attendance of ${code}, whom one till took back; add them again: flashcoop participant add "…" --code ${code} -c ${cohort}\n`,
    share: (cohort: string, code: string) =>
      `  ${cohort} was closed without ${code}, who is on its list by now and has no share: ask the group and the host\n`,
    cohort: (cohort: string) =>
      `  ${cohort} was taken back on one till and used on another; create it again: flashcoop cohort create ${cohort} --name "…" --template blank\n`,
  },
  gone: 'none',
  things: {
    setting: 'setting',
    rates: 'social rates from',
    cohort: '',
    day: 'day',
    participant: '',
    product: 'product',
    key: 'key',
    attendance: 'attendance',
    file: 'import',
    payment: '',
  },
  paid: { cost: 'cost', share: 'share of', advance: 'advance of' },
  fields: {
    name: 'name',
    priceCents: 'price',
    vatRatePerMille: 'VAT rate',
    kind: 'kind',
    key: 'key',
    retired: 'retired',
    aliases: 'aliases',
    place: 'place',
    sector: 'sector',
    productLine: 'product line',
    public: 'public',
    status: 'state',
    contractSigned: 'contract',
    payable: 'payable',
    payableReason: 'reason',
    joinedOn: 'joined',
    leftOn: 'left',
    commitment: 'name',
  },
  sent: (file: string, tills: readonly string[], events: number) =>
    `bundle written: ${file} (${tills.length === 1 ? 'till' : 'tills'} ${tills.join(', ')}, ${counted(events, 'event')}, no names)\n`,
  next: {
    merge: (file: string) => `flashcoop merge ${file}`,
    join: (file: string) => `flashcoop init --from ${file}`,
    back: 'flashcoop export bundle',
  },
  onOther: 'on the other computer: ',
  onNew: 'on a computer that has no ledger yet: ',
  backTo: 'so that the other computer has it all too: ',
  joined: (path: string, till: string, others: readonly string[]) =>
    `ledger created: ${path}; this computer is till ${till}, beside ${others.join(', ')}\n`,
  nameless: 'people are known here by their codes only: names do not travel\n',
  yetAnother: (file: string, letter: string) =>
    `for one more computer, one more letter: flashcoop init --from ${file} --till ${letter}\n`,
  joinNext: 'flashcoop till open',
  progress: (events: number) => `merging: ${counted(events, 'event')}`,
}
export type MergeWords = Translated<typeof merge>
