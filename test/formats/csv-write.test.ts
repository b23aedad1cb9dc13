import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CsvProfile } from '../../src/domain/journal/event.ts'
import { addDays, day } from '../../src/domain/kernel/day.ts'
import { parseText } from '../../src/domain/kernel/name.ts'
import { VAT_RATES } from '../../src/domain/kernel/rate.ts'
import { type ImportSpec, readCsv } from '../../src/formats/csv-read.ts'
import { openCsvBytes } from '../../src/formats/csv-source.ts'
import { reportCsv } from '../../src/formats/csv-write.ts'
import {
  amountCell,
  dayCell,
  payerCell,
  personCell,
  quantityCell,
  textCell,
  timeCell,
  vatRateCell,
  wordCell,
  yesNoCell,
} from '../../src/formats/import-cells.ts'
import { column, columns } from '../../src/reports/column.ts'
import type { Report, Row } from '../../src/reports/report.ts'
import { VOCABULARY } from '../../src/reports/vocabulary.ts'

const PROFILES: readonly CsvProfile[] = ['excel-fr', 'standard']
const csvOf = (report: Report, profile: CsvProfile): string =>
  [...reportCsv(report, profile)].join('')

const EVERY_UNIT: Report = {
  name: 'every-unit',
  columns: [
    ...columns('label', 'code', 'amountTtc', 'quantity', 'date', 'time', 'opened', 'vatRate'),
    ...columns('base'),
    column('rate', { unit: 'social-rate' }),
    ...columns('payable', 'method'),
  ],
  rows: [
    {
      label: 'Thé; "maison"',
      code: 'A-0001',
      amountTtc: -1250,
      quantity: 3,
      date: '2026-06-17',
      time: '10:32',
      opened: '2026-06-17T10:32:00+02:00',
      vatRate: 55,
      base: 1250,
      rate: 13_000,
      payable: false,
      method: 'cash',
    },
    { label: null, amountTtc: 0, quantity: 0, vatRate: 0, payable: true, method: 'ticket-resto' },
  ],
  totals: { amountTtc: -1250 },
}

describe('CSV for French Excel', () => {
  test('has BOM, semicolons, CRLF, decimal commas, quoted text, French titles and words, no totals', () => {
    expect(csvOf(EVERY_UNIT, 'excel-fr')).toBe(
      [
        '\ufeff"libellé";"code";"montant TTC";"quantité";"date";"heure";"ouverte le";"taux de TVA";"part du brut";"taux";"rémunérable";"paiement"',
        '"Thé; ""maison""";"A-0001";-12,50;3;"2026-06-17";"10:32";"2026-06-17T10:32:00+02:00";5,5;12,5;13;"non";"espèces"',
        ';;0,00;0;;;;0;;;"oui";"ticket-resto"',
        '',
      ].join('\r\n'),
    )
  })
})

describe('standard CSV', () => {
  test('is RFC 4180 with points, English titles in snake_case and the words of programs', () => {
    expect(csvOf(EVERY_UNIT, 'standard')).toBe(
      [
        'label,code,amount_ttc,quantity,date,time,opened,vat_rate,base,rate,payable,method',
        '"Thé; ""maison""",A-0001,-12.50,3,2026-06-17,10:32,2026-06-17T10:32:00+02:00,5.5,12.5,13,no,cash',
        ',,0.00,0,,,,0,,,yes,ticket-resto',
        '',
      ].join('\r\n'),
    )
  })
})

