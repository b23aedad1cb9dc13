import { headsIn } from '../domain/journal/canonical-order.ts'
import type { JournalEvent, KnownHead, Stall } from '../domain/journal/event.ts'
import { headCodeOf, startsWith } from '../domain/journal/head-code.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { canonicalText } from './canonical.ts'
import { described, eventNameOf, type Walked } from './chain-walk.ts'
import { parseEvent } from './event-schema.ts'
import type { Finding } from './finding.ts'
import { checkCommitments } from './identity.ts'
import { journalInOrder, tillsOf } from './journal-in-order.ts'
import { type Replay, schemaDifferences, startReplay, tableDifferences } from './replay.ts'
import { all, bytesOf, type Db, first, inSnapshot, integerOf, textOf } from './sql.ts'

/** A till's newest event. `head` is its hash in hexadecimal, `at` when it was recorded. */
export type Head = {
  readonly till: Stall
  readonly lastSeq: number
  readonly at: Instant | undefined
  readonly head: string
  readonly headCode: string
}

export type Verification = {
  readonly events: number
  readonly tills: readonly Head[]
  /** In the order in which they were found: the journal from its first event, the tables, the file. */
  readonly findings: readonly Finding[]
  /** The event whose head code was asked for, and how many its till has recorded since. */
  readonly anchor?: { readonly event: string; readonly since: number }
}

export type Asked = {
  /** A head code as it was typed, and the first 20 bytes of the hash that it stands for. */
  readonly code?: { readonly text: string; readonly start: Uint8Array } | undefined
  /** Called now and then. */
  readonly progress?: ((events: number) => void) | undefined
}

/** After so many findings the rest adds nothing. */
const MOST_FINDINGS = 20
const EVENTS_BETWEEN_CALLS = 2_000

/**
 * Proves a ledger: hashes the stored bytes of every event again, replays them into fresh tables and compares, lets
 * SQLite check the file, and holds names against what the journal is committed to. Reads one snapshot; other programs
 * may write meanwhile. Memory does not grow with the journal. It needs no secret. It cannot see that the end was cut
 * off together with all that it changed, nor that everything was written anew: only a head code kept outside can.
 */
export function verify(db: Db, { code, progress }: Asked = {}): Verification {
  const replay = startReplay()
  try {
    return inSnapshot(db, () => {
      const walk = walkJournal(db, { replay, code, progress })
      const findings = [...walk.findings]
      if (code && walk.anchor === undefined) findings.push({ check: 'code', code: code.text })
      if (walk.findings.length === 0) findings.push(...checkTables(db, replay))
      findings.push(...checkFile(db, replay), ...checkNames(db))
      return { ...walk, findings: findings.slice(0, MOST_FINDINGS) }
    })
  } finally {
    replay.end()
  }
}

type Walking = Asked & { readonly replay: Replay }

function walkJournal(db: Db, { replay, code, progress }: Walking): Verification {
  const findings: Finding[] = []
  const lasts = new Map<Stall, Walked>()
  let events = 0
  let last: Walked | undefined
  let anchor: (Walked & { readonly event: string }) | undefined
  const note = (found: readonly Finding[]): void => void findings.push(...found)
  try {
    for (const { stored, ...step } of journalInOrder(db)) {
      if (stored === undefined || !('look' in step)) {
        note([{ check: 'storage', ...nextOf(last), detail: 'cells' }])
        continue
      }
      const { look } = step
      last = look.walked
      lasts.set(last.stall, last)
      events += 1
      if (events % EVENTS_BETWEEN_CALLS === 0) progress?.(events)
      note(look.findings)
      if (look.event && findings.length === 0) note(takeEvent(db, { replay, lasts }, look.event))
      if (code && startsWith(stored.hash, code.start))
        anchor = { ...look.walked, event: eventNameOf(stored.stall, stored.seq) }
      if (findings.length >= MOST_FINDINGS) break
    }
  } catch (error) {
    note([{ check: 'storage', ...nextOf(last), detail: textOfError(error) }])
  }
  const tills = [...lasts.values()]
    .toSorted((a, b) => (a.stall < b.stall ? -1 : 1))
    .map((each) => headOf(db, each))
  if (events === 0 && findings.length === 0) note([{ check: 'empty' }])
  return { events, tills, findings, ...anchored(tills, anchor) }
}

function anchored(
  tills: readonly Head[],
  anchor: (Walked & { readonly event: string }) | undefined,
): Pick<Verification, 'anchor'> {
  if (anchor === undefined) return {}
  const head = tills.find((till) => till.till === anchor.stall)
  return { anchor: { event: anchor.event, since: (head?.lastSeq ?? anchor.seq) - anchor.seq } }
}

