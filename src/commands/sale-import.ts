import type { EventBodies, SaleImportBody } from '../domain/journal/event.ts'
import { Refused, refuse } from '../domain/journal/refusal.ts'
import type { Day } from '../domain/kernel/day.ts'
import { dayOf, instantAt } from '../domain/kernel/instant.ts'
import { sumCents, ZERO } from '../domain/kernel/money.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { compactSale, type ImportedLine, importedSale } from '../domain/sales/imported-sale.ts'
import type { CatalogueProduct } from '../domain/sales/pricing.ts'
import { isSameTicket, parseTicketName, ticketName } from '../domain/sales/ticket.ts'
import { importedSession } from '../domain/till/open.ts'
import { SALES_IMPORT, type SaleRow } from '../formats/import-specs.ts'
import { lexSaleLine } from '../language/lexer.ts'
import { type Lexicon, lexiconOf } from '../language/lexicon.ts'
import { productAt } from '../language/sale-item.ts'
import { refuseClosed } from '../store/queries/cohort.ts'
import {
  hasReferences,
  nextTicketNumber,
  type StoredSale,
  saleByNumber,
  saleByReference,
} from '../store/queries/sale.ts'
import { nextSession, openSessions, sealedDay, sessionForSale } from '../store/queries/till.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { type Importer, type ImportWork, runImport } from './import-file.ts'
import { saleWords } from './receipt.ts'
import { type SaleContext, saleContext } from './sale-recording.ts'
import type { Session } from './session.ts'

export const saleImport = command({
  arguments: '<file>',
  options: { maxSize: FLAGS.maxSize },
  writes: true,
  run: async (session, { words, options }) => {
    const opened: Day[] = []
    const file = { path: words[0] ?? '', maxSize: options.maxSize }
    const plan = {
      kind: 'sale',
      spec: SALES_IMPORT,
      begin: (work: ImportWork) => saleImporter(session, work, opened),
    } as const
    const { added } = await runImport(session, file, plan)
    const texts = saleWords(session)
    for (const day of opened) session.say(texts.importOpened(day))
    if (added > 0 && !session.dryRun) session.say(texts.importNext)
  },
})

type Pending = { readonly reference: string | undefined; readonly rows: SaleRow[] }

/** Takes rows as they come; a ticket is recorded when its last row has been read. */
function saleImporter(session: Session, work: ImportWork, opened: Day[]): Importer<SaleRow> {
  const { journal } = work
  const context = saleContext(session, journal)
  const tools: Tools = {
    session,
    work,
    productNamed: productFinder(context),
    sellers: new Set(context.vocabulary.participants),
    sessionOf: sessionFinder(session, work, opened),
    chunk: chunkOf(work),
    hasReferences: hasReferences(journal.db, work.cohort),
    next: nextTicketNumber(journal.db, journal.stall),
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
    },
    finish: () => {
      flush()
      tools.chunk.flush()
    },
  }
}

type Tools = {
  readonly session: Session
  readonly work: ImportWork
  readonly productNamed: (typed: string) => CatalogueProduct
  readonly sellers: ReadonlySet<string>
  readonly sessionOf: (day: Day) => number
  readonly chunk: Chunk
  /** Whether any ticket of this cohort came from a file before: else there is no twin to look for. */
  readonly hasReferences: boolean
  next: number
}

/** What is wrong with a ticket is known only after its last row: the fault is its first row's. */
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
  if (reference === undefined && work.known) return work.skipped()
  const body = ticketBody(tools, first, { reference, rows })
  const known = reference === undefined ? undefined : knownSale(tools, reference, body)
  if (known !== undefined) return work.skipped()
  tools.next += 1
  tools.chunk.add(body)
  work.added()
}

/** As many tickets in one event: few enough to read back in one piece. */
const TICKETS_AN_EVENT = 500

type Chunk = { readonly add: (sale: EventBodies['sale']) => void; readonly flush: () => void }

/** Gathers tickets of one session, and records them together. */
function chunkOf({ journal, cohort }: ImportWork): Chunk {
  let sales: EventBodies['sale'][] = []
  const flush = (): void => {
    const [first] = sales
    if (first?.session === undefined) return
    const products = new Map<string, SaleImportBody['products'][number]>()
    for (const { product: code, label, kind, vatRatePerMille } of sales.flatMap(
      (sale) => sale.lines,
    )) {
      if (code === undefined || products.has(code)) continue
      products.set(code, {
        code,
        label,
        kind,
        ...(vatRatePerMille === undefined ? {} : { vatRatePerMille }),
      })
    }
    journal.append('sale-import', {
      cohort,
      session: first.session,
      day: first.day,
      first: first.number,
      products: [...products.values()],
      tickets: sales.map(compactSale),
      totalCents: sumCents(sales.map((sale) => sale.totalCents)),
    })
    sales = []
  }
  return {
    add: (sale) => {
      if (
        sales.length >= TICKETS_AN_EVENT ||
        (sales[0] !== undefined && sales[0].session !== sale.session)
      )
        flush()
      sales.push(sale)
    },
    flush,
  }
}

