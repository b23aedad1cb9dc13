import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { verifyBackup } from '../../src/store/backup.ts'
import { exportsOf } from '../../src/store/queries/export.ts'
import { flashcoopIn } from '../in-process.ts'
import { append, costOf, stallWithSales, withLedger } from '../ledger-builder.ts'
import { type DiskSettings, hasNoDisk, heldIn, quickFolder, runOnDisk, SALE } from './disk.ts'
import { size } from './random.ts'

type Fault = Pick<DiskSettings, 'errno' | 'sticky'>
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['once', { errno: 'EIO' }],
  ['from then on', { errno: 'EIO', sticky: true }],
  ['for want of room, from then on', { errno: 'ENOSPC', sticky: true }],
]

type Outcome = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

type Trial = {
  /** Of the writes in the middle only every so many: a new ledger makes hundreds alike. */
  readonly stride?: number
  readonly prepare: (folder: string) => void
  readonly check: (folder: string, outcome: Outcome, at: number) => void
}

const AT_EACH_END = 20

/** Lets the 1st, 2nd, 3rd … write of a command fail, each in a ledger of its own; answers with how many it makes. */
function failEach(
  args: readonly string[],
  fault: Fault,
  { stride = 1, prepare, check }: Trial,
): number {
  const attempt = (failAt: number): number => {
    const folder = quickFolder()
    prepare(folder)
    const count = join(quickFolder(), 'count')
    const { status, stdout, stderr } = runOnDisk(folder, args, { ...fault, failAt, count })
    expect(stderr, `write ${failAt}`).not.toMatch(/\n {4}at |node:internal|mistake of its own/)
    check(folder, { status, stdout, stderr }, failAt)
    rmSync(folder, { recursive: true })
    return Number.parseInt(readFileSync(count, 'utf8'), 10)
  }
  const writes = attempt(1_000_000)
  for (let failAt = 1; failAt <= writes; failAt += 1) {
    const isMiddle = failAt > AT_EACH_END && failAt <= writes - AT_EACH_END
    if (!isMiddle || failAt % stride === 0) attempt(failAt)
  }
  return writes
}

const before = stallWithSales(join(quickFolder(), 'ledger.db'), 3)
const withStall = (folder: string): void => copyFileSync(before, join(folder, 'flashcoop.db'))

/** What a second till, begun out of that ledger, brings: two sales. */
const bundle = join(quickFolder(), 'b.jsonl')
beforeAll(async () => {
  const [a, b] = [quickFolder(), quickFolder()]
  withStall(a)
  const second = flashcoopIn(b, '2026-06-17T12:00:00+02:00')
  const told = [
    await flashcoopIn(a)('export', 'bundle', '-o', join(b, 'a.jsonl')),
    await second('init', '--from', join(b, 'a.jsonl')),
    await second('till', 'open'),
    await second('sell', '2', 'cookie', 'cash'),
    await second('sell', '1', 'cookie', 'card'),
    await second('export', 'bundle', '-o', bundle),
  ]
  if (told.some(({ exit }) => exit !== 0)) throw new Error(told.map((each) => each.stderr).join(''))
})

/** The same with a cost: books that are not empty. */
const withEntries = (folder: string): void => {
  withStall(folder)
  append(join(folder, 'flashcoop.db'), (journal) => journal.append('cost', costOf(1)))
}

