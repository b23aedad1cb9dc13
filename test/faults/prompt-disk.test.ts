import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { stallWithSales } from '../ledger-builder.ts'
import { hasNoTerminal, made, typeAtTill } from '../terminal/typist.ts'
import { BIN, diskEnvironment, environment, hasNoDisk, heldIn, quickFolder } from './disk.ts'
import { size } from './random.ts'

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)
const ARGS = ['till', 'sell', '--at', '2026-06-17T10:40']
const LINES = 'cookie card\n2 cookie card\n3 cookie card\n'

/** Tickets and their pieces, as the receipts told them. */
const told = (text: string): readonly string[] =>
  [...text.matchAll(/^(A-\d+ {2}\d) cookie/gm)].map((match) => match[1] ?? '')

describe('a disk of which one write fails while the till sells', () => {
  test.skipIf(hasNoDisk)(
    'each sale of the queue is recorded, once and in order, or named as not recorded for sure',
    { timeout: 240_000 },
    () => {
      const statuses = new Set<number | null>()
      const attempt = (failAt: number): number => {
        const folder = quickFolder()
        copyFileSync(before, join(folder, 'flashcoop.db'))
        const count = join(quickFolder(), 'count')
        const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...ARGS], {
          cwd: folder,
          encoding: 'utf8',
          input: LINES,
          env: {
            ...environment(folder),
            ...diskEnvironment(folder, { errno: 'EIO', failAt, count }),
          },
        })
        statuses.add(status)
        const where = `write ${failAt}: ${stdout}${stderr}`
        expect(stderr, where).not.toMatch(/\n {4}at |node:internal|mistake of its own/)
        expect([0, 5, 75], where).toContain(status)
        const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
        expect(problems, where).toEqual([])
        if (status === 0) {
          expect(sales, where).toEqual([1, 2, 3, 4, 5, 6])
          expect(told(stdout), where).toEqual(
            expect.arrayContaining(['A-0004  1', 'A-0005  2', 'A-0006  3']),
          )
        }
        rmSync(folder, { recursive: true })
        return Number.parseInt(readFileSync(count, 'utf8'), 10)
      }
      const writes = attempt(1_000_000)
      expect(writes).toBeGreaterThan(25)
      for (let failAt = 1; failAt <= writes; failAt += size(2, 1)) attempt(failAt)
      expect(statuses).toContain(0)
    },
  )
})

/** A disk of one megabyte; undefined where nobody may mount one. */
const tinyDisk = ((): string | undefined => {
  const folder = join(quickFolder(), 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
  if (mounted.status === 0) return folder
  process.stderr.write('\nNOTICE: the test of a full disk at the till is SKIPPED: it takes root\n')
  return undefined
})()

afterAll(() => {
  if (tinyDisk !== undefined) spawnSync('umount', [tinyDisk])
})

test.skipIf(tinyDisk === undefined || hasNoTerminal)(
  'a disk that fills up in mid-queue: the sale is refused whole, kept, and recorded once there is room',
  { timeout: 60_000 },
  async () => {
    const folder = tinyDisk ?? ''
    const flags = quickFolder()
    const flag = (name: string): string => join(flags, name)
    copyFileSync(before, join(folder, 'flashcoop.db'))
    const selling = typeAtTill(folder, [
      ['see', ' > '],
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      ['make', flag('begun')],
      ['file', flag('full')],
      ['type', '2 cookie card\r'.repeat(30)],
      ['see', 'the disk is full'],
      ['see', 'press Enter to record it'],
      ['make', flag('seen')],
      ['file', flag('room')],
      ['type', '\r'],
      ['see', 'A-0034'],
      ['type', '\u0004'],
    ])
    await made(flag('begun'))
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(join(folder, 'photos'), Buffer.alloc(Math.max(0, bavail * bsize - 24 * 1024)))
    writeFileSync(flag('full'), '')
    await made(flag('seen'))
    rmSync(join(folder, 'photos'))
    writeFileSync(flag('room'), '')
    const typed = await selling
    expect(typed, typed.printed).toMatchObject({ failed: null, exit: 0 })
    expect(heldIn(join(folder, 'flashcoop.db'))).toEqual({
      sales: Array.from({ length: 34 }, (_, index) => index + 1),
      problems: [],
    })
  },
)
