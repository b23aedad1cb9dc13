import { snakeCase } from '../domain/kernel/name.ts'
import type { WordGroup } from './vocabulary.ts'

/**
 * What a cell measures. `number` is one that a till gave (journal/own-number.ts), `vat` is per mille, `basis-points` 1/100 of a percent, `social-rate` 1/100 000;
 * `word` is one of a closed vocabulary, written in the reader's language for people and in English for programs.
 */
export type NumericUnit = 'cents' | 'integer' | 'number' | 'vat' | 'basis-points' | 'social-rate'
type PlainUnit = NumericUnit | 'text' | 'code' | 'day' | 'time' | 'instant' | 'boolean'
export type Unit = PlainUnit | 'word'

const NUMERIC_UNITS: readonly Unit[] = [
  'cents',
  'integer',
  'number',
  'vat',
  'basis-points',
  'social-rate',
] satisfies readonly NumericUnit[]

/** What is added up and stands to the right. */
export const isNumeric = (unit: Unit): unit is NumericUnit => NUMERIC_UNITS.includes(unit)

type PlainMeasure = { readonly unit: PlainUnit }
type WordMeasure = { readonly unit: 'word'; readonly words: WordGroup }
type Measure = PlainMeasure | WordMeasure

const text = { unit: 'text' } as const
const code = { unit: 'code' } as const
const cents = { unit: 'cents' } as const
const integer = { unit: 'integer' } as const
const number = { unit: 'number' } as const
const day = { unit: 'day' } as const
const time = { unit: 'time' } as const
const instant = { unit: 'instant' } as const
const vatRate = { unit: 'vat' } as const
const basisPoints = { unit: 'basis-points' } as const
const boolean = { unit: 'boolean' } as const
const word = <G extends WordGroup>(words: G) => ({ unit: 'word', words }) as const

/** Every column of every report, list and import, with its usual measure. JSON and CSV names derive from the key. */
const MEASURES = {
  // whom and what
  code,
  name: text,
  key: code,
  number,
  line: integer,
  label: text,
  kind: word('kind'),
  state: word('state'),
  note: text,
  reason: text,
  current: boolean,
  voided: boolean,
  // when
  date: day,
  day,
  dayLabel: code,
  held: boolean,
  weekday: word('weekday'),
  time,
  hour: time,
  half: word('half'),
  start: day,
  end: day,
  days: integer,
  amMinutes: integer,
  pmMinutes: integer,
  minutes: integer,
  // cohorts
  cohort: code,
  template: word('template'),
  carrier: text,
  place: text,
  sector: text,
  productLine: text,
  public: text,
  ages: text,
  venue: text,
  venues: text,
  participants: integer,
  // participants
  participant: code,
  contractSigned: day,
  payable: boolean,
  payableReason: word('payableReason'),
  joined: day,
  left: day,
  sex: word('sex'),
  birthYear: integer,
  territory: word('territory'),
  schooling: word('schooling'),
  prescriber: text,
  projectIdea: word('projectIdea'),
  publicType: word('publicType'),
  imageRight: word('imageRight'),
  // attendance
  status: word('attendance'),
  halfDays: integer,
  planned: integer,
  present: integer,
  late: integer,
  leftEarly: integer,
  excused: integer,
  unexcused: integer,
  missing: integer,
  plannedMinutes: integer,
  attendedMinutes: integer,
  sheet: code,
  // costs
  category: word('category'),
  account: code,
  inContributionBase: boolean,
  usualVatRate: vatRate,
  amount: cents,
  amountTtc: cents,
  supplier: text,
  paidBy: word('payer'),
  chargedTo: word('charge'),
  voucher: code,
  toRefund: cents,
  person: code,
  advanced: cents,
  givenBack: cents,
  settledOn: day,
  // products and stock
  priceTtc: cents,
  vatRate,
  aliases: text,
  retired: boolean,
  sold: integer,
  given: integer,
  refunded: integer,
  produced: integer,
  found: integer,
  lost: integer,
  remaining: integer,
  soldOut: boolean,
  materials: cents,
  unitCost: cents,
  margin: cents,
  refunds: cents,
  voids: cents,
  refundOf: text,
  // sales
  product: code,
  quantity: integer,
  unitPriceTtc: cents,
  total: cents,
  method: word('method'),
  methods: text,
  ticket: code,
  tickets: integer,
  lines: text,
  items: integer,
  seller: code,
  discount: cents,
  tip: cents,
  tips: cents,
  paid: cents,
  takings: cents,
  // VAT and the income statement
  rate: vatRate,
  ttc: cents,
  vat: cents,
  ht: cents,
  figure: word('figure'),
  result: cents,
  amendment: integer,
  period: integer,
  correction: word('correction'),
  closed: cents,
  resultDifference: cents,
  shareClosed: cents,
  shareDifference: cents,
  // distribution and pay
  weight: integer,
  share: cents,
  spareCent: boolean,
  gross: cents,
  employer: cents,
  employee: cents,
  net: cents,
  remainder: cents,
  due: cents,
  stillDue: cents,
  overpaid: cents,
  // till
  till: code,
  session: number,
  z: code,
  opened: instant,
  float: cents,
  expected: cents,
  counted: cents,
  difference: cents,
  made: instant,
  zs: integer,
  perpetual: cents,
  bankMove: word('bankMove'),
  fee: cents,
  // a card terminal's export
  transaction: code,
  transactionType: word('transaction'),
  transactionStatus: word('transactionStatus'),
  terminalMethod: word('terminalMethod'),
  currency: code,
  count: integer,
  taken: cents,
  deposited: cents,
  toDeposit: cents,
  // host
  setting: code,
  value: text,
  validFrom: day,
  side: word('side'),
  base: basisPoints,
  // entries
  entry: integer,
  journal: code,
  accountKey: code,
  accountName: text,
  auxiliary: code,
  section: code,
  debit: cents,
  credit: cents,
  balance: cents,
  validated: day,
  // checks, journal, files
  exported: instant,
  format: code,
  from: day,
  until: day,
  entries: integer,
  rows: integer,
  file: text,
  actor: code,
  digest: code,
} satisfies Record<string, Measure>

export type ColumnKey = keyof typeof MEASURES

export type Column = { readonly key: ColumnKey } & Measure

/** A column with its usual measure, or another one: `column('status', { unit: 'text' })`. */
export function column(key: ColumnKey, measure: Measure = MEASURES[key]): Column {
  return { key, ...measure }
}

/** Columns with their usual measures, in the order given. */
export const columns = (...keys: readonly ColumnKey[]): readonly Column[] =>
  keys.map((key) => column(key))

/** Every key, in the order of the table above; for tests and for recognising headers. */
export const COLUMN_KEYS: readonly ColumnKey[] = keysOf(MEASURES)

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  const keys: K[] = []
  for (const key in table) keys.push(key)
  return keys
}

/** Header of the standard CSV: the key in snake_case, without its unit. */
export const standardHeader = (key: ColumnKey): string => snakeCase(key)

const JSON_SUFFIXES: { readonly [U in Unit]: string } = {
  text: '',
  code: '',
  cents: '_cents',
  integer: '',
  number: '',
  day: '',
  time: '',
  instant: '',
  vat: '_per_mille',
  'basis-points': '_bp',
  'social-rate': '_per_100000',
  boolean: '',
  word: '',
}

/** Name in JSON: the key in snake_case with the unit of what is no plain number. */
export const jsonName = (of: Column): string => snakeCase(of.key) + JSON_SUFFIXES[of.unit]
