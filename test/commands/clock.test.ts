import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { flashcoopIn, type Ran } from '../in-process.ts'

const OPENED = '2026-06-17T08:30:00+02:00'
/** A battery that ran out, a factory setting, and one that is only a day late. */
const BEHIND = [
  '1970-01-01T00:00:10+01:00',
  '1970-01-01T01:00:10+01:00',
  '2020-01-01T00:00:00+01:00',
  '2026-06-16T23:59:00+02:00',
]
const IMPOSSIBLE = [...BEHIND.slice(0, 3), '2250-01-01T00:00:00+01:00', '9998-12-30T00:00:00+01:00']

type Run = (...argv: readonly string[]) => Promise<Ran>

/** A cohort that sells cookies; the till is not open. */
async function shop(): Promise<(now: string) => Run> {
  const folder = mkdtempSync(join(tmpdir(), 'flashcoop-clock-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const at = (now: string) => flashcoopIn(folder, now)
  const run = at(OPENED)
  expect(await run('init', '--no-input')).toMatchObject({ exit: 0 })
  const plan = ['--template', 'flash7', '--start', '2026-06-09']
  expect(await run('cohort', 'create', 'FC-1', ...plan)).toMatchObject({ exit: 0 })
  expect(await run('participant', 'add', 'Amina')).toMatchObject({ exit: 0 })
  expect(await run('product', 'add', 'Cookie', '1.50', '--vat', '5.5')).toMatchObject({ exit: 0 })
  return at
}

const codeOf = ({ stderr }: Ran): unknown => JSON.parse(stderr).error.code

describe('a clock that went back while the till is open', () => {
  test.each(BEHIND)('to %s: every sale is recorded, on the till’s day', async (now) => {
    const at = await shop()
    await at(OPENED)('till', 'open', '--float', '80')
    const run = at(now)
    const sold = await run('sale', 'add', '2', 'cookie', 'cash', '5')
    expect(sold).toMatchObject({ exit: 0, stdout: expect.stringContaining('[2026-06-17 08:30]') })
    expect(sold.stderr).toContain("this computer's clock went back: this is dated 2026-06-17")
    expect(await run('sale', 'add', 'cookie', 'card', '--at', '2026-06-17T10:32')).toMatchObject({
      exit: 0,
    })
    const batch = await run('sale', 'add', 'cookie', 'card', '--at', '10:40')
    expect(batch.stdout).toContain('[2026-06-17 10:40]')
    for (const argv of [
      ['status'],
      ['till', 'in', '5', 'change'],
      ['attendance', 'mark', 'today', '--all'],
      ['cost', 'add', 'Salt', '2@5.5', '--category', 'ingredients'],
      ['till', 'count', '88'],
      ['till', 'z'],
      ['backup', 'create'],
      ['audit', 'verify'],
    ]) {
      const { exit, stderr } = await run(...argv)
      expect([argv, exit, exit === 0 ? '' : stderr]).toEqual([argv, 0, ''])
    }
    const days = await run('sale', 'list', '--json')
    expect(JSON.parse(days.stdout).map((sale: { day: string }) => sale.day)).toEqual(
      Array.from({ length: 3 }, () => '2026-06-17'),
    )
  })
})

describe('a clock that cannot be right', () => {
  test.each(IMPOSSIBLE)('%s: the day is asked for, and taken', async (now) => {
    const run = (await shop())(now)
    for (const argv of [
      ['till', 'open'],
      ['sale', 'add', 'cookie', 'card'],
      ['status'],
      ['attendance', 'mark', '--all'],
      ['cost', 'add', 'Salt', '2@5.5', '--category', 'ingredients'],
      ['close', '-n'],
    ]) {
      const refused = await run(...argv, '--json')
      expect([argv, refused.exit, codeOf(refused)]).toEqual([argv, 2, 'clock-wrong'])
    }
    const when = ['--at', '2026-06-17T08:30'] as const
    expect(await run('till', 'open', ...when)).toMatchObject({ exit: 0 })
    const sold = await run('sale', 'add', '2', 'cookie', 'card', ...when)
    expect(sold).toMatchObject({ exit: 0 })
    const paid = ['cost', 'add', 'Salt', '2@5.5', '--category', 'ingredients'] as const
    expect(await run(...paid, '--on', '2026-06-16', ...when)).toMatchObject({ exit: 0 })
    expect(await run('audit', 'verify')).toMatchObject({ exit: 0 })
  })

  test('once it is set right, yesterday’s till and a date of next year are refused as ever', async () => {
    const at = await shop()
    await at('1970-01-01T01:00:00+01:00')('till', 'open', '--at', '2026-06-17T08:30')
    const run = at('2026-06-18T09:00:00+02:00')
    const sold = await run('sale', 'add', 'cookie', 'card', '--json')
    expect([sold.exit, codeOf(sold)]).toEqual([1, 'till-left-open'])
    const late = await run('sale', 'add', 'cookie', 'card', '--json', '--at', '2027-06-17')
    expect([late.exit, codeOf(late)]).toEqual([2, 'future-date'])
  })
})
