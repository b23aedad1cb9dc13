import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { checkVacant, closeLedger, createLedger, openLedger } from '../../src/store/ledger.ts'
import { first } from '../../src/store/sql.ts'
import { StoreError, type StoreFault } from '../../src/store/store-error.ts'
import {
  append,
  aSale,
  newLedger,
  stallWithSales,
  temporaryFolder,
  withLedger,
} from '../ledger-builder.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'bin', 'flashcoop.js')
const isRoot = process.getuid?.() === 0

/** The fault that opening ends with; undefined when it opens. */
function faultOf(work: () => void): StoreFault['code'] | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof StoreError) return error.fault.code
    throw error
  }
}

const opening = (path: string) => faultOf(() => closeLedger(openLedger(path)))

/** Everything in a folder, by name: what it is and the digest of what it holds. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name)
      const what = entry.isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : 'other'
      return [entry.name, what]
    }),
  )
}

function madeBy(work: (path: string) => void): string {
  const path = join(temporaryFolder(), 'ledger.db')
  work(path)
  return path
}

const pragma = (path: string, text: string): void => {
  const db = new Database(path)
  db.pragma(text)
  db.close()
}

describe('what is no ledger is refused and stays as it is', () => {
  test.each<[string, StoreFault['code'], (path: string) => void]>([
    ['nothing', 'ledger-missing', () => undefined],
    ['an empty file', 'ledger-empty', (path) => writeFileSync(path, '')],
    ['a folder', 'not-a-file', (path) => mkdirSync(path)],
    ['a pipe', 'not-a-file', (path) => void execFileSync('mkfifo', [path])],
    [
      'a link to a ledger',
      'not-a-file',
      (path) => symlinkSync(newLedger(join(dirname(path), 'real.db')), path),
    ],
    ['a link to nothing', 'not-a-file', (path) => symlinkSync('/nonexistent', path)],
    ['a few bytes', 'not-a-ledger', (path) => writeFileSync(path, 'bonjour')],
    ['a text', 'not-a-ledger', (path) => writeFileSync(path, 'des mots\n'.repeat(1000))],
    ['zeros', 'not-a-ledger', (path) => writeFileSync(path, Buffer.alloc(8192))],
    ['a ledger cut short', 'ledger-damaged', (path) => truncateSync(newLedger(path), 4096 * 3)],
    [
      'a ledger cut in its first page',
      'not-a-ledger',
      (path) => truncateSync(newLedger(path), 511),
    ],
    [
      'a ledger of a newer version',
      'ledger-newer',
      (path) => pragma(newLedger(path), 'user_version = 99'),
    ],
    [
      'a ledger of version 0',
      'not-a-ledger',
      (path) => pragma(newLedger(path), 'user_version = 0'),
    ],
    [
      'a ledger of a negative version',
      'not-a-ledger',
      (path) => pragma(newLedger(path), 'user_version = -1'),
    ],
    [
      'the file of another program',
      'not-a-ledger',
      (path) => pragma(newLedger(path), 'application_id = 1'),
    ],
    [
      'a database without a program',
      'not-a-ledger',
      (path) => {
        const db = new Database(path)
        db.exec('CREATE TABLE event (a)')
        db.close()
      },
    ],
    [
      'a ledger whose first row is gone',
      'not-a-ledger',
      (path) => {
        const db = new Database(newLedger(path))
        db.exec('DELETE FROM ledger')
        db.close()
      },
    ],
  ])('%s: %s', (_, code, make) => {
    const folder = temporaryFolder()
    const path = join(folder, 'ledger.db')
    make(path)
    const before = contentsOf(folder)
    expect(opening(path)).toBe(code)
    expect(contentsOf(folder)).toEqual(before)
    expect(opening(path)).toBe(code)
  })

  test.each([
    '',
    ' ',
    '\t',
    ':memory:',
    'file:x.db',
    'file:///tmp/x.db',
    'a\0b.db',
    ' a.db',
    'a.db ',
    'a.db\n',
  ])('the name %j', (path) => {
    expect(opening(path)).toBe('ledger-path')
    expect(faultOf(() => createLedger(path, () => undefined))).toBe('ledger-path')
  })

  test('a file in what is no folder', () => {
    const file = madeBy((path) => writeFileSync(path, ''))
    expect(opening(join(file, 'ledger.db'))).toBe('ledger-missing')
    for (const name of ['ledger.db', 'deeper/ledger.db'])
      expect(faultOf(() => checkVacant(join(file, name)))).toBe('ledger-folder-missing')
  })

  test('a name longer than a system takes', () => {
    expect(opening(join(temporaryFolder(), 'x'.repeat(300)))).toBe('ledger-path')
  })

  test('each page of a ledger cut off is refused or noticed, never a crash', () => {
    const whole = readFileSync(stallWithSales(join(temporaryFolder(), 'ledger.db'), 40))
    for (let size = 4096; size < whole.length; size += 4096) {
      const path = madeBy((each) => writeFileSync(each, whole.subarray(0, size)))
      const { status, stderr } = run(['audit', 'verify', '--db', path])
      expect([4, 5]).toContain(status)
      expect(stderr).not.toContain('    at ')
    }
  })
})

type Run = {
  readonly env?: Record<string, string>
  readonly cwd?: string
  readonly as?: readonly string[]
}

function run(args: readonly string[], { env, cwd, as = [] }: Run = {}) {
  const [command, ...rest] = [...as, process.execPath, BIN, ...args]
  return spawnSync(command ?? '', rest, {
    cwd: cwd ?? temporaryFolder(),
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: temporaryFolder(),
      FLASHCOOP_LANG: 'en',
      TZ: 'Europe/Paris',
      ...env,
    },
  })
}

describe('an open ledger', () => {
  const path = madeBy((each) => void newLedger(each))

  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['temp_store', 2],
    ['secure_delete', 1],
    ['fullfsync', 1],
    ['checkpoint_fullfsync', 1],
    ['busy_timeout', 10_000],
  ])('has %s = %s, also on the second opening', (name, value) => {
    withLedger(path, ({ db }) => expect(db.pragma(name, { simple: true })).toBe(value))
  })

  test('is in defensive mode: its schema cannot be written to', () => {
    withLedger(path, ({ db }) => {
      db.pragma('writable_schema = 1')
      expect(() => db.exec("DELETE FROM sqlite_schema WHERE name = 'event_in_order'")).toThrow(
        /may not be modified/,
      )
    })
  })

  test('uses an SQLite without the bug that could damage it', () => {
    withLedger(path, ({ db }) => {
      const version = String(first(db, 'SELECT sqlite_version() AS v')?.['v'])
      const [major = 0, minor = 0, patch = 0] = version
        .split('.')
        .map((part) => Number.parseInt(part, 10))
      expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
    })
  })
})

describe('the files of a ledger are for nobody else to read', () => {
  test.each(['000', '022', '077'])('under umask %s', (umask) => {
    const folder = temporaryFolder()
    const script = `umask ${umask}; "$NODE" "$BIN" init deep/er/ledger.db --no-input -q &&
      "$NODE" "$BIN" backup create --db deep/er/ledger.db -q &&
      "$NODE" -e "
        process.umask(0o${umask})
        const db = new (require('better-sqlite3'))('deep/er/ledger.db')
        db.prepare('SELECT 1 FROM event').get()
        for (const name of fs.readdirSync('deep/er')) console.log(name.replace(/-\\\\d.*/, '-backup'), (fs.statSync('deep/er/' + name).mode & 0o777).toString(8))
        console.log('folder', (fs.statSync('deep').mode & 0o777).toString(8), (fs.statSync('deep/er').mode & 0o777).toString(8))
      "`
    const { stdout, stderr } = spawnSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        NODE: process.execPath,
        BIN,
        NODE_PATH: join(ROOT, 'node_modules'),
      },
    })
    expect(stderr).toBe('')
    expect(stdout.trim().split('\n').slice(-5)).toEqual([
      'ledger-backup 600',
      'ledger.db 600',
      'ledger.db-shm 600',
      'ledger.db-wal 600',
      'folder 700 700',
    ])
  })
})

