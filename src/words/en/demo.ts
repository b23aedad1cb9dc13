import type { Translated } from '../said.ts'

/** What the demonstration says, and what it types: the same story in the reader's words. */
export const demo = {
  begin: (folder: string) =>
    `A demonstration. All of it happens in a new folder, to be thrown away when you like:\n  ${folder}\n`,
  published: {
    title: '1. Seven cohorts of 2019-2020, as published',
    source:
      '“Bilan de l’expérimentation nationale 2019-2020”, Coopérer pour entreprendre, December 2020.\n' +
      'Only these totals are published: no name, no sale, no day of sale (the last day stands for it here).\n' +
      'Whether VAT is in these takings is unknown.\n',
    host: 'Demonstration',
    label: 'published takings',
    others: (count: number) => `the same for the other ${count}`,
  },
  stall: {
    title: '2. A day at the stall (all invented)',
    name: 'A day at the stall (invented)',
    cookie: 'Cookie',
    brownie: 'Brownie',
    cash: {
      why: 'two cookies and a brownie, paid with a 10 euro note',
      line: '2 cookie 1 brownie cash 10',
    },
    split: {
      why: 'a split payment, by keys: three of k and one of b, 4 by card, the rest in cash',
      line: '3k b card 4 cash',
    },
    typo: { why: 'a word that is not known: nothing is recorded', line: '2 cokie card' },
    wrong: { why: 'a sale too many…', line: '4 brownie card' },
    undo: '… is taken back',
    count: 'in the evening: count the cash, then seal the day',
  },
  example: {
    title: '3. The accounts and the shares (an invented example)',
    name: 'Worked example (invented)',
    files: 'people, attendance and products come from CSV files',
    venue: 'market',
    float: 'the day before, coins to give change',
    sale: 'on market day: the till, 152 sales of cookies from a file, and the costs',
    packaging: 'Packaging paid',
    paid: 'what the host has paid',
    evening: 'thirty cents are missing in the till',
    reason: 'too much change given',
    sealed: 'the answer is a Z like the one above',
    bank: 'the next day all of it goes to the bank, which keeps a commission on cards',
    withFloat: 'Cash and float deposited',
    methods: { cash: 'cash', cheque: 'cheque', card: 'card' },
    close: 'the group has voted: a share for each half-day present',
    pay: 'at the end of the month everybody gets the net, and the facilitator the advance back',
    books: 'the accounts of all that: debit equals credit',
    audit: 'every figure of this ledger can be checked again',
  },
  yours: {
    title: '4. Your turn',
    ledger: (path: string) => `The ledger of this demonstration is ${path}\n`,
    type: 'Type, for instance:\n',
    real: (command: string) => `Your own ledger begins with: ${command}\n`,
    away: (folder: string) => `To throw this one away, delete the folder ${folder}\n`,
  },
  /** Words of the command line that have a name of their own in each language. */
  nouns: {
    cohort: 'cohort',
    product: 'product',
    till: 'till',
    sale: 'sale',
    attendance: 'attendance',
    cost: 'cost',
    close: 'close',
    report: 'report',
    payout: 'payout',
    host: 'host',
    help: 'help',
  },
}
export type DemoWords = Translated<typeof demo>
