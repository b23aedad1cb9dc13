import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { BIN, environment, heldIn, quickFolder } from '../faults/disk.ts'
import { size } from '../faults/random.ts'
import { stallWithSales } from '../ledger-builder.ts'
import { hasNoTerminal, made, plain, type Step, type Typed, typeAtTill } from './typist.ts'

const CTRL_C = '\u0003'
const CTRL_D = '\u0004'
const UP = '\u001b[A'
const PROMPT: Step = ['see', ' > ']

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)
function stall(): string {
  const folder = quickFolder()
  copyFileSync(before, join(folder, 'flashcoop.db'))
  return folder
}

const heldBy = (folder: string) => heldIn(join(folder, 'flashcoop.db'))
const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1)

/** All steps were done, the program ended so, and the ledger holds just these tickets. */
function expectDone(folder: string, typed: Typed, exit: number, tickets: number): string {
  expect(typed, typed.printed).toMatchObject({ failed: null, exit })
  expect(heldBy(folder)).toEqual({ sales: upTo(tickets), problems: [] })
  return plain(typed.printed)
}

/** Takes the write lock as another program would, and gives it back after a while. */
function lock(folder: string, ms: number): Promise<void> {
  const db = new Database(join(folder, 'flashcoop.db'))
  db.exec('BEGIN IMMEDIATE')
  return new Promise((resolve) =>
    setTimeout(() => {
      db.exec('ROLLBACK')
      db.close()
      resolve()
    }, ms),
  )
}

