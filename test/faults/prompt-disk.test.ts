import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stallWithSales } from '../ledger-builder.ts'
import { hasNoTerminal, made, type Step, typeAtTill } from '../terminal/typist.ts'
import {
  BIN,
  type DiskSettings,
  diskEnvironment,
  environment,
  hasNoDisk,
  heldIn,
  quickFolder,
} from './disk.ts'
import { size } from './random.ts'
import { fill, tinyDisk } from './tiny-disk.ts'

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)
const ARGS = ['till', 'sell', '--at', '2026-06-17T10:40']
const LINES = 'cookie card\n2 cookie card\n3 cookie card\n'

/** Tickets and their pieces, as the receipts told them, in their order. */
const told = (text: string): readonly string[] =>
  [...text.matchAll(/^(A-\d+ {2}\d) cookie/gm)].map((match) => match[1] ?? '')

type Fault = Pick<DiskSettings, 'errno' | 'sticky'>
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['once', { errno: 'EIO' }],
  ['from then on', { errno: 'EIO', sticky: true }],
  ['for want of room, from then on', { errno: 'ENOSPC', sticky: true }],
]

describe('a disk whose n-th write fails while the till sells', () => {
  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: each sale of the queue is recorded, once and in order, or named at the end',
    { timeout: 240_000 },
    (_, fault) => {
      const statuses = new Set<number | null>()
      const attempt = (failAt: number): number => {
        const folder = quickFolder()
        copyFileSync(before, join(folder, 'flashcoop.db'))
        const count = join(quickFolder(), 'count')
        const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...ARGS], {
          cwd: folder,
          encoding: 'utf8',
          input: LINES,
          env: { ...environment(folder), ...diskEnvironment(folder, { ...fault, failAt, count }) },
        })
        statuses.add(status)
        const where = `write ${failAt}: ${status} ${stdout}${stderr}`
        expect(stderr, where).not.toMatch(/\n {4}at |node:internal|mistake of its own/)
        expect([0, 5, 75], where).toContain(status)
        const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
        expect(problems, where).toEqual([])
        expect(sales, where).toEqual(sales.map((__, index) => index + 1))
        const receipts = [...new Set(told(stdout))]
        const [lost, unsure] = [/^not recorded: /gm, /^perhaps recorded.*: /gm].map(
          (named) => stderr.match(named)?.length ?? 0,
        )
        if (stdout.length > 0 || status === 0) {
          expect(sales.length - 3, where).toBeGreaterThanOrEqual(receipts.length)
          expect(sales.length - 3, where).toBeLessThanOrEqual(receipts.length + (unsure ?? 0))
          expect(receipts.length + (unsure ?? 0) + (lost ?? 0), where).toBe(3)
        }
        if (status === 0) expect(receipts, where).toHaveLength(3)
        rmSync(folder, { recursive: true })
        return Number.parseInt(readFileSync(count, 'utf8'), 10)
      }
      const writes = attempt(1_000_000)
      expect(writes).toBeGreaterThan(25)
      for (let failAt = 1; failAt <= writes; failAt += size(3, 1)) attempt(failAt)
      expect(statuses).toContain(0)
      expect(statuses).toContain(5)
    },
  )
})

test.skipIf(tinyDisk === undefined || hasNoTerminal)(
  'a disk that fills up in mid-queue: the sale is refused whole, kept, and recorded once there is room',
  { timeout: 60_000 },
  async () => {
    const folder = tinyDisk ?? ''
    const flags = quickFolder()
    const flag = (name: string): string => join(flags, name)
    copyFileSync(before, join(folder, 'flashcoop.db'))
    const steps: readonly Step[] = [
      ['see', ' > '],
      ['type', 'cookie card\r'],
      ['see', 'A-0004'],
      ['make', flag('begun')],
      ['file', flag('full')],
      ['type', '2 cookie card\r'.repeat(6)],
      ['see', 'the disk is full'],
      ['see', 'press Enter to record it'],
      ['make', flag('seen')],
      ['file', flag('room')],
      ['type', '\r'],
      ['see', 'A-0010'],
      ['type', '\u0004'],
    ]
    // the program's own cache would take the room that the test makes
    const selling = typeAtTill(folder, steps, { env: { HOME: flags } })
    await made(flag('begun'))
    fill(folder, 40 * 1024)
    writeFileSync(flag('full'), '')
    await made(flag('seen'))
    rmSync(join(folder, 'photos'))
    writeFileSync(flag('room'), '')
    const typed = await selling
    expect(typed, typed.printed).toMatchObject({ failed: null, exit: 0 })
    expect(heldIn(join(folder, 'flashcoop.db'))).toEqual({
      sales: Array.from({ length: 10 }, (_, index) => index + 1),
      problems: [],
    })
  },
)
