import type { RateTable } from '../domain/closing/close-body.ts'
import {
  type Contribution,
  newTables,
  type RateNote,
  type RateRow,
  rateNotes,
  rateTablesOf,
} from '../domain/closing/rate-tables.ts'
import { suggest } from '../domain/kernel/suggestion.ts'
import { RATES_IMPORT } from '../formats/rates-import.ts'
import { term } from '../formats/terminal-text.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { column, columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import { rateTables } from '../store/queries/rates.ts'
import { host as en } from '../words/en/host.ts'
import { host as fr } from '../words/fr/host.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { hostWords } from './host.ts'
import { type ImportPlan, runImport } from './import-file.ts'
import { printReport } from './output.ts'
import type { Session } from './session.ts'
import { misused } from './usage.ts'

const ACTIONS = ['list', 'import'] as const

/** `host rates list` and `host rates import FILE`: the social rates of the pay estimate. */
export const hostRates = command({
  arguments: '[action] [file]',
  options: { maxSize: FLAGS.maxSize },
  writes: true,
  lists: true,
  run: (session, { words: [action = 'list', file], options }) => {
    if (action === 'list' && file !== undefined)
      misused({ code: 'excess-argument', typed: file, command: 'host rates list' })
    if (action === 'list') return listRates(session)
    if (action === 'import') return importRates(session, file, options.maxSize)
    const near = suggest(action, ACTIONS).map((each) => `host rates ${each}`)
    return misused({
      code: 'unknown-command',
      typed: `host rates ${action}`,
      near,
      within: 'host rates',
    })
  },
})

const COLUMNS = [
  ...columns('validFrom', 'side'),
  column('name', { unit: 'word', words: 'contribution' }),
  column('rate', { unit: 'social-rate' }),
  column('base'),
]

function listRates(session: Session): Promise<void> {
  const rows = rateTables(session.ledger().db).flatMap(rowsOf)
  return printReport(session, { name: 'rates', columns: COLUMNS, rows })
}

const rowsOf = ({ validFrom, employer, employee }: RateTable): readonly Row[] => [
  ...employer.map(({ name, rate }) => ({ validFrom, side: 'employer', name, rate })),
  ...employee.map(({ name, rate, baseShare }) => ({
    validFrom,
    side: 'employee',
    name,
    rate,
    base: baseShare,
  })),
]

async function importRates(
  session: Session,
  path: string | undefined,
  maxSize: string | undefined,
): Promise<void> {
  if (path === undefined) {
    return misused({ code: 'missing-argument', name: '<file>', command: 'host rates' })
  }
  await runImport(session, { path, maxSize }, planOf(session))
}

const WHOLE_GROSS = 10_000

/** Each table of the file is one event; one that the ledger has already is skipped. Overlaps and gaps are said. */
function planOf(session: Session): ImportPlan<RateRow> {
  const notes: RateNote[] = []
  return {
    spec: RATES_IMPORT,
    next: () => hostWords(session).next.rates,
    notes: () => notes.map((note) => noteText(session, note)),
    begin: ({ journal, added, skipped, fault }) => {
      const rows: RateRow[] = []
      return {
        take: (row) => {
          rows.push(row)
          if (row.side === 'employee' || row.base === null || row.base === WHOLE_GROSS) return
          fault(
            { line: row.line, column: 'base' },
            (language) => inLanguage(language, { en, fr }).wholeGross,
          )
        },
        finish: () => {
          const known = rateTables(journal.db)
          const fresh = newTables(rateTablesOf(rows), known)
          for (const table of fresh) journal.append('rates', table)
          notes.push(...rateNotes(fresh, known))
          const count = fresh.reduce((sum, table) => sum + rowsOf(table).length, 0)
          added(count)
          skipped(rows.length - count)
        },
      }
    },
  }
}

function noteText(session: Session, note: RateNote): string {
  const language = session.language()
  const words = hostWords(session)
  const named = ({ side, name }: Contribution): string =>
    `${term(wordText('contribution', name, language))} (${wordText('side', side, language)})`
  return note.is === 'replaced'
    ? words.ratesReplaced(note.validFrom, note.changed.map(named))
    : words.ratesLacking(note.validFrom, note.before, note.missing.map(named))
}
