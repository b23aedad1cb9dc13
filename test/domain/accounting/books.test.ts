import { expect, test } from 'vitest'
import type { NumberedEntry } from '../../../src/domain/accounting/entry.ts'
import { entriesOf } from '../../../src/store/queries/entries.ts'
import { newShop, type Shop } from '../../closing-ledger.ts'

const brief = ({ number, day, piece, validDay }: NumberedEntry): string =>
  `${number} ${day} ${piece} ${validDay ?? 'open'}`

const booksOf = (shop: Shop): readonly string[] =>
  shop.ledger(({ db }) => entriesOf(db, 'FC-1').map(brief))

const sold = (amount: string, on: string): readonly string[] =>
  `sale recap ${amount} --vat 5.5 --on ${on}`.split(' ')
const vote = (until: string): readonly string[] => [
  'close',
  '--vote',
  `${until} 1/0/0`,
  ...`--until ${until} --confirm FC-1 --at ${until}T20:00`.split(' '),
]

test('two periods: what is closed keeps its numbers, what settles it follows, what is open comes last', async () => {
  const shop = await newShop('2026-09-30T12:00:00+02:00')
  const days = ['--template', 'blank', '--days', '2026-06-15,2026-07-15']
  await shop.ok('cohort', 'create', 'FC-1', '--name', 'Invented', ...days)
  await shop.ok('participant', 'add', 'Somebody', '--contract-signed', '2026-06-15')
  await shop.ok('attendance', 'mark', 'J1', '--all')
  await shop.ok('attendance', 'mark', 'J2', '--all')
  await shop.ok(...sold('200', '2026-06-15'))
  await shop.ok('cost', 'add', 'Flour', '10@5.5', '--category', 'ingredients', '--on', '2026-06-14')
  await shop.ok(...vote('2026-06-30'))
  const first = booksOf(shop)
  expect(first).toEqual([
    '1 2026-06-14 C-1 2026-06-30',
    '2 2026-06-15 A-0001 2026-06-30',
    '3 2026-06-30 CTR-001 2026-06-30',
    '4 2026-06-30 REM-001 2026-06-30',
    '5 2026-06-30 REM-001 2026-06-30',
  ])
  await shop.ok(...sold('100', '2026-07-15'))
  await shop.ok('payout', 'pay', '--all', '--on', '2026-07-20', '--voucher', 'VIR-1')
  await shop.ok('cost', 'add', 'Sugar', '5@5.5', '--category', 'ingredients', '--on', '2026-07-10')
  const second = booksOf(shop)
  expect(second).toEqual([
    ...first,
    '6 2026-07-20 VIR-1 2026-07-20',
    '7 2026-07-10 C-2 open',
    '8 2026-07-15 A-0002 open',
  ])
  await shop.ok(...vote('2026-07-31'))
  await shop.ok('till', 'deposit', 'cash', '--on', '2026-08-01', '--voucher', 'RE-1')
  expect(booksOf(shop)).toEqual([
    ...second.slice(0, 6),
    '7 2026-07-10 C-2 2026-07-31',
    '8 2026-07-15 A-0002 2026-07-31',
    '9 2026-07-31 CTR-002 2026-07-31',
    '10 2026-07-31 REM-002 2026-07-31',
    '11 2026-07-31 REM-002 2026-07-31',
    '12 2026-08-01 RE-1 2026-08-01',
    '13 2026-08-01 RE-1 2026-08-01',
  ])
})
