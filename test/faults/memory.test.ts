import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stallWithSales, temporaryFolder } from '../ledger-builder.ts'
import { BIN, environment } from './disk.ts'
import { size } from './random.ts'

/** V8's old space in MB: it is what grows with all that a program keeps. */
const HEAP_MB = size(24, 128)
const SALES = size(40_000, 1_000_000)

function run(folder: string, args: readonly string[]) {
  return spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(folder),
    maxBuffer: 1024 * 1024 * 1024,
  })
}

test(`a ledger of ${SALES} sales is listed, proved and copied in ${HEAP_MB} MB`, {
  timeout: 600_000,
}, () => {
  const folder = temporaryFolder()
  stallWithSales(join(folder, 'flashcoop.db'), SALES)
  const proof = run(folder, ['audit', 'verify', '--json'])
  expect([proof.status, proof.stderr]).toEqual([0, ''])
  expect(JSON.parse(proof.stdout)).toMatchObject({ ok: true, events: SALES + 4, findings: [] })
  const backup = run(folder, ['backup', 'create', 'copy.db', '--json'])
  expect([backup.status, backup.stderr]).toEqual([0, ''])
  const list = run(folder, ['sale', 'list', '--csv', '--csv-profile', 'standard'])
  expect([list.status, list.stderr]).toEqual([0, ''])
  expect(list.stdout.split('\r\n').length).toBe(SALES + 2)
})

test('the limit is one: a program that keeps what it reads goes beyond it', () => {
  const keep = `const kept = []
    for (let row = 0; row < ${SALES}; row += 1) kept.push(Array.from({ length: 100 }, (_, at) => row * at))`
  const { status } = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, '-e', keep])
  expect(status).not.toBe(0)
})
