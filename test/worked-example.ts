import { join, resolve } from 'node:path'
import { flashcoopIn } from './in-process.ts'

const FILES = resolve(import.meta.dirname, '../fixtures/cohorts/worked-example')

/** What was typed, in the order of the days; `@` before a time is `--at`. */
const COMMANDS: readonly (readonly string[])[] = [
  ['init', '--no-input', '--lang', 'fr', '--host', 'CAE Exemple', '--siren', '123456782'],
  ['host', 'set', 'insurance_rate', '1'],
  [
    'cohort',
    'create',
    'FC-2026-01',
    '--name',
    'Exemple',
    '--template',
    'flash7',
    '--start',
    '2026-06-10',
    '--venue',
    'marché',
  ],
  ['participant', 'import', join(FILES, 'participants.csv')],
  ['attendance', 'import', join(FILES, 'attendance.csv')],
  ['product', 'import', join(FILES, 'products.csv')],
  ['till', 'withdraw', '80', '--on', '2026-06-16', '--voucher', 'FDC-001'],
  ['till', 'open', '--float', '80', '--venue', 'marché', '--at', '2026-06-17T08:45'],
  ['sale', 'import', join(FILES, 'sales.csv')],
  ['cost', 'import', join(FILES, 'costs.csv')],
  [
    'cost',
    'pay',
    '3',
    '--on',
    '2026-06-16',
    '--voucher',
    'CB-001',
    '--label',
    'Règlement emballages',
  ],
  ['till', 'count', '799,70', '--reason', 'trop rendu', '--at', '2026-06-17T18:00'],
  ['till', 'z', '--at', '2026-06-17T18:10'],
  [
    'till',
    'deposit',
    'cash',
    '--on',
    '2026-06-18',
    '--voucher',
    'RE-001',
    '--label',
    'Remise espèces et fond de caisse',
  ],
  ['till', 'deposit', 'cheque', '--count', '4', '--on', '2026-06-18', '--voucher', 'RC-001'],
  ['till', 'deposit', 'card', '--fee', '5,41', '--on', '2026-06-18', '--voucher', 'TPE-001'],
  [
    'close',
    '--rule',
    'half-days',
    '--vote',
    '2026-06-18 6/0/1',
    '--confirm',
    'FC-2026-01',
    '--at',
    '2026-06-18T18:00',
  ],
  ['payout', 'pay', '--all', '--on', '2026-06-30', '--voucher', 'VIR-001'],
  ['cost', 'refund', 'ANIM01', '--on', '2026-06-30', '--voucher', 'VIR-002'],
]

/** Plays the worked example in a folder, by the commands that everybody uses. Throws what a command complained about. */
export async function playWorkedExample(folder: string) {
  const run = flashcoopIn(folder, '2026-06-30T18:00:00+02:00')
  for (const argv of COMMANDS) {
    const { exit, stderr } = await run(...argv)
    if (exit !== 0) throw new Error(`${argv.join(' ')}: exit ${exit}\n${stderr}`)
  }
  return run
}
