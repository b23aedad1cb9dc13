import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROJECTED_TABLES } from '../../src/store/schema.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// Everything in these ledgers is invented.

type Till = {
  readonly letter: string
  readonly folder: string
  readonly path: string
  /** Runs a command at a minute of the market. */
  readonly run: (
    ...argv: readonly string[]
  ) => Promise<{ readonly exit: number; readonly stderr: string; readonly stdout: string }>
}

const DAY = '2026-06-17'
let minute = 0
/** Every command comes a minute after the one before, whichever till it is on; a till's clock may be hours off. */
function nextNow(skewHours: number): string {
  minute += 1
  const [hours, minutes] = [9 + skewHours + Math.floor(minute / 60), minute % 60]
  return `${DAY}T${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}:00+02:00`
}

function till(letter: string, skewHours: number): Till {
  const folder = temporaryFolder()
  return {
    letter,
    folder,
    path: join(folder, 'flashcoop.db'),
    run: (...argv) => flashcoopIn(folder, nextNow(skewHours))(...argv),
  }
}

async function ok(of: Till, ...argv: readonly string[]): Promise<string> {
  const ran = await of.run(...argv)
  expect(ran, argv.join(' ')).toMatchObject({ exit: 0 })
  return ran.stdout
}

let bundles = 0
async function bundleOf(of: Till): Promise<string> {
  bundles += 1
  const file = join(of.folder, `bundle-${bundles}.jsonl`)
  await ok(of, 'export', 'bundle', '-o', file)
  return file
}

/** A cooperative on two tills or more, each with its till open. */
async function market(
  letters: readonly string[],
  skews: readonly number[] = [],
): Promise<readonly Till[]> {
  minute = 0
  const [a, ...others] = letters.map((letter, at) => till(letter, skews[at] ?? 0))
  if (a === undefined) return []
  await ok(a, 'init', '--no-input')
  await ok(
    a,
    'cohort',
    'create',
    'FC-1',
    '--name',
    'Essai',
    '--template',
    'blank',
    '--days',
    `${DAY},2026-06-18`,
  )
  await ok(a, 'product', 'add', 'Cookie', '1.50', '--vat', '5.5')
  await ok(a, 'participant', 'add', 'Awa')
  const first = await bundleOf(a)
  for (const each of others) await ok(each, 'init', '--from', first, '--till', each.letter)
  for (const each of [a, ...others]) await ok(each, 'till', 'open', '--float', '50')
  return [a, ...others]
}

/** Every table that the events make, as text. */
const tablesOf = (of: Till): string =>
  withLedger(of.path, ({ db }) =>
    PROJECTED_TABLES.map((table) =>
      JSON.stringify([table, db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all()]),
    ).join('\n'),
  )

async function mergeAll(into: Till, bundlesOfAll: readonly string[]): Promise<void> {
  for (const bundle of bundlesOfAll) await ok(into, 'merge', bundle)
  await ok(into, 'audit', 'verify')
}

const DEEDS: readonly (readonly string[])[] = [
  ['sell', '2', 'cookie', 'cash'],
  ['sell', '1', 'cookie', 'card'],
  ['undo'],
  ['product', 'price', 'cookie', '2.00'],
  ['product', 'price', 'cookie', '1.80'],
  ['product', 'add', 'Brownie', '2.50', '--vat', '10', '--key', 'b'],
  ['product', 'add', 'Banane', '1.00', '--key', 'b'],
  ['product', 'edit', 'cookie', '--name', 'Cookie noir', '--alias', 'biscuit'],
  ['participant', 'add', 'Zoé', '--code', 'P08'],
  ['participant', 'add', 'Noé'],
  ['participant', 'edit', 'P01', '--contract-signed', '2026-06-01'],
  ['attendance', 'mark', DAY, '--absent', 'P01'],
  ['attendance', 'mark', DAY],
  ['day', 'add', '2026-06-19'],
  ['day', 'move', '2026-06-18', '2026-06-20'],
  ['day', 'edit', '2026-06-18', '--pm', '120'],
  ['cost', 'add', 'Farine', '10@5.5', '--category', 'ingredients', '--on', DAY],
  ['cost', 'add', 'Sacs', '4@20', '--category', 'packaging', '--paid-by', 'till', '--on', DAY],
  ['till', 'in', '20', 'monnaie'],
  ['till', 'count', '70'],
  ['till', 'z'],
  ['cohort', 'edit', 'FC-1', '--place', 'Lille'],
  ['cohort', 'edit', 'FC-1', '--place', 'Roubaix', '--venue', 'Wazemmes'],
  ['cohort', 'create', 'FC-2', '--name', 'Autre', '--template', 'blank', '--days', '2026-07-01'],
  ['cohort', 'use', 'FC-1'],
  ['host', 'set', 'contribution_rate', '12'],
  ['host', 'set', 'contribution_rate', '8'],
  ['sale', 'void', '1', '--reason', 'erreur'],
]

describe('tills that were apart', () => {
  test('have the same tables afterwards, whatever they did and whatever came in first', async () => {
    const step = fc.record({ who: fc.nat(2), deed: fc.constantFrom(...DEEDS), meets: fc.nat(9) })
    const lives = fc.array(step, { minLength: 6, maxLength: 25 })
    const skew = fc.constantFrom(-4, 0, 0, 4)
    const skews = fc.tuple(skew, skew, skew)
    await fc.assert(
      fc.asyncProperty(lives, fc.boolean(), skews, async (steps, three, hours) => {
        const tills = await market(three ? ['A', 'B', 'C'] : ['A', 'B'], hours)
        for (const { who, deed, meets } of steps) {
          const one = tills[who % tills.length]
          const other = tills[(who + 1) % tills.length]
          if (one === undefined || other === undefined) continue
          await one.run('-c', 'FC-1', ...deed)
          if (meets === 0) await other.run('merge', await bundleOf(one))
        }
        const all = await Promise.all(tills.map(bundleOf))
        for (const [at, each] of tills.entries())
          await mergeAll(each, at === 0 ? all : all.toReversed())
        const [first = '', ...others] = tills.map(tablesOf)
        for (const tables of others) expect(tables.split('\n')).toEqual(first.split('\n'))
        // Once more changes nothing.
        const [a] = tills
        if (a === undefined) return
        expect(await ok(a, 'merge', ...all)).toContain('nothing new')
        expect(tablesOf(a)).toBe(first)
        // What is recorded from here on is the last of all.
        for (const { deed } of steps.slice(0, 4)) await a.run('-c', 'FC-1', ...deed)
        await ok(a, 'audit', 'verify')
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 240_000)

  test('go on after they met: what is recorded then is replayed as it was', async () => {
    const [a, b] = await market(['A', 'B'])
    if (a === undefined || b === undefined) return
    await ok(b, 'sell', '2', 'cookie', 'cash')
    await ok(a, 'sell', '1', 'cookie', 'card')
    await ok(a, 'merge', await bundleOf(b))
    await ok(a, 'product', 'price', 'cookie', '3.00')
    await ok(a, 'sell', '1', 'cookie', 'card')
    await ok(a, 'audit', 'verify')
    await ok(b, 'product', 'price', 'cookie', '4.00')
    await ok(b, 'merge', await bundleOf(a))
    await ok(b, 'audit', 'verify')
    expect(await ok(b, 'merge', await bundleOf(a))).toContain('nothing new')
  })
})
