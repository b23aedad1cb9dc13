import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundleText } from '../../src/formats/bundle-write.ts'
import { closeLedger, openLedger } from '../../src/store/ledger.ts'
import { bundleContent } from '../../src/store/queries/bundle.ts'
import { flashcoopIn, typingIn } from '../in-process.ts'

const AT = ['--at', '2026-06-19T10:00'] as const
let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flashcoop-training-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A file of this folder: the process itself stands elsewhere. */
const at = (name: string): string => join(folder, name)

/** A training ledger `t.db` with an open till. */
async function practised(): Promise<void> {
  const flashcoop = flashcoopIn(folder)
  const on = ['--db', at('t.db')] as const
  await flashcoop('init', 't.db', '--training', '--actor', 'Awa', '--host', 'CAE Exemple')
  const days = ['--template', 'blank', '--days', '2026-06-19'] as const
  await flashcoop('cohort', 'create', 'FC-1', '--name', 'Trial', ...days, ...on)
  await flashcoop('product', 'add', 'Cookie', '2.50', '--vat', '5.5', ...on)
  const opened = await flashcoop('till', 'open', ...on, ...AT)
  expect(opened.exit).toBe(0)
}

/** A bundle that the product would not write: one of a training ledger. */
function bundleByHand(): void {
  const ledger = openLedger(at('t.db'))
  bundleContent(ledger.db, ({ tills, events }) => {
    const header = { coop: ledger.coop, software: 'by hand', stalls: tills }
    writeFileSync(at('t.jsonl'), [...bundleText(header, events)].join(''))
  })
  closeLedger(ledger)
}

describe('a training ledger', () => {
  test('the prompt itself says so', async () => {
    await practised()
    const { stdout, stderr } = await typingIn(folder)(
      'cookie\n',
      'till',
      'sell',
      '--db',
      at('t.db'),
    )
    expect(stderr).toContain('TRAINING FC-1')
    expect(stderr.match(/\*\*\* TRAINING \(Awa\): none of this is real \*\*\*/g)).toHaveLength(1)
    expect(stdout).toContain('TRAINING A-0001')
  })

  test('with --json a sale is marked, and a real one has no other field', async () => {
    await practised()
    const flashcoop = flashcoopIn(folder)
    const practice = await flashcoop('sell', 'cookie', 'card', '--db', at('t.db'), '--json', ...AT)
    expect(JSON.parse(practice.stdout)).toMatchObject({ ticket: 'A-0001', training: true })
    expect(practice.stderr).not.toContain('***')
    await flashcoop('init', '--host', 'CAE Exemple')
    await flashcoop('cohort', 'create', 'FC-1', '--template', 'blank', '--days', '2026-06-19')
    await flashcoop('product', 'add', 'Cookie', '2.50', '--vat', '5.5')
    await flashcoop('till', 'open', ...AT)
    const real = await flashcoop('sell', 'cookie', 'card', '--json', ...AT)
    const { training, ...same } = JSON.parse(practice.stdout)
    expect({ ...same, key: '' }).toEqual({ ...JSON.parse(real.stdout), key: '' })
    expect(training).toBe(true)
  })

  test('a bundle of it begins no ledger and merges into none', async () => {
    await practised()
    bundleByHand()
    const flashcoop = flashcoopIn(folder)
    const begun = await flashcoop('init', 'new.db', '--from', 't.jsonl')
    expect(begun).toMatchObject({ exit: 1, stdout: '' })
    expect(begun.stderr).toContain('training ledger (Awa)')
    expect((await flashcoop('status', '--db', at('new.db'))).exit).toBe(5)
    await flashcoop('init', 'real.db', '--host', 'CAE Exemple')
    const merged = await flashcoop('merge', 't.jsonl', '--db', at('real.db'))
    expect(merged).toMatchObject({ exit: 1, stdout: '' })
  })

  test('who takes the mark away is found out', async () => {
    await practised()
    const db = new Database(at('t.db'))
    db.exec('UPDATE ledger SET training = NULL')
    db.close()
    const verified = await flashcoopIn(folder)('audit', 'verify', '--db', at('t.db'))
    expect(verified.exit).not.toBe(0)
  })
})
