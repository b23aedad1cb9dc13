import type { Decided, EventBodies, EventKind, EventOf, Stall } from '../domain/journal/event.ts'
import { epochMsOf, type Instant, instant } from '../domain/kernel/instant.ts'
import { present } from '../domain/kernel/present.ts'
import { genesisHash, type Link, nextEvent } from './chain.ts'
import { freeBytes } from './free-space.ts'
import type { Ledger } from './ledger.ts'
import { project } from './project.ts'
import { bytesOf, type Db, first, integerOf, optionalInteger, run, textOf } from './sql.ts'
import { asStoreError, StoreError, sqliteCodeOf, storeFault } from './store-error.ts'

/** Who records, when, and whether for good. `at` is the true time of recording. */
export type Recording = { readonly at: Instant; readonly actor: string; readonly dryRun: boolean }

/** The open journal inside one write transaction. */
export type Journal = {
  readonly db: Db
  readonly stall: Stall
  readonly at: Instant
  /** The link that the next event follows; a clock that went back is recorded before. */
  readonly last: () => Link
  /** Appends the event to this till's chain and writes its projection. */
  readonly append: <K extends EventKind>(kind: K, body: EventBodies[K]) => EventOf<K>
  readonly appendDecided: (decided: Decided) => void
}

/** Clocks that step back by less are common (time servers) and told apart by seq anyway. */
const CLOCK_TOLERANCE_MS = 120_000

class RolledBack extends Error {}

/**
 * The one write path: takes the write lock, runs `work`, commits with fsync, and only then returns. A refusal or
 * any error thrown by `work` leaves the file as it was. With `dryRun` everything happens and is rolled back.
 * Throws StoreError; `outcome-unknown` when the commit itself failed.
 */
export function record<T>(ledger: Ledger, recording: Recording, work: (journal: Journal) => T): T {
  const { db, path, stall, coop } = ledger
  const outcome: { done?: { readonly value: T } } = {}
  const transaction = db.transaction(() => {
    const value = work(openJournal(db, { stall, coop }, recording))
    outcome.done = { value }
    if (recording.dryRun) throw new RolledBack()
  })
  try {
    transaction.immediate()
  } catch (error) {
    const isCommit = outcome.done !== undefined && !recording.dryRun
    if (!(error instanceof RolledBack)) throw failure(error, path, isCommit)
  }
  if (!outcome.done) storeFault({ code: 'storage-failed', path, detail: 'no outcome' })
  return outcome.done.value
}

/**
 * The commit mark is the last thing that SQLite writes, so a disk without room for all of it, or a lock that was
 * never got, has recorded nothing. After any other failure of COMMIT the mark may be in the file: a write that the
 * disk reports as failed, a flush that it did not confirm, or the memory shared with other programs (after the flush).
 */
function failure(error: unknown, path: string, isCommit: boolean): unknown {
  const code = sqliteCodeOf(error)
  const isUnknown = isCommit && code !== undefined && !/^SQLITE_(FULL|BUSY|LOCKED)/.test(code)
  return isUnknown
    ? new StoreError({ code: 'outcome-unknown', path, detail: code })
    : asStoreError(error, path, () => freeBytes(path))
}

/** The journal of a till, for code that already holds a write transaction (creation, import). */
export function openJournal(
  db: Db,
  { stall, coop }: { readonly stall: Stall; readonly coop: string },
  { at, actor }: Omit<Recording, 'dryRun'>,
): Journal {
  let last = lastLink(db, coop, stall)
  const append = <K extends EventKind>(kind: K, body: EventBodies[K]): EventOf<K> => {
    const { event, payload, hash } = nextEvent(last, { stall, at, actor, kind, body })
    run(db, 'INSERT INTO event (stall, seq, payload, prev, hash) VALUES (?, ?, ?, ?, ?)', [
      stall,
      event.seq,
      payload,
      last.hash,
      hash,
    ])
    last = { seq: event.seq, hash, at, cum: event.cum }
    project(db, event)
    return event
  }
  return {
    db,
    stall,
    at,
    last: () => {
      noticeClock(last, at, append)
      return last
    },
    append: (kind, body) => {
      noticeClock(last, at, append)
      return append(kind, body)
    },
    appendDecided: (decided) => {
      noticeClock(last, at, append)
      appendAny(append, decided)
    },
  }
}

type Append = <K extends EventKind>(kind: K, body: EventBodies[K]) => EventOf<K>

function noticeClock(last: Link, at: Instant, append: Append): void {
  if (last.at === undefined || epochMsOf(at) >= epochMsOf(last.at) - CLOCK_TOLERANCE_MS) return
  append('clock-anomaly', { before: last.at, after: at })
}

function appendAny<K extends EventKind>(append: Append, decided: Decided<K>): void {
  append(decided.kind, decided.body)
}

/** The newest link of a till's chain: one row, whatever the journal's length. */
export function lastLink(db: Db, coop: string, stall: Stall): Link {
  const row = first(
    db,
    `SELECT seq, hash, payload ->> '$.at' AS at, payload ->> '$.cum.salesCents' AS sales,
       payload ->> '$.cum.voidsCents' AS voids, payload ->> '$.cum.refundsCents' AS refunds,
       payload ->> '$.cum.refundVoidsCents' AS refund_voids
     FROM event WHERE stall = ? ORDER BY seq DESC LIMIT 1`,
    [stall],
  )
  if (!row) {
    const cum = { salesCents: 0, voidsCents: 0 }
    return { seq: 0, hash: genesisHash(coop, stall), at: undefined, cum }
  }
  return {
    seq: integerOf(row, 'seq'),
    hash: bytesOf(row, 'hash'),
    at: instant(textOf(row, 'at')),
    cum: {
      salesCents: integerOf(row, 'sales'),
      voidsCents: integerOf(row, 'voids'),
      ...present({
        refundsCents: optionalInteger(row, 'refunds'),
        refundVoidsCents: optionalInteger(row, 'refund_voids'),
      }),
    },
  }
}

/** Free space under which a day at the stall should not begin. */
const RESERVE_BYTES = 50 * 1024 * 1024
export const isDiskNearlyFull = (path: string): boolean => freeBytes(path) < RESERVE_BYTES

/** A new cooperative's random identity, from SQLite's own randomness (node:crypto costs 5 ms to load). */
export function newCoop(db: Db): string {
  return textOf(first(db, 'SELECT lower(hex(randomblob(16))) AS coop') ?? {}, 'coop')
}
