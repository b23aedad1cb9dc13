import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addCohort, newShop, type Shop } from '../closing-ledger.ts'

const NAMES = ['Awa', 'Bilal', 'Chloé', 'Dina', 'Elif', 'Fatou', 'Gaël']
const VOTE = ['--vote', '2026-06-18 6/0/1', '--confirm', 'FC-1'] as const

/** Seven invented people and 400 invented cookies, closed. */
async function closedShop(...options: readonly string[]): Promise<Shop> {
  const shop = await newShop()
  const people = Object.fromEntries(
    NAMES.map((_, at) => [`P0${at + 1}`, 'P'.repeat(8 - at) + 'A'.repeat(at)]),
  )
  addCohort(shop, 'FC-1', people)
  await shop.ok('host', 'set', 'name', 'CAE <Exemple> & "Cie"')
  await shop.ok('host', 'set', 'language', 'fr')
  await shop.ok('product', 'add', 'Cookie', '3', '--vat', '5.5')
  await shop.ok('till', 'open', '--at', '2026-06-17T09:00')
  await shop.ok('sale', 'add', '400x', 'cookie', 'cash', '--at', '2026-06-17T10:00')
  await shop.ok('till', 'count', '1200', '--at', '2026-06-17T18:00')
  await shop.ok('till', 'z', '--at', '2026-06-17T18:05')
  await shop.ok('close', '--at', '2026-06-19T17:00', ...VOTE, ...options)
  return shop
}

const read = (shop: Shop, name: string): string => readFileSync(join(shop.folder, name), 'utf8')

test('every page tells its own share, and says whose it is', async () => {
  const shop = await closedShop('--rule', 'half-days')
  const { distribution } = await shop.json<{
    distribution: { shares: { participant: string; weight: number; share_cents: number }[] }
  }>('report', 'minutes', '--json')
  await shop.ok(
    'payout',
    'statement',
    '--all',
    '-o',
    join(shop.folder, 'parts.html'),
    '--lang',
    'fr',
  )
  const pages = read(shop, 'parts.html').split('<section class="page">').slice(1)
  const total = distribution.shares.reduce((sum, share) => sum + share.weight, 0)
  expect(pages).toHaveLength(distribution.shares.length)
  for (const [at, { participant, weight, share_cents }] of distribution.shares.entries()) {
    const euros = `${Math.floor(share_cents / 100)},${String(share_cents % 100).padStart(2, '0')} €`
    expect(pages[at]).toContain(`<h1>Votre part, ${participant}</h1>`)
    expect(pages[at]).toContain(
      `<p class="lead">${weight} demi-journée${weight < 2 ? '' : 's'} sur ${total} → ${euros}</p>`,
    )
  }
})

test('a paper is one file that only its owner may read, without script, link or markup from data', async () => {
  const shop = await closedShop()
  await shop.ok('report', 'minutes', '-o', join(shop.folder, 'pv.html'))
  const html = read(shop, 'pv.html')
  expect(statSync(join(shop.folder, 'pv.html')).mode & 0o777).toBe(0o600)
  expect(html).toContain('CAE &lt;Exemple&gt; &amp; &quot;Cie&quot;')
  expect(html).not.toMatch(/<script|<link|<img|href=|src=|https?:/)
  expect(html).toMatch(/[0-9A-Z]{4}(-[0-9A-Z]{4}){8}/)
})

test.for([
  ['equal', '1 part of 7 → '],
  ['hours', ' h of '],
])('the rule %s has its own words', async ([rule = '', lead = '']) => {
  const shop = await closedShop('--rule', rule)
  expect(await shop.ok('payout', 'statement', 'P01')).toContain(lead)
})

test('a loss: nobody owes anything, and no pay is shown', async () => {
  const shop = await newShop()
  addCohort(shop, 'FC-1', { P01: 'PPPPPPPP', P02: 'PPPPPPPP' })
  await shop.ok('cost', 'add', 'Stall', '30', '--category', 'stall', '--on', '2026-06-17')
  await shop.ok('close', '--at', '2026-06-19T17:00', '--accept-loss', ...VOTE)
  const page = await shop.ok('payout', 'statement', 'P02')
  expect(page).toContain('Nobody owes anything. You owe nothing.')
  expect(page).not.toContain('net pay')
})

const CHROMIUM = '/usr/bin/chromium'
const hasBrowser = existsSync(CHROMIUM)
if (!hasBrowser)
  process.stderr.write('\nNOTICE: how papers print is NOT TESTED: there is no /usr/bin/chromium\n')

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
]

/** Prints a page and answers with the number of sheets and their size in points. */
function printed(shop: Shop, name: string): { readonly sheets: number; readonly size: string } {
  const pdf = join(shop.folder, `${name}.pdf`)
  spawnSync(
    CHROMIUM,
    [
      ...QUIET,
      `--user-data-dir=${join(shop.folder, 'browser')}`,
      `--print-to-pdf=${pdf}`,
      `file://${join(shop.folder, name)}`,
    ],
    { timeout: 60_000 },
  )
  const text = readFileSync(pdf, 'latin1')
  const sheets = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  return { sheets, size: /\/MediaBox\s*\[([^\]]*)\]/.exec(text)?.[1]?.trim() ?? '' }
}

test.skipIf(!hasBrowser)(
  'in a browser: a sheet of A4 for each participant, two for the minutes, one for the account',
  { timeout: 240_000 },
  async () => {
    const shop = await closedShop('--rule', 'half-days')
    await shop.ok(
      'payout',
      'statement',
      '--all',
      '-o',
      join(shop.folder, 'parts.html'),
      '--lang',
      'fr',
    )
    await shop.ok('report', 'minutes', '-o', join(shop.folder, 'pv.html'), '--lang', 'fr')
    await shop.ok('report', 'result', '-o', join(shop.folder, 'result.html'), '--lang', 'fr')
    const [parts, minutes, result] = ['parts.html', 'pv.html', 'result.html'].map((name) =>
      printed(shop, name),
    )
    expect([parts?.sheets, minutes?.sheets, result?.sheets]).toEqual([7, 2, 1])
    const [width, height] = (parts?.size ?? '').split(/\s+/).slice(2).map(Number)
    expect(Math.abs((width ?? 0) - 595)).toBeLessThan(2)
    expect(Math.abs((height ?? 0) - 842)).toBeLessThan(2)
  },
)
