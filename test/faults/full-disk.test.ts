import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stallWithSales } from '../ledger-builder.ts'
import { BIN, environment, heldIn, quickFolder, SALE } from './disk.ts'
import { fill, tinyDisk } from './tiny-disk.ts'

const KILOBYTE = 1024

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)

const run = (folder: string, args: readonly string[], shell = '') =>
  spawnSync('bash', ['-c', `${shell} exec "$NODE" "$BIN" "$@"`, 'bash', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...environment(quickFolder()), NODE: process.execPath, BIN },
  })

describe('a disk without room', () => {
  test.skipIf(tinyDisk === undefined).each([0, 4, 24, 40, 56])(
    'and %i kB left: a sale is recorded or refused, whole; with room again the next one goes on',
    (kilobytes) => {
      const folder = tinyDisk ?? ''
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
      const path = join(folder, 'flashcoop.db')
      copyFileSync(before, path)
      fill(folder, kilobytes * KILOBYTE)
      const told = [1, 2, 3]
      const refusals: string[] = []
      for (let sale = 0; sale < 8; sale += 1) {
        const { status, stdout, stderr } = run(folder, SALE)
        expect([0, 5], stderr).toContain(status)
        const ticket = /^A-(\d+) /.exec(stdout)?.[1]
        if (status === 0) told.push(Number(ticket))
        else refusals.push(stderr)
      }
      rmSync(join(folder, 'photos'))
      expect(heldIn(path)).toEqual({ sales: told, problems: [] })
      for (const refusal of refusals) {
        expect(refusal).toBe(
          'error: the disk is full (0 MB free); nothing was recorded\n' +
            'hint: free some space, then type the same command again\n',
        )
      }
      if (kilobytes < 24) expect(refusals.length).toBeGreaterThan(0)
      expect(run(folder, SALE).stdout).toMatch(new RegExp(`^A-000${told.length + 1} `))
    },
    60_000,
  )

  test.skipIf(tinyDisk === undefined)('takes no half of a backup or of a new ledger', () => {
    const folder = tinyDisk ?? ''
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    copyFileSync(before, join(folder, 'flashcoop.db'))
    fill(folder, 96 * KILOBYTE)
    const names = readdirSync(folder)
    for (const args of [
      ['backup', 'create', 'copy.db'],
      ['init', 'other.db', '--no-input', '-q'],
    ]) {
      const { status, stderr } = run(folder, args)
      expect({ status, stderr }).toEqual({
        status: 5,
        stderr:
          'error: the disk is full (0 MB free); nothing was recorded\n' +
          'hint: free some space, then type the same command again\n',
      })
      expect(readdirSync(folder)).toEqual(names)
    }
  })
})

describe('a limit on the size of files (ulimit -f), which kills programs that do not look', () => {
  test.each([1, 16, 32, 64, 96, 128, 160])('of %i kB', (kilobytes) => {
    const folder = quickFolder()
    const path = join(folder, 'flashcoop.db')
    copyFileSync(before, path)
    const size = readFileSync(path).length
    const { status, signal, stdout, stderr } = run(folder, SALE, `ulimit -f ${kilobytes};`)
    expect([0, 5, 75], stderr).toContain(status)
    expect(signal).toBeNull()
    expect(stderr).not.toContain('    at ')
    const { sales, problems } = heldIn(path)
    expect(problems).toEqual([])
    if (status === 0) expect([sales.length, stdout.startsWith('A-0004')]).toEqual([4, true])
    if (status === 5) expect([sales.length, stdout]).toEqual([3, ''])
    expect(size).toBeGreaterThan(128 * KILOBYTE)
  })
})
