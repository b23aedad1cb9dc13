import fc from 'fast-check'
import { expect, test } from 'vitest'
import { booksOf } from '../../../src/domain/accounting/books.ts'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import { anyLife } from './lives.ts'
import { expectedMoves } from './oracle.ts'

/** 400 lives in every run of the tests; `LIVES=20000` before a release. */
const LIVES = Number.parseInt(process.env['LIVES'] ?? '400', 10)

/** What the entries of each event move, in the form of the second posting. */
function moved(
  entries: readonly NumberedEntry[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const result = new Map<string, Map<string, number>>()
  for (const { journal, day, lines, source } of entries) {
    const name = `${source.stall} ${source.seq}`
    const moves = result.get(name) ?? new Map<string, number>()
    result.set(name, moves)
    for (const { number, section, auxiliary, debitCents, creditCents } of lines) {
      const at = [`${journal} ${day}`, number, section, auxiliary?.code ?? ''].join(' ')
      const sum = (moves.get(at) ?? 0) + debitCents - creditCents
      if (sum === 0) moves.delete(at)
      else moves.set(at, sum)
    }
  }
  return result
}

const plain = (all: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
  Object.fromEntries(
    [...all]
      .filter(([, moves]) => moves.size > 0)
      .map(([name, moves]) => [name, Object.fromEntries(moves)]),
  )

test('any life of a cohort is posted as a second posting, from the text of the rules, posts it', {
  timeout: 60_000 + LIVES * 100,
}, () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(anyLife, ({ events, context }) => {
      const entries = booksOf(events, context)
      expect(plain(moved(entries))).toEqual(plain(expectedMoves(events, context)))
      expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, index) => index + 1))
      for (const { event, late } of events) {
        const what = late ? `late ${event.kind}` : event.kind
        seen.set(what, (seen.get(what) ?? 0) + 1)
      }
    }),
    { numRuns: LIVES },
  )
  // The generator is worth nothing if it stops reaching one of these.
  const usual = [
    'cost',
    'cost-void',
    'sale',
    'sale-void',
    'till-z',
    'close',
    'correction',
    'payout',
  ]
  const moves = ['bank-withdrawal', 'deposit', 'cost-payment', 'cost-refund', 'reversal', 'redo']
  const late = ['payout', 'deposit', 'cost-refund', 'reversal'].map((kind) => `late ${kind}`)
  for (const kind of [...usual, ...moves, ...late])
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(LIVES / 100)
})
