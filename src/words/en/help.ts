import type { FLAGS, GLOBAL_FLAGS, LIST_FLAGS, WRITE_FLAGS } from '../../commands/flags.ts'
import type { CommandPath, Noun } from '../../commands/nouns.ts'

export type CommandHelp = {
  /** What it does, in one line. */
  readonly summary: string
  /** Its own words after the verb, as a person would write them. */
  readonly takes: string
  readonly example: string
}

export const TOPICS = [
  'sale-line',
  'exit-codes',
  'formats',
  'distribution',
  'legal',
  'glossary',
] as const
type Topic = (typeof TOPICS)[number]

export type HelpWords = {
  readonly intro: string
  readonly headings: {
    readonly usage: string
    readonly commands: string
    readonly options: string
    readonly common: string
    readonly example: string
    readonly topics: string
    readonly more: string
    readonly everywhere: string
  }
  readonly nouns: { readonly [N in Noun]: string }
  readonly commands: { readonly [P in CommandPath]: CommandHelp }
  readonly flags: {
    readonly [F in
      | keyof typeof FLAGS
      | keyof typeof GLOBAL_FLAGS
      | keyof typeof LIST_FLAGS
      | keyof typeof WRITE_FLAGS]: string
  }
  /** The words between `<` and `>` in an option. */
  readonly values: Readonly<Record<string, string>>
  readonly topics: { readonly [T in Topic]: string }
}

const nouns = {
  init: 'create the ledger',
  status: "today's state and the next thing to do",
  demo: 'see the whole thing with made-up and published figures',
  host: 'the host (CAE): name, rates, settings',
  cohort: 'the cooperative of a few days',
  day: 'its days',
  participant: 'its people',
  attendance: 'who was there, by half-day',
  cost: 'what was spent',
  product: 'what is sold, and its price',
  sale: 'sales at the stall',
  till: 'the cash till: open, count, seal',
  undo: 'take back the last thing recorded',
  close: 'the accounts and the shares',
  report: 'figures as tables, CSV or JSON',
  audit: 'prove that nothing was changed',
  backup: 'copies of the ledger',
  help: 'this help',
}

