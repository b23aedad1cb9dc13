import { refuse } from '../journal/refusal.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { Cents } from '../kernel/money.ts'

/** Which days of a cohort have something in them, and how far it is closed. */
export type Span = {
  readonly cohort: string
  readonly archived: boolean
  /** Nothing is left to close. */
  readonly closed: boolean
  /** How many periods are closed, up to which day, and the deficit of the last one. */
  readonly closes: number
  readonly closedUntil: Day | undefined
  readonly deficitCents: Cents
  /** Programme days that are not cancelled, ascending. */
  readonly programme: readonly Day[]
  /** First and last day with a till session, a recap or a cost that is not closed yet. */
  readonly recorded: { readonly first: Day; readonly last: Day } | undefined
}

/** The days that one close is about, both counted. */
export type Period = {
  /** 1 for a cohort's first. */
  readonly number: number
  readonly from: Day
  readonly until: Day
  /** What the period before left to make good, ≥ 0. */
  readonly carriedDeficitCents: Cents
}

/**
 * The period that a close made now is about. It begins on the first day that is not closed yet, for a first close the
 * earliest day with anything in it, so that nothing is lost; it ends on `typed`, else the last programme day, else
 * the last day with anything in it. Refuses an archived or closed cohort, one with nothing in it, and an end before
 * the beginning.
 */
export function periodOf(span: Span, typed: Day | undefined): Period {
  const { cohort, closedUntil, programme, recorded } = span
  if (span.archived) refuse({ code: 'cohort-archived', cohort })
  if (closedUntil !== undefined && (span.closed || (typed !== undefined && typed <= closedUntil)))
    refuse({ code: 'period-closed', cohort, until: closedUntil })
  const open = programme.filter((day) => closedUntil === undefined || day > closedUntil)
  const [from] = earliest(open[0], recorded?.first)
  const until = typed ?? open.at(-1) ?? recorded?.last
  if (from === undefined || until === undefined) return refuse({ code: 'nothing-to-close', cohort })
  const begin = closedUntil === undefined ? from : addDays(closedUntil, 1)
  if (until < begin) refuse({ code: 'period-empty', cohort, from: begin, until })
  const { closes, deficitCents } = span
  return { number: closes + 1, from: begin, until, carriedDeficitCents: deficitCents }
}

const earliest = (...days: readonly (Day | undefined)[]): readonly Day[] =>
  days.filter((day) => day !== undefined).toSorted()
