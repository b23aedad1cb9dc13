import { headsIn } from '../domain/journal/canonical-order.ts'
import type { JournalEvent, KnownHead, Stall } from '../domain/journal/event.ts'
import { startKnowledge } from '../domain/journal/knowledge.ts'
import { refuse } from '../domain/journal/refusal.ts'
import { parseDay } from '../domain/kernel/day.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { type Dated, watchClosedPeriods } from '../domain/merge/closed-periods.ts'
import { type Difference, watchDifferences } from '../domain/merge/differences.ts'
import { takeLines } from './bundle-lines.ts'
import { eventNameOf, type Walked } from './chain-walk.ts'
import { journalInOrder, tillsOf } from './journal-in-order.ts'
import { project } from './project.ts'
import { type Journal, openJournal } from './record.ts'
import { PROJECTED_TABLES } from './schema.ts'
import { all, bytesOf, type Db, first, type Row, run, textOf } from './sql.ts'
import { sqliteCodeOf, storeFault } from './store-error.ts'
import { isHere, takesBackWhatWas } from './verify.ts'

/** One event of a bundle, as its line says. The hash is in hexadecimal. */
export type BundleLine = {
  readonly stall: Stall
  readonly seq: number
  readonly payload: string
  readonly hash: string
}

export type BundleSource = {
  readonly file: string
  readonly coop: string
  readonly tills: readonly {
    readonly stall: Stall
    readonly to: number
    readonly head: string
  }[]
  readonly lines: () => Iterable<BundleLine>
}

/** What a till brought. */
type Taken = {
  readonly till: Stall
  readonly events: number
  readonly sales: number
  readonly salesCents: number
}

export type Merged = {
  readonly taken: readonly Taken[]
  readonly differences: readonly Difference[]
  /** What is recorded for somebody or some day that another till took away: `cohort day`, `cohort code`. */
  readonly strays: readonly Stray[]
  /** Every till that is here by now. */
  readonly tills: readonly Stall[]
  /** There is something here that a bundle did not have. */
  readonly ahead: boolean
}
type Stray = {
  readonly of: 'day' | 'participant' | 'share' | 'cohort'
  readonly cohort: string
  readonly name: string
}

type Place = { readonly db: Db; readonly path: string; readonly coop: string }
type Progress = (events: number) => void

/**
 * Takes in other tills' events: all of them or none. Every hash is computed before its event is written; the tables
 * are then made anew from all events in canonical order, so that they are the same on every till, whatever came in
 * first. Ends with an event of this till that names the others' heads; without anything new there is none. Throws
 * the refusals of domain/merge.
 */
export function mergeBundles(
  { db, stall, at, actor }: Pick<Journal, 'db' | 'stall' | 'at'> & { readonly actor: string },
  { path, coop }: Pick<Place, 'path' | 'coop'>,
  { sources, progress }: { readonly sources: readonly BundleSource[]; readonly progress: Progress },
): Merged {
  const before = tillsOf(db)
  takeLines(db, coop, sources)
  const after = tillsOf(db)
  if ([...after].every(([till, seq]) => before.get(till) === seq))
    return { taken: [], differences: [], strays: [], ...standing(db, sources) }
  const merged = rebuild({ db, path, coop }, { before, sources, progress })
  if (merged.taken.length === 0) return merged
  const heads = headsBeside(db, stall)
  openJournal(db, { stall, coop }, { at, actor }).append('merge', { heads })
  return merged
}

/** The newest event of every other till. */
export function headsBeside(db: Db, stall: Stall): readonly KnownHead[] {
  return [...tillsOf(db)]
    .filter(([till]) => till !== stall)
    .map(([till, seq]) => {
      const row = first(db, 'SELECT hash FROM event WHERE stall = ? AND seq = ?', [till, seq])
      return { stall: till, seq, hash: bytesOf(row ?? {}, 'hash').toString('hex') }
    })
}

type Rebuilding = {
  /** The tills' newest events before anything came in. */
  readonly before: ReadonlyMap<Stall, number>
  readonly sources: readonly BundleSource[]
  readonly progress: Progress
}

