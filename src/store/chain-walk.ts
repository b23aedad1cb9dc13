import type { Cumulated, JournalEvent, Stall, ZBody } from '../domain/journal/event.ts'
import { Defect } from '../domain/kernel/defect.ts'
import { type Instant, instant } from '../domain/kernel/instant.ts'
import { present } from '../domain/kernel/present.ts'
import { canonicalText } from './canonical.ts'
import { cumulate, eventHash, genesisHash } from './chain.ts'
import { isKind, parseEvent, UnreadableEvent } from './event-schema.ts'
import type { Described, EventCheck, Finding } from './finding.ts'
import type { Row } from './sql.ts'

/** One row of the journal as it came from disk, whatever it holds. */
export type StoredEvent = {
  readonly stall: string
  readonly seq: number
  readonly payload: Uint8Array
  readonly prev: Uint8Array
  readonly hash: Uint8Array
}

/** The last link that was walked over. */
export type Walked = {
  readonly stall: Stall
  readonly seq: number
  readonly hash: Uint8Array
  /** What the hash should have been, when it was not: the next event may follow either. */
  readonly rightHash?: Uint8Array
  /** Unknown after an event that cannot be read. */
  readonly cum: Cumulated | undefined
  /** The till's last Z up to here. */
  readonly lastZ?: { readonly number: number; readonly hash: string }
  /** Hash of the till's last monthly or yearly closing up to here. */
  readonly lastClosing?: string
}

/** What a look at one event gives: the event when it is whole, else what is wrong; and the link for the next. */
export type Look = {
  readonly event?: JournalEvent
  readonly findings: readonly Finding[]
  readonly walked: Walked
}

/** A row's cells when they are of the right kind at all. */
export function storedEvent({ stall, seq, payload, prev, hash }: Row): StoredEvent | undefined {
  const isNamed = typeof stall === 'string' && typeof seq === 'number' && Number.isSafeInteger(seq)
  if (!isNamed || !(payload instanceof Uint8Array)) return undefined
  if (!(prev instanceof Uint8Array && prev.length === 32)) return undefined
  if (!(hash instanceof Uint8Array && hash.length === 32)) return undefined
  return { stall, seq, payload, prev, hash }
}

const NOTHING_YET: Cumulated = { salesCents: 0, voidsCents: 0 }
export const eventNameOf = (stall: string, seq: number): string => `${stall}#${seq}`

/** Looks at the next event of the journal, in the order of tills and seq. `last` is undefined before the first. */
export function lookAt(stored: StoredEvent, last: Walked | undefined): Look {
  const before = last?.stall === stored.stall ? last : undefined
  const { payload, prev, hash } = stored
  const rightHash = eventHash(prev, payload)
  const order = orderFinding(stored, before)
  const read = readOf(stored)
  const check = order
    ? undefined
    : (linkCheck(stored, before) ??
      contentCheck({ stored, rightHash, read }, before) ??
      startCheck(stored, before, read) ??
      zCheck(before, read) ??
      closingCheck(before, read))
  const event = read instanceof UnreadableEvent ? undefined : read
  const walked: Walked = {
    stall: stored.stall,
    seq: stored.seq,
    hash,
    ...(rightHash.equals(hash) ? {} : { rightHash }),
    cum: event?.cum,
    ...lastZOf(stored, before, event),
    ...lastClosingOf(stored, before, event),
  }
  if (order) return { findings: [order], walked, ...(event ? { event } : {}) }
  if (check) return { findings: [{ check, ...named(stored) }], walked }
  return { findings: [], walked, ...(event ? { event } : {}) }
}

function orderFinding(stored: StoredEvent, before: Walked | undefined): Finding | undefined {
  const expected = (before?.seq ?? 0) + 1
  if (stored.seq === expected) return undefined
  if (stored.seq < expected) return { check: 'order', ...named(stored) }
  return {
    check: 'missing',
    event: eventNameOf(stored.stall, expected),
    through: eventNameOf(stored.stall, stored.seq - 1),
  }
}

type Read = JournalEvent | UnreadableEvent

function readOf({ payload }: StoredEvent): Read {
  try {
    return parseEvent(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload))
  } catch (error) {
    if (error instanceof UnreadableEvent) return error
    return new UnreadableEvent(error instanceof Error ? error.message : 'text')
  }
}

const linkCheck = ({ prev }: StoredEvent, before: Walked | undefined): EventCheck | undefined =>
  before === undefined || follows(prev, before) ? undefined : 'link'

/** The first event of a chain follows the cooperative's own beginning. */
function startCheck(
  { stall, prev }: StoredEvent,
  before: Walked | undefined,
  read: Read,
): EventCheck | undefined {
  if (before || read instanceof UnreadableEvent) return undefined
  if (read.kind !== 'init' && read.kind !== 'join') return 'start'
  return genesisHash(read.body.coop, stall).equals(prev) ? undefined : 'link'
}