function headOf(db: Db, { stall, seq, hash }: Pick<Walked, 'stall' | 'seq' | 'hash'>): Head {
  const row = first(
    db,
    'SELECT CAST(payload AS BLOB) AS payload FROM event WHERE stall = ? AND seq = ?',
    [stall, seq],
  )
  const payload = row?.['payload']
  const at = payload instanceof Uint8Array ? described(payload).at : undefined
  const head = Buffer.from(hash).toString('hex')
  return { till: stall, lastSeq: seq, at, head, headCode: headCodeOf(hash) }
}

const nextOf = (last: Walked | undefined): { readonly event?: string } =>
  last === undefined ? {} : { event: eventNameOf(last.stall, last.seq + 1) }

const textOfError = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

type Taking = { readonly replay: Replay; readonly lasts: ReadonlyMap<Stall, Walked> }

/** Puts a whole event into the fresh tables; what it takes back or names must be what that event was. */
function takeEvent(db: Db, { replay, lasts }: Taking, event: JournalEvent): readonly Finding[] {
  const named = { event: eventNameOf(event.stall, event.seq), at: event.at, kind: event.kind }
  if (event.kind === 'reversal' && !takesBackWhatWas(db, event))
    return [{ check: 'reversal', ...named }]
  if (!headsIn(event).every((head) => isHere(db, head, lasts)))
    return [{ check: 'heads', ...named }]
  try {
    replay.take(event)
    return []
  } catch {
    return [{ check: 'replay', ...named }]
  }
}

/** The event that another till named is here, came before, and has the hash that it says. */
export function isHere(
  db: Db,
  { stall, seq, hash }: KnownHead,
  walked: ReadonlyMap<Stall, Pick<Walked, 'seq'>>,
): boolean {
  if ((walked.get(stall)?.seq ?? 0) < seq) return false
  const row = first(db, 'SELECT hash FROM event WHERE stall = ? AND seq = ?', [stall, seq])
  return row !== undefined && bytesOf(row, 'hash').toString('hex') === hash
}

export function takesBackWhatWas(
  db: Db,
  { stall, seq, body: { of, taken } }: Extract<JournalEvent, { readonly kind: 'reversal' }>,
): boolean {
  if (of >= seq) return false
  const row = first(db, 'SELECT payload FROM event WHERE stall = ? AND seq = ?', [stall, of])
  if (row === undefined) return false
  const cited = parseEvent(textOf(row, 'payload'))
  return cited.kind === taken.kind && canonicalText(cited.body) === canonicalText(taken.body)
}

/** The file as SQLite sees it, and whether its tables, indexes and triggers are the ones of this version. */
function checkFile(db: Db, replay: Replay): readonly Finding[] {
  return attempt(function* () {
    for (const name of schemaDifferences(db, replay.db)) yield { check: 'schema', name }
    for (const row of all(db, `PRAGMA integrity_check(${MOST_FINDINGS})`)) {
      const detail = textOf(row, 'integrity_check')
      if (detail !== 'ok') yield { check: 'integrity', detail }
    }
    for (const row of all(db, 'PRAGMA foreign_key_check'))
      yield { check: 'foreign-key', table: textOf(row, 'table') }
  })
}

function checkTables(db: Db, replay: Replay): readonly Finding[] {
  return attempt(function* () {
    for (const difference of tableDifferences(db, replay.db))
      yield { check: 'table', ...difference }
    yield* deviceDifference(db)
  })
}

/** A file is one of the tills whose events it holds. */
function* deviceDifference(db: Db): Generator<Finding> {
  const row = first(db, 'SELECT till FROM device WHERE id = 1')
  const tills = [...tillsOf(db).keys()]
  const till = row === undefined ? undefined : textOf(row, 'till')
  const place = { check: 'table', table: 'device', row: '1' } as const
  if (till === undefined) yield { ...place, how: 'absent' }
  else if (!tills.includes(till))
    yield { ...place, how: 'differs', column: 'till', stored: till, journal: tills.join(', ') }
}

function checkNames(db: Db): readonly Finding[] {
  return attempt(function* () {
    for (const participant of checkCommitments(db)) yield { check: 'identity', participant }
  })
}

/** All findings of a check up to where the file cannot be read any more, which is a finding too. */
function attempt(check: () => Generator<Finding>): readonly Finding[] {
  const findings: Finding[] = []
  try {
    for (const finding of check()) findings.push(finding)
  } catch (error) {
    findings.push({ check: 'storage', detail: textOfError(error) })
  }
  return findings
}

/** The newest event of each till: what `audit head` and a close print. */
export function headsOf(db: Db): readonly Head[] {
  const rows = all(db, 'SELECT stall, max(seq) AS seq FROM event GROUP BY stall ORDER BY stall')
  return rows.flatMap((row) => {
    const [stall, seq] = [textOf(row, 'stall'), integerOf(row, 'seq')]
    const newest = first(db, 'SELECT hash FROM event WHERE stall = ? AND seq = ?', [stall, seq])
    const hash = newest?.['hash']
    return hash instanceof Uint8Array ? [headOf(db, { stall, seq, hash })] : []
  })
}