describe('a ledger that may not be written', () => {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
  const canDrop = isRoot && spawnSync('setpriv', ['--version']).status === 0

  /** A stall's ledger in a folder that everybody may enter, and the change of rights that the test is about. */
  function stall(rights: (path: string) => void): string {
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const path = stallWithSales(join(folder, 'ledger.db'), 2)
    rights(path)
    return path
  }

  const attempt = (path: string, argv = ['host', 'set', 'contribution_rate', '12']) =>
    run([...argv, '--db', path], {
      as: canDrop ? nobody : [],
      env: { HOME: '/nonexistent' },
      cwd: dirname(path),
    })

  test.skipIf(!canDrop && isRoot).each<[string, (path: string) => void]>([
    ['its file is read-only', (path) => chmodSync(path, 0o444)],
    [
      'its file is read-only and its folder open',
      (path) => {
        chmodSync(path, 0o444)
        chmodSync(dirname(path), 0o777)
      },
    ],
    [
      'its folder is read-only',
      (path) => {
        chmodSync(path, 0o666)
        chmodSync(dirname(path), 0o555)
      },
    ],
    ['its file may not even be read', (path) => chmodSync(path, 0o000)],
  ])('because %s: exit 5, in plain words, nothing changed', (_, rights) => {
    const path = stall(rights)
    const before = isRoot ? contentsOf(dirname(path))[basename(path)] : ''
    const { status, stderr } = attempt(path)
    chmodSync(dirname(path), 0o755)
    expect({ status, stderr }).toEqual({
      status: 5,
      stderr: `error: ${path} cannot be written\nhint: move it to a folder of yours and use the old one no more, or ask for the right to write there\n`,
    })
    if (isRoot) expect(contentsOf(dirname(path))[basename(path)]).toBe(before)
  })

  test.skipIf(!canDrop && isRoot)('what may not be read is told so: exit 5', () => {
    const locked = stall((path) => chmodSync(dirname(path), 0o600))
    const unreadable = stall((path) => chmodSync(path, 0o000))
    for (const [path, argv] of [
      [locked, ['status']],
      [locked, ['init', locked, '--no-input']],
      [locked, ['backup', 'verify', locked]],
      [unreadable, ['backup', 'verify', unreadable]],
    ] as const) {
      const { status, stderr } = attempt(path, [...argv])
      expect([argv, status, stderr]).toEqual([
        argv,
        5,
        `error: ${path} cannot be read\nhint: ask for the right to read it, or copy it to a folder of yours\n`,
      ])
    }
    chmodSync(dirname(locked), 0o755)
  })

  test.runIf(isRoot && !canDrop)(
    'is not tested here: setpriv is missing, and root may write everything',
    () => {
      process.stderr.write(
        'NOTICE: tests of read-only ledgers need setpriv (util-linux) when run as root\n',
      )
      expect(canDrop).toBe(false)
    },
  )
})

