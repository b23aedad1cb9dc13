import type { Language } from '../domain/journal/event.ts'
import { type Refusal, Refused } from '../domain/journal/refusal.ts'
import type { CsvReading, ImportSpec } from '../formats/csv-read.ts'
import { MOST_FAULTS } from '../formats/import-limits.ts'
import type { ColumnKey } from '../reports/column.ts'
import { importFile as en } from '../words/en/import-file.ts'
import { importFile as fr } from '../words/fr/import-file.ts'
import { importFaultText, importPlaceText } from '../words/import-fault-text.ts'
import { inLanguage, titled } from '../words/said.ts'
import { EXIT } from './exit-code.ts'
import { refusedColumn } from './refused-column.ts'
import type { Session } from './session.ts'
import { SpokenError } from './spoken-error.ts'

/** Why a row is not taken: a rule's refusal, or its own words. */
type RowProblem = Refusal | ((language: Language) => string)
export type RowPlace = { readonly line: number; readonly column?: ColumnKey | undefined }

/** As it was typed; standard input by its name. */
export const fileName = (path: string, language: Language): string =>
  path === '-' ? inLanguage(language, { en, fr }).standardInput : path

export type Fault = {
  readonly line: number | null
  readonly say: (language: Language) => Promise<string>
}

/** Thrown inside the transaction to take it back. */
export class FaultyFile extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('faulty file')
    this.faults = faults
  }
}

type Noting<R> = {
  readonly reading: CsvReading<R>
  readonly spec: ImportSpec<R>
  readonly faults: Fault[]
}
export type FaultNoter = (place: RowPlace, problem: RowProblem) => void

/** Notes what is wrong with a row, and the cell where a refusal is about one. */
export function faultNoter<R>(session: Session, { reading, spec, faults }: Noting<R>): FaultNoter {
  const columns = [...spec.columns, ...spec.exported]
  return ({ line, column }, problem) => {
    const where =
      column ?? (typeof problem === 'function' ? undefined : refusedColumn(problem, columns))
    const header = where === undefined ? null : reading.titleOf(where)
    faults.push({
      line,
      say: async (language) =>
        titled(
          importPlaceText({ line, header }, language),
          await causeText(session, problem, language),
          language,
        ),
    })
  }
}

/** A refusal of what `work` does becomes a fault of that row. */
export function noting(place: RowPlace, fault: FaultNoter, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    fault(place, error.refusal)
  }
}

/** What the reader of the file found wrong with it. */
export const ofFile = (fault: CsvReading<unknown>['faults'][number]): Fault => ({
  line: fault.line,
  say: async (language) => importFaultText(fault, language),
})

async function causeText(
  session: Session,
  problem: RowProblem,
  language: Language,
): Promise<string> {
  if (typeof problem === 'function') return problem(language)
  const { refusalWords } = await import('./complaint.ts')
  return (await refusalWords(session, problem, language)).message
}

/** The first faults by line, each on a line of its own, under one error. */
export async function faultyFile(
  session: Session,
  path: string,
  faults: readonly Fault[],
): Promise<SpokenError> {
  const language = session.language()
  const shownFirst = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, MOST_FAULTS)
  const lines = await Promise.all(shownFirst.map(async (each) => `  ${await each.say(language)}`))
  return new SpokenError({
    code: 'import-refused',
    exit: EXIT.refused,
    say: (spoken) =>
      inLanguage(spoken, { en, fr }).refused(
        fileName(path, spoken),
        lines.length,
        faults.length >= MOST_FAULTS,
      ),
    detail: () => lines,
  })
}
