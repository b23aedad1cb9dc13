import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkCommitments, commitmentOf, peopleOf } from '../../src/store/identity.ts'
import { all, run, textOf } from '../../src/store/sql.ts'
import { INVENTED_NAMES } from '../formats/invented-names.ts'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder, withLedger } from '../ledger-builder.ts'

// Every name is invented.

async function cohortIn(folder: string) {
  const flashcoop = flashcoopIn(folder)
  const days = ['--template', 'flash7', '--start', '2026-06-09']
  for (const argv of [
    ['init', ledgerOf(folder), '--no-input', '--lang', 'en'],
    ['cohort', 'create', 'FC-1', '--name', 'Test', ...days],
  ]) {
    expect(await flashcoop(...argv)).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining('next'),
    })
  }
  return flashcoop
}

const ledgerOf = (folder: string): string => join(folder, 'flashcoop.db')

const journalOf = (folder: string): string =>
  withLedger(ledgerOf(folder), ({ db }) =>
    all(db, 'SELECT payload FROM event ORDER BY seq')
      .map((row) => textOf(row, 'payload'))
      .join('\n'),
  )

const namesIn = (folder: string): readonly string[] =>
  withLedger(ledgerOf(folder), ({ db }) =>
    [...peopleOf(db, 'FC-1').values()].map(({ code, name }) => `${code} ${name}`),
  )

const mismatchesIn = (folder: string): readonly string[] =>
  withLedger(ledgerOf(folder), ({ db }) => checkCommitments(db))

test('the commitment to a name is the HMAC that the design says, tag, code and name in it', () => {
  // printf 'flashcoop/person/v1\0P01\0Awa Exemple' | openssl mac -digest SHA256 -macopt hexkey:0707…07 HMAC
  expect(commitmentOf(Buffer.alloc(32, 7), 'P01', 'Awa Exemple')).toBe(
    'ba4499f27da67a25901be470e51eeff1bd4e5b3da909d7cbe6b981c2c8c570dc',
  )
})

describe('a name', () => {
  test('is never in the journal, whatever is done with it', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    await flashcoop('participant', 'add', 'Awa Secret')
    await flashcoop(
      'participant',
      'edit',
      'P01',
      '--name',
      'Awa Discreet',
      '--prescriber',
      'Hidden',
    )
    await flashcoop('participant', 'leave', 'awa discreet', '--on', 'J2')
    await flashcoop('attendance', 'mark', 'J1', '--absent', 'Awa Discreet')
    const journal = journalOf(folder)
    expect(journal).toContain('"kind":"participant-leave"')
    expect(journal).not.toMatch(/secret|discreet|hidden/i)
    expect(mismatchesIn(folder)).toEqual([])
  })

  test('is noticed when somebody swaps it in the file', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    await flashcoop('participant', 'add', 'Awa One')
    await flashcoop('participant', 'add', 'Zoé Two')
    withLedger(ledgerOf(folder), ({ db }) =>
      run(db, "UPDATE person SET name = 'Someone Else' WHERE code = 'P02'"),
    )
    expect(mismatchesIn(folder)).toEqual(['FC-1 P02'])
  })

  test('leaves with the participant whose joining is undone, and comes back with a rename that is undone', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    await flashcoop('participant', 'add', 'Awa One')
    await flashcoop('participant', 'edit', 'P01', '--name', 'Awa Other')
    expect(namesIn(folder)).toEqual(['P01 Awa Other'])
    expect(await flashcoop('undo')).toMatchObject({ exit: 0, stderr: expect.any(String) })
    expect(namesIn(folder)).toEqual(['P01 Awa One'])
    expect(mismatchesIn(folder)).toEqual([])
    expect(await flashcoop('undo')).toMatchObject({ exit: 0, stderr: expect.any(String) })
    expect(namesIn(folder)).toEqual([])
    withLedger(ledgerOf(folder), ({ db }) =>
      expect(all(db, 'SELECT * FROM former_name')).toEqual([]),
    )
  })

  test('is not kept by a dry run, of an add, an edit, or an import', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    await flashcoop('participant', 'add', 'Awa One')
    const file = join(folder, 'people.csv')
    writeFileSync(file, 'name\nZoé Two\n')
    const before = journalOf(folder)
    expect((await flashcoop('participant', 'add', 'Zoé Two', '-n')).stdout).toBe(
      'P02 added: Zoé Two\n',
    )
    expect((await flashcoop('participant', 'edit', 'P01', '--name', 'Awa X', '-n')).exit).toBe(0)
    expect((await flashcoop('participant', 'import', file, '-n')).exit).toBe(0)
    expect(namesIn(folder)).toEqual(['P01 Awa One'])
    expect(journalOf(folder)).toBe(before)
  })

  test('is not repeated by any complaint', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    await flashcoop('participant', 'add', 'Awa Secret')
    await flashcoop('participant', 'add', 'Awa Secret')
    const file = join(folder, 'people.csv')
    writeFileSync(
      file,
      'code,name,sex\nP01,Zoé Secret,female\nP09,"=Secret",x\nP09,Secret\u0007,male\nSecret,Secret,female\n',
    )
    const complaints = [
      await flashcoop('participant', 'show', 'awa secret'),
      await flashcoop('participant', 'show', 'Awa Secrit'),
      await flashcoop('participant', 'add', 'Secret\u0007'),
      await flashcoop('participant', 'add', '=Secret'),
      await flashcoop('participant', 'import', file),
      await flashcoop('attendance', 'mark', 'J1', '--late', 'Secret:10'),
      await flashcoop('attendance', 'mark', 'J1', '--absent', 'P01', '--present', 'Secret'),
    ]
    for (const { exit, stdout, stderr } of complaints) {
      expect(exit).toBeGreaterThan(0)
      expect(stdout).toBe('')
      expect(stderr).not.toMatch(/secret/i)
    }
  })

  test('of two hundred people in as many scripts is kept to the byte, out and in again', async () => {
    const folder = temporaryFolder()
    const flashcoop = await cohortIn(folder)
    const file = join(folder, 'people.csv')
    writeFileSync(file, `name\n${INVENTED_NAMES.join('\n')}\n`)
    const first = await flashcoop('participant', 'import', file)
    expect(first.stdout).toBe(
      `${INVENTED_NAMES.length} rows read: ${INVENTED_NAMES.length} added\n`,
    )
    const exported = (await flashcoop('participant', 'list', '--csv')).stdout
    const listed = JSON.parse((await flashcoop('participant', 'list', '--json')).stdout)
    expect(listed.map((each: { name: string }) => each.name)).toEqual(INVENTED_NAMES)
    writeFileSync(file, exported)
    expect((await flashcoop('participant', 'import', file)).stdout).toBe(
      'nothing to add: all of it is there\n',
    )
    await flashcoop('cohort', 'create', 'FC-2', '--name', 'Test 2', '--template', 'blank')
    await flashcoop('participant', 'import', file, '-c', 'FC-2')
    expect((await flashcoop('participant', 'list', '--csv', '-c', 'FC-2')).stdout).toBe(exported)
    expect(mismatchesIn(folder)).toEqual([])
  })
})
