import type { EventKind } from '../../domain/journal/event.ts'
import { unreachable } from '../../domain/kernel/defect.ts'
import type { Difference, EventCheck, FileFinding } from '../../store/finding.ts'
import type { Said } from '../said.ts'
import { counted } from './day-text.ts'

export type AuditWords = {
  readonly whole: (events: number) => string
  readonly headCode: (event: string, code: string) => string
  readonly head: (event: string, when: string) => string
  readonly keep: string
  readonly anchor: (event: string, since: number) => string
  readonly progress: (events: number) => string
  /** `A#57 (sale, 2026-06-17 10:32)`. */
  readonly place: (event: string, known: readonly string[]) => string
  readonly at: (place: string, what: string) => string
  readonly kinds: { readonly [K in EventKind]: string }
  readonly eventFindings: { readonly [C in EventCheck]: string }
  readonly fileFinding: (found: FileFinding) => string
  readonly hints: { readonly [H in 'file' | 'code' | 'name']: Said['hint'] }
  readonly backup: {
    readonly created: (file: string, events: number) => string
    readonly whole: (events: number, last: string) => string
    readonly empty: string
    readonly named: string
    readonly notKept: (what: string) => string
  }
}

const eventFindings: AuditWords['eventFindings'] = {
  start: 'the journal begins with something else than its creation',
  order: 'its number does not follow',
  link: 'it does not follow the event before it: one of the two was replaced',
  content: 'its content is not what was recorded',
  unreadable: 'it is no event that flashcoop writes',
  envelope: 'it says that it is another event',
  form: 'it is not written the way flashcoop writes',
  totals: 'its perpetual totals do not follow from those before',
  z: 'what it says of the chain before it is not so',
  reversal: 'it takes back something else than what was recorded',
  heads: 'it says something else of another till than what is here',
  replay: 'it cannot have happened after the events before it',
}

function tableText(found: Difference): string {
  const where = `table ${found.table}, row ${found.row}`
  if (found.how !== 'differs')
    return found.how === 'extra'
      ? `${where}: no event of the journal made it`
      : `${where}: the journal has it, the table does not`
  return `${where}, ${found.column}: ${found.stored} where the journal says ${found.journal}`
}

function fileFinding(found: FileFinding): string {
  switch (found.check) {
    case 'missing':
      return found.event === found.through
        ? `${found.event} is missing`
        : `${found.event} to ${found.through} are missing`
    case 'empty':
      return 'the journal is empty'
    case 'code':
      return 'this code is not in this ledger: its end was cut off or rewritten'
    case 'storage':
      return found.event === undefined
        ? `the file cannot be read to its end (${found.detail})`
        : `${found.event}: the file cannot be read from here on (${found.detail})`
    case 'integrity':
      return `the file is damaged: ${found.detail}`
    case 'foreign-key':
      return `table ${found.table}: a row points to one that is not there`
    case 'schema':
      return `${found.name} was changed: a table, index or guard is not as flashcoop makes it`
    case 'table':
      return tableText(found)
    case 'identity':
      return `the name of ${found.participant} is not the one that was recorded`
    default:
      return unreachable(found)
  }
}

const events = (count: number): string => counted(count, 'event')

export const audit: AuditWords = {
  whole: (count) => `${events(count)}: chain whole, tables agree with it\n`,
  headCode: (event, code) => `head code ${event}  ${code}\n`,
  head: (event, when) => `${event}  recorded ${when}\n`,
  keep: 'write the head code down: flashcoop audit verify --code CODE proves later that nothing before it was cut or changed\n',
  anchor: (event, since) =>
    `this code is ${event}; ${since === 0 ? 'nothing' : events(since)} recorded since\n`,
  progress: (count) => `verifying: ${events(count)}`,
  place: (event, known) => (known.length === 0 ? event : `${event} (${known.join(', ')})`),
  at: (place, what) => `${place}: ${what}`,
  kinds: {
    init: 'creation',
    host: 'host',
    rates: 'social rates',
    cohort: 'cohort',
    'cohort-edit': 'cohort changed',
    'cohort-use': 'cohort chosen',
    day: 'day',
    'day-edit': 'day changed',
    'day-move': 'day moved',
    'day-remove': 'day removed',
    participant: 'participant',
    'participant-edit': 'participant changed',
    'participant-leave': 'participant left',
    attendance: 'attendance',
    cost: 'cost',
    'cost-void': 'cost voided',
    product: 'product',
    'product-edit': 'product changed',
    stock: 'stock',
    'sold-out': 'sold out or back',
    'till-open': 'till opened',
    'till-cash': 'cash moved',
    'till-count': 'cash counted',
    'till-z': 'Z',
    'till-closing': 'closing of the till',
    sale: 'sale',
    'sale-import': 'sales imported',
    'sale-void': 'sale voided',
    'sale-refund': 'refund',
    'sale-repay': 'payment put right',
    'bank-withdrawal': 'cash fetched at the bank',
    deposit: 'deposit at the bank',
    'cost-payment': 'supplier paid',
    'cost-refund': 'advance refunded',
    payout: 'payout',
    close: 'close',
    correction: 'correction',
    reversal: 'undo',
    redo: 'redo',
    join: 'till joined',
    merge: 'tills merged',
    import: 'import',
    export: 'export',
    'clock-anomaly': 'clock went back',
  },
  eventFindings,
  fileFinding,
  hints: {
    file: 'keep this file as it is, and go on with your last backup; prove it first: flashcoop backup verify FILE',
    code: 'compare the code with the paper; if it is right, keep this file as it is and ask who had it',
    name: 'ask the person, then put it right: flashcoop participant edit WHO --name "…"',
  },
  backup: {
    created: (file, count) => `backup created: ${file} (${events(count)})\n`,
    whole: (count, last) => `backup whole: ${events(count)}, the last recorded ${last}\n`,
    empty: 'backup whole: nothing was recorded yet\n',
    named: "it holds the participants' names: keep it as carefully as the ledger\n",
    notKept: (what) => `no backup was made: ${what}`,
  },
}
