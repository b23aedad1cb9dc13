import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { eventHash, genesisHash } from '../../src/store/chain.ts'
import { flashcoopIn, type Ran } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// Everything in these ledgers is invented.

const DAY = '2026-06-17'
type Run = (...argv: readonly string[]) => Promise<Ran>
let a: Run
let b: Run
let folderA: string
let folderB: string
let folder: string
/** What till B brings to till A. */
let bundle: Buffer
let known: string
let image: Buffer

const ledgerOf = (of: string): string => join(of, 'flashcoop.db')
const eventsIn = (of: string): string =>
  withLedger(ledgerOf(of), ({ db }) =>
    JSON.stringify(
      db.prepare('SELECT stall, count(*), max(hex(hash)) FROM event GROUP BY stall').all(),
    ),
  )

async function ok(run: Run, ...argv: readonly string[]): Promise<void> {
  expect(await run(...argv), argv.join(' ')).toMatchObject({ exit: 0 })
}

beforeAll(async () => {
  folderA = temporaryFolder()
  folderB = temporaryFolder()
  folder = temporaryFolder()
  a = flashcoopIn(folderA, `${DAY}T10:00:00+02:00`)
  b = flashcoopIn(folderB, `${DAY}T11:00:00+02:00`)
  await ok(a, 'init', '--no-input')
  await ok(a, 'cohort', 'create', 'FC-1', '--name', 'Essai', '--template', 'blank', '--days', DAY)
  await ok(a, 'product', 'add', 'Cookie', '1.50', '--vat', '5.5')
  await ok(a, 'export', 'bundle', '-o', join(folder, 'a.jsonl'))
  await ok(b, 'init', '--from', join(folder, 'a.jsonl'))
  await ok(b, 'till', 'open', '--float', '50')
  for (let sale = 0; sale < 5; sale += 1) await ok(b, 'sell', '2', 'cookie', 'cash')
  await ok(b, 'product', 'price', 'cookie', '2.00')
  await ok(b, 'export', 'bundle', '-o', join(folder, 'b.jsonl'))
  bundle = readFileSync(join(folder, 'b.jsonl'))
  known = eventsIn(folderA)
  image = readFileSync(ledgerOf(folderA))
})

const CODES = new Set([
  'not-a-bundle',
  'bundle-newer',
  'bundle-changed',
  'bundle-foreign',
  'bundle-fork',
  'bundle-gap',
  'bundle-event',
  'bundle-clash',
])

/** Till A is given these bytes; gives the code of the refusal, `undefined` when they were taken in. */
async function given(bytes: Uint8Array | string): Promise<string | undefined> {
  const file = join(folder, 'given.jsonl')
  writeFileSync(file, bytes)
  const { exit, stderr } = await a('merge', file, '--json')
  if (exit === 0) return undefined
  return JSON.parse(stderr).error.code
}

/** The lines without the last, sealed again as if nothing had happened. */
function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('')
  return `${text}${JSON.stringify({ over: createHash('sha256').update(text).digest('hex') })}\n`
}
const linesOf = (): readonly string[] => bundle.toString().trimEnd().split('\n').slice(0, -1)

async function expectRefused(bytes: Uint8Array | string): Promise<string> {
  const code = await given(bytes)
  if (code === undefined) writeFileSync(ledgerOf(folderA), image)
  expect(CODES).toContain(code)
  expect(eventsIn(folderA)).toBe(known)
  return code ?? ''
}

type Line = { stall: string; seq: number; payload: string; hash: string }

/** Somebody who knows how it is made changes an event and makes every hash after it anew. */
function forged(change: (payload: string) => string, at: number): string {
  const [head = '', ...events] = linesOf()
  const header = JSON.parse(head)
  const prevs = new Map<string, Buffer>()
  const lines = events.map((text, index) => {
    const line: Line = JSON.parse(text)
    const payload = index === at ? change(line.payload) : line.payload
    const prev = prevs.get(line.stall) ?? genesisHash(header.coop, line.stall)
    const hash = eventHash(prev, payload)
    prevs.set(line.stall, hash)
    return JSON.stringify({ ...line, payload, hash: hash.toString('hex') })
  })
  for (const each of header.stalls) each.head = prevs.get(each.stall)?.toString('hex')
  return sealed([JSON.stringify(header), ...lines])
}

