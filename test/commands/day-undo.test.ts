import { expect, test } from 'vitest'
import { flashcoopIn } from '../in-process.ts'
import { temporaryFolder } from '../ledger-builder.ts'

/** A cohort whose J3 is called off, and what `flashcoop` says of it. */
async function programme() {
  const flashcoop = flashcoopIn(temporaryFolder())
  await flashcoop('init')
  await flashcoop('cohort', 'create', 'FC-1', '--start', '2026-06-09', '--venue', 'Market')
  await flashcoop('day', 'edit', 'J3', '--cancel')
  const standing = async () => [
    (await flashcoop('cohort', 'show', '--json')).stdout,
    (await flashcoop('host', 'show', '--json')).stdout,
  ]
  return { flashcoop, standing }
}

test.each([
  ['day add 2026-06-13'],
  ['day edit J3 --restore'],
  ['day edit J2 --am 0 --pm 90'],
  ['day move J2 2026-06-20'],
  ['day remove J2'],
  ['day remove J3'],
  ['cohort edit --name Other --place Gap --venue Fair'],
  ['host set contribution_rate 12.5'],
  ['host set siren 732829320'],
])('after undo of %s all is as before, and a replay agrees', async (typed) => {
  const { flashcoop, standing } = await programme()
  const before = await standing()
  expect((await flashcoop(...typed.split(' '))).exit).toBe(0)
  expect(await standing()).not.toEqual(before)
  expect((await flashcoop('undo')).exit).toBe(0)
  expect(await standing()).toEqual(before)
  expect((await flashcoop('audit', 'verify')).exit).toBe(0)
})

test.each([
  ['cohort create FC-2 --start 2026-06-09'],
  ['cohort edit --name Other'],
  ['cohort use FC-1'],
  ['day add 2026-06-13'],
  ['day edit J3 --restore'],
  ['day move J2 2026-06-20'],
  ['day remove J2'],
  ['host set name Other'],
])('%s -n changes nothing and says so', async (typed) => {
  const { flashcoop, standing } = await programme()
  const before = await standing()
  const { exit, stderr } = await flashcoop(...typed.split(' '), '-n')
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: 'dry run: nothing was recorded\n' })
  expect(await standing()).toEqual(before)
})
