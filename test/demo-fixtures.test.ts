import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../fixtures/cohorts')

/** The rows of a CSV of ours as cells: `;`, quotes around text, no line breaks in cells. */
function rowsOf(path: string): readonly (readonly string[])[] {
  const text = readFileSync(join(FOLDER, path), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.endsWith('\r\n')).toBe(true)
  const cells = /(?:^|;)(?:"((?:[^"]|"")*)"|([^;"]*))/g
  return text
    .slice(1, -2)
    .split('\r\n')
    .map((line) => [...line.matchAll(cells)].map(([, quoted, bare]) => quoted ?? bare ?? ''))
}

const centsOf = (text: string): number => Math.round(Number(text.replace(',', '.')) * 100)
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

/** "Bilan de l’expérimentation nationale 2019-2020", Coopérer pour entreprendre, December 2020. */
const PUBLISHED = {
  apephemere: [6, 31500],
  cookiks: [7, 120000],
  coopkies: [4, 20474],
  dastmal: [7, 52800],
  mamcookies: [6, 37600],
  sacresac: [7, 51300],
  sansfrontiere: [6, 166800],
} as const

const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .toSorted()

describe('the published cohorts', () => {
  test('are the seven that were published, and no other', () => {
    expect(folders).toEqual([...Object.keys(PUBLISHED), 'worked-example'].toSorted())
    expect(sum(Object.values(PUBLISHED).map(([people]) => people))).toBe(43)
    expect(sum(Object.values(PUBLISHED).map(([, takings]) => takings))).toBe(480474)
  })

  test.each(Object.entries(PUBLISHED))('%s has its published totals only', (code, published) => {
    expect(readdirSync(join(FOLDER, code)).toSorted()).toEqual(['cohort.csv', 'participants.csv'])
    const [header = [], row = [], ...more] = rowsOf(`${code}/cohort.csv`)
    expect(more).toEqual([])
    const cell = (name: string): string => row[header.indexOf(name)] ?? ''
    expect(cell('code')).toBe(code)
    expect([Number(cell('participants')), centsOf(cell('recette TTC'))]).toEqual(published)
  })

  test.each(Object.entries(PUBLISHED))('%s has nobody by name', (code, [people]) => {
    const [, ...rows] = rowsOf(`${code}/participants.csv`)
    const codes = Array.from({ length: people }, (_, index) => `P0${index + 1}`)
    expect(rows).toEqual(codes.map((each) => [each, each]))
  })
})

describe('the worked example', () => {
  const FILES = ['attendance', 'costs', 'participants', 'products', 'sales']

  test.each(FILES)('says in every line of %s.csv that it is invented', (name) => {
    const [header, ...rows] = rowsOf(`worked-example/${name}.csv`)
    expect(header?.[0]).toBe('flashcoop')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row[0]).toContain('(inventé)')
  })

  test('has names that nobody bears', () => {
    const [, ...rows] = rowsOf('worked-example/participants.csv')
    for (const row of rows) expect(row[2]).toMatch(/^Personne \d \(inventée\)$/)
  })

  test('sells 400 cookies: 750,00 in cash, 320,00 by card, 130,00 by four cheques', () => {
    const [, ...rows] = rowsOf('worked-example/sales.csv')
    const quantity = (row: readonly string[]): number => Number(row[4])
    expect(sum(rows.map(quantity))).toBe(400)
    expect(new Set(rows.map((row) => row[5]))).toEqual(new Set(['3,00']))
    const paid = new Map<string, number>()
    for (const row of rows) {
      for (const part of (row[6] ?? '').split(' + ')) {
        const [method = '', amount] = part.split(' ')
        const cents = amount === undefined ? quantity(row) * 300 : centsOf(amount)
        paid.set(method, (paid.get(method) ?? 0) + cents)
      }
    }
    expect(Object.fromEntries(paid)).toEqual({ espèces: 75000, carte: 32000, chèque: 13000 })
    expect(rows.filter((row) => row[6]?.startsWith('chèque'))).toHaveLength(4)
    expect(new Set(rows.map((row) => row[7])).size).toBe(rows.length)
  })
})
