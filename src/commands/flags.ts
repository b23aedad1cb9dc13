/** Options that every command takes. */
export const GLOBAL_FLAGS = {
  db: '--db <file>',
  cohort: '-c, --cohort <code>',
  json: '--json',
  lang: '--lang <language>',
  at: '--at <when>',
  actor: '--actor <name>',
  quiet: '-q, --quiet',
  verbose: '-v, --verbose',
  yes: '-y, --yes',
  noInput: '--no-input',
  noColor: '--no-color',
  help: '-h, --help',
} as const

/** Options of every command that lists or reports. */
export const LIST_FLAGS = {
  csv: '--csv',
  csvProfile: '--csv-profile <profile>',
  format: '--format <format>',
  output: '-o, --output <file>',
  force: '--force',
} as const

/** Options of a command whose answer is a paper. */
export const PAPER_FLAGS = {
  format: LIST_FLAGS.format,
  output: LIST_FLAGS.output,
  force: LIST_FLAGS.force,
} as const

/** Options of every command that writes. */
export const WRITE_FLAGS = { dryRun: '-n, --dry-run' } as const

/**
 * The options of single commands: one place, so that an option means the same everywhere. The text in `<>` is the
 * value; `...` takes several, or the option again; a comma separates them too.
 */
export const FLAGS = {
  // init, host
  host: '--host <name>',
  siren: '--siren <number>',
  till: '--till <letter>',
  fromBundle: '--from <bundle>',
  training: '--training',
  // cohort, day
  name: '--name <name>',
  template: '--template <kind>',
  start: '--start <date>',
  days: '--days <dates>',
  weekdays: '--weekdays <day...>',
  place: '--place <place>',
  sector: '--sector <sector>',
  productLine: '--product-line <products>',
  public: '--public <public>',
  venue: '--venue <name...>',
  planAm: '--am <minutes>',
  planPm: '--pm <minutes>',
  cancel: '--cancel',
  restore: '--restore',
  // participant
  code: '--code <code>',
  contractSigned: '--contract-signed <date>',
  payable: '--payable <yes|no>',
  reason: '--reason <reason>',
  joined: '--joined <date>',
  sex: '--sex <code>',
  birthYear: '--birth-year <year>',
  territory: '--territory <code>',
  schooling: '--schooling <code>',
  situation: '--status <code>',
  prescriber: '--prescriber <text>',
  projectIdea: '--project-idea <code>',
  publicType: '--public-type <code>',
  imageRight: '--image-right <yes|no>',
  on: '--on <date>',
  // attendance
  all: '--all',
  absent: '--absent <who...>',
  excused: '--excused <who...>',
  present: '--present <who...>',
  late: '--late <who:minutes...>',
  leftEarly: '--left-early <who:minutes...>',
  onlyAm: '--am',
  onlyPm: '--pm',
  sheet: '--sheet <reference>',
  // cost
  category: '--category <category>',
  supplier: '--supplier <name>',
  paidBy: '--paid-by <who>',
  chargedTo: '--charged-to <activity|programme>',
  voucher: '--voucher <reference>',
  // product
  vat: '--vat <percent>',
  key: '--key <letter>',
  kind: '--kind <goods|service>',
  alias: '--alias <word...>',
  stockGiven: '--given <number>',
  stockLost: '--lost <number>',
  stockLeft: '--left <number>',
  soldOut: '--sold-out',
  back: '--back',
  // sale
  saleKey: '--key <ulid>',
  item: '--item <product:quantity...>',
  pay: '--pay <method:amount...>',
  method: '--method <method>',
  discount: '--discount <percent|amount>',
  tip: '--tip <amount>',
  seller: '--seller <participant>',
  keepGoing: '--keep-going',
  anyway: '--anyway',
  last: '--last <number>',
  day: '--day <date>',
  label: '--label <text>',
  product: '--product <code>',
  // till
  float: '--float <amount>',
  sellingVenue: '--venue <name>',
  pieces: '--pieces <countxvalue...>',
  cardCounted: '--card <amount>',
  chequeCounted: '--cheque <amount>',
  cheques: '--cheques <number>',
  transferCounted: '--transfer <amount>',
  fee: '--fee <amount>',
  count: '--count <number>',
  // import
  maxSize: '--max-size <size>',
  soldAs: '--as <product>',
  within: '--within <minutes>',
  keepDoubtful: '--keep-doubtful',
  skipDoubtful: '--skip-doubtful',
  // close
  check: '--check',
  until: '--until <date>',
  period: '--period <number>',
  rule: '--rule <rule>',
  weights: '--weights <who:weight...>',
  vote: '--vote <vote>',
  reserve: '--reserve <percent|amount>',
  excusedCount: '--excused-count',
  acceptLoss: '--accept-loss',
  noPayroll: '--no-payroll',
  confirm: '--confirm <code>',
  // report
  by: '--by <group>',
  costsBy: '--by <category|payer>',
  from: '--from <date>',
  // export
  labelLength: '--label-length <number>',
  // audit, backup
  headCode: '--code <head>',
} as const

export type Flags = Readonly<Record<string, string>>
/** The value that a flag's text promises: text, several texts, or whether it was there. */
type FlagValue<Text extends string> = Text extends `${string}...>`
  ? readonly string[] | undefined
  : Text extends `${string}<${string}>`
    ? string | undefined
    : boolean

export type FlagValues<F extends Flags> = { readonly [N in keyof F]: FlagValue<F[N]> }

/** `--product-line` of a flag's text. */
export const longNameOf = (text: string): string => /--[a-z-]+/.exec(text)?.[0] ?? text
export const takesValue = (text: string): boolean => text.includes('<')
export const takesSeveral = (text: string): boolean => text.includes('...>')