describe('a disk whose n-th write, truncation or flush fails', () => {
  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: a sale tells the truth about itself',
    { timeout: 120_000 },
    (_, fault) => {
      const statuses: (number | null)[] = []
      const writes = failEach(SALE, fault, {
        prepare: withStall,
        check: (folder, { status, stdout, stderr }, at) => {
          statuses.push(status)
          const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
          const held = sales.length
          expect(problems, `write ${at}`).toEqual([])
          expect([0, 5, 75], `write ${at}: ${stderr}`).toContain(status)
          if (status === 0)
            expect([held, stdout.startsWith('A-0004')], `write ${at}`).toEqual([4, true])
          if (status === 5) expect([held, stdout], `write ${at}: ${stderr}`).toEqual([3, ''])
          if (status === 75) expect([3, 4], `write ${at}`).toContain(held)
          if (status !== 0) expect(stderr).toMatch(/^error: .+\nhint: .+\n$/)
        },
      })
      expect(writes).toBeGreaterThan(25)
      expect(new Set(statuses)).toContain(0)
      expect(new Set(statuses)).toContain(5)
      if (fault.errno === 'EIO') expect(new Set(statuses)).toContain(75)
      if (fault.errno === 'ENOSPC')
        expect(statuses.filter((each) => each === 75).length).toBeLessThan(6)
    },
  )

  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: a new ledger is whole or not there',
    { timeout: 120_000 },
    (_, fault) => {
      const writes = failEach(['init', '--no-input', '-q'], fault, {
        stride: size(13, 1),
        prepare: () => undefined,
        check: (folder, { status, stderr }, at) => {
          const path = join(folder, 'flashcoop.db')
          expect([0, 5], `write ${at}: ${stderr}`).toContain(status)
          if (status === 0) expect(heldIn(path).problems, `write ${at}`).toEqual([])
          else
            expect(
              readdirSync(folder).filter((name) => name.startsWith('flashcoop')),
              `write ${at}`,
            ).toEqual([])
        },
      })
      expect(writes).toBeGreaterThan(25)
    },
  )

  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: a backup is whole or not there, and the ledger unharmed',
    { timeout: 120_000 },
    (_, fault) => {
      const writes = failEach(['backup', 'create', 'copy.db'], fault, {
        stride: size(3, 1),
        prepare: withStall,
        check: (folder, { status, stderr }, at) => {
          const copy = join(folder, 'copy.db')
          expect([0, 5], `write ${at}: ${stderr}`).toContain(status)
          expect(heldIn(join(folder, 'flashcoop.db')), `write ${at}`).toMatchObject({
            sales: [1, 2, 3],
            problems: [],
          })
          if (status === 0) expect(verifyBackup(copy, {}).findings, `write ${at}`).toEqual([])
          else
            expect(
              readdirSync(folder).filter((name) => name.startsWith('copy')),
              `write ${at}`,
            ).toEqual([])
        },
      })
      expect(writes).toBeGreaterThan(30)
    },
  )

  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: a file of entries that left is noted, and one that is not noted is not there',
    { timeout: 120_000 },
    (_, fault) => {
      const statuses: (number | null)[] = []
      failEach(['export', 'hledger', '-q'], fault, {
        prepare: withEntries,
        check: (folder, { status, stderr }, at) => {
          statuses.push(status)
          const db = join(folder, 'flashcoop.db')
          const noted = withLedger(db, (ledger) => exportsOf(ledger.db, undefined))
          const files = readdirSync(folder).filter((name) => name.endsWith('.journal'))
          expect(heldIn(db).problems, `write ${at}`).toEqual([])
          expect([0, 2, 5, 75], `write ${at}: ${stderr}`).toContain(status)
          if (status === 75) return
          const isDone = status === 0
          expect([noted.length, files.length], `write ${at}: ${stderr}`).toEqual(
            isDone ? [1, 1] : [0, 0],
          )
        },
      })
      expect(new Set(statuses)).toContain(0)
      expect(new Set(statuses)).toContain(5)
    },
  )

  test.skipIf(hasNoDisk).each(FAULTS)(
    '%s: another till is taken in whole or not at all',
    { timeout: 120_000 },
    (_, fault) => {
      const statuses: (number | null)[] = []
      failEach(['merge', 'b.jsonl', '-q'], fault, {
        stride: size(3, 1),
        prepare: (folder) => {
          withStall(folder)
          copyFileSync(bundle, join(folder, 'b.jsonl'))
        },
        check: (folder, { status, stdout, stderr }, at) => {
          statuses.push(status)
          const { sales, problems } = heldIn(join(folder, 'flashcoop.db'))
          expect(problems, `write ${at}`).toEqual([])
          expect([0, 5, 75], `write ${at}: ${stderr}`).toContain(status)
          expect([3, 5], `write ${at}`).toContain(sales.length)
          if (status === 0) expect(sales, `write ${at}`).toEqual([1, 1, 2, 2, 3])
          if (status === 5) expect([sales.length, stdout], `write ${at}`).toEqual([3, ''])
        },
      })
      expect(new Set(statuses)).toContain(0)
      expect(new Set(statuses)).toContain(5)
    },
  )
})
