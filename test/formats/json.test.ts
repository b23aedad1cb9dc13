import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  jsonLine,
  jsonText,
  reportJson,
  reportJsonLines,
  snakeKeys,
} from '../../src/formats/json.ts'
import { columns } from '../../src/reports/column.ts'
import type { Report } from '../../src/reports/report.ts'

describe('JSON of an answer', () => {
  test('has keys in snake_case at every depth; data that stands as a key, and values, are left alone', () => {
    expect(
      snakeKeys({
        ticket: 'A-0001',
        totalCents: 500,
        lines: [{ unitPriceCents: 150, vatRatePerMille: 55 }],
        weights: { P01: 2, 'half-days': 1, someCode: 'keepMe' },
        voidedBy: null,
        gone: undefined,
      }),
    ).toEqual({
      ticket: 'A-0001',
      total_cents: 500,
      lines: [{ unit_price_cents: 150, vat_rate_per_mille: 55 }],
      weights: { P01: 2, 'half-days': 1, some_code: 'keepMe' },
      voided_by: null,
    })
  })

  test('is indented by two and ends its last line; a line of JSON is one line', () => {
    expect(jsonText({ totalCents: -0 })).toBe('{\n  "total_cents": 0\n}\n')
    expect(jsonText([])).toBe('[]\n')
    expect(jsonLine({ totalCents: 5, text: 'a\nb' })).toBe('{"total_cents":5,"text":"a\\nb"}\n')
  })
})

const REPORT: Report = {
  name: 'vat',
  columns: columns('day', 'till', 'rate', 'ttc', 'method', 'payable', 'base'),
  rows: [
    { day: '2026-06-17', till: 'A', rate: 55, ttc: 120_000, method: 'cash', payable: true },
    { base: 1000 },
  ],
  totals: { ttc: 120_000 },
}

describe('JSON of a report', () => {
  test('names cells with their unit, keeps words in English and leaves totals out', () => {
    expect(JSON.parse([...reportJson(REPORT)].join(''))).toEqual([
      {
        day: '2026-06-17',
        till: 'A',
        rate_per_mille: 55,
        ttc_cents: 120_000,
        method: 'cash',
        payable: true,
        base_bp: null,
      },
      {
        day: null,
        till: null,
        rate_per_mille: null,
        ttc_cents: null,
        method: null,
        payable: null,
        base_bp: 1000,
      },
    ])
  })

  test('is an empty array when there is nothing, and no line at all as JSON lines', () => {
    expect([...reportJson({ ...REPORT, rows: [] })].join('')).toBe('[]\n')
    expect([...reportJsonLines({ ...REPORT, rows: [] })].join('')).toBe('')
  })

  test('row by row is to the byte what the whole would be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string({ unit: 'binary' }), total: fc.integer() })),
        (rows) => {
          const report = { name: 'x', columns: columns('name', 'total'), rows }
          const whole = rows.map(({ name, total }) => ({ name, total_cents: total }))
          expect([...reportJson(report)].join('')).toBe(jsonText(whole))
          expect([...reportJsonLines(report)].map((line): unknown => JSON.parse(line))).toEqual(
            whole,
          )
        },
      ),
    )
  })
})
