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
  const last = until === undefined ? known.length - 1 : lastOf(known, until)
  if (last === -1)
    refuse({ code: 'nothing-to-export', cohort, ...present({ first: firstDay(known) }) })
  const wanted = known.slice(0, last + 1)
  const later = until === undefined ? undefined : wanted.find((entry) => entry.day > until)
  if (until !== undefined && later !== undefined)
    refuse({ code: 'export-gap', until, later: later.day, whole: wholeFrom(known, until) })
  return wanted
}

/** Index of the highest number of that day or an earlier one. */
const lastOf = (entries: readonly NumberedEntry[], until: Day): number =>
  entries.findLastIndex((entry) => entry.day <= until)

const firstDay = (entries: readonly NumberedEntry[]): Day | undefined =>
  entries.reduce<Day | undefined>(
    (first, { day }) => (first === undefined || day < first ? day : first),
    undefined,
  )

/** The first day from `until` on up to which the numbers have no gap. */
function wholeFrom(entries: readonly NumberedEntry[], until: Day): Day {
  const latest = entries
    .slice(0, lastOf(entries, until) + 1)
    .reduce((day, each) => (each.day > day ? each.day : day), until)
  return latest === until ? until : wholeFrom(entries, latest)
}
