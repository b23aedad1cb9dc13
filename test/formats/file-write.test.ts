import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeNewFile } from '../../src/formats/file-write.ts'

const NEW = { force: false }
const FORCED = { force: true }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flashcoop-write-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a file that a report is written to', () => {
  test('is new, whole, and its owner’s alone whatever the umask', () => {
    const umask = process.umask(0)
    try {
      const path = join(folder, 'report.csv')
      expect(writeNewFile(path, ['a;b\r\n', Buffer.from('é')], NEW)).toBe('written')
      expect(readFileSync(path, 'utf8')).toBe('a;b\r\né')
      expect(statSync(path).mode & 0o777).toBe(0o600)
      expect(readdirSync(folder)).toEqual(['report.csv'])
    } finally {
      process.umask(umask)
    }
  })

  test('is never written over another without force', () => {
    const path = join(folder, 'report.csv')
    writeFileSync(path, 'old')
    expect(writeNewFile(path, ['new'], NEW)).toBe('exists')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(writeNewFile(path, ['new'], FORCED)).toBe('written')
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['report.csv'])
  })

  test('is not written over one that came while it was being made', () => {
    const path = join(folder, 'report.csv')
    function* pieces(): Generator<string> {
      yield 'new'
      writeFileSync(path, 'somebody else')
    }
    expect(writeNewFile(path, pieces(), NEW)).toBe('exists')
    expect(readFileSync(path, 'utf8')).toBe('somebody else')
    expect(readdirSync(folder)).toEqual(['report.csv'])
  })

  test('never goes through a link, not even a broken one', () => {
    const target = join(folder, 'target')
    writeFileSync(target, 'precious')
    const link = join(folder, 'report.csv')
    symlinkSync('target', link)
    expect(writeNewFile(link, ['new'], NEW)).toBe('exists')
    expect(writeNewFile(link, ['new'], FORCED)).toBe('written')
    expect(lstatSync(link).isFile()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('precious')
    const broken = join(folder, 'broken.csv')
    symlinkSync('nowhere', broken)
    expect(writeNewFile(broken, ['new'], NEW)).toBe('exists')
    expect(readlinkSync(broken)).toBe('nowhere')
  })

  test('is refused where nothing can be written, and nothing is left behind', () => {
    mkdirSync(join(folder, 'dir'))
    writeFileSync(join(folder, 'file'), '')
    for (const path of [
      '',
      'a\0b',
      join(folder, 'dir'),
      join(folder, 'no', 'x'),
      join(folder, 'file', 'x'),
      '/dev/null',
    ]) {
      expect(writeNewFile(path, ['x'], FORCED)).toBe('unwritable')
    }
    expect(readdirSync(folder)).toEqual(['dir', 'file'])
  })

  test('is never a ledger', () => {
    const path = join(folder, 'flashcoop.db')
    writeFileSync(path, 'ledger')
    for (const name of ['flashcoop.db', 'flashcoop.db-wal', 'FLASHCOOP.DB']) {
      expect(writeNewFile(join(folder, name), ['x'], FORCED)).toBe('unwritable')
    }
    expect(readdirSync(folder)).toEqual(['flashcoop.db'])
  })

  test('is not there when what was to be written broke off', () => {
    const path = join(folder, 'report.csv')
    function* pieces(): Generator<string> {
      yield 'half'
      throw new Error('defect')
    }
    expect(() => writeNewFile(path, pieces(), NEW)).toThrow('defect')
    expect(readdirSync(folder)).toEqual([])
  })

  test('may have a name of any length that the disk allows', () => {
    const path = join(folder, 'x'.repeat(255))
    expect(writeNewFile(path, ['x'], NEW)).toBe('written')
    expect(writeNewFile(`${path}y`, ['x'], NEW)).toBe('unwritable')
  })
})
