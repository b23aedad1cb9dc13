import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'

/**
 * Speeds as ratios within one run: machines differ and are noisy, ratios of interleaved runs less so.
 * `npm run bench` prints the table; `npm run bench -- --write` also puts it into docs/bench.md. All data is invented.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const BIN = join(ROOT, 'bin/flashcoop.js')
const RUNS = 25
const SALES = 100_000
const DAY = '2026-06-17'

const home = mkdtempSync(join(tmpdir(), 'flashcoop-bench-'))
const env = {
  ...process.env,
  HOME: home,
  XDG_CACHE_HOME: join(home, 'cache'),
  TZ: 'Europe/Paris',
  LANG: 'C',
}

type Spawned = { readonly ms: number; readonly peakKb: number }
type Program = () => readonly string[]

/** Runs Node once with these arguments; a failure ends the bench. */
function spawn(args: readonly string[], input = ''): Spawned {
  const start = performance.now()
  const options = { env, cwd: home, encoding: 'utf8', input } as const
  const { status, stderr } = spawnSync(process.execPath, args, options)
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`)
  return { ms, peakKb: Number.parseInt(/PEAK (\d+)/.exec(stderr)?.[1] ?? '0', 10) }
}

const flashcoop = (...args: readonly string[]): readonly string[] => [BIN, ...args]

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Runs the programs in turn, so that a slow moment hits all of them; the median of the ratios, pair by pair. */
function compare(
  one: Program,
  other: Program,
  runs = RUNS,
): { readonly ratio: number; readonly ms: number; readonly base: number } {
  spawn(one())
  spawn(other())
  const pairs = Array.from({ length: runs }, () => [spawn(one()).ms, spawn(other()).ms] as const)
  return {
    ratio: median(pairs.map(([a, b]) => a / b)),
    ms: median(pairs.map(([a]) => a)),
    base: median(pairs.map(([, b]) => b)),
  }
}

/** A ledger with one small cohort, ready to sell; `crowded` has another cohort with 100,000 sales beside it. */
function ledger(name: string, crowded: boolean): string {
  const db = join(home, `${name}.db`)
  const run = (...args: readonly string[]): void => void spawn(flashcoop('--db', db, ...args, '-q'))
  run('init', '--no-input', '--lang', 'en')
  if (crowded) {
    cohort(run, 'CROWD')
    run('sale', 'import', salesFile(), '-c', 'CROWD')
    run('till', 'z', '--day', DAY, '--at', `${DAY}T23:00`, '-c', 'CROWD')
  }
  cohort(run, 'SMALL')
  run('cohort', 'use', 'SMALL')
  run('participant', 'add', 'Invented One')
  run('participant', 'add', 'Invented Two')
  for (const each of ['J1', 'J2']) run('attendance', 'mark', each)
  run('cost', 'add', 'Flour', '20@5.5', '--category', 'ingredients', '--on', DAY)
  const next = '2026-06-18'
  run('till', 'open', '--float', '80', '--at', `${next}T08:00`)
  for (let sale = 0; sale < 10; sale++)
    run('sale', 'add', '2', 'cookie', 'card', '--at', `${next}T10:00`)
  return db
}

function cohort(run: (...args: readonly string[]) => void, code: string): void {
  run(
    'cohort',
    'create',
    code,
    '--name',
    code,
    '--template',
    'blank',
    '--days',
    `${DAY},2026-06-18`,
  )
  run('product', 'add', 'Cookie', '1.50', '--vat', '5.5', '-c', code)
  run('product', 'add', 'Brownie', '2.00', '--vat', '5.5', '-c', code)
}

let file = ''
function salesFile(): string {
  if (file !== '') return file
  file = join(home, 'sales.csv')
  const methods = ['card', 'cash', 'cheque']
  const rows = Array.from({ length: SALES }, (_, index) => {
    const [product, price] = index % 3 === 0 ? ['brownie', '2.00'] : ['cookie', '1.50']
    const time = `${String(8 + Math.floor(index / 10_000)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`
    return `${DAY},${time},${product},${1 + (index % 5)},${price},${methods[index % 3]},T${String(index).padStart(6, '0')},`
  })
  writeFileSync(
    file,
    `date,time,product,quantity,unit_price_ttc,method,ticket,seller\n${rows.join('\n')}\n`,
  )
  return file
}

/** What an import is measured against: csv-parse streaming into one table, nothing checked, one transaction. */
function bareImport(): string {
  const script = join(home, 'bare.mjs')
  const from = (name: string): string => JSON.stringify(join(ROOT, 'node_modules', name))
  writeFileSync(
    script,
    `import fs from 'node:fs'
import { parse } from ${from('csv-parse/lib/index.js')}
import Database from ${from('better-sqlite3/lib/index.js')}
const db = new Database(process.argv[2])
db.pragma('journal_mode=wal'); db.pragma('synchronous=FULL')
db.exec('CREATE TABLE sale (a, b, c, d, e, f, g, h)')
const insert = db.prepare('INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
db.exec('BEGIN IMMEDIATE')
for await (const row of fs.createReadStream(${JSON.stringify(salesFile())}).pipe(parse({ from_line: 2 }))) insert.run(row)
db.exec('COMMIT'); db.close()
`,
  )
  return script
}

/** Prints a process's peak memory on stderr when it ends. */
function peakReporter(): string {
  const script = join(home, 'peak.cjs')
  writeFileSync(
    script,
    "process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))\n",
  )
  return script
}

type Line = {
  readonly what: string
  readonly against: string
  readonly ratio: number
  readonly most: number
}

function measure(): readonly Line[] {
  const bare: Program = () => ['-e', '0']
  const small = ledger('small', false)
  const crowded = ledger('crowded', true)
  const sale =
    (db: string): Program =>
    () =>
      flashcoop('--db', db, 'sale', 'add', '2', 'cookie', 'cash', '10', '--at', '2026-06-18T11:00')
  const reading =
    (db: string, ...args: readonly string[]): Program =>
    () =>
      flashcoop('--db', db, ...args)
  const close = ['close', '-n', '--json']
  const report = ['report', 'result', '--json']
  return [
    line(
      '--version',
      'node -e 0',
      compare(() => flashcoop('--version'), bare),
      1.15,
    ),
    line('sale add, fsync included', 'node -e 0', compare(sale(small), bare), 1.8),
    line(
      'sale add beside 100,000 sales',
      'the same in a small ledger',
      compare(sale(crowded), sale(small)),
      1.1,
    ),
    line(
      'close -n beside 100,000 sales',
      'the same in a small ledger',
      compare(reading(crowded, ...close), reading(small, ...close)),
      1.2,
    ),
    line(
      'report result beside 100,000 sales',
      'the same in a small ledger',
      compare(reading(crowded, ...report), reading(small, ...report)),
      1.2,
    ),
    ...promptLines(small, crowded),
    line('sale import of 100,000 sales', 'csv-parse into one table', compareImport(), 3),
    line('merge of 100,000 events', 'audit verify of them', compareMerge(), 3),
  ]
}

const TYPED = 500

/** What one sale at the prompt takes of our own time: lines less none, less as many commits of a bare table. */
function promptLines(small: string, crowded: string): readonly Line[] {
  const lines = '2 cookie cash 10\n'.repeat(TYPED)
  const bare = bareCommits()
  const msOf = (args: readonly string[], input?: string): number => spawn(args, input).ms / TYPED
  const own = (db: string): number => {
    const prompt = flashcoop('--db', db, 'till', 'sell', '-q', '--at', '2026-06-18T12:00')
    const began = msOf(prompt)
    const flushed = msOf([bare, String(TYPED)]) - msOf([bare, '0'])
    return msOf(prompt, lines) - began - flushed
  }
  const pairs = Array.from({ length: 7 }, () => [own(small), own(crowded)] as const)
  return [
    line('a line of till sell, fsync apart', '1 ms', { ratio: median(pairs.map(([a]) => a)) }, 3),
    line('the same beside 100,000 sales', '1 ms', { ratio: median(pairs.map(([, b]) => b)) }, 3),
  ]
}

/** As many commits, each flushed to the disk, of a row as long as a sale. */
function bareCommits(): string {
  const script = join(home, 'commits.mjs')
  const driver = JSON.stringify(join(ROOT, 'node_modules/better-sqlite3/lib/index.js'))
  writeFileSync(
    script,
    `import Database from ${driver}
const db = new Database('commits.db')
db.pragma('journal_mode=wal'); db.pragma('synchronous=FULL')
db.exec('CREATE TABLE IF NOT EXISTS sale (row)')
const insert = db.prepare('INSERT INTO sale VALUES (?)')
for (let sale = 0; sale < Number(process.argv[2]); sale++) db.transaction(() => insert.run('x'.repeat(700))).immediate()
`,
  )
  return script
}

function compareImport(): { readonly ratio: number } {
  const bare = bareImport()
  let made = 0
  const fresh = (): string => {
    made += 1
    const db = join(home, `import-${made}.db`)
    const run = (...args: readonly string[]): void =>
      void spawn(flashcoop('--db', db, ...args, '-q'))
    run('init', '--no-input', '--lang', 'en')
    cohort(run, 'CROWD')
    return db
  }
  const targets = Array.from({ length: 6 }, fresh)
  return compare(
    () => flashcoop('--db', targets.pop() ?? '', 'sale', 'import', salesFile()),
    () => {
      made += 1
      return [bare, join(home, `bare-${made}.db`)]
    },
    5,
  )
}

/** Till B sold 100,000 times, one event a sale; till A takes them in, from its own state each time. */
function compareMerge(): { readonly ratio: number } {
  const [a, b] = [join(home, 'till-a.db'), join(home, 'till-b.db')]
  const [first, all] = [join(home, 'a.jsonl'), join(home, 'b.jsonl')]
  const run = (...args: readonly string[]): void => void spawn(flashcoop(...args, '-q'))
  run('--db', a, 'init', '--no-input', '--lang', 'en')
  cohort((...args) => run('--db', a, ...args), 'CROWD')
  run('--db', a, 'export', 'bundle', '-o', first)
  run('init', b, '--from', first)
  run('--db', b, 'till', 'open', '--at', `${DAY}T08:00`)
  const lines = '2 cookie cash\n'.repeat(10_000)
  for (let sold = 0; sold < SALES; sold += 10_000)
    spawn(flashcoop('--db', b, 'sale', 'add', '-', '--at', `${DAY}T09:00`, '-q'), lines)
  run('--db', b, 'export', 'bundle', '-o', all)
  let made = 0
  const target = (): string => {
    made += 1
    const copy = join(home, `merged-${made}.db`)
    copyFileSync(a, copy)
    return copy
  }
  return compare(
    () => flashcoop('--db', target(), 'merge', all, '-q'),
    () => flashcoop('--db', b, 'audit', 'verify'),
    5,
  )
}

const line = (
  what: string,
  against: string,
  { ratio }: { readonly ratio: number },
  most: number,
): Line => ({ what, against, ratio, most })

function importMemoryMb(): number {
  const db = join(home, 'memory.db')
  const run = (...args: readonly string[]): void => void spawn(flashcoop('--db', db, ...args, '-q'))
  run('init', '--no-input', '--lang', 'en')
  cohort(run, 'CROWD')
  return (
    spawn(['--require', peakReporter(), ...flashcoop('--db', db, 'sale', 'import', salesFile())])
      .peakKb / 1024
  )
}

function table(lines: readonly Line[], memoryMb: number): string {
  const rows = lines.map(
    ({ what, against, ratio, most }) =>
      `| ${what} | ${against} | ${ratio.toFixed(2)} | ${most.toFixed(2)} |`,
  )
  return [
    '| what | against | measured × | at most × |',
    '|---|---|--:|--:|',
    ...rows,
    `| memory of that import | | ${memoryMb.toFixed(0)} MB | 200 MB |`,
    '',
  ].join('\n')
}

try {
  mkdirSync(env.XDG_CACHE_HOME, { recursive: true })
  const text = table(measure(), importMemoryMb())
  process.stdout.write(text)
  if (process.argv.includes('--write')) {
    const intro = `# Speeds\n\nWhole processes, as the median of ${RUNS} pairs of runs in turn (5 for the import), on Node ${process.version} (${process.platform}, ${process.arch}). Made by \`npm run bench -- --write\`; the data is invented.\n\n`
    writeFileSync(join(ROOT, 'docs/bench.md'), intro + text)
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