describe('CSV of either kind', () => {
  test.each(PROFILES)('is titles alone when the report is empty: %s', (profile) => {
    const lines = csvOf({ name: 'none', columns: columns('code', 'name'), rows: [] }, profile)
    expect(lines.split('\r\n')).toHaveLength(2)
  })

  test.each(PROFILES)('makes no formula of any text, and no control byte: %s', (profile) => {
    const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '']
    const rest = fc.string({ unit: 'binary', maxLength: 20 })
    fc.assert(
      fc.property(fc.constantFrom(...starts), rest, (start, text) => {
        const rows = [{ code: start + text, label: start + text, method: start + text }]
        const report: Report = { name: 'x', columns: columns('code', 'label', 'method'), rows }
        const csv = csvOf(report, profile).replaceAll('\r\n', '')
        expect(csv).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
        const [, cells = []] = parse(csvOf(report, profile), {
          bom: true,
          delimiter: profile === 'excel-fr' ? ';' : ',',
        })
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
      { numRuns: 500 },
    )
  })

  test('refuses a measure that is no whole number: a defect', () => {
    for (const wrong of [1.5, Number.NaN, '12']) {
      const report: Report = { name: 'x', columns: columns('total'), rows: [{ total: wrong }] }
      expect(() => csvOf(report, 'standard')).toThrow('does not hold')
    }
  })

  test('comes in pieces, so that a hundred thousand rows need little memory', () => {
    function* rows(): Generator<Row> {
      for (let index = 0; index < 5000; index += 1) yield { quantity: index }
    }
    const pieces = [
      ...reportCsv({ name: 'x', columns: columns('quantity'), rows: rows() }, 'standard'),
    ]
    expect(pieces.length).toBeGreaterThan(4)
    expect(pieces.join('').split('\r\n')).toHaveLength(5002)
    expect(pieces.join('').split('\r\n')[5000]).toBe('4999')
  })
})

const SCRIPTS = [
  'a',
  'É',
  'ß',
  '0',
  ' ',
  '"',
  "'",
  ';',
  ',',
  '’',
  '(',
  '%',
  '/',
  '\\',
  '|',
  'ع',
  'ی',
  'ሰ',
  'ক',
  'த',
  '陈',
  '🍪',
  'ﬁ',
  'e\u0301',
  'ن\u200cم',
]
const texts = fc
  .string({ unit: fc.constantFrom(...SCRIPTS), minLength: 1, maxLength: 30 })
  .map((text) => parseText(text))
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.text)
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values)
const two = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'))

/** A row with a cell of each kind that can be read. */
const someRow = fc.record({
  date: fc.integer({ min: 0, max: 30_000 }).map((count) => addDays(day('2000-01-01'), count)),
  time: fc.tuple(two(23), two(59)).map((parts) => parts.join(':')),
  label: texts,
  note: maybe(texts),
  ticket: maybe(fc.constantFrom('A-0001', '1-2', '000123', '1E15', '22 mai')),
  quantity: fc.integer({ min: 1, max: 9999 }),
  amountTtc: fc.integer({ min: 0, max: 999_999_999 }),
  total: maybe(fc.integer({ min: 0, max: 999_999_999 })),
  vatRate: maybe(fc.constantFrom(...VAT_RATES)),
  payable: maybe(fc.boolean()),
  method: fc.constantFrom(...VOCABULARY.method),
  category: maybe(fc.constantFrom(...VOCABULARY.category)),
  status: maybe(fc.constantFrom(...VOCABULARY.attendance)),
  seller: maybe(fc.constantFrom('P01', 'ANIM01')),
  paidBy: maybe(fc.constantFrom('cae', 'till', 'P02')),
})
const required = ['date', 'time', 'label', 'quantity', 'amountTtc', 'method'] as const
const optional = ['note', 'ticket', 'total', 'vatRate', 'payable', 'category', 'status'] as const
const people = ['seller', 'paidBy'] as const

const SOME_IMPORT: ImportSpec<unknown> = {
  columns: [...required, ...optional, ...people],
  required,
  exported: [],
  row: (cells) => ({
    date: cells.required('date', dayCell),
    time: cells.required('time', timeCell),
    label: cells.required('label', textCell()),
    note: cells.optional('note', textCell()),
    ticket: cells.optional('ticket', textCell()),
    quantity: cells.required('quantity', quantityCell),
    amountTtc: cells.required('amountTtc', amountCell),
    total: cells.optional('total', amountCell),
    vatRate: cells.optional('vatRate', vatRateCell),
    payable: cells.optional('payable', yesNoCell),
    method: cells.required('method', wordCell('method')),
    category: cells.optional('category', wordCell('category')),
    status: cells.optional('status', wordCell('attendance')),
    seller: cells.optional('seller', personCell),
    paidBy: cells.optional('paidBy', payerCell),
  }),
}

describe.each(PROFILES)('a report in CSV %s', (profile) => {
  test('is read again as the same rows, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(someRow), (rows) => {
        const report: Report = { name: 'x', columns: columns(...SOME_IMPORT.columns), rows }
        const opening = openCsvBytes(Buffer.from(csvOf(report, profile)))
        if (!opening.ok) throw new Error(opening.fault.code)
        const reading = readCsv(opening.source, SOME_IMPORT)
        expect([...reading.rows]).toEqual(rows)
        expect(reading.faults).toEqual([])
        expect(reading.hasMixedLineEnds()).toBe(false)
      }),
      { numRuns: 300 },
    )
  })
})
