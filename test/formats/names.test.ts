import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/domain/kernel/name.ts'
import { readCsv } from '../../src/formats/csv-read.ts'
import { openCsvBytes } from '../../src/formats/csv-source.ts'
import { reportCsv } from '../../src/formats/csv-write.ts'
import { PARTICIPANTS_IMPORT } from '../../src/formats/import-specs.ts'
import { reportJson } from '../../src/formats/json.ts'
import { reportMarkdown, reportTable } from '../../src/formats/table.ts'
import { term } from '../../src/formats/terminal-text.ts'
import { columns } from '../../src/reports/column.ts'
import type { Report } from '../../src/reports/report.ts'
import { INVENTED_NAMES } from './invented-names.ts'

const report: Report = {
  name: 'participants',
  columns: columns('name'),
  rows: INVENTED_NAMES.map((name) => ({ name })),
}
const reader = { language: 'fr', amounts: 'fr' } as const

describe('the names of two hundred invented people in forty languages', () => {
  test('are that many, and no two alike', () => {
    expect(new Set(INVENTED_NAMES).size).toBe(INVENTED_NAMES.length)
    expect(INVENTED_NAMES.length).toBeGreaterThanOrEqual(200)
  })

  test.each(INVENTED_NAMES)('%s is kept and printed as it is', (name) => {
    expect(parseText(name)).toEqual({ ok: true, text: name })
    expect(term(name)).toBe(name)
  })

  test('stand whole in a table, in Markdown and in JSON', () => {
    const table = reportTable(report, reader).trimEnd().split('\n')
    expect(table.slice(1)).toEqual(INVENTED_NAMES)
    expect(reportMarkdown(report, reader).split('\n').slice(2, -1)).toEqual(
      INVENTED_NAMES.map((name) => `| ${name} |`),
    )
    expect(JSON.parse([...reportJson(report)].join(''))).toEqual(
      INVENTED_NAMES.map((name) => ({ name })),
    )
  })

  test.each(['excel-fr', 'standard'] as const)('come back the same from CSV %s', (profile) => {
    const opening = openCsvBytes(Buffer.from([...reportCsv(report, profile)].join('')))
    if (!opening.ok) throw new Error(opening.fault.code)
    const reading = readCsv(opening.source, PARTICIPANTS_IMPORT)
    expect(Array.from(reading.rows, (row) => row.name)).toEqual(INVENTED_NAMES)
    expect(reading.faults).toEqual([])
  })
})
