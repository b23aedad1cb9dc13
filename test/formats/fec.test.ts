import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEC_COLUMNS, type FecRow, fecFile } from '../../src/formats/fec.ts'
import { type FecRule, fecFaults } from '../../src/formats/fec-rules.ts'
import { anyEntries, GOLDEN_ENTRIES, GOLDEN_FEC } from './exported.ts'
import { fecComplaints } from './fec-checker.ts'

const GOLDEN_ROWS: readonly FecRow[] = GOLDEN_FEC.toString()
  .trimEnd()
  .split('\r\n')
  .slice(1)
  .map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(FEC_COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as FecRow
  })

describe('the file of accounting entries', () => {
  test('of the worked example is the reference file, byte for byte', () => {
    expect(fecFile(GOLDEN_ENTRIES).text).toBe(GOLDEN_FEC.toString())
    expect(fecFile(GOLDEN_ENTRIES).rows).toBe(58)
  })

  test('passes an independent checker, whatever people typed', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(fecComplaints(Buffer.from(fecFile(entries).text))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('keeps a label of 300 characters to 255, and never cuts an accent off its letter', () => {
    const [entry] = GOLDEN_ENTRIES
    if (!entry) throw new Error('no entry')
    const labelOf = (label: string) => fecFile([{ ...entry, label }]).text.split('\t')[27]
    expect(labelOf('x'.repeat(300))).toBe('x'.repeat(255))
    expect(labelOf('q\u0301'.repeat(150))).toBe('q\u0301'.repeat(127))
    expect(labelOf('tab\there | bar\r\nbreak')).toBe('tab here bar break')
    expect(labelOf('|')).toBe('-')
  })
})

type Planted = {
  readonly rule: FecRule
  readonly row: number
  readonly change: Partial<FecRow>
  /** Other rules that the same change cannot but break. */
  readonly also?: readonly FecRule[]
}

/** Rows 4 to 6 of the golden file are entry 2; row 7 begins entry 3. */
const PLANTED: readonly Planted[] = [
  {
    rule: 'numbers-contiguous',
    row: 57,
    change: { EcritureNum: '21' },
    also: ['two-lines', 'balanced'],
  },
  {
    rule: 'numbers-contiguous',
    row: 57,
    change: { EcritureNum: '1' },
    also: ['two-lines', 'balanced'],
  },
  { rule: 'one-journal', row: 4, change: { JournalCode: 'AC' } },
  { rule: 'one-journal', row: 4, change: { JournalLib: 'Achats' } },
  { rule: 'one-date', row: 4, change: { EcritureDate: '20260616' } },
  { rule: 'one-date', row: 4, change: { ValidDate: '20260617' } },
  { rule: 'one-piece', row: 4, change: { PieceRef: 'NF-003' } },
  { rule: 'one-piece-date', row: 4, change: { PieceDate: '20260616' } },
  { rule: 'balanced', row: 4, change: { Debit: '6,51' } },
  { rule: 'one-side', row: 4, change: { Credit: '6,50' }, also: ['balanced'] },
  { rule: 'one-side', row: 4, change: { Debit: '0,00' }, also: ['balanced'] },
  { rule: 'amount-form', row: 4, change: { Debit: '6.50' }, also: ['one-side', 'balanced'] },
  { rule: 'amount-form', row: 4, change: { Debit: '-6,50' }, also: ['one-side', 'balanced'] },
  { rule: 'amount-form', row: 4, change: { Credit: '' } },
  { rule: 'amount-form', row: 4, change: { Debit: '0 006,50' }, also: ['one-side', 'balanced'] },
  { rule: 'real-dates', row: 4, change: { EcritureDate: '20260231' }, also: ['one-date'] },
  { rule: 'real-dates', row: 4, change: { PieceDate: '15/06/2026' }, also: ['one-piece-date'] },
  { rule: 'valid-after-entry', row: 4, change: { EcritureDate: '20260619' }, also: ['one-date'] },
  { rule: 'account-digits', row: 4, change: { CompteNum: '44T660' } },
  { rule: 'account-digits', row: 4, change: { CompteNum: '44' } },
  { rule: 'auxiliary-pair', row: 4, change: { CompAuxNum: 'P01' } },
  { rule: 'auxiliary-pair', row: 5, change: { CompAuxNum: '' } },
  { rule: 'no-separator', row: 4, change: { EcritureLib: 'a\tb' } },
  { rule: 'no-separator', row: 4, change: { EcritureLib: 'a|b' } },
  { rule: 'no-separator', row: 4, change: { CompteLib: 'a\nb' } },
  { rule: 'no-separator', row: 4, change: { CompteLib: 'a\rb' } },
  ...(
    [
      'JournalCode',
      'JournalLib',
      'PieceRef',
      'PieceDate',
      'EcritureDate',
      'CompteNum',
      'CompteLib',
      'EcritureLib',
      'ValidDate',
    ] as const
  ).map(
    (column): Planted => ({
      rule: 'nothing-missing',
      row: 4,
      change: { [column]: ' ' },
      also: [
        'one-journal',
        'one-piece',
        'one-piece-date',
        'one-date',
        'real-dates',
        'valid-after-entry',
        'account-digits',
      ],
    }),
  ),
]

describe('before it leaves', () => {
  test('nothing is found in a sound file', () => {
    expect(fecFaults(GOLDEN_ROWS)).toEqual([])
  })

  test.each(PLANTED)(
    '$rule: row $row with $change is found',
    ({ rule, row, change, also = [] }) => {
      const rows = GOLDEN_ROWS.map((each, at) => (at === row ? { ...each, ...change } : each))
      const found = fecFaults(rows).map((fault) => fault.rule)
      expect(found).toContain(rule)
      expect(found.filter((each) => each !== rule && !also.includes(each))).toEqual([])
      const text = [FEC_COLUMNS, ...rows.map((each) => FEC_COLUMNS.map((column) => each[column]))]
      const bytes = Buffer.from(text.map((cells) => `${cells.join('\t')}\r\n`).join(''))
      expect(fecComplaints(bytes)).not.toEqual([])
    },
  )

  test('one line alone, a gap and a step back of the validation are found', () => {
    const [first, second] = GOLDEN_ENTRIES
    if (!first || !second) throw new Error('no entries')
    const { lines, ...entry } = first
    expect(() => fecFile([{ ...entry, lines: lines.slice(0, 1) }])).toThrow('two-lines')
    expect(() => fecFile([second])).toThrow('numbers-contiguous')
    expect(() => fecFile([{ ...entry, lines, validDay: undefined }])).toThrow('nothing-missing')
    const rows = GOLDEN_ROWS.map((row) =>
      row.EcritureNum === '1' ? { ...row, ValidDate: '20260619' } : row,
    )
    expect(fecFaults(rows)).toEqual([{ rule: 'valid-in-order', entry: '2' }])
  })
})
