import { type ColumnKey, standardHeader } from '../reports/column.ts'
import type { ImportFault, ImportFaultDetail } from '../reports/import-fault.ts'
import { COLUMNS_EN } from '../words/en/columns.ts'
import { COLUMNS_FR } from '../words/fr/columns.ts'
import { type BrokenRecord, cellsOf, type Delimiter } from './csv-records.ts'
import { MOST_COLUMNS, MOST_FAULTS } from './import-limits.ts'
import { shown } from './shown.ts'
import { foldedWords } from './vocabulary-words.ts'

/** The columns that an import takes. `exported` are more that our own exports have: let pass, and not asked for. */
export type ImportColumns = {
  /** In the order in which they are told. */
  readonly columns: readonly ColumnKey[]
  /** Those of them that must be there. */
  readonly required: readonly ColumnKey[]
  readonly exported: readonly ColumnKey[]
  /** What other programs call a column, the surest first; beside our own titles. */
  readonly titles?: { readonly [K in ColumnKey]?: readonly string[] }
  /** A file of another program: columns that are not asked for are let pass, whatever they are called. */
  readonly foreign?: true
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
  taken: ImportColumns,
  said: Delimiter | undefined,
): ReadHeader {
  const known = titleMap(taken)
  const cut = cutTitles({ text, line }, said === undefined ? DELIMITERS : [said], known)
  if ('broken' in cut) return { ok: false, faults: [faultAt(cut.line, { code: cut.broken })] }
  const details = titleFaults(cut.titles, taken, known)
  if (details.length > 0) return { ok: false, faults: details.map((each) => faultAt(line, each)) }
  return { ok: true, header: { ...cut, positions: positionsOf(cut.titles, known, taken) } }
}

/** Where two titles of a foreign file mean one column, the surer one is taken. */
function positionsOf(
  titles: readonly string[],
  known: KnownTitles,
  { titles: others }: ImportColumns,
): ReadonlyMap<ColumnKey, number> {
  const positions = new Map<ColumnKey, number>()
  const ranks = new Map<ColumnKey, number>()
  for (const [index, title] of titles.entries()) {
    const folded = foldedWords(title)
    const key = known.get(folded)
    if (key === undefined) continue
    const found = others?.[key]?.findIndex((each) => foldedWords(each) === folded) ?? -1
    const rank = found === -1 ? Number.MAX_SAFE_INTEGER : found
    if (positions.has(key) && rank >= (ranks.get(key) ?? 0)) continue
    positions.set(key, index)
    ranks.set(key, rank)
  }
  return positions
}

/** Whether a header line is this import's: every title that it needs, and no other. */
export const fits = (
  top: { readonly text: string; readonly line: number },
  taken: ImportColumns,
): boolean => readHeader(top, taken, undefined).ok

/** The titles of a header line, cut at the separator that gives most of those that are asked for; none if it is no CSV. */
export function titlesOf(
  top: { readonly text: string; readonly line: number },
  taken: ImportColumns,
): readonly string[] {
  const cut = cutTitles(top, DELIMITERS, titleMap(taken))
  return 'broken' in cut ? [] : cut.titles
}

const faultAt = (line: number, detail: ImportFaultDetail): ImportFault => ({
  line,
  column: null,
  header: null,
  detail,
})

type KnownTitles = ReadonlyMap<string, ColumnKey>

/** Every title that means one of these columns, folded. */
function titleMap({ columns, exported, titles: others }: ImportColumns): KnownTitles {
  const titles = new Map<string, ColumnKey>()
  for (const key of [...columns, ...exported]) {
    const ours = [standardHeader(key), COLUMNS_FR[key], COLUMNS_EN[key]]
    for (const title of [...ours, ...(others?.[key] ?? [])]) titles.set(foldedWords(title), key)
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

/** All that is wrong with the titles; the last fault says what is expected. */
function titleFaults(
  titles: readonly string[],
  taken: ImportColumns,
  known: KnownTitles,
): readonly ImportFaultDetail[] {
  if (titles.length > MOST_COLUMNS) {
    return [{ code: 'too-many-columns', found: titles.length, most: MOST_COLUMNS }]
  }
  const expected = taken.columns
  if (!titles.some((title) => known.has(foldedWords(title))))
    return [{ code: 'no-header', expected }]
  const seen = new Set<ColumnKey>()
  const wrong: ((listed: readonly ColumnKey[]) => ImportFaultDetail)[] = []
  for (const [index, title] of titles.entries()) {
    const key = known.get(foldedWords(title))
    const text = shown(title.trim())
    if (taken.foreign === true) {
      if (key !== undefined) seen.add(key)
      continue
    }
    if (text === '')
      wrong.push((listed) => ({ code: 'empty-header', position: index + 1, expected: listed }))
    else if (key === undefined)
      wrong.push((listed) => ({ code: 'unknown-header', text, expected: listed }))
    else if (seen.has(key))
      wrong.push((listed) => ({ code: 'duplicate-header', text, expected: listed }))
    if (key !== undefined) seen.add(key)
  }
  for (const key of taken.required) {
    if (!seen.has(key)) wrong.push((listed) => ({ code: 'missing-header', key, expected: listed }))
  }
  const last = Math.min(wrong.length, MOST_FAULTS) - 1
  return wrong.map((fault, index) => fault(index === last ? expected : []))
}
