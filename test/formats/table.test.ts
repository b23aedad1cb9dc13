import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { describe, expect, test } from 'vitest'
import { NO_STYLE } from '../../src/formats/style.ts'
import { reportMarkdown, reportTable } from '../../src/formats/table.ts'
import { column, columns } from '../../src/reports/column.ts'
import type { Report } from '../../src/reports/report.ts'

const FRENCH = { language: 'fr', amounts: 'fr' } as const
const ENGLISH = { language: 'en', amounts: 'en' } as const

const COSTS: Report = {
  name: 'costs',
  columns: columns('number', 'date', 'label', 'category', 'amountTtc', 'vatRate', 'voided'),
  rows: [
    {
      number: 1,
      date: '2026-06-15',
      label: 'Farine T55',
      category: 'ingredients',
      amountTtc: 21_100,
      vatRate: 55,
      voided: false,
    },
    { number: 12, date: '2026-06-17', label: 'Place', category: 'stall', amountTtc: 123_450 },
  ],
  totals: { label: 'Total', amountTtc: 144_550 },
}
const plain = (text: string): string => text.replaceAll('\u202f', ' ')

describe('a table for people', () => {
  test('aligns text to the left, numbers to the right, and ends with the totals', () => {
    expect(plain(reportTable(COSTS, FRENCH))).toBe(
      [
        'n°  date        libellé     catégorie    montant TTC  taux de TVA  annulé',
        ' 1  15/06/2026  Farine T55  ingrédients     211,00 €        5,5 %  non',
        '12  17/06/2026  Place       emplacement   1 234,50 €',
        '                Total                     1 445,50 €',
        '',
      ].join('\n'),
    )
  })

  test('speaks the reader’s language and writes amounts as the ledger does', () => {
    expect(reportTable(COSTS, ENGLISH)).toBe(
      [
        'no.  date        label       category     amount incl. VAT  VAT rate  voided',
        '  1  2026-06-15  Farine T55  ingredients           €211.00      5.5%  no',
        ' 12  2026-06-17  Place       stall               €1,234.50',
        '                 Total                           €1,445.50',
        '',
      ].join('\n'),
    )
    const english = reportTable(COSTS, { language: 'en', amounts: 'fr' })
    expect(plain(english)).toContain('ingredients          211,00 €     5,5 %  no')
  })

  test('in a pipe has neither rule nor cut text', () => {
    const label = 'x'.repeat(300)
    const table = reportTable({ ...COSTS, rows: [{ label }] }, FRENCH)
    expect(table).toContain(label)
    expect(table).not.toContain('─')
  })

  test('on a terminal has rules and fits: text is cut, numbers never', () => {
    const table = reportTable(COSTS, FRENCH, { width: 69, style: NO_STYLE })
    expect(plain(table)).toBe(
      [
        'n°  date        libellé   catégorie  montant TTC  taux de TVA  annulé',
        '──  ──────────  ────────  ─────────  ───────────  ───────────  ──────',
        ' 1  15/06/2026  Farine …  ingrédie…     211,00 €        5,5 %  non',
        '12  17/06/2026  Place     emplacem…   1 234,50 €',
        '──  ──────────  ────────  ─────────  ───────────  ───────────  ──────',
        '                Total                 1 445,50 €',
        '',
      ].join('\n'),
    )
    const narrow = reportTable(COSTS, FRENCH, { width: 20, style: NO_STYLE })
    expect(plain(narrow)).toContain('15/06/2026')
    expect(plain(narrow)).toContain('1 234,50 €')
  })

  test('in a pipe that asks for colour has colour, and neither rule nor cut text', () => {
    const label = 'x'.repeat(300)
    const style = { ...NO_STYLE, bold: (text: string) => `<b>${text}</b>` }
    const table = reportTable({ ...COSTS, rows: [{ label }] }, FRENCH, { width: undefined, style })
    expect(table.startsWith('<b>n°')).toBe(true)
    expect(table).toContain(label)
    expect(table).not.toContain('─')
  })

  test('on a terminal is never wider than it, however long or wide the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', '陈', '🍪', 'ሰ', ' '), maxLength: 60 })
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1 }),
        fc.integer({ min: 40, max: 120 }),
        (names, width) => {
          const report: Report = {
            name: 'x',
            columns: columns('number', 'name', 'label'),
            rows: names.map((name, number) => ({ number, name, label: name })),
          }
          for (const line of reportTable(report, FRENCH, { width, style: NO_STYLE }).split('\n')) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width)
          }
        },
      ),
    )
  })

  test('of nothing is its header', () => {
    expect(reportTable({ ...COSTS, rows: [] }, ENGLISH).split('\n')[0]).toMatch(/^no\.\s+date/)
  })

  test('shows moments in local time, rates in percent and minus signs', () => {
    const report: Report = {
      name: 'x',
      columns: [
        ...columns('opened', 'base'),
        column('rate', { unit: 'social-rate' }),
        ...columns('difference'),
      ],
      rows: [
        {
          opened: '2026-06-17T10:32:05+02:00',
          base: 1000,
          rate: 690,
          difference: -30,
        },
      ],
    }
    expect(plain(reportTable(report, FRENCH)).split('\n')[1]).toBe(
      '17/06/2026 10:32          10 %  0,69 %  -0,30 €',
    )
    expect(reportTable(report, ENGLISH).split('\n')[1]).toBe(
      '2026-06-17 10:32            10%  0.69%      -€0.30',
    )
  })
})

describe('a Markdown table', () => {
  test('aligns numbers, escapes what Markdown would read, and ends with the totals', () => {
    const report: Report = {
      name: 'x',
      columns: columns('label', 'total'),
      rows: [{ label: 'a|b *c* <d>', total: 150 }],
      totals: { total: 150 },
    }
    expect(plain(reportMarkdown(report, FRENCH))).toBe(
      [
        '| libellé | total |',
        '|---|--:|',
        '| a\\|b \\*c\\* \\<d\\> | 1,50 € |',
        '|  | 1,50 € |',
        '',
      ].join('\n'),
    )
  })
})
