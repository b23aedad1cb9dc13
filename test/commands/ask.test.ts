import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { startAsking } from '../../src/commands/ask.ts'
import type { Io } from '../../src/commands/io.ts'

/** A terminal that stays open. */
function terminal() {
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const io = { stdin, stderr: new PassThrough() } as unknown as Io
  return { stdin, asker: startAsking(io, () => Promise.resolve()) }
}

const QUESTION = { text: 'name?', usual: 'CAE', read: (typed: string) => typed }

test.each(['\u0003', '\u0004'])(
  '%j leaves at once, though the terminal stays open',
  async (key) => {
    const { stdin, asker } = terminal()
    const answer = asker.ask(QUESTION)
    stdin.write(key)
    expect(await answer).toBeUndefined()
    expect(await asker.ask(QUESTION)).toBeUndefined()
  },
)

test('lines typed ahead answer the questions in order', async () => {
  const { stdin, asker } = terminal()
  stdin.write('one\n\n')
  await new Promise(setImmediate)
  expect(await asker.ask(QUESTION)).toEqual({ answer: 'one' })
  expect(await asker.ask(QUESTION)).toEqual({ answer: 'CAE' })
  asker.end()
})
