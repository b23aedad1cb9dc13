import type { Stall } from '../domain/journal/event.ts'
import { refuse } from '../domain/journal/refusal.ts'
import type { Branch } from '../domain/merge/refusal.ts'
import { eventHash, genesisHash } from './chain.ts'
import { described } from './chain-walk.ts'
import { utf8 } from './digest.ts'
import { tillsOf } from './journal-in-order.ts'
import type { BundleLine, BundleSource } from './merge.ts'
import { bytesOf, type Db, first, run, textOf } from './sql.ts'

type End = { readonly seq: number; readonly hash: Buffer }
type Ends = Map<Stall, End>

/**
 * Writes the events that are not here yet, each hashed before it is written; those that are here must be the same.
 * Bundles may come in any order. Throws the refusals `bundle-foreign`, `bundle-changed`, `bundle-fork`, `bundle-gap`.
 */
export function takeLines(db: Db, coop: string, sources: readonly BundleSource[]): void {
  const ends: Ends = new Map(
    [...tillsOf(db)].map(([till, seq]) => [till, { seq, hash: hashAt(db, till, seq) }]),
  )
  for (const source of sources) {
    if (source.coop !== coop) refuse({ code: 'bundle-foreign', file: source.file })
    takeBundle({ db, coop, ends }, source)
  }
}

type Taking = { readonly db: Db; readonly coop: string; readonly ends: Ends }

function takeBundle({ db, coop, ends }: Taking, { file, tills, lines }: BundleSource): void {
  /** What the bundle itself has said so far, by till. */
  const told: Ends = new Map()
  let [at, lastTill] = [1, '']
  for (const line of lines()) {
    at += 1
    const { stall, seq, payload, hash } = line
    const before = told.get(stall) ?? { seq: 0, hash: genesisHash(coop, stall) }
    const right = eventHash(before.hash, payload)
    const isInOrder = stall >= lastTill && seq === before.seq + 1
    if (!isInOrder || right.toString('hex') !== hash)
      refuse({ code: 'bundle-changed', file, line: at })
    told.set(stall, { seq, hash: right })
    lastTill = stall
    const end = ends.get(stall)
    if (end !== undefined && seq <= end.seq) refuseFork(db, line)
    else {
      run(db, INSERT, [stall, seq, payload, before.hash, right])
      ends.set(stall, { seq, hash: right })
    }
  }
  const isWhole =
    tills.length === told.size &&
    tills.every(({ stall, to, head }) => {
      const end = told.get(stall)
      return end?.seq === to && end.hash.toString('hex') === head
    })
  if (!isWhole) refuse({ code: 'bundle-changed', file })
}

const INSERT = 'INSERT INTO event (stall, seq, payload, prev, hash) VALUES (?, ?, ?, ?, ?)'

/** What is here already must be what the bundle has: else two computers recorded as one till. */
function refuseFork(db: Db, { stall, seq, payload, hash }: BundleLine): void {
  const here = hashAt(db, stall, seq).toString('hex')
  if (here === hash) return
  const row = first(db, 'SELECT payload FROM event WHERE stall = ? AND seq = ?', [stall, seq])
  const branch = (text: string, of: string): Branch => ({ ...described(utf8(text)), hash: of })
  refuse({
    code: 'bundle-fork',
    till: stall,
    seq,
    here: branch(textOf(row ?? {}, 'payload'), here),
    there: branch(payload, hash),
  })
}

function hashAt(db: Db, stall: Stall, seq: number): Buffer {
  const row = first(db, 'SELECT hash FROM event WHERE stall = ? AND seq = ?', [stall, seq])
  return bytesOf(row ?? {}, 'hash')
}