/** Makes every table anew and looks at every event, the old ones too. */
function rebuild({ db, path }: Place, { before, sources, progress }: Rebuilding): Merged {
  for (const table of PROJECTED_TABLES) run(db, `DELETE FROM ${table}`)
  const knowledge = startKnowledge()
  const closed = watchClosedPeriods(knowledge)
  const differences = watchDifferences(knowledge)
  const counts = startCounting()
  const walked = new Map<Stall, Walked>()
  const isNew = (till: Stall, seq: number): boolean => seq > (before.get(till) ?? 0)
  let events = 0
  for (const step of journalInOrder(db)) {
    const event = step.stored === undefined ? undefined : step.look.event
    const [till, seq] = step.stored ? [step.stored.stall, step.stored.seq] : [step.stall, step.seq]
    const name = eventNameOf(till, seq)
    if (step.stored === undefined || event === undefined || step.look.findings.length > 0) {
      if (isNew(till, seq))
        refuse({ code: 'bundle-event', file: fileOf(sources, till), event: name })
      return storeFault({ code: 'ledger-damaged', path, detail: name })
    }
    walked.set(till, step.look.walked)
    refuseMissing(db, event, { walked, file: fileOf(sources, till) })
    knowledge.take(event)
    closed(event, datedOf(db, event))
    differences.take(event)
    projectOr(db, event, fileOf(sources, till))
    if (isNew(till, seq)) counts.take(event)
    events += 1
    if (events % EVENTS_BETWEEN_CALLS === 0) progress(events)
  }
  return {
    taken: counts.all(),
    differences: differences.found(isNew),
    strays: straysIn(db),
    ...standing(db, sources),
  }
}

const AHEAD = `SELECT 1 FROM event WHERE stall = ? AND seq > ? AND payload ->> '$.kind' <> 'merge' LIMIT 1`

const standing = (db: Db, sources: readonly BundleSource[]): Pick<Merged, 'tills' | 'ahead'> => ({
  tills: [...tillsOf(db).keys()],
  ahead: isAhead(db, sources),
})

const isAhead = (db: Db, sources: readonly BundleSource[]): boolean =>
  [...tillsOf(db).keys()].some((till) =>
    sources.some(({ tills }) => {
      const to = tills.find(({ stall }) => stall === till)?.to ?? 0
      return first(db, AHEAD, [till, to]) !== undefined
    }),
  )

const EVENTS_BETWEEN_CALLS = 2_000

const fileOf = (sources: readonly BundleSource[], till: Stall): string =>
  (sources.find(({ tills }) => tills.some(({ stall }) => stall === till)) ?? sources[0])?.file ?? ''

/** What an event names must be here: another till's events, and what it takes back. */
function refuseMissing(
  db: Db,
  event: JournalEvent,
  { walked, file }: { readonly walked: ReadonlyMap<Stall, Walked>; readonly file: string },
): void {
  const name = eventNameOf(event.stall, event.seq)
  if (event.kind === 'reversal' && !takesBackWhatWas(db, event))
    refuse({ code: 'bundle-event', file, event: name })
  for (const head of headsIn(event)) {
    const last = walked.get(head.stall)?.seq ?? 0
    if (last < head.seq)
      refuse({ code: 'bundle-gap', till: head.stall, from: last + 1, to: head.seq })
    if (!isHere(db, head, walked)) refuse({ code: 'bundle-event', file, event: name })
  }
}

/** On which day of which cohort an event counts in a close; undefined for what a close does not look at. */
function datedOf(db: Db, event: JournalEvent): Dated | undefined {
  switch (event.kind) {
    case 'sale':
    case 'sale-import':
    case 'sale-refund':
    case 'till-open':
    case 'till-z':
    case 'cost':
      return { cohort: event.body.cohort, day: event.body.day }
    case 'sale-void':
    case 'sale-repay':
      return dayIn(event.body.cohort, first(db, DAY_OF_SALE, [event.stall, event.body.number]))
    case 'cost-void':
      return dayIn(event.body.cohort, first(db, DAY_OF_COST, [event.body.number]))
    default:
      return undefined
  }
}

const DAY_OF_SALE = 'SELECT day FROM sale WHERE stall = ? AND number = ?'
const DAY_OF_COST = 'SELECT day FROM cost WHERE number = ?'

