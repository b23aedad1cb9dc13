import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { flashcoopIn } from './in-process.ts'

const ROOT = resolve(import.meta.dirname, '..')

/** A home whose temporary folder is its own, so that whatever is left behind is seen. */
function newHome() {
  const home = mkdtempSync(join(tmpdir(), 'flashcoop-demo-test-'))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const temporary = join(home, 'tmp')
  const work = join(home, 'work')
  mkdirSync(temporary)
  mkdirSync(work)
  return { home, temporary, work }
}
type Home = ReturnType<typeof newHome>

/** The real binary as somebody installed it starts it; `more` is what their shell holds besides. */
function demo({ home, temporary, work }: Home, argv: readonly string[], more = {}, root = ROOT) {
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: temporary, TZ: 'Europe/Paris', ...more }
  const ran = spawnSync(process.execPath, [join(root, 'bin/flashcoop.js'), 'demo', ...argv], {
    cwd: work,
    env,
    encoding: 'utf8',
  })
  return { ...ran, text: plain(ran.stdout) }
}

/** Amounts with ordinary spaces, as this file writes them. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ')

/** The worked example to the cent: half-days, share, gross, employer, employee, net, remainder. */
const WORKED_EXAMPLE = [
  'P01 14 124,89 92,65 32,24 15,59 77,06 0,00',
  'P02 14 124,88 92,64 32,24 15,59 77,05 0,00',
  'P03 13 115,96 86,01 29,94 14,47 71,54 0,01',
  'P04 14 124,88 92,64 32,24 15,59 77,05 0,00',
  'P05 10 89,20 66,16 23,04 11,14 55,02 0,00',
  'P06 12 107,04 79,39 27,65 13,36 66,03 0,00',
  'P07 6 53,52 39,70 13,82 6,68 33,02 0,00',
  'total 83 740,37 549,19 191,17 92,42 456,77 0,01',
]
const STATEMENT = ['1 200,00', '62,56', '1 137,44', '232,50', '30,00', '874,94', '35,41', '-0,30']

const LANGUAGES = [
  { language: 'fr', total: /^total +43 +4 804,74 €$/m, change: 'RENDRE 5,00 €', next: 'caisse' },
  { language: 'en', total: /^total +43 +€4,804.74$/m, change: 'CHANGE €5.00', next: 'till' },
] as const

describe('the demonstration', () => {
  test.each(LANGUAGES)('shows it all in $language', ({ language, total, change, next }) => {
    const home = newHome()
    const { status, stderr, text } = demo(home, ['--lang', language])
    expect([status, stderr]).toEqual([0, ''])
    expect(text).toMatch(total)
    expect(text).toContain(change)
    const figures = language === 'fr' ? text : asFrench(text)
    const rows = figures.split('\n').map((line) => line.replace(/ €/g, '').replace(/ +/g, ' '))
    for (const row of WORKED_EXAMPLE) expect(rows).toContain(row)
    for (const amount of [...STATEMENT, '87,49', '11,37']) expect(figures).toContain(`${amount} €`)
    expect(text).toContain(`flashcoop ${next} open --float 50`)
  })

  test('leaves its own folder and nothing else, and twice in a row do not meet', () => {
    const home = newHome()
    for (const count of [1, 2]) {
      expect(demo(home, ['--lang', 'fr']).status).toBe(0)
      expect(readdirSync(home.temporary)).toHaveLength(count)
    }
    expect(readdirSync(home.work)).toEqual([])
    expect(
      readdirSync(home.home)
        .filter((name) => name !== '.cache')
        .toSorted(),
    ).toEqual(['tmp', 'work'])
    const [folder = ''] = readdirSync(home.temporary)
    expect(folder).toMatch(/^flashcoop-demo-\w{6}$/)
    const left = readdirSync(join(home.temporary, folder))
    expect(left.filter((name) => name.startsWith('flashcoop'))).toEqual(['flashcoop.db'])
  })

  test('its ledger can be played with, and is whole', async () => {
    const home = newHome()
    const { folder } = JSON.parse(demo(home, ['--json']).stdout) as { folder: string }
    const run = flashcoopIn(folder, '2026-06-20T10:00:00+02:00')
    const sold = async (...argv: readonly string[]) => (await run(...argv)).exit
    expect(await sold('till', 'open', '--float', '50')).toBe(0)
    expect(await sold('sale', 'add', '2', 'cookie', '1', 'brownie', 'cash', '10')).toBe(0)
    expect(await sold('undo')).toBe(0)
    expect(await sold('audit', 'verify')).toBe(0)
    expect(await sold('sale', 'import', join(folder, 'worked-example/sales.csv'))).not.toBe(0)
  })

  test('does not hear what leads other commands to a ledger, a cohort or a language', () => {
    const home = newHome()
    const theirs = { FLASHCOOP_DB: join(home.work, 'no.db'), FLASHCOOP_COHORT: 'THEIRS' }
    const { status, text } = demo(home, ['--lang', 'fr'], { ...theirs, FLASHCOOP_LANG: 'en' })
    expect(status).toBe(0)
    expect(text).toContain('124,88 €')
    expect(readdirSync(home.work)).toEqual([])
  })

  test('says how to type on: through npm inside the repository', () => {
    const home = newHome()
    const { text } = demo(home, ['--lang', 'en'], { npm_lifecycle_event: 'demo' })
    expect(text).toContain('  npx flashcoop till open --float 50\n')
  })

  test('works from the sources too, in any year and time zone', async () => {
    const home = newHome()
    vi.stubEnv('TMPDIR', home.temporary)
    vi.stubEnv('TZ', 'Pacific/Auckland')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { exit, stdout } = await flashcoopIn(home.work, '2019-01-01T00:00:00Z')('demo')
    expect(exit).toBe(0)
    expect(plain(stdout)).toContain('€4,804.74')
    expect(plain(stdout)).toContain('€124.89')
  })

  test('stops with what went wrong when a command does', () => {
    const home = newHome()
    const broken = join(home.home, 'package')
    for (const part of ['bin', 'dist', 'package.json', 'fixtures/cohorts'])
      cpSync(join(ROOT, part), join(broken, part), { recursive: true })
    cpSync(join(ROOT, 'node_modules/better-sqlite3'), join(broken, 'node_modules/better-sqlite3'), {
      recursive: true,
    })
    const costs = join(broken, 'fixtures/cohorts/worked-example/costs.csv')
    writeFileSync(costs, readFileSync(costs, 'utf8').replace('36,00', '36,000'))
    const { status, stdout, stderr } = demo(home, ['--lang', 'en'], {}, broken)
    expect(status).toBe(1)
    expect(stderr).toContain('costs.csv')
    expect(stderr).toContain('36,000')
    expect(stdout).not.toContain('P01 receives')
  })

  test('says when there is no place for it', () => {
    const home = newHome()
    const { status, stderr } = demo({ ...home, temporary: join(home.home, 'missing') }, [])
    expect(status).toBe(5)
    expect(stderr).toContain('missing')
  })
})

/** `€1,137.44` → `1 137,44 €`, so that one list of figures serves both languages. */
const asFrench = (text: string): string =>
  text.replace(
    /(-?)€([\d,]+)\.(\d\d)/g,
    (_, sign: string, whole: string, cents: string) =>
      `${sign}${whole.replaceAll(',', ' ')},${cents} €`,
  )
