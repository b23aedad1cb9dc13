import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Delimiter, firstRecord, recordsOf } from '../../src/formats/csv-records.ts'
import { openCsvBytes } from '../../src/formats/csv-source.ts'

type Read = { readonly cells: readonly (readonly string[])[]; readonly lines: readonly number[] }

function readAll(text: string | Uint8Array, delimiter: Delimiter): Read {
  const opening = openCsvBytes(typeof text === 'string' ? Buffer.from(text) : text)
  if (!opening.ok) throw new Error(opening.fault.code)
  const { source } = opening
  const cells: (readonly string[])[] = []
  const lines: number[] = []
  const ends = { crlf: false, lf: false, cr: false }
  const start = { byte: source.start, line: 1 }
  for (const record of recordsOf(source, start, { delimiter, ends })) {
    if ('broken' in record) throw new Error(`${record.broken} at ${record.line}`)
    cells.push(record.cells)
    lines.push(record.line)
  }
  return { cells, lines }
}

const delimiters = fc.constantFrom<Delimiter[]>(';', ',', '\t')
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const plainCell = fc.string({
  unit: fc.constantFrom('a', 'é', '‘', 'ሰ', '🍪', ' ', '1', '.'),
  maxLength: 12,
})
const nastyCell = fc.string({
  unit: fc.constantFrom('a', 'é', '"', ';', ',', '\t', '\n', '🍪', ' '),
  maxLength: 12,
})
const table = (cell: fc.Arbitrary<string>, rows: number) =>
  fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: rows })

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

describe('records of a CSV', () => {
  test('without quotes are the lines cut at the delimiter, as csv-parse cuts them', () => {
    fc.assert(
      fc.property(table(plainCell, 40), delimiters, lineEnds, (rows, delimiter, end) => {
        const text = rows.map((row) => row.join(delimiter)).join(end)
        const expected = parse(text, { delimiter, relax_column_count: true, record_delimiter: end })
        const read = readAll(text, delimiter)
        expect(read.cells).toEqual(expected)
        expect(read.lines).toEqual(rows.map((_, index) => index + 1))
      }),
    )
  })

  test('with quotes are what was quoted, line ends inside told as line feeds', () => {
    fc.assert(
      fc.property(table(nastyCell, 40), delimiters, lineEnds, (rows, delimiter, end) => {
        const text = rows.map((row) => row.map(quoted).join(delimiter)).join(end) + end
        const read = readAll(text, delimiter)
        expect(read.cells).toEqual(rows)
        let line = 1
        for (const [index, row] of rows.entries()) {
          expect(read.lines[index]).toBe(line)
          line += 1 + row.join('').split('\n').length - 1
        }
      }),
    )
  })

  test('are whole however the pieces of a long file fall, in every encoding', () => {
    const longCells = fc.oneof(plainCell, nastyCell, fc.constant('é'.repeat(3000)))
    fc.assert(
      fc.property(
        table(longCells, 8),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        lineEnds,
        (some, shift, hasQuotes, end) => {
          const cut = (cell: string): string =>
            hasQuotes ? quoted(cell) : cell.replaceAll(/[";\n\t,]/g, '-') || '-'
          const rows = Array.from({ length: 1 + Math.floor(200_000 / JSON.stringify(some).length) })
            .fill(some)
            .flatMap(() => some)
            .map((row) => row.map((cell) => cut(cell)))
          const text = 'x'.repeat(shift) + rows.map((row) => row.join(';')).join(end)
          const expected = parse(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'), {
            delimiter: ';',
            relax_column_count: true,
            relax_quotes: true,
            record_delimiter: '\n',
          })
          if (hasQuotes && shift > 0) return
          expect(readAll(text, ';').cells).toEqual(expected)
          const latin = Buffer.from(text.replaceAll(/[^\x20-\xff\r\n]/g, '?'), 'latin1')
          expect(readAll(latin, ';').cells).toHaveLength(expected.length)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('with a quoted record of many pieces come out whole', () => {
    const row = Array.from({ length: 60 }, () => quoted(`${'é'.repeat(2000)}\n"`)).join(';')
    const read = readAll(`a;b\n${row}\n1;2`, ';')
    expect(read.lines).toEqual([1, 2, 63])
    expect(read.cells[1]).toHaveLength(60)
  })

  test('the first one is found after blank lines, and ends outside quotation marks', () => {
    const first = (text: string): unknown => {
      const opening = openCsvBytes(Buffer.from(text))
      if (!opening.ok) throw new Error(opening.fault.code)
      return firstRecord(opening.source, { byte: opening.source.start, line: 1 })
    }
    expect(first('a;b\r\n1;2')).toEqual({ text: 'a;b', line: 1, next: { byte: 5, line: 2 } })
    expect(first('\ufeff\r\n \ra;b\r1')).toEqual({
      text: 'a;b',
      line: 3,
      next: { byte: 11, line: 4 },
    })
    expect(first('"a\nb";c\nd')).toEqual({ text: '"a\nb";c', line: 1, next: { byte: 8, line: 3 } })
    expect(first('é;b')).toMatchObject({ text: 'é;b', line: 1 })
    expect(first(' \r\n')).toBeUndefined()
  })
})
