import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { quickFolder } from '../faults/disk.ts'
import { stallWithSales } from '../ledger-builder.ts'
import { hasNoTerminal, plain, type Step, typeAtTill } from './typist.ts'

const CTRL_C = '\u0003'
/** After an amount, as in a French ledger. */
const EURO = ' €'
const args = ['till', 'count', '--at', '2026-06-17T18:00']

function stall(): string {
  const folder = quickFolder()
  stallWithSales(join(folder, 'flashcoop.db'), 1)
  return folder
}

function piecesIn(folder: string): readonly unknown[] {
  const db = new Database(join(folder, 'flashcoop.db'), { readonly: true })
  const pieces = db.prepare('SELECT pieces FROM cash_count').pluck().all()
  db.close()
  return pieces
}

/** Each question of the count, and the answer to those that have one. */
const answers = (typed: Readonly<Record<string, string>>): readonly Step[] =>
  [
    '500',
    '200',
    '100',
    '50',
    '20',
    '10',
    '5',
    '2',
    '1',
    '0.50',
    '0.20',
    '0.10',
    '0.05',
    '0.02',
    '0.01',
  ].flatMap((value): readonly Step[] => [
    ['see', `${value.replace('.', ',')}${EURO} x`],
    ['type', `${typed[value] ?? ''}\r`],
  ])

describe.skipIf(hasNoTerminal)('till count at a terminal', () => {
  test('asks piece by piece, Enter for none, and shows the running total', async () => {
    const folder = stall()
    const typed = await typeAtTill(folder, answers({ '20': '4', '0.50': '3' }), { args })
    expect(typed, typed.printed).toMatchObject({ failed: null, exit: 0 })
    const text = plain(typed.printed)
    expect(text).toContain(`total    80,00${EURO}      10${EURO} x`)
    expect(text).toContain(`counted 81,50${EURO}`)
    expect(piecesIn(folder)).toEqual([
      '[{"count":4,"valueCents":2000},{"count":3,"valueCents":50}]',
    ])
  })

  test('asks again what is no number', async () => {
    const folder = stall()
    const [first, ...rest] = answers({ '500': '1' })
    const steps: readonly Step[] = [
      first ?? ['see', ''],
      ['type', 'deux\r'],
      ['see', 'error'],
      ...rest,
    ]
    const typed = await typeAtTill(folder, steps, { args })
    expect(typed, typed.printed).toMatchObject({ failed: null, exit: 0 })
    expect(plain(typed.printed)).toContain(`counted 500,00${EURO}`)
  })

  test('Ctrl-C leaves, and nothing is written', async () => {
    const folder = stall()
    const steps: readonly Step[] = [
      ['see', `500${EURO} x`],
      ['type', '1\r'],
      ['see', `200${EURO} x`],
      ['type', CTRL_C],
      ['see', 'nothing is recorded'],
    ]
    const typed = await typeAtTill(folder, steps, { args })
    expect(typed, typed.printed).toMatchObject({ failed: null, exit: 130 })
    expect(piecesIn(folder)).toEqual([])
  })
})