function dayIn(cohort: string, row: Row | undefined): Dated | undefined {
  const day = row === undefined ? undefined : parseDay(textOf(row, 'day'))
  return day === undefined ? undefined : { cohort, day }
}

/** What the tables do not take is refused with the event that it is about. */
function projectOr(db: Db, event: JournalEvent, file: string): void {
  const name = eventNameOf(event.stall, event.seq)
  try {
    project(db, event)
  } catch (error) {
    if (error instanceof Defect) refuse({ code: 'bundle-event', file, event: name })
    if (!sqliteCodeOf(error)?.startsWith('SQLITE_CONSTRAINT')) throw error
    refuse({ code: 'bundle-clash', file, kind: event.kind })
  }
}

function startCounting(): {
  readonly take: (event: JournalEvent) => void
  readonly all: () => readonly Taken[]
} {
  const taken = new Map<Stall, Taken>()
  return {
    take: (event) => {
      // That tills met is nothing to tell, nor to answer: it would never end.
      if (event.kind === 'merge') return
      const { stall: till } = event
      const known = taken.get(till) ?? { till, events: 0, sales: 0, salesCents: 0 }
      const [sales, amount] = soldIn(event)
      taken.set(till, {
        ...known,
        events: known.events + 1,
        sales: known.sales + sales,
        salesCents: known.salesCents + amount,
      })
    },
    all: () => [...taken.values()].toSorted((a, b) => (a.till < b.till ? -1 : 1)),
  }
}

function soldIn({ kind, body }: JournalEvent): readonly [tickets: number, cents: number] {
  if (kind === 'sale') return [1, body.totalCents]
  return kind === 'sale-import' ? [body.tickets.length, body.totalCents] : [0, 0]
}

const STRAYS = `
  SELECT DISTINCT 'day' AS of, cohort, day AS name FROM attendance
    WHERE NOT EXISTS (SELECT 1 FROM cohort_day
      WHERE cohort_day.cohort = attendance.cohort AND cohort_day.day = attendance.day)
  UNION SELECT 'participant', cohort, participant FROM attendance
    WHERE NOT EXISTS (SELECT 1 FROM participant
      WHERE participant.cohort = attendance.cohort AND participant.code = attendance.participant)
  UNION SELECT 'share', participant.cohort, participant.code
    FROM participant JOIN cohort ON cohort.code = participant.cohort
    WHERE status <> 'open' AND EXISTS (SELECT 1 FROM closing WHERE closing.cohort = participant.cohort)
      AND NOT EXISTS (SELECT 1 FROM closing, json_each(closing.body, '$.distribution.shares') AS share
        WHERE closing.cohort = participant.cohort AND share.value ->> '$.participant' = participant.code)
  UNION SELECT 'cohort', cohort, cohort FROM (
      SELECT DISTINCT cohort FROM till_session UNION SELECT DISTINCT cohort FROM cost
      UNION SELECT DISTINCT cohort FROM participant UNION SELECT DISTINCT cohort FROM product
    ) AS used WHERE NOT EXISTS (SELECT 1 FROM cohort WHERE code = used.cohort)
  ORDER BY 1, 2, 3`

function straysIn(db: Db): readonly Stray[] {
  return all(db, STRAYS).map((row) => {
    const of = textOf(row, 'of')
    return {
      of: of === 'day' || of === 'participant' || of === 'share' ? of : 'cohort',
      cohort: textOf(row, 'cohort'),
      name: textOf(row, 'name'),
    }
  })
}

/** Begins the ledger of another till out of a bundle: all that is in it, and this till’s first event after it. */
export function joinBundle(
  db: Db,
  { stall, at, actor }: Pick<Journal, 'stall' | 'at'> & { readonly actor: string },
  {
    path,
    source,
    progress,
  }: Pick<Place, 'path'> & {
    readonly source: BundleSource
    readonly progress: Progress
  },
): void {
  const { coop } = source
  run(db, 'INSERT INTO device (id, till) VALUES (1, ?)', [stall])
  takeLines(db, coop, [source])
  rebuild({ db, path, coop }, { before: new Map(), sources: [source], progress })
  const heads = headsBeside(db, stall)
  openJournal(db, { stall, coop }, { at, actor }).append('join', { coop, till: stall, heads })
}
