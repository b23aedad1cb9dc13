import type { ImportedGoods } from '../domain/journal/event.ts'
import { Refused, refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { type Instant, instantAt } from '../domain/kernel/instant.ts'
import { ZERO } from '../domain/kernel/money.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import {
  type ImportedLine,
  type ImportedSum,
  importedSale,
  importedSales,
} from '../domain/sales/imported-sale.ts'
import { isSameTicket, parseTicket, ticketName } from '../domain/sales/ticket.ts'
import { SALES_IMPORT, type SaleRow } from '../formats/sales-spec.ts'
import { terminalFile } from '../formats/terminal-spec.ts'
import { hasReferences, saleByNumber, saleByReference } from '../store/queries/sale.ts'
import { command, type Input } from './command.ts'
import { FLAGS } from './flags.ts'
import {
  type Importer,
  type ImportWork,
  importFrom,
  type OpenImport,
  openSource,
} from './import-file.ts'
import { goodsFinder } from './imported-goods.ts'
import { recordRefund } from './imported-refund.ts'
import { sessionFinder } from './imported-session.ts'
import { type Chunk, chunkOf, importBody } from './imported-tickets.ts'
import { saleWords } from './receipt.ts'
import { saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'
import { integerFrom, optional } from './values.ts'

export const SALE_IMPORT_OPTIONS = {
  maxSize: FLAGS.maxSize,
  soldAs: FLAGS.soldAs,
  vat: FLAGS.vat,
  within: FLAGS.within,
  keepDoubtful: FLAGS.keepDoubtful,
  skipDoubtful: FLAGS.skipDoubtful,
} as const

type Options = Input<typeof SALE_IMPORT_OPTIONS>['options']

/** Sales of a file of our kind, or of a card terminal's, which its header tells. */
export const saleImport = command({
  arguments: '<file>',
  options: SALE_IMPORT_OPTIONS,
  writes: true,
  run: async (session, { words, options }) => {
    const file = { path: words[0] ?? '', maxSize: options.maxSize }
    const source = await openSource(session, file)
    const terminal = terminalFile(source)
    if (terminal === undefined) return importOwn(session, { file, source }, options)
    const { terminalPlan } = await import('./terminal-import.ts')
    const plan = terminalPlan(session, terminal, terminalOptions(options))
    await importFrom(session, { file, source }, plan)
    return plan.exit()
  },
})

/** Rows of our own kind say what was sold: nothing is left to options. */
async function importOwn(session: Session, file: OpenImport, options: Options): Promise<undefined> {
  refuseTerminalOnly(options)
  const opened: Day[] = []
  await importFrom(session, file, {
    kind: 'sale',
    spec: SALES_IMPORT,
    begin: (work) => saleImporter(session, work, opened),
    notes: () => opened.map(saleWords(session).importOpened),
    next: () => saleWords(session).importNext,
  })
}

/** Refuses what only the file of a card terminal leaves open. */
export function refuseTerminalOnly(options: Options): void {
  const given = TERMINAL_ONLY.find((key) => options[key] !== undefined && options[key] !== false)
  if (given !== undefined)
    misused({ code: 'terminal-only', option: FLAGS[given].split(' ')[0] ?? given })
}

const TERMINAL_ONLY = ['soldAs', 'vat', 'within', 'keepDoubtful', 'skipDoubtful'] as const

const USUAL_MINUTES = 10
const MOST_MINUTES = 720

function terminalOptions({ soldAs, vat, within, keepDoubtful, skipDoubtful }: Options) {
  if (keepDoubtful && skipDoubtful)
    misused({ code: 'option-conflict', one: '--keep-doubtful', other: '--skip-doubtful' })
  const limits = { from: 0, to: MOST_MINUTES }
  const minutes = optional(within, (typed) => integerFrom(typed, '--within', limits))
  const doubtful = keepDoubtful ? 'keep' : skipDoubtful ? 'skip' : undefined
  return { soldAs, vat, minutes: minutes ?? USUAL_MINUTES, doubtful } as const
}

type Pending = { readonly reference: string | undefined; readonly rows: SaleRow[] }

/** Takes rows as they come; a ticket is recorded when its last row has been read. */
function saleImporter(session: Session, work: ImportWork, opened: Day[]): Importer<SaleRow> {
  const { journal } = work
  const context = saleContext(session, journal)
  const tools: Tools = {
    session,
    work,
    goodsOf: goodsFinder(context),
    sellers: new Set(context.vocabulary.participants),
    instantOf: instantFinder(),
    sessionOf: sessionFinder(session, work, opened),
    chunk: chunkOf(work),
    hasReferences: hasReferences(journal.db, work.cohort),
  }
  const seen = new Set<string>()
  let pending: Pending | undefined
  const flush = (): void => {
    const done = pending
    pending = undefined
    if (done !== undefined) recordOrFault(tools, done)
  }
  return {
    take: (row) => {
      const reference = row.ticket ?? undefined
      if (pending !== undefined && reference !== undefined && pending.reference === reference) {
        pending.rows.push(row)
        return
      }
      flush()
      if (reference !== undefined && seen.has(reference))
        refuse({ code: 'ticket-apart', reference })
      if (reference !== undefined) seen.add(reference)
      pending = { reference, rows: [row] }
      if (reference === undefined) flush()
    },
    finish: () => {
      flush()
      tools.chunk.flush()
    },
  }
}

export type Tools = {
  readonly session: Session
  readonly work: ImportWork
  readonly goodsOf: (row: SaleRow) => ImportedGoods
  readonly sellers: ReadonlySet<string>
  readonly instantOf: (day: Day, time: string) => Instant | undefined
  readonly sessionOf: (day: Day) => number
  readonly chunk: Chunk
  /** Whether any ticket of this cohort came from a file before: else there is no twin to look for. */
  readonly hasReferences: boolean
}

/** What is wrong with a ticket as a whole is known only after its last row: the fault is its first row's. */
function recordOrFault(tools: Tools, pending: Pending): void {
  try {
    recordTicket(tools, pending)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    tools.work.fault({ line: pending.rows[0]?.line ?? 1 }, error.refusal)
  }
}

function recordTicket(tools: Tools, { reference, rows }: Pending): void {
  const { work } = tools
  const [first] = rows
  if (first === undefined) return
  if (first.refundOf !== null) {
    tools.chunk.flush()
    return recordRefund(tools, { reference: reference ?? '', of: first.refundOf, rows, first })
  }
  if (reference === undefined && work.known) return work.skipped()
  const ticket = ticketOfRows(tools, first, { reference, rows })
  if (ticket === undefined) return
  const day = first.date
  if (reference !== undefined && isKnown(tools, reference, { ticket, day })) return work.skipped()
  tools.chunk.add(ticket, { session: tools.sessionOf(day), day })
  work.added()
}

/** `undefined` when a row of it has a fault. */
function ticketOfRows(
  tools: Tools,
  first: SaleRow,
  { reference, rows }: Pending,
): ImportedSum | undefined {
  const { date, time, seller } = first
  if (rows.some((row) => row.date !== date || row.time !== time || row.seller !== seller)) {
    refuse({ code: 'ticket-mixed', reference: reference ?? '' })
  }
  if (seller !== null && !tools.sellers.has(seller)) {
    const near = suggest(seller, [...tools.sellers])
    refuse({ code: 'unknown-participant', participant: seller, near })
  }
  const happenedAt = tools.instantOf(date, time)
  if (happenedAt === undefined) return refuse({ code: 'time-missing', day: date, time })
  const lines: ImportedLine[] = []
  for (const row of rows) tools.work.noting(row, () => lines.push(importedLine(tools, row)))
  if (lines.length < rows.length) return undefined
  return importedSale({ happenedAt, seller: seller ?? undefined, reference, lines })
}

function importedLine(tools: Tools, row: SaleRow): ImportedLine {
  return {
    sold: tools.goodsOf(row),
    quantity: row.quantity,
    unitPriceCents: row.unitPriceTtc,
    totalCents: row.total ?? undefined,
    tipCents: row.tip ?? ZERO,
    payments: row.payments ?? [],
  }
}

/**
 * Whether this ticket is recorded already: as one of a till that is here by its own name, or imported under this one. Refuses a twin
 * of the same name that differs.
 */
function isKnown(
  { work, hasReferences: hasTwins }: Tools,
  reference: string,
  { ticket, day }: { readonly ticket: ImportedSum; readonly day: Day },
): boolean {
  const { db, stall } = work.journal
  const named = parseTicket(reference, stall)
  const own =
    named !== undefined && reference === ticketName(named.stall, named.number)
      ? saleByNumber(db, named.stall, named.number)
      : undefined
  if (own === undefined && !hasTwins) return false
  const alone = { cohort: work.cohort, first: 1, session: 1, day, tickets: [ticket] }
  const [sale] = importedSales(importBody(alone))
  if (sale === undefined) return false
  if (own !== undefined && isSameTicket(own.ticket, sale)) return true
  const imported = saleByReference(db, work.cohort, reference)
  if (imported === undefined) return false
  if (!isSameTicket(imported.ticket, sale)) {
    refuse({ code: 'ticket-differs', reference, ticket: imported.ticket.ticket })
  }
  return true
}

/** Moments of the file: a market has few minutes and many sales. */
function instantFinder(): Tools['instantOf'] {
  const seen = new Map<string, Instant | undefined>()
  return (day, time) => {
    const text = `${day} ${time}`
    if (!seen.has(text)) seen.set(text, instantAt(day, time))
    return seen.get(text)
  }
}