describe('a bundle that is not as it was written gives nothing', () => {
  test('one byte changed, wherever it is', async () => {
    for (let at = 0; at < bundle.length; at += 13) {
      const bytes = Buffer.from(bundle)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      await expectRefused(bytes)
    }
  })

  test('cut off, wherever it is', async () => {
    for (let length = 0; length < bundle.length; length += 29)
      await expectRefused(bundle.subarray(0, length))
  })

  test('bytes taken out, put in or doubled', async () => {
    const edit = fc.record({ at: fc.nat(bundle.length), out: fc.nat(40), put: fc.string() })
    await fc.assert(
      fc.asyncProperty(edit, async ({ at, out, put }) => {
        const bytes = Buffer.concat([
          bundle.subarray(0, at),
          Buffer.from(put),
          bundle.subarray(at + out),
        ])
        if (!bytes.equals(bundle)) await expectRefused(bytes)
      }),
      { numRuns: 300 },
    )
  })

  test('lines doubled, left out or exchanged, and sealed again', async () => {
    const lines = linesOf()
    for (const at of lines.keys()) {
      await expectRefused(sealed(lines.toSpliced(at, 0, lines[at] ?? '')))
      await expectRefused(sealed(lines.toSpliced(at, 1)))
      if (at + 1 < lines.length)
        await expectRefused(sealed(lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '')))
    }
  })

  test('one character of a line changed, and sealed again', async () => {
    const lines = linesOf()
    const change = fc.record({
      at: fc.nat(lines.length - 1),
      where: fc.nat(),
      put: fc.string({ unit: 'grapheme', maxLength: 2 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, where, put }) => {
        const line = lines[at] ?? ''
        const place = where % line.length
        const text = line.slice(0, place) + put + line.slice(place + 1)
        // The header's software is for people: nothing depends on it.
        if (text !== line && !(at === 0 && text.includes('"stalls"') && isSoftware(line, place)))
          await expectRefused(sealed(lines.toSpliced(at, 1, text)))
      }),
      { numRuns: 400 },
    )
  })

  test('what is forged with all its hashes is refused, or whole', async () => {
    const change = fc.record({
      at: fc.nat(linesOf().length - 2),
      where: fc.nat(),
      put: fc.string({ maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, where, put }) => {
        const text = forged((payload) => {
          const place = where % payload.length
          return payload.slice(0, place) + put + payload.slice(place + 1)
        }, at)
        const code = await given(text)
        if (code !== undefined) {
          expect(CODES).toContain(code)
          expect(eventsIn(folderA)).toBe(known)
          return
        }
        expect(await a('audit', 'verify')).toMatchObject({ exit: 0 })
        writeFileSync(ledgerOf(folderA), image)
      }),
      { numRuns: 400 },
    )
  })
})

function isSoftware(line: string, place: number): boolean {
  const from = line.indexOf('"software":"') + '"software":"'.length
  return place >= from && place < line.indexOf('"', from)
}

describe('a bundle that does not belong here', () => {
  test('of another cooperative, a newer form, no bundle at all', async () => {
    const lines = linesOf()
    const [head = ''] = lines
    expect(
      await expectRefused(sealed(lines.with(0, head.replace('"bundle":1', '"bundle":2')))),
    ).toBe('bundle-newer')
    expect(await expectRefused('date;heure\n')).toBe('not-a-bundle')
    expect(await expectRefused('')).toBe('not-a-bundle')
    expect(await expectRefused(readFileSync(ledgerOf(folderA)))).toBe('not-a-bundle')
    const other = flashcoopIn(temporaryFolder())
    await ok(other, 'init', '--no-input')
    await ok(other, 'export', 'bundle', '-o', join(folder, 'other.jsonl'))
    expect(await expectRefused(readFileSync(join(folder, 'other.jsonl')))).toBe('bundle-foreign')
  })

  test('an event of a kind that is not known yet', async () => {
    const at = linesOf().length - 2
    expect(
      await expectRefused(forged((payload) => payload.replace('"kind":"', '"kind":"new-'), at)),
    ).toBe('bundle-event')
  })

  test('another till’s events that it names and nobody brings', async () => {
    const named = forged(
      (payload) => payload.replace(/"seq":3,"stall":"A"/, '"seq":9,"stall":"A"'),
      3,
    )
    expect(await expectRefused(named)).toBe('bundle-gap')
  })

  test('of a laptop that was copied and went on under the same letter: a fork', async () => {
    const folderC = temporaryFolder()
    copyFileSync(ledgerOf(folderB), ledgerOf(folderC))
    const c = flashcoopIn(folderC, `${DAY}T12:00:00+02:00`)
    await ok(c, 'sell', '1', 'cookie', 'card')
    await ok(b, 'sell', '3', 'cookie', 'card')
    await ok(c, 'export', 'bundle', '-o', join(folder, 'c.jsonl'))
    const before = eventsIn(folderB)
    const { exit, stderr } = await b('merge', join(folder, 'c.jsonl'))
    expect(exit).toBe(1)
    expect(stderr).toContain('FORK B#9')
    expect(eventsIn(folderB)).toBe(before)
    expect(eventsIn(folderA)).toBe(known)
  })
})
