import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'flashcoop-bin-'))
const launcher = join(folder, 'bin', 'flashcoop.js')
const built = join(folder, 'dist', 'main.cjs')

beforeAll(() => {
  for (const name of ['bin', 'dist', 'home']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  copyFileSync(join(repository, 'bin', 'flashcoop.js'), launcher)
  chmodSync(launcher, 0o755)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Asked = {
  readonly main?: string
  readonly env?: Record<string, string>
  readonly node?: readonly string[]
}

const environment = (env: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: join(folder, 'home'),
  ...env,
})

/** Runs the real launcher beside a build whose main has this body. */
function launch({ main = 'return 0', env = {}, node = [] }: Asked): SpawnSyncReturns<string> {
  writeFileSync(built, `exports.main = async (io) => { ${main} }\n`)
  return spawnSync(process.execPath, [...node, launcher, 'sale', 'add'], {
    cwd: folder,
    env: environment(env),
    encoding: 'utf8',
  })
}

/** Lets the launcher believe that it runs on another Node. */
function pretend(node: string, napi = '10'): string[] {
  const versions = JSON.stringify({ node, napi })
  const script = `Object.defineProperty(process, 'versions', { value: ${versions} })`
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`]
}

describe('the launcher and the version of Node', () => {
  test('names the range that package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
    expect(manifest.engines.node).toBe('^22.22.2 || ^24.15.0 || >=26.0.0')
  })

  test.each(['22.22.2', '22.23.0', '24.15.0', '24.99.1', '26.0.0', '27.1.0', '30.0.0-nightly'])(
    'goes on with %s',
    (version) => {
      expect(launch({ node: pretend(version, '11') }).status).toBe(0)
    },
  )

  test.each(['18.20.8', '20.20.2', '22.13.1', '22.22.1', '23.11.0', '24.14.9', '25.9.0'])(
    'stops with exit code 78 and two plain lines on %s',
    (version) => {
      const { status, stdout, stderr } = launch({ node: pretend(version) })
      expect({ status, stdout }).toEqual({ status: 78, stdout: '' })
      expect(stderr).toBe(
        `error: flashcoop needs Node.js 22.22.2, 24.15 or 26 and later; this is ${version}\n` +
          'hint: install a newer one from https://nodejs.org/; inside the repository, npx flashcoop uses its own\n',
      )
    },
  )

  test('stops on a Node whose native interface is older than the driver needs', () => {
    expect(launch({ node: pretend('26.1.0', '9') }).status).toBe(78)
  })

  test.each([
    [{ LANG: 'fr_FR.UTF-8' }, 'erreur : '],
    [{ LC_MESSAGES: 'fr_CA', LANG: 'en_GB.UTF-8' }, 'erreur : '],
    [{ LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }, 'error: '],
    [{ FLASHCOOP_LANG: 'fr', LC_ALL: 'en_US.UTF-8' }, 'erreur : '],
    [{ FLASHCOOP_LANG: 'en', LANG: 'fr_FR.UTF-8' }, 'error: '],
    [{}, 'error: '],
  ])('speaks the language of %j', (env, prefix) => {
    expect(launch({ env, node: pretend('20.0.0') }).stderr.startsWith(prefix)).toBe(true)
  })
})

describe('the launcher and the build', () => {
  test('says npm run build when there is none', () => {
    rmSync(built, { force: true })
    const run = spawnSync(process.execPath, [launcher], { env: environment(), encoding: 'utf8' })
    expect(run.status).toBe(78)
    expect(run.stderr).toBe(
      'error: flashcoop is not built yet: dist/main.cjs is missing\nhint: npm run build\n',
    )
  })

  test('hands over the words typed, the time and the account, and answers with the exit code', () => {
    const main = `io.stdout.write(JSON.stringify([io.argv, io.cwd, typeof io.nowMs(), typeof io.user(), io.platform])); return 3`
    const { status, stdout } = launch({ main })
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toEqual([
      ['sale', 'add'],
      folder,
      'number',
      'string',
      process.platform,
    ])
  })

  test('calls what main throws a defect, with what a report needs', () => {
    const { status, stderr } = launch({ main: "throw new Error('tripped')" })
    expect(status).toBe(70)
    expect(stderr).toMatch(/^error: .*report.*\nhint: .*\nError: tripped\n {4}at /)
  })

  test('keeps new files and the compile cache from everybody else', () => {
    launch({ main: "require('node:fs').writeFileSync('secret', ''); return 0" })
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'home', '.cache', 'flashcoop')).mode & 0o777).toBe(0o700)
  })
})

describe('the launcher and the streams', () => {
  const large = "io.stdout.write('é'.repeat(499_999) + '\\n'); return 0"

  function shell(main: string, command: string): SpawnSyncReturns<string> {
    writeFileSync(built, `exports.main = async (io) => { ${main} }\n`)
    const env = environment({ NODE: process.execPath, BIN: launcher })
    return spawnSync('bash', ['-c', command], { env, encoding: 'utf8' })
  }

  test('writes a megabyte whole into a pipe that is read slowly', () => {
    const { stdout } = shell(large, '"$NODE" "$BIN" | (sleep 0.3; wc -c)')
    expect(stdout.trim()).toBe('999999')
  })

  test('writes a megabyte whole when the stream itself is asked for', () => {
    const main = "io.stdout.once('drain', () => {}); io.stdout.write('x'.repeat(1e6)); return 0"
    expect(shell(main, '"$NODE" "$BIN" | (sleep 0.3; wc -c)').stdout.trim()).toBe('1000000')
  })

  test.each([
    ['at once', "for (let n = 0; n < 1e5; n += 1) io.stdout.write('line ' + n + '\\n'); return 0"],
    [
      'as a stream',
      "io.stdout.on('drain', () => {}); for (let n = 0; n < 1e5; n += 1) io.stdout.write('line ' + n + '\\n'); return 0",
    ],
  ])('ends quietly when the reader of what it writes %s goes away', (_, main) => {
    const { stdout, stderr } = shell(main, '"$NODE" "$BIN" | head -1; echo "${PIPESTATUS[0]}"')
    expect({ stdout, stderr }).toEqual({ stdout: 'line 0\n0\n', stderr: '' })
  })

  test('says so, with exit code 75, when the disk behind the output is full', () => {
    const { status, stderr } = shell("io.stdout.write('x'); return 0", '"$NODE" "$BIN" > /dev/full')
    expect(status).toBe(75)
    expect(stderr).toBe(
      'error: the output could not be written (ENOSPC); what was recorded stays recorded\n' +
        'hint: see what is recorded with flashcoop status\n',
    )
  })

  test('does not wait for more input once main has answered', async () => {
    writeFileSync(
      built,
      `exports.main = (io) => new Promise((done) => io.stdin.once('data', () => done(4)))\n`,
    )
    const child = spawn(process.execPath, [launcher], {
      env: environment(),
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    child.stdin.write('2 cookie\n')
    const code = await new Promise((resolve) => child.once('exit', resolve))
    expect(code).toBe(4)
  })

  test('is stopped by Ctrl-C', async () => {
    writeFileSync(
      built,
      `exports.main = (io) => { io.stdout.write('ready'); return new Promise(() => setInterval(() => {}, 1e3)) }\n`,
    )
    const child = spawn(process.execPath, [launcher], {
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    child.stdout.once('data', () => child.kill('SIGINT'))
    const signal = await new Promise((resolve) => child.once('exit', (_, by) => resolve(by)))
    expect(signal).toBe('SIGINT')
  })
})
