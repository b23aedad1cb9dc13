import type { CommandPath } from '../../commands/nouns.ts'
import { checks } from './checks.ts'
import type { CommandHelp } from './help.ts'

const WHY = 'why; it must be said'
const AMENDED_ON = 'the day of the correction (else today), never before the close'

/** Every command: what it does, its words, an example that works as it is typed, and options that mean more here. */
const LAST_ENTRY = 'last day of entries (else all)'
const EXPORTED_TO = 'this file, into this folder, or - for the screen'
const MOVED = {
  on: 'when the money moved (else today)',
  voucher: 'the paper that proves it',
  label: 'the label of the entry',
}

export const commands: { readonly [P in CommandPath]: CommandHelp } = {
  init: {
    summary: 'Creates a new ledger file.',
    takes: '[FILE]',
    example: 'flashcoop init --host "CAE Exemple"',
  },
  status: {
    summary: 'Shows the day, what is missing, and the next command.',
    example: 'flashcoop status',
  },
  demo: {
    summary: 'Builds a throw-away ledger: seven published cohorts, a day at the stall, a close.',
    example: 'flashcoop demo --lang en',
  },
  'host show': { summary: "Shows the host's settings.", example: 'flashcoop host show' },
  'host set': {
    summary: 'Changes a setting; "flashcoop host show" lists them.',
    takes: 'KEY VALUE',
    example: 'flashcoop host set contribution_rate 12',
  },
  'host rates': {
    summary: 'Lists the social rates, or imports a dated table.',
    takes: 'list | import FILE',
    example: 'flashcoop host rates list',
  },
  'host accounts': {
    summary: 'Lists the accounts of entries, changes a number or puts the usual one back.',
    takes: 'list | set KEY NUMBER | reset KEY',
    example: 'flashcoop host accounts set bank 512200',
  },
  'cohort create': {
    summary: 'Creates a cohort with its days.',
    takes: 'CODE',
    example:
      'flashcoop cohort create FC-2026-02 --name "Les Sablés" --template flash7 --start 2026-06-09',
  },
  'cohort list': { summary: 'Lists the cohorts.', example: 'flashcoop cohort list' },
  'cohort show': {
    summary: 'Shows a cohort, its places of sale and its figures.',
    takes: '[CODE]',
    example: 'flashcoop cohort show FC-2026-01',
  },
  'cohort edit': {
    summary: 'Changes what is known of a cohort; an empty text ("") takes it away.',
    takes: '[CODE]',
    example: 'flashcoop cohort edit --place Laval',
  },
  'cohort use': {
    summary: 'Says which cohort the next commands are about.',
    takes: 'CODE',
    example: 'flashcoop cohort use FC-2026-01',
  },
  'cohort archive': {
    summary: 'Puts a cohort away: nothing more is written to it.',
    takes: '[CODE]',
    example: 'flashcoop cohort archive FC-2025-04',
    options: { restore: 'bring it back' },
  },
  'day list': { summary: 'Lists the days.', example: 'flashcoop day list' },
  'day add': {
    summary: 'Adds days: dates, or a span of weekdays.',
    takes: 'DATE…',
    example: 'flashcoop day add 2026-07-06..2026-07-31 --pm 0',
  },
  'day edit': {
    summary: 'Changes the planned minutes of a day or of a span (J8..J12), or calls it off.',
    takes: 'DAY',
    example: 'flashcoop day edit J7 --cancel',
    options: { cancel: 'the day does not take place', restore: 'it takes place after all' },
  },
  'day move': {
    summary: 'Moves a day to another date.',
    takes: 'DAY DATE',
    example: 'flashcoop day move J7 2026-06-22',
  },
  'day remove': {
    summary: 'Removes a day, or a span, with nothing on it.',
    takes: 'DAY',
    example: 'flashcoop day remove J7',
  },
  'participant add': {
    summary: 'Adds a participant; "-" reads the name from standard input.',
    takes: 'NAME',
    example: 'flashcoop participant add "Amina" --contract-signed 2026-06-09',
    options: { reason: 'why not: work permit, employed, declined or other' },
  },
  'participant edit': {
    summary: 'Changes what is known of a participant.',
    takes: 'WHO',
    example: 'flashcoop participant edit P02 --payable no --reason declined',
    options: {
      name: 'the right name; "-" reads it from standard input',
      reason: 'why not: work permit, employed, declined or other',
    },
  },
  'participant leave': {
    summary: 'Records that somebody left.',
    takes: 'WHO',
    example: 'flashcoop participant leave P07 --on 2026-06-18',
    options: { on: 'the last day present (else today)', cancel: 'take the leaving back' },
  },
  'participant import': {
    summary: 'Adds the people of a CSV file, all or none.',
    takes: 'FILE',
    example: 'flashcoop participant import people.csv -n',
  },
  'participant list': {
    summary: 'Lists the participants.',
    example: 'flashcoop participant list',
  },
  'participant show': {
    summary: 'Shows one participant.',
    takes: 'WHO',
    example: 'flashcoop participant show P01',
  },
  'attendance mark': {
    summary:
      'Marks a day, or those of a span (J1..J5): everybody present, but those you name. Naming somebody again corrects.',
    takes: '[DAY]',
    example: 'flashcoop attendance mark J6 --absent P04 --late P02:20',
    options: {
      reason: 'admin, health, job, childcare, transport, summons, dropped-out or other',
    },
  },
  'attendance list': { summary: 'Lists the marks.', example: 'flashcoop attendance list --csv' },
  'attendance show': {
    summary: "Shows one person's attendance.",
    takes: 'WHO',
    example: 'flashcoop attendance show P03',
  },
  'attendance missing': {
    summary: 'Lists half-days not filled in.',
    example: 'flashcoop attendance missing',
  },
  'attendance import': {
    summary: 'Adds the half-days of a CSV file, all or none.',
    takes: 'FILE',
    example: 'flashcoop attendance import sheet.csv -n',
  },
  'cost add': {
    summary: 'Records something bought: each amount VAT included, with its rate.',
    takes: 'LABEL AMOUNT[@RATE]…',
    example:
      'flashcoop cost add "Flour, sugar" 211@5.5 39@20 --category ingredients --paid-by ANIM01',
    options: { on: 'the day of the purchase (else today)' },
  },
  'cost list': { summary: 'Lists the costs.', example: 'flashcoop cost list' },
  'cost show': { summary: 'Shows one cost.', takes: 'NUMBER', example: 'flashcoop cost show 3' },
  'cost void': {
    summary: 'Takes a cost out of the accounts.',
    takes: 'NUMBER',
    example: 'flashcoop cost void 3 --reason "typed twice"',
    options: { reason: WHY },
  },
  'cost voucher': {
    summary:
      'Gives a cost the reference of its receipt: it is recorded again under the next number.',
    takes: 'NUMBER REFERENCE',
    example: 'flashcoop cost voucher 3 F-104',
  },
  'cost pay': {
    summary: 'Records that the host paid a supplier.',
    takes: 'NUMBER',
    example: 'flashcoop cost pay 3 --on 2026-06-16 --voucher CB-001',
    options: MOVED,
  },
  'cost unpaid': {
    summary: 'Lists the bills that the host has still to pay.',
    example: 'flashcoop cost unpaid',
  },
  'cost refund': {
    summary: 'Records that an advance was given back, whole or in part.',
    takes: 'WHO [AMOUNT]',
    example: 'flashcoop cost refund ANIM01 --voucher VIR-002',
    options: MOVED,
  },
  'cost advances': {
    summary: 'Shows who advanced money, and what is still owed to them.',
    example: 'flashcoop cost advances',
  },
  'cost import': {
    summary: 'Adds the costs of a CSV file, all or none.',
    takes: 'FILE',
    example: 'flashcoop cost import costs.csv -n',
  },
  'cost categories': {
    summary: 'Lists the categories, their accounts and usual VAT.',
    example: 'flashcoop cost categories',
  },
  'product add': {
    summary: 'Adds a product with its price, VAT included.',
    takes: 'NAME PRICE',
    example: 'flashcoop product add Muffin 3.00 --vat 5.5 --key m',
  },
  'product list': { summary: 'Lists the products.', example: 'flashcoop product list' },
  'product show': {
    summary: 'Shows one product.',
    takes: 'PRODUCT',
    example: 'flashcoop product show cookie',
  },
  'product edit': {
    summary: 'Changes a product; an empty key or other word ("") takes it away.',
    takes: 'PRODUCT',
    example: 'flashcoop product edit cookie --vat 10',
    options: { restore: 'sell it again' },
  },
  'product price': {
    summary: 'Changes the price from now on; sales made keep theirs.',
    takes: 'PRODUCT PRICE',
    example: 'flashcoop product price cookie 2.50',
  },
  'product stock': {
    summary: 'What was made, sold, given away and lost, and what is left; alone it shows all.',
    takes: '[PRODUCT] [+NUMBER]',
    example: 'flashcoop product stock cookie +240',
    options: { reason: 'why: to taste, burnt…' },
  },
  'product retire': {
    summary: 'Stops selling a product.',
    takes: 'PRODUCT',
    example: 'flashcoop product retire cookie',
  },
  'product import': {
    summary: 'Adds the products of a CSV file, all or none.',
    takes: 'FILE',
    example: 'flashcoop product import products.csv -n',
  },
  'sale add': {
    summary: 'Records a sale ("sell" for short); "-" reads one a line from standard input.',
    takes: 'LINE…',
    example: 'flashcoop sale add 2 cookie 1 brownie cash 10',
  },
  'sale list': { summary: 'Lists the tickets.', example: 'flashcoop sale list --last 3' },
  'sale show': {
    summary: 'Shows one ticket.',
    takes: 'TICKET',
    example: 'flashcoop sale show A-0002',
  },
  'sale void': {
    summary: 'Takes a sale back, before the Z.',
    takes: 'TICKET',
    example: 'flashcoop sale void A-0002 --reason "wrong price"',
    options: { reason: WHY },
  },
  'sale refund': {
    summary: "Gives money back for a ticket, whole or in part, in today's till.",
    takes: 'TICKET [LINE…]',
    example: 'flashcoop sale refund A-0002 1 cookie cash --reason "burnt"',
    options: { reason: WHY },
  },
  'sale repay': {
    summary: 'Puts right how a ticket was paid, before the Z.',
    takes: 'TICKET METHOD…',
    example: 'flashcoop sale repay A-0002 card',
  },
  'sale recap': {
    summary: 'Records takings from paper: a sum, or what was sold; - reads a line for each hour.',
    takes: 'AMOUNT|LINE…',
    example: 'flashcoop sale recap 40 cookie 25 brownie tip 3 card 60 cash --on 2026-06-17',
    options: { on: 'the day of the takings (else today)' },
  },
  'sale import': {
    summary: "Adds the sales of a CSV file or of a card terminal's export, all or none.",
    takes: 'FILE',
    example: 'flashcoop sale import sales.csv -n',
  },
  'till open': {
    summary: 'Opens the till for the day.',
    example: 'flashcoop till open --float 80',
  },
  'till sell': {
    summary: 'Sells line after line: the till while the market lasts.',
    example: 'flashcoop till sell',
  },
  'till in': {
    summary: 'Puts cash into the till without a sale.',
    takes: 'AMOUNT REASON',
    example: 'flashcoop till in 20 "more change"',
  },
  'till out': {
    summary: 'Takes cash out of the till without a purchase.',
    takes: 'AMOUNT REASON',
    example: 'flashcoop till out 50 "to the bank"',
  },
  'till count': {
    summary:
      'Counts the cash (piece by piece, when no amount is given), cards and cheques; shows differences.',
    takes: '[AMOUNT]',
    example: 'flashcoop till count --pieces 2x20 5x5 3x0.50',
    options: { reason: 'what explains a difference', day: 'the till of which day' },
  },
  'till x': {
    summary: 'Shows what the open till has taken so far; nothing changes.',
    example: 'flashcoop till x',
    options: { day: 'which day (else the oldest that is open)' },
  },
  'till z': {
    summary: 'Seals the day: nothing in it changes any more.',
    example: 'flashcoop till z',
    options: { day: 'which day (else the oldest that is open)' },
  },
  'till withdraw': {
    summary: 'Records cash fetched at the bank for the float.',
    takes: 'AMOUNT',
    example: 'flashcoop till withdraw 80 --voucher FDC-001',
    options: MOVED,
  },
  'till deposit': {
    summary: 'Records what is deposited at the bank; without an amount all that was taken.',
    takes: 'cash|cheque|card [AMOUNT]',
    example: 'flashcoop till deposit card --fee 5.41 --voucher TPE-001',
    options: { ...MOVED, fee: 'what the bank kept: a cost', count: 'how many cheques' },
  },
  'till bank': {
    summary: 'Lists withdrawals and deposits, and what is still to deposit.',
    example: 'flashcoop till bank',
  },
  'till list': { summary: 'Lists the days of the till.', example: 'flashcoop till list' },
  'till show': {
    summary: 'Shows a Z again, a closed month or year, or the till of a day as it stands.',
    takes: 'Z-N | DATE',
    example: 'flashcoop till show Z-1 -o z1.html',
  },
  'till closings': {
    summary: 'Lists the monthly and yearly closings of the tills.',
    example: 'flashcoop till closings',
  },
  'till close-month': {
    summary: 'Makes the monthly and yearly closings that are due, without opening the till.',
    example: 'flashcoop till close-month',
  },
  undo: {
    summary: 'Takes back the last thing recorded, or the last N.',
    takes: '[N]',
    example: 'flashcoop undo',
  },
  check: {
    summary:
      'Looks at what should be in order before a close: all of it, or the checks named. Silent when all is well.',
    takes: '[NAME…]',
    example: 'flashcoop check half-days-missing',
    list: Object.entries(checks),
    options: { until: 'last day of the period (else the programme’s last)' },
  },
  redo: {
    summary: 'Brings back what the last undo took away.',
    example: 'flashcoop redo',
  },
  close: {
    summary: 'Computes the result and the shares, and freezes them; -n shows them without closing.',
    example: 'flashcoop close --rule half-days --vote "2026-06-18 6/0/1" --confirm FC-2026-01',
    options: { until: "last day of the period (else the programme's last)" },
  },
  'correct cost': {
    summary: 'A cost that came after the close.',
    takes: 'LABEL AMOUNT[@RATE]…',
    example:
      'flashcoop correct cost "Flour" 21.10@5.5 --category ingredients --paid-by ANIM01 --confirm FC-2026-01',
    options: {
      on: AMENDED_ON,
      reason: 'why it came late',
      paidBy: 'cae, or a code such as P03 or ANIM01; never the till',
    },
  },
  'correct void-cost': {
    summary: 'Takes out a cost that was none, or was entered twice.',
    takes: 'NUMBER',
    example: 'flashcoop correct void-cost 3 --reason "entered twice" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct sale': {
    summary: 'A forgotten sale, VAT included, with its rate.',
    takes: 'AMOUNT@RATE…',
    example:
      'flashcoop correct sale 36@5.5 --method cash --reason "envelope found" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY, label: 'what was sold' },
  },
  'correct void-sale': {
    summary: 'A sale too much, or given back since.',
    takes: 'AMOUNT@RATE…',
    example:
      'flashcoop correct void-sale 6@5.5 --method card --reason "charged twice" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY, label: 'what was sold' },
  },
  'correct cheque': {
    summary: 'A cheque that the bank sent back.',
    takes: 'AMOUNT',
    example: 'flashcoop correct cheque 15 --reason "sent back by the bank" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct till': {
    summary: 'Cash found missing, or found, after the close.',
    takes: 'missing|found AMOUNT',
    example:
      'flashcoop correct till missing 5 --reason "counted again at the bank" --confirm FC-2026-01',
    options: { on: AMENDED_ON, reason: WHY },
  },
  'correct list': {
    summary: 'Lists the amendments.',
    example: 'flashcoop correct list',
  },
  'correct show': {
    summary: 'Shows an amendment as it was given; as HTML to print and sign.',
    takes: 'NUMBER',
    example: 'flashcoop correct show 1 -o amendment.html',
    options: { format: 'table, html or json' },
  },
  'report result': {
    summary: 'The income statement, and VAT by rate.',
    example: 'flashcoop report result',
    options: { until: 'of the period that this day is in' },
  },
  'report sales': {
    summary: 'Every line sold, or sums by product, day, hour, method, seller, venue.',
    example: 'flashcoop report sales --by product',
  },
  'report products': {
    summary: 'Products with what they sold.',
    example: 'flashcoop report products',
  },
  'report stock': {
    summary: 'Made, sold, given away, lost and left, and what each product took.',
    example: 'flashcoop report stock',
  },
  'report margins': {
    summary: 'The margin of each product, an estimate.',
    example: 'flashcoop report margins',
  },
  'report costs': {
    summary: 'Costs by category, and who is to be refunded.',
    example: 'flashcoop report costs',
  },
  'report attendance': {
    summary: 'Half-days and minutes by person.',
    example: 'flashcoop report attendance',
  },
  'report distribution': {
    summary: 'Who gets what: as it was frozen, else as the options would share.',
    example: 'flashcoop report distribution',
    options: { until: 'of the period that this day is in' },
  },
  'report vat': {
    summary: 'VAT by day, till and rate.',
    example: 'flashcoop report vat --csv',
    options: { until: 'of the period that this day is in' },
  },
  explain: {
    summary: 'Shows a figure, how it is computed, and the lines that it comes from.',
    takes: '[FIGURE]',
    example: 'flashcoop explain share:P03',
    options: { until: 'of the period that this day is in' },
  },
  'report minutes': {
    summary: 'The minutes of the close, to print and sign.',
    example: 'flashcoop report minutes -o minutes.html',
    options: { until: 'of the period that this day is in', format: 'table, html or json' },
  },
  'payout list': {
    summary: 'Shows what is due, paid and still due to each one, with the proof.',
    example: 'flashcoop payout list',
  },
  'payout pay': {
    summary: 'Records a transfer to one or several people, never more than is due.',
    takes: 'WHO… | WHO AMOUNT | WHO:AMOUNT…',
    example: 'flashcoop payout pay --all --voucher VIR-001',
    options: { ...MOVED, all: 'all that is still due, to each one' },
  },
  'payout statement': {
    summary: 'The page that each one takes home: the share, and how it is computed.',
    takes: '[WHO…]',
    example: 'flashcoop payout statement --all -o shares.html',
    options: {
      all: 'a page for everybody',
      until: 'of the period that this day is in',
      format: 'table, html or json',
    },
  },
  'report journal': {
    summary: 'The entries, line by line.',
    example: 'flashcoop report journal --csv',
    options: { from: 'from this day on', until: 'up to this day' },
  },
  'report balance': {
    summary: 'Each account: its debit, its credit, its balance.',
    example: 'flashcoop report balance',
    options: { from: 'from this day on', until: 'up to this day' },
  },
  'report ledger': {
    summary: 'One account line by line, with its balance.',
    takes: 'ACCOUNT',
    example: 'flashcoop report ledger 530000',
    options: { from: 'from this day on', until: 'up to this day' },
  },
  'report cohorts': {
    summary: 'All cohorts with people and takings.',
    example: 'flashcoop report cohorts',
  },
  'export fec': {
    summary: 'The final entries as a FEC extract, for accounting software that imports one.',
    example: 'flashcoop export fec',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export sage-cae': {
    summary: "The final entries for Sage, as a cooperative's software writes them.",
    example: 'flashcoop export sage-cae --label-length 69',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export hledger': {
    summary: 'The entries as a plain-text journal for hledger.',
    example: 'flashcoop export hledger -o accounts.journal',
    options: { until: LAST_ENTRY, output: EXPORTED_TO },
  },
  'export log': {
    summary: 'What left for other software: when, what, how many lines, which bytes.',
    example: 'flashcoop export log',
  },
  'audit verify': {
    summary: 'Proves that nothing was changed; exit 4 names the first event that is wrong.',
    example: 'flashcoop audit verify',
  },
  'audit head': {
    summary: 'Shows the code to write on paper: it proves later that nothing was cut off.',
    example: 'flashcoop audit head',
  },
  'export bundle': {
    summary: 'Writes all tills’ events to one file, for another computer. No names are in it.',
    example: 'flashcoop export bundle',
  },
  import: {
    summary:
      'Imports participants, attendance, costs, products or sales: the titles of the file tell which.',
    takes: 'FILE',
    example: 'flashcoop import costs.csv -n',
  },
  merge: {
    summary: 'Takes in other tills’ bundles, in any order, any number of times: all or nothing.',
    takes: 'FILE…',
    example: 'flashcoop merge till-b.jsonl',
  },
  'backup create': {
    summary: 'Makes a checked copy of the ledger, beside it unless a file or folder is named.',
    takes: '[FILE]',
    example: 'flashcoop backup create',
  },
  'backup verify': {
    summary: 'Proves a copy as audit verify proves a ledger.',
    takes: 'FILE',
    example: 'flashcoop backup verify copy.db',
  },
  help: {
    summary: 'Shows help on a command or a topic.',
    takes: '[COMMAND | TOPIC]',
    example: 'flashcoop help sale-line',
  },
}
