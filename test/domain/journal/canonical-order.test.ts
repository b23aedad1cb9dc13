import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Chain,
  inCanonicalOrder,
  type Place,
} from '../../../src/domain/journal/canonical-order.ts'
import { instantOf } from '../../../src/domain/kernel/instant.ts'

type Item = Place & { readonly stall: string }

/** Lives of three tills: each deed is at some time, by whatever clock, and may come after what another has so far. */
const lives = fc
  .array(
    fc.record({
      who: fc.constantFrom('A', 'B', 'C'),
      minutes: fc.integer({ min: 0, max: 600 }),
      meets: fc.option(fc.constantFrom('A', 'B', 'C')),
    }),
    { maxLength: 40 },
  )
  .map((deeds) => {
    const ends = new Map<string, number>()
    return deeds.map(({ who, minutes, meets }): Item => {
      const seq = (ends.get(who) ?? 0) + 1
      ends.set(who, seq)
      const known = meets === null || meets === who ? 0 : (ends.get(meets) ?? 0)
      const after = known > 0 && meets !== null ? [{ stall: meets, seq: known, hash: '' }] : []
      return { stall: who, seq, at: instantOf(1_781_000_000_000 + minutes * 60_000), after }
    })
  })

const chainsOf = (items: readonly Item[], letters: readonly string[]): readonly Chain<Item>[] =>
  letters.map((stall) => ({
    stall,
    items: items.filter((each) => each.stall === stall)[Symbol.iterator](),
  }))

const ordered = (items: readonly Item[], letters = ['A', 'B', 'C']): readonly Item[] => [
  ...inCanonicalOrder(chainsOf(items, letters), (item) => item),
]

describe('the order of several tills', () => {
  test('has every event once, each chain in its order, and what is named before who names it', () => {
    fc.assert(
      fc.property(lives, (items) => {
        const order = ordered(items)
        expect(new Set(order)).toEqual(new Set(items))
        const seen = new Map<string, number>()
        for (const { stall, seq, after } of order) {
          expect(seq).toBe((seen.get(stall) ?? 0) + 1)
          for (const head of after)
            expect(seen.get(head.stall) ?? 0).toBeGreaterThanOrEqual(head.seq)
          seen.set(stall, seq)
        }
      }),
    )
  })

  test('does not depend on which till is looked at first', () => {
    fc.assert(
      fc.property(lives, (items) => {
        expect(ordered(items, ['C', 'A', 'B'])).toEqual(ordered(items))
      }),
    )
  })

  test('what knows of all that is there comes last, whatever its clock says', () => {
    fc.assert(
      fc.property(lives, (items) => {
        const heads = ['A', 'B', 'C'].map((stall) => ({
          stall,
          seq: items.filter((each) => each.stall === stall).length,
          hash: '',
        }))
        const last = {
          stall: 'B',
          seq: (heads[1]?.seq ?? 0) + 1,
          at: instantOf(1_000_000_000_000),
          after: heads.filter((head) => head.seq > 0 && head.stall !== 'B'),
        }
        expect(ordered([...items, last])).toEqual([...ordered(items), last])
      }),
    )
  })

  test('is that of the clock where neither knew of the other, then that of the letters', () => {
    const at = (minutes: number) => instantOf(1_781_000_000_000 + minutes * 60_000)
    const items: readonly Item[] = [
      { stall: 'A', seq: 1, at: at(5), after: [] },
      { stall: 'A', seq: 2, at: at(9), after: [] },
      { stall: 'B', seq: 1, at: at(5), after: [] },
      { stall: 'B', seq: 2, at: at(7), after: [] },
    ]
    expect(ordered(items).map(({ stall, seq }) => `${stall}${seq}`)).toEqual([
      'A1',
      'B1',
      'B2',
      'A2',
    ])
  })

  test('ends even where an event names one that never comes', () => {
    const lost: Item = {
      stall: 'A',
      seq: 1,
      at: undefined,
      after: [{ stall: 'C', seq: 9, hash: '' }],
    }
    expect(ordered([lost])).toEqual([lost])
  })
})
