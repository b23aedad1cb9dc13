import { type ColumnKey, standardHeader } from '../reports/column.ts'
import type { ImportFault, ImportFaultDetail } from '../reports/import-fault.ts'
import { COLUMNS_EN } from '../words/en/columns.ts'
import { COLUMNS_FR } from '../words/fr/columns.ts'
import { type BrokenRecord, cellsOf, type Delimiter, MOST_COLUMNS } from './csv-records.ts'
import { shown } from './shown.ts'
import { foldedWords } from './vocabulary-words.ts'

/** The columns that an import takes. `ignored` are those of our own exports that say nothing new. */
export type ImportColumns = {
  readonly required: readonly ColumnKey[]
  readonly optional: readonly ColumnKey[]
  readonly ignored: readonly ColumnKey[]
}

export type CsvHeader = CutTitles & {
  /** Which cell of a record each column is in; a column that is not there is absent. */
  readonly positions: ReadonlyMap<ColumnKey, number>
}

export type ReadHeader =
  | { readonly ok: true; readonly header: CsvHeader }
  | { readonly ok: false; readonly faults: readonly ImportFault[] }

const DELIMITERS: readonly Delimiter[] = [';', ',', '\t']

/** `sep=;` on the first line, which Excel writes and reads. */
export function separatorOf(text: string): Delimiter | undefined {
  const sign = /^ *"?sep=(.)"? *$/i.exec(text)?.[1]
  return DELIMITERS.find((delimiter) => delimiter === sign)
}

/**
 * Header line → where each column stands, or everything that is wrong with it. The separator is the one that gives
 * most of the expected titles, unless `said`. Titles are taken in French, in English and as programs write them,
 * without case, accents and underscores.
 */
export function readHeader(
  { text, line }: { readonly text: string; readonly line: number },
  columns: ImportColumns,
  said: Delimiter | undefined,
): ReadHeader {
  const known = titleMap([...columns.required, ...columns.optional, ...columns.ignored])
  const cut = cutTitles({ text, line }, said === undefined ? DELIMITERS : [said], known)
  if ('broken' in cut) return { ok: false, faults: [faultAt(cut.line, { code: cut.broken })] }
  const details = titleFaults(cut.titles, columns, known)
  if (details.length > 0) return { ok: false, faults: details.map((each) => faultAt(line, each)) }
  const positions = new Map<ColumnKey, number>()
  for (const [index, title] of cut.titles.entries()) {
    const key = known.get(foldedWords(title))
    if (key !== undefined) positions.set(key, index)
  }
  return { ok: true, header: { ...cut, positions } }
}

const faultAt = (line: number, detail: ImportFaultDetail): ImportFault => ({
  line,
  column: null,
  header: null,
  detail,
})

type KnownTitles = ReadonlyMap<string, ColumnKey>

/** Every title that means one of these columns, folded. */
function titleMap(keys: readonly ColumnKey[]): KnownTitles {
  const titles = new Map<string, ColumnKey>()
  for (const key of keys) {
    for (const title of [standardHeader(key), COLUMNS_FR[key], COLUMNS_EN[key]]) {
      titles.set(foldedWords(title), key)
    }
  }
  return titles
}

type CutTitles = { readonly delimiter: Delimiter; readonly titles: readonly string[] }

/** Cut by the delimiter that gives most known titles, then most titles. */
function cutTitles(
  top: { readonly text: string; readonly line: number },
  delimiters: readonly Delimiter[],
  known: KnownTitles,
): CutTitles | BrokenRecord {
  let best: CutTitles & { readonly score: number } = { delimiter: ';', titles: [], score: -1 }
  let broken: BrokenRecord | undefined
  for (const delimiter of delimiters) {
    const titles = cellsOf(top, delimiter)
    if ('broken' in titles) {
      broken ??= titles
      continue
    }
    const score = titles.filter((title) => known.has(foldedWords(title))).length
    const isBetter =
      score > best.score || (score === best.score && titles.length > best.titles.length)
    if (isBetter) best = { delimiter, titles, score }
  }
  return best.score === -1 && broken !== undefined ? broken : best
}

function titleFaults(
  titles: readonly string[],
  columns: ImportColumns,
  known: KnownTitles,
): readonly ImportFaultDetail[] {
  const expected = [...columns.required, ...columns.optional]
  if (titles.length > MOST_COLUMNS) {
    return [{ code: 'too-many-columns', found: titles.length, most: MOST_COLUMNS }]
  }
  const seen = new Set<ColumnKey>()
  const details: ImportFaultDetail[] = []
  for (const [index, title] of titles.entries()) {
    const key = known.get(foldedWords(title))
    if (title.trim() === '') details.push({ code: 'empty-header', position: index + 1, expected })
    else if (key === undefined)
      details.push({ code: 'unknown-header', text: shown(title), expected })
    else if (seen.has(key)) details.push({ code: 'duplicate-header', text: shown(title) })
    if (key !== undefined) seen.add(key)
  }
  for (const key of columns.required) {
    if (!seen.has(key)) details.push({ code: 'missing-header', key, expected })
  }
  return details
}
