import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What the tarball must hold, for a command that starts and a demonstration that has its figures. */
const NEEDED = [
  'package.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'bin/flashcoop.js',
  'dist/main.cjs',
  'docs/',
  'fixtures/cohorts/',
]
/** All that it may hold besides these: nothing of the sources, the tests or somebody's ledger. */
const ALLOWED =
  /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|(?:bin|dist|docs|fixtures\/cohorts)\/.+)$/
const FORBIDDEN = /\.(?:db|db-wal|db-shm|ts|tgz|log)$|(?:^|\/)\./
const LARGEST_BYTES = 2 * 1024 * 1024

type PackedFile = { readonly path: string; readonly size: number }

/** The sentences that describe what is wrong with a list of packed files; none when it is right. */
export function packageFaults(files: readonly PackedFile[]): string[] {
  const missing = NEEDED.filter((name) =>
    name.endsWith('/')
      ? !files.some((file) => file.path.startsWith(name))
      : !files.some((file) => file.path === name),
  )
  const stray = files.filter((file) => !ALLOWED.test(file.path) || FORBIDDEN.test(file.path))
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  return [
    ...missing.map((name) => `${name} is missing`),
    ...stray.map((file) => `${file.path} does not belong there`),
    ...(bytes > LARGEST_BYTES ? [`${bytes} bytes unpacked, more than ${LARGEST_BYTES}`] : []),
  ]
}

function packedFiles(): readonly PackedFile[] {
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  // npm 12 names the packages in an object; before, they were a list.
  const packages = Object.values(JSON.parse(listing) as Record<string, { files: PackedFile[] }>)
  return packages.flatMap((one) => one.files)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = packedFiles()
  const faults = packageFaults(files)
  for (const fault of faults) process.stderr.write(`package: ${fault}\n`)
  if (faults.length === 0) process.stdout.write(`package: ${files.length} files, all in place\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