function ticketBody(
  tools: Tools,
  first: SaleRow,
  { reference, rows }: Pending,
): EventBodies['sale'] {
  const { date, time, seller } = first
  if (rows.some((row) => row.date !== date || row.time !== time || row.seller !== seller)) {
    refuse({ code: 'ticket-mixed', reference: reference ?? '' })
  }
  if (seller !== null && !tools.sellers.has(seller)) {
    refuse({
      code: 'unknown-participant',
      participant: seller,
      near: suggest(seller, [...tools.sellers]),
    })
  }
  const happenedAt = instantAt(date, time)
  if (happenedAt === undefined) return refuse({ code: 'time-missing', day: date, time })
  return importedSale({
    cohort: tools.work.cohort,
    number: tools.next,
    session: tools.sessionOf(date),
    day: date,
    happenedAt,
    seller: seller ?? undefined,
    reference,
    lines: rows.map((row) => importedLine(tools, row)),
  })
}

function importedLine(tools: Tools, row: SaleRow): ImportedLine {
  return {
    product: tools.productNamed(row.product),
    quantity: row.quantity,
    unitPriceCents: row.unitPriceTtc,
    totalCents: row.total ?? undefined,
    tipCents: row.tip ?? ZERO,
    payments: row.payments ?? [],
  }
}

/** The sale that this ticket is already: one of ours by its own name, or one imported under it. Refuses a twin that differs. */
function knownSale(
  { work }: Tools,
  reference: string,
  body: EventBodies['sale'],
): StoredSale | undefined {
  const { db, stall } = work.journal
  const number = parseTicketName(reference, stall)
  const own =
    number === undefined || reference !== ticketName(stall, number)
      ? undefined
      : saleByNumber(db, stall, number)
  if (own !== undefined && isSameTicket(own.ticket, body)) return own
  if (!hasReferences) return undefined
  const imported = saleByReference(db, work.cohort, reference)
  if (imported === undefined) return undefined
  if (!isSameTicket(imported.ticket, body)) {
    refuse({ code: 'ticket-differs', reference, ticket: imported.ticket.ticket })
  }
  return imported
}

/** Products by what the file calls them: code, alias, key or name. Each spelling is looked up once. */
function productFinder({
  catalogue,
  vocabulary,
}: SaleContext): (typed: string) => CatalogueProduct {
  const lexicon = lexiconOf(vocabulary)
  const seen = new Map<string, CatalogueProduct>()
  return (typed) => {
    const known = seen.get(typed)
    if (known !== undefined) return known
    const found = catalogue.byCode.get(codeNamed(lexicon, typed) ?? '')
    if (found === undefined) {
      const near = suggest(
        typed,
        catalogue.products.map((product) => product.code),
      )
      return refuse({ code: 'unknown-product', product: typed, near })
    }
    seen.set(typed, found)
    return found
  }
}

/** A retired product may still be told of: the file is about the past. */
function codeNamed(lexicon: Lexicon, typed: string): string | undefined {
  const tokens = lexSaleLine([typed])
  const match = productAt(lexicon, tokens)
  return match === undefined || match.length !== tokens.length || match.kind === 'ambiguous'
    ? undefined
    : match.product
}

/** The till session of a day of the file; opened with float 0 where there is none. */
function sessionFinder(session: Session, work: ImportWork, opened: Day[]): (day: Day) => number {
  const { db, stall } = work.journal
  const today = dayOf(session.now)
  const seen = new Map<Day, number>()
  return (day) => {
    const known = seen.get(day)
    if (known !== undefined) return known
    if (day > today) refuse({ code: 'sale-in-future', day })
    refuseClosed(db, work.cohort, day)
    const isFree =
      !openSessions(db, stall).some((each) => each.day === day) &&
      sealedDay(db, stall, day) === undefined
    const number = isFree
      ? nextSession(db)
      : sessionForSale(work.journal, { cohort: work.cohort, day })
    if (isFree) {
      const happenedAt = instantAt(day, '00:00') ?? session.now
      const opening = { cohort: work.cohort, day, happenedAt }
      work.journal.append('till-open', importedSession(opening, number))
      opened.push(day)
    }
    seen.set(day, number)
    return number
  }
}
