import type { FLAGS, GLOBAL_FLAGS, LIST_FLAGS, WRITE_FLAGS } from '../../commands/flags.ts'
import type { CommandPath, Noun } from '../../commands/nouns.ts'
import { commands } from './help-commands.ts'
import { topics } from './help-topics.ts'

export type CommandHelp = {
  /** What it does, in one line. */
  readonly summary: string
  /** Its own words after the verb, as a person would write them. */
  readonly takes?: string
  readonly example: string
  /** Options that mean something more exact here than everywhere, by the command's own name for them. */
  readonly options?: Readonly<Record<string, string>>
  /** What its words may be, each with what it means. */
  readonly list?: readonly (readonly [word: string, meaning: string])[]
}

export const TOPICS = [
  'sale-line',
  'exit-codes',
  'formats',
  'distribution',
  'legal',
  'glossary',
] as const
export type Topic = (typeof TOPICS)[number]

export type HelpWords = {
  readonly intro: string
  /** How one begins. */
  readonly start: string
  readonly headings: {
    readonly usage: string
    readonly commands: string
    readonly options: string
    readonly common: string
    readonly example: string
    readonly list: string
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
      | keyof typeof WRITE_FLAGS
      | 'version']: string
  }
  /** The words between `<` and `>` in an option. */
  readonly values: Readonly<Record<string, string>>
  readonly topics: { readonly [T in Topic]: string }
  /** What a reader types for a topic; the English name always works. */
  readonly topicNames: { readonly [T in Topic]: string }
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
  redo: 'bring back what undo took away',
  check: 'what keeps the close from being made, check by check',
  close: 'the accounts and the shares',
  correct: 'after the close: amendments to sign',
  explain: 'where a figure comes from',
  payout: 'what each one receives, and what is paid already',
  report: 'figures as tables, CSV or JSON',
  export: 'files for other software, and what left',
  import: 'take in a file: what it holds is told by its titles',
  merge: 'take in another till: two computers, one ledger',
  audit: 'prove that nothing was changed',
  backup: 'copies of the ledger',
  help: 'this help',
  version: 'the version',
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
  yes: 'do not ask; a close asks all the same',
  noInput: 'never ask, take defaults',
  noColor: 'no colour',
  help: 'this help',
  version: 'the version',
  csv: 'as CSV, for a spreadsheet',
  csvProfile: 'excel-fr (; and decimal comma) or standard',
  format: 'table, json, jsonl, csv or md',
  output: 'into this file',
  force: 'replace the file if it is there',
  dryRun: 'try it: nothing is recorded',
  host: 'name of the host (CAE)',
  siren: 'its nine digits',
  till: 'letter of this till (A)',
  fromBundle: 'a second computer: out of the bundle of another till',
  training: 'to practise: a file apart, marked TRAINING, in the name of --actor',
  name: 'the name',
  template: 'flash7, cjs, cjm, long, open or blank',
  start: 'first day',
  days: 'the days: 2026-07-06..2026-07-31, or dates separated by commas',
  weekdays: 'which weekdays of a span: tuesday,thursday (else Monday to Friday)',
  place: 'town',
  sector: 'sector',
  productLine: 'what is made',
  public: 'who takes part',
  venue: 'where it is sold; may be given several times',
  planAm: 'planned minutes of the morning (210)',
  planPm: 'planned minutes of the afternoon (210)',
  cancel: 'call it off',
  restore: 'bring it back',
  code: 'the code (else one is made)',
  contractSigned: 'date of the signed contract',
  payable: 'may be paid: yes or no',
  reason: 'why',
  joined: 'first day, when later than the others',
  sex: 'woman, man or other',
  birthYear: 'year of birth',
  territory: 'qpv, zrr, near_qpv or other',
  schooling: 'none, lower_secondary, bac or above_bac',
  situation: 'jobless, inactive, insertion, employee, self_employed or training',
  prescriber: 'who sent the person',
  projectIdea: 'none, idea or project',
  publicType: 'youth, adult, senior, long_term_jobless, social_minimum, single_parent or other',
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
  category: 'what for; it must be said: see flashcoop cost categories',
  supplier: 'who was paid',
  paidBy: 'cae, till, or a code such as P03 or ANIM01',
  chargedTo: 'activity (shared result) or programme (grants)',
  voucher: 'reference of the receipt',
  vat: 'VAT rate in percent: 5.5, 10, 20',
  key: 'one letter to type at the stall',
  kind: 'goods or service',
  alias: 'another word for it',
  stockGiven: 'given away to taste, without a ticket',
  stockLost: 'broken, burnt or gone',
  stockLeft: 'what was counted at the end of the day',
  soldOut: 'there is none left to sell',
  back: 'there is some again',
  saleKey: 'a key of the script: the same key again is the same ticket',
  item: 'cookie:2, for scripts',
  pay: 'card:5.00; without an amount: the rest',
  method: 'how it was paid: cash, card, cheque, transfer (else the usual way)',
  discount: '10% or 2.00',
  tip: 'a donation on top',
  seller: 'who sold: P03',
  keepGoing: 'leave faulty lines out instead of stopping',
  anyway: 'sell it though it is marked sold out',
  last: 'only the last so many',
  day: 'one day only',
  label: 'what it was',
  product: 'a product of the cohort',
  float: 'cash in the till at the start',
  sellingVenue: 'where, when the cohort sells at several places',
  pieces: 'coins and notes: 2x20 5x5 3x0.50',
  cardCounted: 'the total of the card terminal’s slip',
  chequeCounted: 'what the cheques come to',
  cheques: 'how many cheques',
  transferCounted: 'what the transfers come to',
  fee: 'what the bank kept',
  count: 'how many cheques',
  soldAs: 'what was sold where the file does not say it, or by a name of its own',
  within: 'how far apart the same payment may stand (10 minutes)',
  keepDoubtful: 'record card payments that may be recorded already',
  skipDoubtful: 'leave those out',
  maxSize: 'largest file, such as 64M',
  check: 'what blocks the close, and how to mend it',
  until: 'last day',
  period: 'the closed period of that number',
  rule: 'equal, half-days, hours or weights',
  weights: 'P01:2 P02:1; who is not named weighs 0',
  vote: 'date, then for/against/abstained: "2026-06-18 6/0/1"',
  reserve: '10% or an amount, kept before the split',
  excusedCount: 'excused half-days count',
  acceptLoss: 'close with a loss: nobody owes anything',
  noPayroll: 'shares only, no pay estimate',
  confirm: 'the code of the cohort, where there is no terminal to ask on',
  by: 'product, day, hour, method, seller or venue',
  costsBy: 'one table: by category, or by who paid',
  from: 'first day',
  labelLength: 'characters of a label at most (35)',
  headCode: 'the code written on paper',
}

export const help: HelpWords = {
  intro: 'flashcoop keeps the accounts of a cooperative that lives a few days.\n',
  start:
    'to begin: flashcoop init; to see it all first: flashcoop demo; where you are: flashcoop status\n',
  headings: {
    usage: 'usage',
    commands: 'commands',
    options: 'options',
    common: 'options of every command',
    example: 'example',
    list: 'names',
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
  topicNames: {
    'sale-line': 'sale-line',
    'exit-codes': 'exit-codes',
    formats: 'formats',
    distribution: 'distribution',
    legal: 'legal',
    glossary: 'glossary',
  },
}
