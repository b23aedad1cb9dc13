import { expect, test } from 'vitest'
import { progressOn } from '../../src/commands/progress.ts'
import type { Session } from '../../src/commands/session.ts'

/** A session whose terminal remembers what was written, and whose clock is set by hand. */
function terminal(isTTY: boolean, quiet = false) {
  const seen = { text: '', ms: 0 }
  const io = {
    stderr: { isTTY, write: (text: string) => (seen.text += text) },
    nowMs: () => seen.ms,
  }
  return { seen, session: { io, globals: { quiet } } as never as Session }
}

const count = (events: number): string => `${events} events`

test('progress is shown after a second, in one line that goes away', () => {
  const { seen, session } = terminal(true)
  const show = progressOn(session, count)
  seen.ms = 1000
  show(1)
  expect(seen.text).toBe('')
  seen.ms = 1001
  show(2)
  show(3)
  expect(seen.text).toBe('\r2 events\r3 events')
  show(undefined)
  expect(seen.text).toBe('\r2 events\r3 events\r\u001b[K')
})

test('work that took less leaves no trace', () => {
  const { seen, session } = terminal(true)
  const show = progressOn(session, count)
  show(1)
  show(undefined)
  expect(seen.text).toBe('')
})

test.each([
  ['a pipe', false, false],
  ['somebody who wants quiet', true, true],
])('nothing is shown to %s', (_, isTTY, quiet) => {
  const { seen, session } = terminal(isTTY, quiet)
  const show = progressOn(session, count)
  seen.ms = 5000
  show(1)
  show(undefined)
  expect(seen.text).toBe('')
})