const commands = {
  init: {
    summary: 'Creates a new ledger file.',
    takes: '[FILE]',
    example: 'flashcoop init --host "CAE Exemple"',
  },
  status: {
    summary: 'Shows the day, what is missing, and the next command.',
    takes: '',
    example: 'flashcoop status',
  },
  demo: {
    summary:
      'Builds a throw-away ledger: the seven published cohorts, a day at the stall, a close.',
    takes: '',
    example: 'flashcoop demo --lang en',
  },
  'host show': { summary: "Shows the host's settings.", takes: '', example: 'flashcoop host show' },
  'host set': {
    summary: 'Changes a setting: name, siren, contribution_rate, insurance_rate …',
    takes: 'KEY VALUE',
    example: 'flashcoop host set contribution_rate 12',
  },
  'host rates': {
    summary: 'Lists the social rates, or imports a dated table.',
    takes: 'list | import FILE',
    example: 'flashcoop host rates list',
  },
  'cohort create': {
    summary: 'Creates a cohort with its days.',
    takes: 'CODE',
    example:
      'flashcoop cohort create FC-2026-01 --name "Les Sablés" --template flash7 --start 2026-06-09',
  },
  'cohort list': { summary: 'Lists the cohorts.', takes: '', example: 'flashcoop cohort list' },
  'cohort show': {
    summary: 'Shows a cohort.',
    takes: '[CODE]',
    example: 'flashcoop cohort show FC-2026-01',
  },
  'cohort edit': {
    summary: 'Changes a cohort.',
    takes: '[CODE]',
    example: 'flashcoop cohort edit --place Laval',
  },
  'cohort use': {
    summary: 'Says which cohort the next commands are about.',
    takes: 'CODE',
    example: 'flashcoop cohort use FC-2026-01',
  },
  'cohort archive': {
    summary: 'Puts a cohort away; --restore brings it back.',
    takes: '[CODE]',
    example: 'flashcoop cohort archive FC-2025-04',
  },
  'day list': { summary: 'Lists the days.', takes: '', example: 'flashcoop day list' },
  'day add': {
    summary: 'Adds a day.',
    takes: 'DATE',
    example: 'flashcoop day add 2026-06-20 --pm 0',
  },
  'day edit': {
    summary: 'Changes the planned minutes of a day, or cancels it.',
    takes: 'DAY',
    example: 'flashcoop day edit J4 --cancel',
  },
  'day move': {
    summary: 'Moves a day to another date.',
    takes: 'DAY DATE',
    example: 'flashcoop day move J4 2026-06-15',
  },
  'day remove': {
    summary: 'Removes a day with nothing on it.',
    takes: 'DAY',
    example: 'flashcoop day remove J7',
  },
  'participant add': {
    summary: 'Adds a participant; "-" reads the name from standard input.',
    takes: 'NAME',
    example: 'flashcoop participant add "Amina" --contract-signed 2026-06-09',
  },
  'participant list': {
    summary: 'Lists the participants.',
    takes: '',
    example: 'flashcoop participant list',
  },
  'participant show': {
    summary: 'Shows one participant.',
    takes: 'WHO',
    example: 'flashcoop participant show P01',
  },
  'participant edit': {
    summary: 'Changes a participant.',
    takes: 'WHO',
    example: 'flashcoop participant edit P02 --payable no --reason declined',
  },
  'participant leave': {
    summary: 'Records the last day of somebody who left.',
    takes: 'WHO',
    example: 'flashcoop participant leave P07 --on 2026-06-12',
  },
  'participant import': {
    summary: 'Imports participants from a CSV file.',
    takes: 'FILE',
    example: 'flashcoop participant import people.csv -n',
  },
  'attendance mark': {
    summary: 'Marks a day: everybody present, but those you name.',
    takes: '[DAY]',
    example: 'flashcoop attendance mark J3 --absent P04 --late P02:20',
  },
  'attendance list': {
    summary: 'Lists the marks.',
    takes: '',
    example: 'flashcoop attendance list --csv',
  },
  'attendance show': {
    summary: "Shows one person's attendance.",
    takes: 'WHO',
    example: 'flashcoop attendance show P03',
  },
  'attendance missing': {
    summary: 'Lists half-days not filled in.',
    takes: '',
    example: 'flashcoop attendance missing',
  },
  'attendance import': {
    summary: 'Imports attendance from a CSV file.',
    takes: 'FILE',
    example: 'flashcoop attendance import sheet.csv -n',
  },
  'cost add': {
    summary: 'Records something bought, VAT included.',
    takes: 'LABEL AMOUNT[@RATE]…',
    example:
      'flashcoop cost add "Flour, sugar" 211@5.5 39@20 --category ingredients --paid-by ANIM01',
  },
  'cost list': { summary: 'Lists the costs.', takes: '', example: 'flashcoop cost list' },
  'cost show': { summary: 'Shows one cost.', takes: 'NUMBER', example: 'flashcoop cost show 3' },
  'cost void': {
    summary: 'Takes a cost out of the accounts.',
    takes: 'NUMBER',
    example: 'flashcoop cost void 3 --reason "typed twice"',
  },
  'cost import': {
    summary: 'Imports costs from a CSV file.',
    takes: 'FILE',
    example: 'flashcoop cost import costs.csv -n',
  },
  'cost categories': {
    summary: 'Lists the categories and their accounts.',
    takes: '',
    example: 'flashcoop cost categories',
  },
  'product add': {
    summary: 'Adds a product.',
    takes: 'NAME PRICE',
    example: 'flashcoop product add Cookie 3.00 --vat 5.5 --key c',
  },
  'product list': { summary: 'Lists the products.', takes: '', example: 'flashcoop product list' },
  'product show': {
    summary: 'Shows one product.',
    takes: 'PRODUCT',
    example: 'flashcoop product show cookie',
  },
  'product edit': {
    summary: 'Changes a product.',
    takes: 'PRODUCT',
    example: 'flashcoop product edit cookie --vat 5.5',
  },
  'product price': {
    summary: 'Changes the price from now on; sales made keep theirs.',
    takes: 'PRODUCT PRICE',
    example: 'flashcoop product price cookie 2.50',
  },
  'product retire': {
    summary: 'Stops selling a product.',
    takes: 'PRODUCT',
    example: 'flashcoop product retire cookie',
  },
  'product import': {
    summary: 'Imports products from a CSV file.',
    takes: 'FILE',
    example: 'flashcoop product import products.csv -n',
  },
  'sale add': {
    summary: 'Records a sale; "-" reads one a line from standard input.',
    takes: 'LINE…',
    example: 'flashcoop sale add 2 cookie 1 brownie cash 10',
  },
  'sale list': {
    summary: 'Lists the tickets.',
    takes: '',
    example: 'flashcoop sale list --last 3',
  },
  'sale show': {
    summary: 'Shows one ticket.',
    takes: 'TICKET',
    example: 'flashcoop sale show A-0042',
  },
  'sale void': {
    summary: 'Takes a sale back, before the Z.',
    takes: 'TICKET',
    example: 'flashcoop sale void A-0042 --reason "wrong price"',
  },
  'sale recap': {
    summary: "Records a day's takings at once, from paper.",
    takes: 'AMOUNT',
    example: 'flashcoop sale recap 528 --on 2026-06-17 --label "Wipes" --vat 20',
  },
  'sale import': {
    summary: 'Imports sales from a CSV file.',
    takes: 'FILE',
    example: 'flashcoop sale import sales.csv -n',
  },
  'till open': {
    summary: 'Opens the till for the day.',
    takes: '',
    example: 'flashcoop till open --float 80',
  },
  'till in': {
    summary: 'Puts cash into the till.',
    takes: 'AMOUNT REASON',
    example: 'flashcoop till in 20 "more change"',
  },
  'till out': {
    summary: 'Takes cash out of the till.',
    takes: 'AMOUNT REASON',
    example: 'flashcoop till out 50 "to the bank"',
  },
  'till count': {
    summary: 'Counts the cash and shows the difference.',
    takes: '[AMOUNT]',
    example: 'flashcoop till count --pieces 2x20 5x5 3x0.50',
  },
  'till z': {
    summary: 'Seals the day: nothing in it changes any more.',
    takes: '',
    example: 'flashcoop till z',
  },
  'till list': {
    summary: 'Lists the days of the till.',
    takes: '',
    example: 'flashcoop till list',
  },
  'till show': {
    summary: 'Shows a Z again, or a day of the till.',
    takes: 'Z-N | DATE',
    example: 'flashcoop till show Z-1',
  },
  undo: {
    summary: 'Takes back the last thing recorded, or the last N.',
    takes: '[N]',
    example: 'flashcoop undo',
  },
  close: {
    summary: 'Computes the result and the shares; -n shows them without closing.',
    takes: '',
    example: 'flashcoop close --rule half-days --vote "2026-06-18 6/0/1" --confirm FC-2026-01',
  },
  'report result': {
    summary: 'The income statement.',
    takes: '',
    example: 'flashcoop report result',
  },
  'report sales': {
    summary: 'Every line sold, or sums by product, day, hour, method, seller, venue.',
    takes: '',
    example: 'flashcoop report sales --by product',
  },
  'report products': {
    summary: 'Products with what they sold.',
    takes: '',
    example: 'flashcoop report products',
  },
  'report costs': { summary: 'Costs by category.', takes: '', example: 'flashcoop report costs' },
  'report attendance': {
    summary: 'Half-days and hours by person.',
    takes: '',
    example: 'flashcoop report attendance',
  },
  'report distribution': {
    summary: 'Who gets what.',
    takes: '',
    example: 'flashcoop report distribution',
  },
  'report vat': {
    summary: 'VAT by day, till and rate.',
    takes: '',
    example: 'flashcoop report vat --csv',
  },
  'report cohorts': {
    summary: 'All cohorts with people and takings.',
    takes: '',
    example: 'flashcoop report cohorts',
  },
  'audit verify': {
    summary: 'Checks the whole ledger; --code compares with a code on paper.',
    takes: '',
    example: 'flashcoop audit verify',
  },
  'audit head': {
    summary: 'Shows the code to write on paper.',
    takes: '',
    example: 'flashcoop audit head',
  },
  'backup create': {
    summary: 'Makes a checked copy of the ledger.',
    takes: '[FILE]',
    example: 'flashcoop backup create',
  },
  'backup verify': {
    summary: 'Checks a copy.',
    takes: 'FILE',
    example: 'flashcoop backup verify copy.db',
  },
  help: {
    summary: 'Shows help on a command or a topic.',
    takes: '[COMMAND | TOPIC]',
    example: 'flashcoop help sale-line',
  },
}

