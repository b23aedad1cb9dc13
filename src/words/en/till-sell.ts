import type { Translated } from '../said.ts'

export const tillSell = {
  prompt: (cohort: string, till: string, sales: string) => `${cohort} till ${till}, ${sales} > `,
  sales: (count: number, takings: string) =>
    `${count} ${count === 1 ? 'sale' : 'sales'}, ${takings}`,
  toRetry: (count: number) => ` (${count} to record)`,
  begun: (till: string, cohort: string, day: string) => `till ${till}, ${cohort}, ${day}: `,
  practice: 'practice: nothing of this is recorded\n',
  keys: 'on sale: ',
  cash: 'cash',
  card: 'card',
  more: (count: number) => `and ${count} more: flashcoop product list`,
  example: (line: string, short: string) =>
    `a sale: ${line}${short === '' ? '' : `   or shorter: ${short}`}   then Enter\n`,
  words: 'also: undo, redo, last, x (the till so far), stock, soldout, help, quit\n',
  noProducts: 'nothing is on sale yet: flashcoop product add Cookie 2.50 --vat 5.5 --key k\n',
  lastSales: 'last sales:\n',
  noSales: 'no sale yet\n',
  help: (grammar: string) =>
    [
      `a sale: ${grammar}`,
      '  2 cookie 1 brownie cash 10   2k card   cookie card 2 cash   2 cookie off 10%',
      'undo [N]  takes back the last sale, or the last N things',
      'redo      brings back what undo took away',
      'last [N]  the last sales',
      'x         what the till has taken so far; nothing changes',
      'stock     what is left; stock cookie +24: 24 more were made',
      'soldout cookie   there is none left; soldout cookie no: there is again',
      'help      this help and what is on sale',
      'quit      leave; the till stays open (Ctrl-D too)',
      'Tab completes a word, the arrow keys bring back lines, Ctrl-C clears the line',
      '',
    ].join('\n'),
  meant: (words: string) => `did you mean: ${words}?\n`,
  noCommands: 'here type the sale alone: 2 cookie card; to type other commands: quit\n',
  waiting: 'another program is using the ledger: waiting for it…\n',
  kept: (count: number) =>
    count === 1
      ? 'the sale is kept: press Enter to record it (it will never be recorded twice)'
      : `${count} sales are kept: press Enter to record them (none will be recorded twice)`,
  nothingKept: 'there is nothing to record again\n',
  notRecorded: 'not recorded: ',
  perhapsRecorded: 'perhaps recorded, look with flashcoop sale list --last 3: ',
  already: 'this sale was recorded already: here is its ticket\n',
  cleared: 'line cleared; Ctrl-C again leaves\n',
  dropped: (line: string) => `half a line was dropped, nothing of it is recorded: ${line}\n`,
  refusedLines: (count: number) =>
    count === 1 ? '1 line was not recorded\n' : `${count} lines were not recorded\n`,
  left: (sales: string) => `${sales}; the till stays open\n`,
  count: 'flashcoop till count',
}
export type TillSellWords = Translated<typeof tillSell>