describe('a new ledger', () => {
  test('never replaces anything: a file, an empty file, a folder, a link', () => {
    for (const make of [
      (path: string) => writeFileSync(path, 'keep me'),
      (path: string) => writeFileSync(path, ''),
      (path: string) => mkdirSync(path),
      (path: string) => symlinkSync('/nonexistent', path),
    ]) {
      const path = madeBy(make)
      const before = contentsOf(dirname(path))
      expect(faultOf(() => newLedger(path))).toBe('ledger-exists')
      expect(contentsOf(dirname(path))).toEqual(before)
    }
  })

  test('does not take in what a former ledger of that name left behind', () => {
    const folder = temporaryFolder()
    const path = stallWithSales(join(folder, 'ledger.db'), 3)
    const wal = withLedger(path, () => {
      append(path, (journal) => journal.append('sale', aSale(4)))
      return readFileSync(`${path}-wal`)
    })
    const other = join(temporaryFolder(), 'ledger.db')
    writeFileSync(`${other}-wal`, wal)
    expect(faultOf(() => newLedger(other))).toBe('leftover-beside')
    renameSync(`${other}-wal`, `${other}-old`)
    newLedger(other)
    expect(opening(other)).toBeUndefined()
  })

  test('does not replace one that another program made meanwhile', () => {
    const path = join(temporaryFolder(), 'ledger.db')
    expect(faultOf(() => newLedger(path, () => writeFileSync(path, 'theirs')))).toBe(
      'ledger-exists',
    )
    expect(contentsOf(dirname(path))).toEqual({
      'ledger.db': createHash('sha256').update('theirs').digest('hex'),
    })
  })

  test('is whole or not there: work that fails leaves nothing', () => {
    const folder = temporaryFolder()
    expect(() =>
      createLedger(join(folder, 'ledger.db'), () => {
        throw new Error('changed my mind')
      }),
    ).toThrow('changed my mind')
    expect(readdirSync(folder)).toEqual([])
  })

  test('of two programs that make the same one, one is refused and the other is whole', async () => {
    const { spawn } = await import('node:child_process')
    const folder = temporaryFolder()
    const outcomes = await Promise.all(
      Array.from(
        { length: 6 },
        (_, index) =>
          new Promise<number | null>((resolve) => {
            const child = spawn(
              process.execPath,
              [BIN, 'init', 'same.db', '--no-input', '-q', '--host', `CAE ${index}`],
              {
                cwd: folder,
                stdio: 'ignore',
                env: { PATH: process.env['PATH'] ?? '', HOME: folder, FLASHCOOP_LANG: 'en' },
              },
            )
            child.once('exit', resolve)
          }),
      ),
    )
    expect(outcomes.toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 5, 5, 5, 5, 5])
    const proof = run(['audit', 'verify', '--db', join(folder, 'same.db'), '--json'])
    expect(JSON.parse(proof.stdout)).toMatchObject({ ok: true, events: 1 })
    expect(readdirSync(folder).filter((name) => name.includes('same'))).toEqual(['same.db'])
  })

  test('in a folder that cannot be made is refused', () => {
    const file = madeBy((path) => writeFileSync(path, ''))
    expect(faultOf(() => newLedger(join(file, 'deep', 'ledger.db')))).toBe('ledger-folder-missing')
    expect(existsSync(join(file, 'deep'))).toBe(false)
  })
})

test('a copy of a ledger opens as well as the ledger', () => {
  const path = stallWithSales(join(temporaryFolder(), 'ledger.db'), 3)
  const copy = join(temporaryFolder(), 'copy.db')
  copyFileSync(path, copy)
  withLedger(copy, ({ db }) =>
    expect(first(db, 'SELECT count(*) AS n FROM sale')).toEqual({ n: 3 }),
  )
  expect(statSync(copy).size).toBe(statSync(path).size)
})
