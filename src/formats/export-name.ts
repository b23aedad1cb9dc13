import type { NumberedEntry } from '../domain/accounting/entry.ts'
import type { ExportFormat } from '../domain/journal/event.ts'
import type { Day } from '../domain/kernel/day.ts'
import { invariant } from '../domain/kernel/defect.ts'

type Named = {
  readonly cohort: string
  readonly entries: readonly NumberedEntry[]
  readonly until: Day | undefined
}

/** Letters, digits and dashes of a cohort's code: a name can lead to no other folder. */
const SAFE = /^[A-Za-z0-9-]{1,32}$/

/**
 * `123456782FEC20261231_FC-2026-01.txt` (law: SIREN, FEC, last day of the financial year; the cohort is what says that it
 * is an extract). The day is `--until`, else the 31st of December of the last entry (choice: the usual financial year).
 */
export function fecName(siren: string, { cohort, entries, until }: Named): string {
  invariant(/^\d{9}$/.test(siren) && SAFE.test(cohort), 'a file name is safe')
  const year = entries.reduce((last, { day }) => (day > last ? day : last), '').slice(0, 4)
  return `${siren}FEC${until?.replaceAll('-', '') ?? `${year}1231`}_${cohort}.txt`
}

const ENDINGS: { readonly [F in Exclude<ExportFormat, 'fec'>]: string } = {
  'sage-cae': '_sage.txt',
  hledger: '_hledger.journal',
}

/** `FC-2026-01_sage.txt`: never a name that Windows keeps for itself. */
export function exportName(cohort: string, format: keyof typeof ENDINGS): string {
  invariant(SAFE.test(cohort), 'a file name is safe')
  return `${cohort}${ENDINGS[format]}`
}
