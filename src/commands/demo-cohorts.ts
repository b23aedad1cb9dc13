import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compareText } from '../domain/kernel/allocation.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'
import { type Cents, decimalText } from '../domain/kernel/money.ts'
import { type ImportSpec, readCsv } from '../formats/csv-read.ts'
import { openCsvFile } from '../formats/csv-source.ts'
import { amountCell, dayCell, textCell } from '../formats/import-cells.ts'

/** What is published of one cohort, as far as the ledger has a place for it. */
export type PublishedCohort = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly start: Day
  readonly end: Day
  readonly public: string
  readonly productLine: string
  readonly sector: string
  readonly venue: string
  /** Whether with or without VAT is not published. */
  readonly takings: Cents
}

const text = textCell(80)

/** fixtures/cohorts/<code>/cohort.csv: one header, one row. */
const PUBLISHED: ImportSpec<PublishedCohort> = {
  columns: [
    'code',
    'name',
    'place',
    'start',
    'end',
    'public',
    'productLine',
    'sector',
    'venue',
    'takings',
  ],
  required: ['code', 'name', 'start', 'end', 'takings'],
  exported: ['carrier', 'participants', 'ages', 'note'],
  row: ({ required }) => {
    const code = required('code', text)
    const name = required('name', text)
    const place = required('place', text)
    const start = required('start', dayCell)
    const end = required('end', dayCell)
    const people = required('public', text)
    const productLine = required('productLine', text)
    const sector = required('sector', text)
    const venue = required('venue', text)
    const takings = required('takings', amountCell)
    if (code === undefined || name === undefined || place === undefined) return undefined
    if (start === undefined || end === undefined || takings === undefined) return undefined
    if (people === undefined || productLine === undefined) return undefined
    if (sector === undefined || venue === undefined) return undefined
    return { code, name, place, start, end, public: people, productLine, sector, venue, takings }
  },
}

/** The published cohorts in a folder of fixtures, in the order of their first days. */
export function publishedCohorts(folder: string): readonly PublishedCohort[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^[^\\/]+[\\/]cohort\.csv$/.test(name))
    .map((name) => cohortIn(join(folder, name)))
    .toSorted(
      (one, other) => compareText(one.start, other.start) || compareText(one.code, other.code),
    )
}

function cohortIn(path: string): PublishedCohort {
  const opening = openCsvFile(path)
  invariant(opening.ok, 'the published cohorts come with the package')
  const reading = readCsv(opening.source, PUBLISHED)
  const [cohort] = [...reading.rows]
  invariant(cohort !== undefined && reading.faults.length === 0, 'a published cohort is one row')
  return cohort
}

/** The three commands that record all that is published of a cohort: `cohort create`, its people, its takings. */
export function commandsOf(
  cohort: PublishedCohort,
  {
    folder,
    label,
    mark,
  }: { readonly folder: string; readonly label: string; readonly mark: ',' | '.' },
): {
  readonly create: readonly string[]
  readonly people: readonly string[]
  readonly takings: readonly string[]
} {
  const { code, name, place, start, end } = cohort
  const about = [
    ['--place', place],
    ['--sector', cohort.sector],
    ['--product-line', cohort.productLine],
    ['--public', cohort.public],
    ['--venue', cohort.venue],
  ].flat()
  const amount = decimalText(cohort.takings, mark)
  return {
    create: [code, '--name', name, '--template', 'blank', '--days', `${start},${end}`, ...about],
    people: [join(folder, code, 'participants.csv'), '--cohort', code],
    takings: [amount, '--on', end, '--label', label, '--cohort', code],
  }
}
