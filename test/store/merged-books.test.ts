import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { NumberedEntry } from '../../src/domain/accounting/entry.ts'
import { entriesOf } from '../../src/store/queries/entries.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// Everything in these ledgers is invented.

const DAY = '2026-06-17'

/** A till whose clock is hours off: what it does is said in the true time. */
function till(hoursOff: number) {
  const folder = temporaryFolder()
  const at = async (time: string, ...argv: readonly string[]): Promise<string> => {
    const hour = Number.parseInt(time, 10) + hoursOff
    const now = `${DAY}T${String(hour).padStart(2, '0')}${time.slice(2)}:00+02:00`
    const { exit, stderr, stdout } = await flashcoopIn(folder, now)(...argv)
    expect({ exit, stderr }, argv.join(' ')).toMatchObject({ exit: 0 })
    return stdout
  }
  const bundle = async (time: string): Promise<string> => {
    const file = join(folder, `bundle-${time.replace(':', '')}.jsonl`)
    await at(time, 'export', 'bundle', '-o', file)
    return file
  }
  const books = (): readonly string[] =>
    withLedger(join(folder, 'flashcoop.db'), ({ db }) => entriesOf(db, 'FC-1').map(brief))
  return { at, bundle, books }
}

const brief = ({ number, day, piece, validDay }: NumberedEntry): string =>
  `${number} ${day} ${piece} ${validDay ?? 'open'}`

const create = ['cohort', 'create', 'FC-1', '--name', 'Invented', '--template', 'blank']

test.each([
  ['right', 0],
  ['four hours fast', 4],
  ['four hours slow', -4],
])(
  'a Z merged before the close is of the closed period, a deposit made with the close behind it; a till’s clock is %s',
  async (_, hours) => {
    const [a, b] = [till(0), till(hours)]
    await a.at('08:00', 'init', '--no-input')
    await a.at('08:01', ...create, '--days', DAY)
    await a.at('08:02', 'participant', 'add', 'Somebody', '--contract-signed', DAY)
    await a.at('08:03', 'product', 'add', 'cookie', '1.50', '--vat', '5.5')
    await a.at('08:04', 'attendance', 'mark', 'J1', '--all')
    await b.at('08:10', 'init', '--from', await a.bundle('08:05'), '--till', 'B')
    await b.at('09:00', 'till', 'open', '--float', '0')
    await b.at('10:00', 'sell', '20', 'cookie', 'cash')
    await b.at('18:00', 'till', 'count', '30')
    await b.at('18:01', 'till', 'z')
    await a.at('18:30', 'merge', await b.bundle('18:05'))
    const vote = ['--vote', `${DAY} 1/0/0`, '--confirm', 'FC-1']
    await a.at('19:00', 'close', ...vote)
    await b.at('19:40', 'merge', await a.bundle('19:35'))
    await b.at('19:41', 'till', 'deposit', 'cash', '--voucher', 'RE-1')
    const closed = [
      `1 ${DAY} Z-B-0001 ${DAY}`,
      `2 ${DAY} CTR-001 ${DAY}`,
      `3 ${DAY} REM-001 ${DAY}`,
      `4 ${DAY} REM-001 ${DAY}`,
      `5 ${DAY} RE-1 ${DAY}`,
      `6 ${DAY} RE-1 ${DAY}`,
    ]
    expect(b.books()).toEqual(closed)
    // The same books on the other till, and the tables are those of the journal.
    await a.at('19:50', 'merge', await b.bundle('19:45'))
    expect(a.books()).toEqual(closed)
    for (const each of [a, b]) await each.at('19:55', 'audit', 'verify')
  },
)