describe.skipIf(hasNoTerminal)('till sell at a terminal', () => {
  test('sells, completes words, brings lines back, and leaves with Ctrl-D', async () => {
    const folder = stall()
    const typed = await typeAtTill(folder, [
      ['see', 'last sales'],
      ['see', 'A-0003'],
      PROMPT,
      ['type', '2 coo'],
      ['type', '\t'],
      ['see', 'cookie '],
      ['type', 'cas'],
      ['type', '\t'],
      ['see', 'cash '],
      ['type', '10\r'],
      ['see', 'A-0004'],
      ['see', 'CHANGE '],
      PROMPT,
      ['type', UP],
      ['see', '2 cookie cash 10'],
      ['type', '\r'],
      ['see', 'A-0005'],
      PROMPT,
      ['type', CTRL_D],
      ['see', 'stays open'],
    ])
    const text = expectDone(folder, typed, 0, 5)
    expect(text).toContain('5 sales')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
  })

  test('Ctrl-C clears half a line, twice in a row it leaves, and nothing of the line is sold', async () => {
    const folder = stall()
    const typed = await typeAtTill(folder, [
      PROMPT,
      ['type', '2 cookie ca'],
      ['see', '2 cookie ca'],
      ['type', CTRL_C],
      ['see', 'line cleared'],
      PROMPT,
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', '3 cookie'],
      ['type', CTRL_C],
      ['see', 'line cleared'],
      PROMPT,
      ['type', CTRL_C],
      ['see', 'stays open'],
    ])
    expectDone(folder, typed, 130, 4)
  })

  test('with TERM=dumb nothing is drawn twice, and the terminal edits its own line', async () => {
    const folder = stall()
    const steps: readonly Step[] = [
      PROMPT,
      ['type', 'cookiex\u007f card\n'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', '2 cookie'],
      ['type', CTRL_C],
      ['see', 'line cleared'],
      PROMPT,
      ['type', 'cookie cash 5\n'],
      ['see', 'A-0005'],
      PROMPT,
      ['type', CTRL_C],
      ['see', 'line cleared'],
      ['type', CTRL_C],
      ['see', 'stays open'],
    ]
    const typed = await typeAtTill(folder, steps, { env: { TERM: 'dumb' } })
    expectDone(folder, typed, 130, 5)
    expect(typed.printed).not.toContain('\u001b')
  })

  test('what a closed terminal breaks off is no sale', async () => {
    const folder = stall()
    const typed = await typeAtTill(folder, [
      PROMPT,
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', '2 cookie card'],
      ['see', '2 cookie card'],
      ['stop'],
    ])
    expect(typed.failed).toBeNull()
    expect(heldBy(folder)).toEqual({ sales: upTo(4), problems: [] })
  })

  test('200 pasted lines are answered one by one, in their order', async () => {
    const folder = stall()
    const pasted = Array.from({ length: 200 }, (_, index) => `${1 + (index % 9)} cookie card\r`)
    const typed = await typeAtTill(folder, [
      PROMPT,
      ['type', pasted.join('')],
      ['see', 'A-0203'],
      PROMPT,
      ['type', 'quit\r'],
    ])
    const text = expectDone(folder, typed, 0, 203)
    const told = text.split('\n').flatMap((line) => /^A-(\d+)  (\d) /.exec(line) ?? [])
    expect(told.filter((_, index) => index % 3 === 1).map(Number)).toEqual(upTo(203).slice(3))
    expect(told.filter((_, index) => index % 3 === 2).map(Number)).toEqual(
      pasted.map((line) => Number(line[0])),
    )
    expect(text).toMatch(/> 3 cookie card\nA-0006  3 cookie/)
  })

  test('a line of 10,000 characters is refused, and the next one sells', async () => {
    const folder = stall()
    const typed = await typeAtTill(folder, [
      PROMPT,
      ['type', `cookie ${'x'.repeat(9993)}\r`],
      ['see', 'too long'],
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      ['type', CTRL_D],
    ])
    expectDone(folder, typed, 0, 4)
  })

  test('waits while another program holds the file, and says so', async () => {
    const folder = stall()
    const [ready, flag] = [join(folder, 'ready'), join(folder, 'flag')]
    const selling = typeAtTill(folder, [
      PROMPT,
      ['make', ready],
      ['file', flag],
      ['type', 'cookie card\r'],
      ['see', 'waiting for it'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', CTRL_D],
    ])
    await made(ready)
    const held = lock(folder, 4000)
    writeFileSync(flag, '')
    await held
    expectDone(folder, await selling, 0, 4)
  })

  test('keeps the sales that a file locked for longer did not take; Enter records each once', {
    timeout: 90_000,
  }, async () => {
    const folder = stall()
    const [ready, flag] = [join(folder, 'ready'), join(folder, 'flag')]
    const freed = join(folder, 'freed')
    const selling = typeAtTill(folder, [
      PROMPT,
      ['make', ready],
      ['file', flag],
      ['type', 'cookie card\r'],
      ['see', 'waiting for it'],
      ['see', 'press Enter to record it'],
      ['see', '1 to record'],
      ['file', freed],
      ['type', '\r'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', '\r'],
      PROMPT,
      ['type', 'retry\r'],
      ['see', 'nothing to record again'],
      ['type', CTRL_D],
    ])
    await made(ready)
    const held = lock(folder, size(11_500, 30_000))
    writeFileSync(flag, '')
    await held
    writeFileSync(freed, '')
    expectDone(folder, await selling, 0, 4)
  })

  test('killed between two sales it has lost nothing, and shows the last ones when it begins again', async () => {
    const folder = stall()
    const killed = await typeAtTill(folder, [
      PROMPT,
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      PROMPT,
      ['type', '2 cookie card\r'],
      ['see', 'A-0005'],
      ['type', '3 cook'],
      ['kill'],
    ])
    expectDone(folder, killed, -9, 5)
    const again = await typeAtTill(folder, [
      ['see', 'last sales'],
      ['see', 'A-0005  2 cookie'],
      PROMPT,
      ['type', 'quit\r'],
    ])
    expectDone(folder, again, 0, 5)
  })

  test('sees what another program did: a new product, a sale, a sealed day', async () => {
    const folder = stall()
    const flashcoop = (...args: readonly string[]): number | null =>
      spawnSync(process.execPath, [BIN, ...args], { cwd: folder, env: environment(folder) }).status
    const flag = (name: string): string => join(folder, name)
    const selling = typeAtTill(folder, [
      PROMPT,
      ['type', 'waffle card\r'],
      ['see', 'no product'],
      ['make', flag('1')],
      ['file', flag('added')],
      ['type', 'waffle card\r'],
      ['see', 'A-0004'],
      ['make', flag('2')],
      ['file', flag('sold')],
      ['type', 'waffle card\r'],
      ['see', 'A-0006'],
      ['see', '6 sales'],
      ['make', flag('3')],
      ['file', flag('sealed')],
      ['type', 'waffle card\r'],
      ['see', 'is sealed'],
      ['type', CTRL_D],
    ])
    await made(flag('1'))
    expect(flashcoop('product', 'add', 'Waffle', '2', '--vat', '5.5')).toBe(0)
    writeFileSync(flag('added'), '')
    await made(flag('2'))
    expect(flashcoop('sell', 'waffle', 'card', '--at', '2026-06-17T10:40')).toBe(0)
    writeFileSync(flag('sold'), '')
    await made(flag('3'))
    expect(flashcoop('till', 'z', '--at', '2026-06-17T19:00')).toBe(0)
    writeFileSync(flag('sealed'), '')
    expectDone(folder, await selling, 0, 6)
  })
})
