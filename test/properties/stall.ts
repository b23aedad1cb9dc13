import { addDays, day, daysBetween } from '../../src/domain/kernel/day.ts'
import { flashcoopIn } from '../in-process.ts'

/**
 * One program among several at one ledger: `stall.ts FOLDER recaps SEED FIRST LAST` records takings near the edge of
 * what is closed until the last day is, `stall.ts FOLDER sales` sells until the till is sealed. Prints a JSON line for
 * each sale that the product said was recorded, and what ended it.
 */
const [folder = '', kind = '', seed = '1', first = '', last = ''] = process.argv.slice(2)
const flashcoop = flashcoopIn(folder, '2026-08-01T12:00:00+02:00')
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** Park and Miller's generator: the same days for the same seed. */
function* chances(from: number): Generator<number, never> {
  for (let state = from; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

async function recordRecaps(): Promise<void> {
  const dice = chances(Number.parseInt(seed, 10))
  const days = daysBetween(day(first), day(last))
  let open = 0
  while (open <= days) {
    const on = addDays(day(first), Math.min(days, open + (dice.next().value % 6)))
    const amount = `${1 + (dice.next().value % 40)}.${10 + (dice.next().value % 90)}`
    const sold = await flashcoop('sale', 'recap', amount, '--vat', '5.5', '--on', on, '--json')
    if (sold.exit === 0) say({ day: on, cents: JSON.parse(sold.stdout).total_cents })
    else if (sold.exit === 3) open = daysBetween(day(first), on) + 1
    else throw new Error(sold.stderr)
  }
}

async function sellUntilSealed(): Promise<void> {
  for (;;) {
    const line = ['2', 'cookie', 'cash', '--at', '2026-06-17T10:00']
    const sold = await flashcoop('sale', 'add', ...line, '--json')
    if (sold.exit !== 0) return say({ refused: JSON.parse(sold.stderr).error.code })
    say({ day: '2026-06-17', cents: JSON.parse(sold.stdout).total_cents })
  }
}

await (kind === 'recaps' ? recordRecaps() : sellUntilSealed())
