import { resolve } from 'node:path'
import type { EventBodies } from '../domain/journal/event.ts'
import { type CsvReading, type ImportSpec, readCsv } from '../formats/csv-read.ts'
import {
  type CsvOpening,
  type CsvSource,
  openCsvFile,
  openCsvStream,
} from '../formats/csv-source.ts'
import { CSV_LIMITS, type CsvLimits, MOST_FAULTS, parseSize } from '../formats/import-limits.ts'
import { type ImportKind, isImported } from '../store/queries/import.ts'
import type { Journal } from '../store/record.ts'
import { importFile as en } from '../words/en/import-file.ts'
import { importFile as fr } from '../words/fr/import-file.ts'
import { importFaultText } from '../words/import-fault-text.ts'
import { inLanguage } from '../words/said.ts'
import { command } from './command.ts'
import { EXIT } from './exit-code.ts'
import { FLAGS } from './flags.ts'
import {
  type Fault,
  type FaultNoter,
  FaultyFile,
  faultNoter,
  faultyFile,
  fileName,
  noting,
  ofFile,
  type RowPlace,
} from './import-faults.ts'
import { printOne } from './output.ts'
import { progressOn } from './progress.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'
import { misused } from './usage.ts'

/** What an import works with inside its one transaction. */
export type ImportWork = {
  readonly journal: Journal
  readonly cohort: string
  /** The very same file was imported into this cohort before; its digest is the identity of rows without their own. */
  readonly known: boolean
  readonly added: (count?: number) => void
  /** Was there already. */
  readonly skipped: (count?: number) => void
  /** Nothing will be recorded; go on, to find more. */
  readonly fault: FaultNoter
  /** Does what may be refused, in `finish`: a refusal becomes a fault of that line. */
  readonly noting: (place: RowPlace, work: () => void) => void
}

export type Importer<R> = {
  /** One row. A refusal that it throws becomes a fault of the row's line. */
  readonly take: (row: R) => void
  /** After the last row: what had to wait for the whole file. Not called when a row was refused. */
  readonly finish?: () => void
}

/** What one noun's import is made of. Rows keep the line of the file that they stand on. */
export type ImportPlan<R> = {
  /** Absent for what belongs to the host: it needs no cohort, and its rows know by themselves what is new. */
  readonly kind?: ImportKind
  readonly spec: ImportSpec<R>
  readonly begin: (work: ImportWork) => Importer<R>
  /** Said after the counts. */
  readonly notes?: () => readonly string[]
  /** The command to type after something was added. */
  readonly next?: () => string | undefined
  /** Instead of the counts. */
  readonly print?: () => Promise<void>
  /** What of the file stood here before under no name of the file's: kept with the import. */
  readonly matched?: () => NonNullable<EventBodies['import']['matched']>
}

/** Rows read; things added, and things that were there already. */
type ImportResult = {
  readonly rows: number
  readonly added: number
  readonly skipped: number
}

export type ImportFile = {
  /** `-` is standard input. */
  readonly path: string
  /** What `--max-size` said. */
  readonly maxSize: string | undefined
}

/** `import FILE` of a noun. */
export const importCommand = <R extends { readonly line: number }>(
  planOf: (session: Session) => ImportPlan<R>,
) =>
  command({
    arguments: '<file>',
    options: { maxSize: FLAGS.maxSize },
    writes: true,
    run: (session, { words, options }) =>
      runImport(session, { path: words[0] ?? '', maxSize: options.maxSize }, planOf(session)),
  })

/**
 * Imports one CSV file whole or not at all, in one transaction (`-n` rolls it back): opens it, says what was odd
 * about it, lists the first faults with line and column (exit 1), prints the counts. The same file twice adds nothing.
 */
export async function runImport<R extends { readonly line: number }>(
  session: Session,
  file: ImportFile,
  plan: ImportPlan<R>,
): Promise<void> {
  await importFrom(session, { file, source: await openSource(session, file) }, plan)
}

/** A file that is open, to look at its header before it is known what reads it. */
export type OpenImport = { readonly file: ImportFile; readonly source: CsvSource }