const flags: HelpWords['flags'] = {
  db: 'the ledger file (else FLASHCOOP_DB, else flashcoop.db here or above)',
  cohort: 'the cohort (else FLASHCOOP_COHORT, else "cohort use")',
  json: 'answer as JSON',
  lang: 'fr or en',
  at: 'when it happened: 2026-06-17T10:32, or 10:32 today',
  actor: 'who types (else FLASHCOOP_ACTOR)',
  quiet: 'no hints',
  verbose: 'more detail when something breaks',
  yes: 'do not ask',
  noInput: 'never ask, take defaults',
  noColor: 'no colour',
  help: 'this help',
  csv: 'as CSV, for a spreadsheet',
  csvProfile: 'excel-fr or standard',
  format: 'table, json, jsonl, csv or md',
  output: 'into a file',
  force: 'overwrite that file',
  dryRun: 'try it: nothing is recorded',
  host: 'name of the host (CAE)',
  siren: 'its nine digits',
  till: 'letter of this till (A)',
  name: 'the name',
  template: 'flash7, cjs, cjm, long, open or blank',
  start: 'first day',
  days: 'the days, separated by commas',
  place: 'town',
  sector: 'sector',
  productLine: 'what is made',
  public: 'who takes part',
  venue: 'where it is sold; may be given several times',
  planAm: 'planned minutes of the morning (210)',
  planPm: 'planned minutes of the afternoon (210)',
  cancel: 'the day does not take place',
  restore: 'back again: the day takes place, the product is sold',
  code: 'the code (else one is made)',
  contractSigned: 'date of the signed contract',
  payable: 'may be paid: yes or no',
  reason: 'why',
  joined: 'first day, when later than the others',
  sex: 'woman, man, other …',
  birthYear: 'year of birth',
  territory: 'qpv, zrr, near_qpv …',
  schooling: 'schooling',
  situation: 'jobless, student …',
  prescriber: 'who sent the person',
  projectIdea: 'none, idea, project',
  publicType: 'kind of public',
  imageRight: 'may be photographed: yes or no',
  on: 'on which date',
  all: 'everybody present',
  absent: 'absent without excuse',
  excused: 'absent with an excuse',
  present: 'present after all',
  late: 'came late, with minutes: P02:20',
  leftEarly: 'left early, with minutes: P03:30',
  onlyAm: 'the morning only',
  onlyPm: 'the afternoon only',
  sheet: 'reference of the signed sheet',
  category: 'see flashcoop cost categories',
  supplier: 'who was paid',
  paidBy: 'cae, till, or a code such as P03 or ANIM01',
  chargedTo: 'activity (shared result) or programme (grants)',
  voucher: 'reference of the receipt',
  vat: 'VAT rate in percent: 5.5, 10, 20',
  key: 'one letter to type at the stall',
  kind: 'goods or service',
  alias: 'another word for it',
  saleKey: 'a key of the script: the same key again is the same ticket',
  item: 'cookie:2, for scripts',
  pay: 'card:5.00; without an amount: the rest',
  discount: '10% or 2.00',
  tip: 'a donation on top',
  seller: 'who sold: P03',
  keepGoing: 'leave faulty lines out instead of stopping',
  last: 'only the last ones',
  day: 'one day only',
  label: 'what it was',
  product: 'a product of the cohort',
  float: 'cash in the till at the start',
  sellingVenue: 'where, when the cohort sells at several places',
  pieces: 'coins and notes: 2x20 5x5 3x0.50',
  maxSize: 'largest file, such as 64M',
  check: 'what blocks the close, and how to mend it',
  until: 'last day',
  rule: 'equal, half-days, hours or weights',
  weights: 'P01:2 P02:1',
  vote: '"DATE for/against/abstained"',
  reserve: '10% or an amount, kept before the split',
  excusedCount: 'excused half-days count',
  acceptLoss: 'close with a loss: nobody owes anything',
  noPayroll: 'shares only, no pay estimate',
  confirm: 'the code of the cohort, to confirm',
  by: 'product, day, hour, method, seller or venue',
  costsBy: 'one table: by category, or by who paid',
  from: 'first day',
  headCode: 'the code written on paper',
}

