import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { createBackup, verifyBackup } from '../../src/store/backup.ts'
import { copyLedger } from '../../src/store/copy.ts'
import { StoreError } from '../../src/store/store-error.ts'
import {
  append,
  aSale,
  NAMES,
  newLedger,
  stallWithSales,
  temporaryFolder,
  wholeLife,
  withLedger,
} from '../ledger-builder.ts'

const ledgerWith = (sales: number): string =>
  stallWithSales(join(temporaryFolder(), 'ledger.db'), sales)
const digest = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

function faultOf(work: () => void): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof StoreError) return error.fault.code
    throw error
  }
}

const backUp = (path: string, target: string) =>
  withLedger(path, (ledger) => createBackup(ledger, target, {}))

describe('a backup', () => {
  test('holds all that the ledger holds, names included, in one private file', () => {
    const path = wholeLife(join(temporaryFolder(), 'ledger.db'))
    const target = join(temporaryFolder(), 'copy.db')
    expect(backUp(path, target)).toMatchObject({ events: 55, findings: [] })
    expect(readdirSync(dirname(target))).toEqual(['copy.db'])
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(readFileSync(target, 'latin1')).toContain(Buffer.from(NAMES.P02).toString('latin1'))
  })

  test('has every sale that was recorded before it began, also those not yet in the main file', () => {
    const path = ledgerWith(3)
    const target = join(temporaryFolder(), 'copy.db')
    withLedger(path, (ledger) => {
      append(path, (journal) => journal.append('sale', aSale(4)))
      expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
      expect(createBackup(ledger, target, {})).toMatchObject({ events: 8 })
    })
    expect(verifyBackup(target, {})).toMatchObject({ events: 8, findings: [] })
  })

  test('is made while another program is in the middle of a sale, and does not wait for it', () => {
    const path = ledgerWith(3)
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    expect(backUp(path, join(temporaryFolder(), 'copy.db'))).toMatchObject({
      events: 7,
      findings: [],
    })
    other.exec('ROLLBACK')
    other.close()
  })

  test('opens as a ledger and goes on where it was made', () => {
    const path = ledgerWith(3)
    const target = join(temporaryFolder(), 'copy.db')
    backUp(path, target)
    append(target, (journal) => journal.append('sale', aSale(4)))
    expect(verifyBackup(target, {})).toMatchObject({ events: 8, findings: [] })
  })

  test.each<[string, string, (path: string) => void]>([
    ['a file', 'backup-exists', (path) => writeFileSync(path, 'keep me')],
    ['an empty file', 'backup-exists', (path) => writeFileSync(path, '')],
    ['a folder', 'backup-exists', (path) => mkdirSync(path)],
    ['a link to nothing', 'backup-exists', (path) => symlinkSync('/nonexistent/x', path)],
    ['what another database left', 'leftover-beside', (path) => writeFileSync(`${path}-wal`, 'x')],
    [
      'a journal of another database',
      'leftover-beside',
      (path) => writeFileSync(`${path}-journal`, 'x'),
    ],
  ])('never goes over %s', (_, code, make) => {
    const path = ledgerWith(1)
    const target = join(temporaryFolder(), 'copy.db')
    make(target)
    const before = readdirSync(dirname(target))
    expect(faultOf(() => backUp(path, target))).toBe(code)
    expect(readdirSync(dirname(target))).toEqual(before)
    if (existsSync(target) && statSync(target).size === 7)
      expect(readFileSync(target, 'utf8')).toBe('keep me')
  })

  test('never goes over a file that somebody made meanwhile', () => {
    const target = join(temporaryFolder(), 'copy.db')
    withLedger(ledgerWith(1), ({ db }) => {
      const copy = (): void => copyLedger(db, target, () => writeFileSync(target, 'theirs'))
      expect(faultOf(copy)).toBe('backup-exists')
    })
    expect(readFileSync(target, 'utf8')).toBe('theirs')
    expect(readdirSync(dirname(target))).toEqual(['copy.db'])
  })

  test.each(['', ' ', ':memory:', 'file:x', 'a\0b'])('has no name like %j', (name) => {
    expect(faultOf(() => backUp(ledgerWith(1), name))).toBe('ledger-path')
  })

  test('of itself is none', () => {
    const path = ledgerWith(1)
    expect(faultOf(() => backUp(path, path))).toBe('backup-exists')
  })

  test('of a ledger that is not whole is not kept', () => {
    const path = ledgerWith(3)
    withLedger(path, ({ db }) => db.exec('UPDATE sale SET total_cents = 1 WHERE number = 2'))
    const target = join(temporaryFolder(), 'copy.db')
    expect(backUp(path, target).findings).toMatchObject([
      { check: 'table', table: 'sale', row: 'A 2' },
    ])
    expect(readdirSync(dirname(target))).toEqual([])
  })
})

