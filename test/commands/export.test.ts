import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'
import { fecComplaints } from '../formats/fec-checker.ts'

// Everything is invented.

const CLOSE = ['close', '-c', 'FC-1', '--vote', '2026-06-18 2/0/0', '--confirm', 'FC-1']

/** A closed cohort with two rates, a tip, costs of all payers and money moved after. */
async function closedShop(): Promise<Shop> {
  const shop = await newShop('2026-06-30T18:00:00+02:00')
  await shop.ok('host', 'set', 'siren', '123456782')
  addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPP' })
  for (const argv of [
    ['product', 'add', 'Cookie', '2', '--vat', '5.5'],
    ['product', 'add', 'Tablier', '12', '--vat', '20'],
    [
      'cost',
      'add',
      'Farine | œufs',
      '21.10@5.5',
      '--category',
      'ingredients',
      '--paid-by',
      'P01',
      '--on',
      '2026-06-10',
    ],
    [
      'cost',
      'add',
      'Boîtes',
      '12@20',
      '--category',
      'packaging',
      '--voucher',
      '|',
      '--supplier',
      '|',
      '--on',
      '2026-06-10',
    ],
    ['till', 'open', '--float', '50', '--at', '2026-06-17T09:00'],
    ['sale', 'add', '30x', 'cookie', 'don', '5', 'esp', '65', '--at', '2026-06-17T10:00'],
    ['sale', 'add', '3', 'tablier', 'cb', '--at', '2026-06-17T11:00'],
    ['till', 'z', '--at', '2026-06-17T18:00'],
    CLOSE,
    ['payout', 'pay', '--all', '--on', '2026-06-30'],
  ])
    await shop.ok(...argv)
  return shop
}

const bytesOf = ({ folder }: Shop, name: string): Buffer => readFileSync(join(folder, name))
const FEC = '123456782FEC20261231_FC-1.txt'
const logOf = (shop: Shop) => shop.json<readonly Record<string, unknown>[]>('export', 'log')

describe('an export', () => {
  test('of a closed cohort is the same to the byte, twice, in every format; noting it changes nothing', async () => {
    const shop = await closedShop()
    for (const [format, name] of [
      ['fec', FEC],
      ['sage-cae', 'FC-1_sage.txt'],
      ['hledger', 'FC-1_hledger.journal'],
    ] as const) {
      await shop.ok('export', format)
      const first = bytesOf(shop, name)
      await shop.ok('export', format, '--force')
      expect(Buffer.compare(first, bytesOf(shop, name))).toBe(0)
    }
    expect(fecComplaints(bytesOf(shop, FEC))).toEqual([])
    await shop.ok('audit', 'verify')
  })

  test('is noted with the digest of its very bytes, and its lines counted', async () => {
    const shop = await closedShop()
    await shop.ok('export', 'fec')
    const bytes = bytesOf(shop, FEC)
    const [noted] = await logOf(shop)
    expect(noted).toMatchObject({
      cohort: 'FC-1',
      format: 'fec',
      from: '2026-06-10',
      until: '2026-06-30',
      rows: bytes.toString().split('\r\n').length - 2,
      file: FEC,
      actor: 'ANIM01',
      digest: createHash('sha256').update(bytes).digest('hex'),
    })
  })

  test('is not noted when it is a try, is refused, or its file cannot be written', async () => {
    const shop = await closedShop()
    writeFileSync(join(shop.folder, 'taken.txt'), 'mine')
    symlinkSync('taken.txt', join(shop.folder, 'link.txt'))
    for (const [argv, exit] of [
      [['export', 'fec', '-n'], 0],
      [['export', 'fec', '-o', 'taken.txt'], 2],
      [['export', 'fec', '-o', 'link.txt'], 2],
      [['export', 'fec', '-o', 'absent/fec.txt'], 2],
      [['export', 'fec', '-o', '/dev/null'], 2],
      [['export', 'fec', '-o', '/proc/fec.txt'], 2],
      [['export', 'fec', '--until', '2026-06-01'], 1],
    ] as const) {
      expect((await shop.run(...argv)).exit).toBe(exit)
    }
    expect(await logOf(shop)).toEqual([])
    expect(readdirSync(shop.folder).filter((name) => /FEC|draft|\.flash/.test(name))).toEqual([])
    expect(bytesOf(shop, 'taken.txt').toString()).toBe('mine')
  })

  test('is a file for its owner alone, whatever the umask', async () => {
    const shop = await closedShop()
    const before = process.umask(0)
    try {
      await shop.ok('export', 'fec')
    } finally {
      process.umask(before)
    }
    expect(statSync(join(shop.folder, FEC)).mode & 0o777).toBe(0o600)
  })

  test('of an archived cohort still leaves, and no name of a person does', async () => {
    const shop = await newShop()
    await shop.ok('host', 'set', 'siren', '123456782')
    const days = ['--template', 'blank', '--start', '2026-06-17', '--days', '2026-06-17']
    await shop.ok('cohort', 'create', 'FC-1', '--name', 'Essai', ...days)
    await shop.ok('participant', 'add', 'Zébulon', '--contract-signed', '2026-06-17')
    await shop.ok('attendance', 'mark', 'J1', '--all')
    await shop.ok('sale', 'recap', '100', '--on', '2026-06-17', '--vat', '20', '--pay', 'cash')
    await shop.ok(
      'close',
      '--vote',
      '2026-06-17 1/0/0',
      '--confirm',
      'FC-1',
      '--at',
      '2026-06-17T20:00',
    )
    await shop.ok('payout', 'pay', 'P01', '--on', '2026-06-18')
    await shop.ok('cohort', 'archive', 'FC-1')
    for (const format of ['fec', 'sage-cae', 'hledger']) {
      const { stdout } = await shop.run('export', format, '-c', 'FC-1', '-o', '-')
      expect(stdout).toContain('P01')
      expect(stdout).not.toContain('bulon')
    }
  })

  test('of one period leaves the next one, still open, out; hledger marks it', async () => {
    const shop = await newShop()
    await shop.ok('host', 'set', 'siren', '123456782')
    addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPP' })
    await shop.ok('sale', 'recap', '100', '--on', '2026-06-10', '--vat', '20', '--pay', 'cash')
    const until = ['--until', '2026-06-10', '--at', '2026-06-10T20:00']
    await shop.ok('close', '--vote', '2026-06-10 2/0/0', '--confirm', 'FC-1', ...until)
    await shop.ok('sale', 'recap', '50', '--on', '2026-06-17', '--vat', '20', '--pay', 'cash')
    await shop.ok('payout', 'pay', 'P01', '--on', '2026-06-17')
    const fec = await shop.ok('export', 'fec', '-o', '-')
    expect(fecComplaints(Buffer.from(fec))).toEqual([])
    expect(fec).toContain('20260610')
    expect(fec).toContain('\t421000\t')
    expect(fec).not.toContain('Recettes du 17/06/2026')
    const journal = await shop.ok('export', 'hledger', '-o', '-')
    expect(journal.match(/^2026-06-\d\d !/gm)?.length).toBe(1)
  })
})