const topics = {
  'sale-line': `A sale is one line: what, then changes, then how it is paid.

  [quantity] product[@price] [free] …  [off 10%] [total 5] [tip 1] [by P03]  [cash|card|cheque|transfer [amount]] …

  2 cookie 1 brownie card            two cookies and a brownie, by card
  3k b cash 10                       3 of key k, 1 of key b, 10 given: change is computed
  2 cookie 1 coffee card 2 cash 5    two means of payment
  cookie@1.20 card                   another price (two decimals, or €)
  2 cookie brownie free card         the brownie is free
  2 cookie off 10% cash              a discount on the whole sale
  60x cookie cash                    more than 50 needs the x

Products are known by code, other word or key, whatever the case, accents or a plural s. Nothing is ever corrected.
`,
  'exit-codes': `  0    done, or nothing to list
  1    refused by a rule, or a check found something; nothing written
  2    not understood: command, option, name, sale line
  3    the period is closed
  4    the ledger is not whole
  5    the ledger file cannot be used; nothing written
  70   a defect of flashcoop
  75   outcome unknown: it may be recorded
  78   this Node.js is too old
  130  interrupted
`,
  formats: `Every list and report takes:
  --csv                       for French Excel: ; decimal comma, UTF-8 with BOM, French headers
  --csv --csv-profile standard  for programs: , decimal point, English headers
  --json                      arrays and objects, money in cents
  --format md|jsonl|table     other forms
  -o FILE                     into a file, never over another without --force
Imports take CSV with French or English headers, and ; , or TAB. Files that flashcoop wrote can be read back.
`,
  distribution: `The result is shared by a rule that the group votes.

  equal       the same for everybody (usual)
  half-days   by half-days present
  hours       by hours present
  weights     by weights given by hand: --weights P01:2 P02:1

The split is to the cent: each gets the whole cents of the exact share, and the cents left go to the largest fractions;
ties go to the larger weight, then to the first code. A part may be kept before (--reserve). Who may not be paid gets
nothing, and that share goes to the others. In a loss nobody owes anything.
The pay is an estimate; the payslip is made by the host (CAE).
`,
  legal: `Till law (art. 286 I 3° bis CGI): sales are recorded in an append-only, chained journal; corrections are new entries;
each day is sealed by a Z with totals that are never reset. flashcoop is not certified ("non attesté").
Names of participants are kept beside the journal, never in it.
The pay figures are an estimate; flashcoop gives no legal advice.
`,
  glossary: `  cohort         the cooperative of a few days, and its people
  host (CAE)     carries it: legal form, VAT, bank, payroll
  half-day       unit of attendance: morning or afternoon
  takings        what customers paid, VAT included
  revenue        takings without VAT
  gross margin   revenue − purchases − packaging
  contribution   the host's part
  float          cash in the till before the first sale
  Z              the seal of a day of the till
  share          a participant's part of the result
  remainder      cents of a share that cannot be paid as wages
`,
}

export const help: HelpWords = {
  intro: 'flashcoop keeps the accounts of a cooperative that lives a few days.\n',
  headings: {
    usage: 'usage',
    commands: 'commands',
    options: 'options',
    common: 'options of every command',
    example: 'example',
    topics: 'topics',
    more: 'more: flashcoop help COMMAND, or flashcoop help TOPIC',
    everywhere: 'options of every command: flashcoop help',
  },
  nouns,
  commands,
  flags,
  values: {
    'product:quantity': 'product:quantity',
    'method:amount': 'method:amount',
  },
  topics,
}
