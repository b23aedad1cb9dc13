import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Mutation testing of what computes money: `npm run mutants`, or `npm run mutants -- pay` for the groups whose files
 * are named so. Prints a line for each file and each survivor. docs/mutants.md says what came out and why.
 */
const ROOT = resolve(import.meta.dirname, '../..')
const OWN = import.meta.dirname
const STRYKER = join(OWN, 'node_modules/@stryker-mutator')

type Group = { readonly mutate: string; readonly tests: readonly string[] }

const closing = (tests: string): readonly string[] => [`test/domain/closing/{${tests}}.test.ts`]
const accounting = (tests: string): readonly string[] => [
  `test/domain/accounting/{second-posting,posting,pieces${tests}}.test.ts`,
]
const GROUPS: readonly Group[] = [
  {
    mutate: 'src/domain/kernel/{money,allocation,rate}.ts',
    tests: ['test/domain/kernel/{money,rate,allocation}.test.ts'],
  },
  {
    mutate: 'src/domain/closing/{distribution,pay}.ts',
    tests: closing('distribution,pay,close'),
  },
  {
    mutate: 'src/domain/closing/{income-statement,vat}.ts',
    tests: closing('income-statement,vat,close'),
  },
  {
    mutate: 'src/domain/closing/{amendment,close}.ts',
    tests: closing('amendment,close,carried-deficit'),
  },
  {
    mutate: 'src/domain/accounting/{sales-posting,close-posting,correction-posting}.ts',
    tests: accounting(''),
  },
  {
    mutate: 'src/domain/accounting/{bank-posting,cost-posting,draft,entry,chart}.ts',
    tests: accounting(''),
  },
  {
    mutate: 'src/domain/accounting/{posting,memory,books,trial-balance}.ts',
    tests: accounting(',books,numbering,recaps,trial-balance'),
  },
]

type Mutant = {
  readonly status: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: { readonly start: { readonly line: number } }
}
type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>> }

function must(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const { status } = spawnSync(command, args, { cwd: ROOT, env, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${status}`)
}

/** Without its peer, so that it runs the Vitest of this repository. */
function install(): void {
  if (existsSync(STRYKER)) return
  must('npm', ['install', '--prefix', OWN, '--legacy-peer-deps', '--no-package-lock'])
}

function reportOf({ mutate, tests }: Group, folder: string): Report {
  const fileName = join(folder, 'report.json')
  const config = {
    plugins: [join(STRYKER, 'vitest-runner/dist/src/index.js'), join(OWN, 'ignore.mjs')],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    // None: the compiler that Stryker would ask is not in TypeScript 7.
    tsconfigFile: 'none.json',
    mutate: [mutate],
    ignorers: ['no-figure'],
    ignoreStatic: true,
    concurrency: 1,
    coverageAnalysis: 'perTest',
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName },
    tempDirName: join(folder, 'sandbox'),
    ignorePatterns: ['docs', '.build', 'bin', 'dist', 'test/transcripts', 'test/faults'],
    timeoutMS: 20_000,
  }
  const file = join(folder, 'stryker.json')
  writeFileSync(file, JSON.stringify(config))
  const env = { ...process.env, MUTANT_TESTS: tests.join(';') }
  must(process.execPath, [join(STRYKER, 'core/bin/stryker.js'), 'run', file], env)
  return JSON.parse(readFileSync(fileName, 'utf8')) as Report
}

const SURVIVED = ['Survived', 'NoCoverage']
const KILLED = ['Killed', 'Timeout']

function tell(path: string, mutants: readonly Mutant[]): void {
  const killed = mutants.filter((each) => KILLED.includes(each.status)).length
  const alive = mutants.filter((each) => SURVIVED.includes(each.status))
  process.stdout.write(`${path}: ${killed} of ${killed + alive.length} killed\n`)
  for (const { location, mutatorName, replacement } of alive)
    process.stdout.write(`  line ${location.start.line}: ${mutatorName} → ${replacement ?? ''}\n`)
}

install()
const wanted = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'flashcoop-mutants-'))
try {
  for (const group of GROUPS) {
    if (wanted.length > 0 && !wanted.some((name) => group.mutate.includes(name))) continue
    const { files } = reportOf(group, folder)
    for (const [path, { mutants }] of Object.entries(files)) tell(path, mutants)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
