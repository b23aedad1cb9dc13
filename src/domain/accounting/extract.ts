import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { present } from '../kernel/present.ts'
import type { NumberedEntry } from './entry.ts'

export type ExtractWish = {
  readonly cohort: string
  /** The last day of entries wanted; all of them when undefined. */
  readonly until: Day | undefined
  /** Entries of a period that is still open, too: they may change until it is closed. */
  readonly openToo: boolean
}

/**
 * The entries of a file for other software: from number 1, without a gap. Refuses `nothing-final`, `nothing-to-export`
 * and `export-gap`.
 */
export function extractOf(
  entries: readonly NumberedEntry[],
  { cohort, until, openToo }: ExtractWish,
): readonly NumberedEntry[] {
  const known = openToo ? entries : entries.filter((entry) => entry.validDay !== undefined)
  if (known.length === 0 && entries.length > 0) refuse({ code: 'nothing-final', cohort })
  const wanted = until === undefined ? known : known.filter((entry) => entry.day <= until)
  if (wanted.length === 0)
    refuse({ code: 'nothing-to-export', cohort, ...present({ first: firstDay(known) }) })
  const last = wanted.at(-1)
  const later = known.find((entry) => entry.number < (last?.number ?? 0) && !wanted.includes(entry))
  if (until !== undefined && later !== undefined)
    refuse({ code: 'export-gap', until, later: later.day, whole: wholeFrom(known, until) })
  return wanted
}

const firstDay = (entries: readonly NumberedEntry[]): Day | undefined =>
  entries.reduce<Day | undefined>(
    (first, { day }) => (first === undefined || day < first ? day : first),
    undefined,
  )

/** The first day from `until` on up to which the numbers have no gap. */
function wholeFrom(entries: readonly NumberedEntry[], until: Day): Day {
  const last = entries.findLastIndex((entry) => entry.day <= until)
  const latest = entries
    .slice(0, last + 1)
    .reduce((day, each) => (each.day > day ? each.day : day), until)
  return latest === until ? until : wholeFrom(entries, latest)
}