export async function importFrom<R extends { readonly line: number }>(
  session: Session,
  { file, source }: OpenImport,
  plan: ImportPlan<R>,
): Promise<void> {
  const words = inLanguage(session.language(), { en, fr })
  let result: ImportResult
  try {
    if (source.encoding.name !== 'utf-8') session.say(words.oldEncoding(source.encoding.line))
    const reading = readCsv(source, plan.spec, limitsOf(file.maxSize))
    const cohort = plan.kind === undefined ? '' : session.cohort().code
    result = session.record((journal) =>
      takeRows(session, { journal, cohort, source, reading, plan }),
    )
    if (reading.hasMixedLineEnds()) session.say(words.mixedLineEnds)
  } catch (error) {
    if (error instanceof FaultyFile) throw await faultyFile(session, file.path, error.faults)
    throw error
  } finally {
    source.close()
  }
  await (plan.print?.() ??
    printOne(session, result, () =>
      result.added === 0 ? words.nothing(result) : words.result(result),
    ))
  for (const note of plan.notes?.() ?? []) session.say(note)
  sayNext(session, result.added === 0 ? undefined : plan.next?.())
}

function limitsOf(maxSize: string | undefined): CsvLimits {
  if (maxSize === undefined) return CSV_LIMITS
  const bytes = parseSize(maxSize)
  return bytes === undefined
    ? misused({ code: 'bad-code', typed: maxSize, name: '--max-size', example: '64M' })
    : { ...CSV_LIMITS, bytes }
}

export async function openSource(
  session: Session,
  { path, maxSize }: ImportFile,
): Promise<CsvSource> {
  const limits = limitsOf(maxSize)
  const opening: CsvOpening =
    path === '-'
      ? await openCsvStream(session.io.stdin, limits)
      : openCsvFile(path === '' ? path : resolve(session.io.cwd, path), limits)
  if (opening.ok) return opening.source
  const { fault, line } = opening
  if (fault.code === 'file-missing') return misused({ code: 'file-missing', path })
  throw new SpokenError({
    code: fault.code,
    exit: EXIT.refused,
    say: (language) => {
      const words = inLanguage(language, { en, fr })
      const cause = importFaultText({ line, column: null, header: null, detail: fault }, language)
      return words.unreadable(fileName(path, language), cause)
    },
  })
}

type Taking<R> = {
  readonly journal: Journal
  readonly cohort: string
  readonly source: CsvSource
  readonly reading: CsvReading<R>
  readonly plan: ImportPlan<R>
}

/** A look at the clock costs more than a row. */
const ROWS_BETWEEN_LOOKS = 1_000

function takeRows<R extends { readonly line: number }>(
  session: Session,
  { journal, cohort, source, reading, plan }: Taking<R>,
): ImportResult {
  const { kind } = plan
  const { digest } = source
  const faults: Fault[] = []
  const fault = faultNoter(session, { reading, spec: plan.spec, faults })
  const counts = { rows: 0, added: 0, skipped: 0 }
  const known = kind !== undefined && isImported(journal.db, { cohort, kind, digest })
  const importer = plan.begin({
    journal,
    cohort,
    known,
    fault,
    noting: (place, work) => noting(place, fault, work),
    added: (count = 1) => void (counts.added += count),
    skipped: (count = 1) => void (counts.skipped += count),
  })
  const words = inLanguage(session.language(), { en, fr })
  const show = progressOn(session, words.progress)
  for (const row of reading.rows) {
    counts.rows += 1
    if (counts.rows % ROWS_BETWEEN_LOOKS === 0) show(counts.rows)
    noting({ line: row.line }, fault, () => importer.take(row))
    if (faults.length + reading.faults.length >= MOST_FAULTS) break
  }
  show(undefined)
  const found = (): readonly Fault[] => [...reading.faults.map(ofFile), ...faults]
  if (found().length === 0) importer.finish?.()
  if (found().length > 0) throw new FaultyFile(found())
  const matched = plan.matched?.() ?? []
  const isNews = counts.added > 0 && !known
  if (kind !== undefined && (isNews || matched.length > 0)) {
    const { rows, added } = counts
    const more = matched.length === 0 ? {} : { matched }
    journal.append('import', { cohort, kind, digest, rows, added, ...more })
  }
  return { ...counts }
}