const follows = (prev: Uint8Array, { hash, rightHash }: Walked): boolean =>
  Buffer.compare(prev, hash) === 0 ||
  (rightHash !== undefined && Buffer.compare(prev, rightHash) === 0)

type Reading = { readonly stored: StoredEvent; readonly rightHash: Buffer; readonly read: Read }

function contentCheck(
  { stored, rightHash, read }: Reading,
  before: Walked | undefined,
): EventCheck | undefined {
  const { stall, seq, payload, hash } = stored
  if (!rightHash.equals(hash)) return 'content'
  if (read instanceof UnreadableEvent) return 'unreadable'
  if (read.stall !== stall || read.seq !== seq) return 'envelope'
  if (!isCanonical(read, payload)) return 'form'
  if (before && before.cum === undefined) return undefined
  const cum = cumulate(before?.cum ?? NOTHING_YET, read.kind, read.body)
  return areSame(cum, read.cum) ? undefined : 'totals'
}

const areSame = (one: Cumulated, other: Cumulated): boolean =>
  one.salesCents === other.salesCents &&
  one.voidsCents === other.voidsCents &&
  one.refundsCents === other.refundsCents &&
  one.refundVoidsCents === other.refundVoidsCents

/** A Z repeats where in the chain it stands: the hash before it, the Z before it, the perpetual totals. */
function zCheck(before: Walked | undefined, read: Read): EventCheck | undefined {
  if (before === undefined || read instanceof UnreadableEvent || read.kind !== 'till-z')
    return undefined
  const { body, cum } = read
  const fits =
    body.head === hexOf(before.hash) &&
    body.previousZ === before.lastZ?.hash &&
    body.number === (before.lastZ?.number ?? 0) + 1 &&
    isPerpetual(body, cum)
  return fits ? undefined : 'z'
}

/** So does a monthly or yearly closing, after the closing before it. */
function closingCheck(before: Walked | undefined, read: Read): EventCheck | undefined {
  if (before === undefined || read instanceof UnreadableEvent || read.kind !== 'till-closing')
    return undefined
  const { body, cum } = read
  const fits =
    body.head === hexOf(before.hash) &&
    body.previousClosing === before.lastClosing &&
    isPerpetual(body, cum)
  return fits ? undefined : 'z'
}

const isPerpetual = (
  body: Pick<
    ZBody,
    | 'perpetualSalesCents'
    | 'perpetualVoidsCents'
    | 'perpetualRefundsCents'
    | 'perpetualRefundVoidsCents'
  >,
  cum: Cumulated,
): boolean =>
  body.perpetualSalesCents === cum.salesCents &&
  body.perpetualVoidsCents === cum.voidsCents &&
  body.perpetualRefundsCents === cum.refundsCents &&
  body.perpetualRefundVoidsCents === cum.refundVoidsCents

function lastZOf(
  { hash }: StoredEvent,
  before: Walked | undefined,
  event: JournalEvent | undefined,
): Pick<Walked, 'lastZ'> {
  if (event?.kind === 'till-z') return { lastZ: { number: event.body.number, hash: hexOf(hash) } }
  return present({ lastZ: before?.lastZ })
}

function lastClosingOf(
  { hash }: StoredEvent,
  before: Walked | undefined,
  event: JournalEvent | undefined,
): Pick<Walked, 'lastClosing'> {
  if (event?.kind === 'till-closing') return { lastClosing: hexOf(hash) }
  return present({ lastClosing: before?.lastClosing })
}

const hexOf = (hash: Uint8Array): string => Buffer.from(hash).toString('hex')

function isCanonical(event: JournalEvent, payload: Uint8Array): boolean {
  try {
    const text = canonicalText(event)
    return text === text.normalize('NFC') && Buffer.from(text, 'utf8').equals(payload)
  } catch (error) {
    if (error instanceof Defect) return false
    throw error
  }
}

function named({ stall, seq, payload }: StoredEvent): { readonly event: string } & Described {
  return { event: eventNameOf(stall, seq), ...described(payload) }
}

/** When it was and what, if that much of a damaged event can still be read. */
export function described(payload: Uint8Array): Described {
  const text = Buffer.from(payload).toString('utf8')
  const at = instantIn(/"at":"([^"]{20,25})"/.exec(text)?.[1] ?? '')
  const kind: unknown = /"kind":"([a-z-]{1,40})","seq":/.exec(text)?.[1]
  return {
    ...present({ at }),
    ...(isKind(kind) ? { kind } : {}),
  }
}

function instantIn(text: string): Instant | undefined {
  try {
    return instant(text)
  } catch {
    return undefined
  }
}