describe('proving a backup', () => {
  /** The file must be the same bytes afterwards, and alone in its folder. */
  function proofOf(file: string) {
    const before = [digest(file), statSync(file).mtimeMs, readdirSync(dirname(file))]
    const proof = verifyBackup(file, {})
    expect([digest(file), statSync(file).mtimeMs, readdirSync(dirname(file))]).toEqual(before)
    return proof
  }

  test('leaves it as it is, and works in a folder that nothing may be written to', () => {
    const target = join(temporaryFolder(), 'copy.db')
    backUp(ledgerWith(3), target)
    chmodSync(target, 0o400)
    chmodSync(dirname(target), 0o500)
    expect(proofOf(target)).toMatchObject({ events: 7, findings: [] })
    chmodSync(dirname(target), 0o700)
  })

  test('takes a plain copy of a ledger that nobody had open', () => {
    const target = join(temporaryFolder(), 'copy.db')
    copyFileSync(ledgerWith(3), target)
    expect(proofOf(target)).toMatchObject({ events: 7, findings: [] })
  })

  test('refuses a ledger in use: a look at half of it would be wrong', () => {
    const path = ledgerWith(3)
    withLedger(path, ({ db }) => {
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
      append(path, (journal) => journal.append('sale', aSale(4)))
      expect(faultOf(() => verifyBackup(path, {}))).toBe('backup-in-use')
    })
  })

  test.each<[string, string, (path: string) => void]>([
    ['nothing', 'backup-missing', () => undefined],
    ['a folder', 'not-a-backup', (path) => mkdirSync(path)],
    ['an empty file', 'not-a-backup', (path) => writeFileSync(path, '')],
    ['a text', 'not-a-backup', (path) => writeFileSync(path, 'x'.repeat(10_000))],
    [
      'a database of another program',
      'not-a-backup',
      (path) => new Database(path).exec('CREATE TABLE t (a)').close() as never,
    ],
    ['a link', 'not-a-backup', (path) => symlinkSync(ledgerWith(1), path)],
    [
      'a ledger of version 0',
      'not-a-backup',
      (path) => {
        backUp(ledgerWith(1), path)
        const db = new Database(path)
        db.pragma('user_version = 0')
        db.close()
      },
    ],
    [
      'a backup of a newer version',
      'ledger-newer',
      (path) => {
        backUp(ledgerWith(1), path)
        const db = new Database(path)
        db.pragma('user_version = 99')
        db.close()
      },
    ],
  ])('%s: %s', (_, code, make) => {
    const target = join(temporaryFolder(), 'copy.db')
    make(target)
    const before = readdirSync(dirname(target))
    expect(faultOf(() => verifyBackup(target, {}))).toBe(code)
    expect(readdirSync(dirname(target))).toEqual(before)
  })

  test('names that lead nowhere are called what they are, for making one too', () => {
    const folder = temporaryFolder()
    const inFile = join(ledgerWith(1), 'copy.db')
    const long = join(folder, 'x'.repeat(300))
    expect(faultOf(() => verifyBackup(inFile, {}))).toBe('backup-missing')
    expect(faultOf(() => verifyBackup(long, {}))).toBe('ledger-path')
    expect(faultOf(() => verifyBackup('a\0b', {}))).toBe('ledger-path')
    expect(faultOf(() => backUp(ledgerWith(1), inFile))).toBe('backup-unwritable')
    expect(faultOf(() => backUp(ledgerWith(1), long))).toBe('ledger-path')
    expect(faultOf(() => backUp(ledgerWith(1), 'a\0b'))).toBe('ledger-path')
  })

  test('finds that its end is missing', () => {
    const target = join(temporaryFolder(), 'copy.db')
    backUp(ledgerWith(1), target)
    writeFileSync(target, readFileSync(target).subarray(0, 4096 * 2))
    expect(proofOf(target).findings).toContainEqual(expect.objectContaining({ check: 'storage' }))
  })

  test('finds a changed amount in it', () => {
    const target = join(temporaryFolder(), basename('copy.db'))
    backUp(newLedger(join(temporaryFolder(), 'ledger.db')), target)
    const bytes = readFileSync(target)
    const at = bytes.indexOf('"host":"CAE Exemple"')
    bytes.write('"host":"CAE Autrui!"', at)
    writeFileSync(target, bytes)
    expect(proofOf(target).findings).toMatchObject([
      { check: 'content', event: 'A#1', kind: 'init' },
    ])
  })
})
