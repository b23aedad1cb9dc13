import { compareText } from './allocation.ts'
import { foldWord } from './name.ts'

/** A spelling that may be meant by what was typed, and what to propose for it. */
export type Candidate = { readonly spelling: string; readonly answer: string }

/** Folded word → the candidates that mean the same. */
export type Synonyms = Readonly<Record<string, readonly string[]>>

const MOST = 3

/**
 * The candidates that may be meant by `typed`, at most three: synonyms first, then those that begin
 * alike, then by spelling. Never used to correct, only to ask.
 */
export function suggest(
  typed: string,
  candidates: readonly string[],
  synonyms: Synonyms = {},
): readonly string[] {
  return nearest(
    typed,
    candidates.map((spelling) => ({ spelling, answer: spelling })),
    synonyms,
  )
}

/** As {@link suggest}, where several spellings stand for one answer. */
export function nearest(
  typed: string,
  candidates: readonly Candidate[],
  synonyms: Synonyms = {},
): readonly string[] {
  const wanted = bare(typed)
  const meant = Object.hasOwn(synonyms, wanted) ? (synonyms[wanted] ?? []) : []
  const best = new Map<string, number>()
  for (const { spelling, answer } of candidates) {
    const rank = meant.includes(spelling) ? SYNONYM : rankOf(wanted, bare(spelling))
    if (rank !== undefined && rank < (best.get(answer) ?? Number.POSITIVE_INFINITY)) {
      best.set(answer, rank)
    }
  }
  return [...best]
    .toSorted(([a, one], [b, other]) => one - other || compareText(a, b))
    .slice(0, MOST)
    .map(([answer]) => answer)
}

const [SAME, SYNONYM, BEGINS, INNER_WORD, SPELLING] = [0, 1, 2, 3, 4]

function bare(text: string): string {
  return foldWord(text).replace(/^-+/, '')
}

function rankOf(typed: string, spelling: string): number | undefined {
  if (typed === '' || spelling === '') return undefined
  if (typed === spelling) return SAME
  if (spelling.startsWith(typed)) return BEGINS
  if (spelling.length > 2 && typed.startsWith(spelling)) return BEGINS
  if (typed.length > 1 && spelling.split(/[- ]/).some((word) => word.startsWith(typed))) {
    return INNER_WORD
  }
  const allowed = mistakesIn(Math.min(typed.length, spelling.length))
  if (Math.abs(typed.length - spelling.length) > allowed) return undefined
  const distance = editDistance(typed, spelling)
  return distance <= allowed ? SPELLING + distance : undefined
}

/** How many slips a word of this length may hold and still be recognised (choice). */
function mistakesIn(length: number): number {
  if (length < 2) return 0
  return length < 5 ? 1 : length < 8 ? 2 : 3
}

/** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  const width = other.length + 1
  let before: number[] = []
  let row = Array.from({ length: width }, (_, column) => column)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j < width; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const changed = at(row, j - 1) + (same ? 0 : 1)
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const cost = Math.min(at(row, j) + 1, at(next, j - 1) + 1, changed)
      next.push(swapped ? Math.min(cost, at(before, j - 2) + 1) : cost)
    }
    before = row
    row = next
  }
  return at(row, width - 1)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? 0
}
