import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '../../src/domain/kernel/day.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

const FIRST = day('2026-06-09')
const date = fc.integer({ min: -3, max: 14 }).map((offset) => addDays(FIRST, offset))
const named = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((n) => `J${n}`),
  date,
)
const step = fc.oneof(
  date.map((on) => ['day', 'add', on]),
  named.map((which) => ['day', 'remove', which]),
  fc.tuple(named, date).map(([which, to]) => ['day', 'move', which, to]),
  fc
    .tuple(named, fc.constantFrom('--cancel', '--restore', '--am=0', '--pm=90'))
    .map(([which, edit]) => ['day', 'edit', which, edit]),
  fc.constant(['undo']),
)

type Listed = { readonly day_label: string; readonly day: string }

test('whatever is planned and moved, days are J1, J2 … in order; an undo restores; a replay agrees', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const flashcoop = flashcoopIn(temporaryFolder())
      const listed = async () => (await flashcoop('day', 'list', '--json')).stdout
      await flashcoop('init')
      await flashcoop('cohort', 'create', 'FC-1', '--start', FIRST)
      const before: string[] = []
      for (const argv of steps) {
        const now = await listed()
        const { exit } = await flashcoop(...argv)
        expect([0, 1, 2]).toContain(exit)
        if (exit !== 0) continue
        if (argv[0] !== 'undo') before.push(now)
        else if (before.length > 0) expect(await listed()).toBe(before.pop())
        // With nothing left to take back, the undo took the cohort itself.
        else break
      }
      const days = JSON.parse((await listed()) || '[]') as readonly Listed[]
      expect(days.map((each) => each.day_label)).toEqual(days.map((_, index) => `J${index + 1}`))
      expect(days.map((each) => each.day)).toEqual(days.map((each) => each.day).toSorted())
      expect((await flashcoop('audit', 'verify')).exit).toBe(0)
    }),
    { numRuns: 25 },
  )
})
