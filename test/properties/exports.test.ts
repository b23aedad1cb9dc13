import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fecComplaints } from '../formats/fec-checker.ts'
import { hasHledger, hledger } from '../formats/real-hledger.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

type Step = readonly string[]

/** A command's plain words, then what may hold blanks. */
const said = (words: string, ...more: readonly string[]): Step => [...words.split(' '), ...more]

const DAYS = ['2026-06-16', '2026-06-17', '2026-06-18', '2026-06-19', '2026-07-02']
const on = fc.constantFrom(...DAYS).map((day) => ['--on', day])
const amount = fc.integer({ min: 1, max: 9_999 }).map((cents) => (cents / 100).toFixed(2))
const rate = fc.constantFrom('5.5', '10', '20')
const label = fc.constantFrom(
  'Farine | œufs',
  'Łódź ; "x"',
  'a:b  c',
  'é'.repeat(80),
  '[2026-13-99]',
  '(x)',
  ') ; y',
)
const voucher = fc.constantFrom(
  [],
  ['--voucher', '|'],
  ['--voucher', ';F(1)'],
  ['--voucher', 'x:y, date:1'],
)
const supplier = fc.constantFrom(
  [],
  ['--supplier', '|'],
  ['--supplier', 'AB: Métro | Cash'],
  ['--supplier', ':;,'],
)
const payer = fc.constantFrom('cae', 'till', 'ANIM01', 'P02', 'ZZ9')
const cost = fc
  .tuple(
    fc.tuple(label, amount, rate, payer),
    fc.tuple(on, voucher, supplier, fc.constantFrom('activity', 'programme')),
  )
  .map(([[text, sum, vat, who], [day, paper, from, charge]]): Step => {
    const options = said(`--category ingredients --paid-by ${who} --charged-to ${charge}`)
    return ['cost', 'add', text, `${sum}@${vat}`, ...options, ...day, ...paper, ...from]
  })
const sale = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('cookie', 'tablier'),
    fc.constantFrom('esp', 'cb', 'chq'),
  )
  .map(([count, product, how]) =>
    said(`sale add ${count}x ${product} don 1.00 ${how} --at 2026-06-17T10:00`),
  )
const recap = fc
  .tuple(amount, rate, on)
  .map(([sum, vat, day]): Step => ['sale', 'recap', sum, '--vat', vat, ...day, '--pay', 'card'])
const settle = fc.oneof(
  on.map((day): Step => ['till', 'deposit', 'cash', ...day]),
  fc.tuple(on, amount).map(([day, fee]): Step => ['till', 'deposit', 'card', '--fee', fee, ...day]),
  on.map((day): Step => ['till', 'deposit', 'cheque', ...day]),
  fc.tuple(amount, on).map(([sum, day]): Step => ['till', 'withdraw', sum, ...day]),
  fc
    .tuple(fc.constantFrom('1', '2', '3'), on)
    .map(([number, day]): Step => ['cost', 'pay', number, ...day]),
  fc
    .tuple(fc.constantFrom('ANIM01', 'P02'), on)
    .map(([who, day]): Step => ['cost', 'refund', who, ...day]),
)
const step = fc.oneof(
  { weight: 4, arbitrary: cost },
  { weight: 4, arbitrary: sale },
  { weight: 2, arbitrary: recap },
  { weight: 3, arbitrary: settle },
  fc.constantFrom<Step>(
    ['undo'],
    ['till', 'in', '5', 'monnaie | rouleaux', '--at', '2026-06-17T11:00'],
  ),
  fc.constantFrom('1', '2').map((number): Step => ['cost', 'void', number, '--reason', 'erreur']),
  fc.constantFrom('1', '2').map((number): Step => ['sale', 'void', number, '--reason', 'erreur']),
)
const later = fc.oneof(
  settle,
  on.map((day): Step => ['payout', 'pay', '--all', ...day]),
  fc.tuple(amount, on).map(([sum, day]): Step => ['payout', 'pay', 'P01', sum, ...day]),
  fc.tuple(amount, rate).map(([sum, vat]): Step => {
    const options = said(`${sum}@${vat} --category goods --confirm FC-1`)
    return ['correct', 'cost', 'Oubli | tard', ...options]
  }),
  amount.map((sum): Step => ['correct', 'cheque', sum, '--reason', 'rejeté', '--confirm', 'FC-1']),
  fc.constant<Step>(['undo']),
)
const style = fc.constantFrom<readonly Step[]>(
  [],
  [
    ['host', 'set', 'contribution_style', 'four_line'],
    ['host', 'set', 'section_activity', 'a,b [x] {cohort}'],
  ],
  [
    ['host', 'set', 'vat_regime', 'franchise'],
    ['host', 'accounts', 'set', 'bank', '512ABC'],
  ],
)

/** All of it: the rare refusal is the product's right, a defect never is. */
async function live(run: ReturnType<typeof flashcoopIn>, steps: readonly Step[]): Promise<void> {
  for (const argv of steps) {
    const { exit, stderr } = await run(...argv)
    expect([0, 1, 2, 3], `${argv.join(' ')}: ${stderr}`).toContain(exit)
  }
}

test('the files of any life pass an independent checker of the FEC, and hledger itself', async () => {
  let left = 0
  await fc.assert(
    fc.asyncProperty(
      style,
      fc.array(step, { minLength: 3, maxLength: 14 }),
      fc.array(later, { maxLength: 6 }),
      async (settings, steps, after) => {
        const run = flashcoopIn(temporaryFolder(), '2026-07-05T18:00:00+02:00')
        await live(run, [
          ['init', '--no-input', '--siren', '123456782'],
          ...settings,
          [
            'cohort',
            'create',
            'FC-1',
            '--template',
            'blank',
            '--start',
            '2026-06-16',
            '--days',
            '2026-06-16,2026-06-17,2026-06-18',
          ],
          ['participant', 'add', 'Awa', '--contract-signed', '2026-06-16'],
          ['participant', 'add', 'Bilal', '--contract-signed', '2026-06-16'],
          ['product', 'add', 'Cookie', '2', '--vat', '5.5'],
          ['product', 'add', 'Tablier', '12', '--vat', '20'],
          ['till', 'open', '--float', '50', '--at', '2026-06-17T09:00'],
          ...steps,
          ['till', 'count', '120', '--at', '2026-06-17T18:00'],
          ['till', 'z', '--at', '2026-06-17T18:00'],
          ['attendance', 'mark', 'J1..J3', '--all'],
          [
            'close',
            '--vote',
            '2026-06-18 2/0/0',
            '--confirm',
            'FC-1',
            '--accept-loss',
            '--at',
            '2026-06-18T20:00',
          ],
          ...after,
        ])
        const fec = await run('export', 'fec', '-o', '-')
        if (fec.exit !== 0) expect(fec.stderr).toMatch(/no entry/)
        else {
          left += 1
          expect(fecComplaints(Buffer.from(fec.stdout))).toEqual([])
          expect((await run('export', 'fec', '-o', '-')).stdout).toBe(fec.stdout)
        }
        const { stdout: journal, exit } = await run('export', 'hledger', '-o', '-')
        if (exit !== 0 || !hasHledger) return
        const check = hledger(['check', '--strict', 'ordereddates'], journal)
        expect([check.status, check.stderr, journal]).toEqual([0, '', journal])
      },
    ),
    { numRuns: 40 },
  )
  expect(left).toBeGreaterThan(20)
}, 120_000)
