import type { EventBodies, Template } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { plannedDays, usualDays } from './plan.ts'

export type NewCohort = {
  readonly code: string
  readonly name: string
  readonly template: Template
  readonly start: Day | undefined
  /** Given by hand: the format's usual days are then left aside. */
  readonly days: readonly Day[] | undefined
  readonly about: About
}

/** What a cohort may say of itself; the market or shop of each sale is among its venues. */
type About = Readonly<Partial<Record<'place' | 'sector' | 'productLine' | 'public', string>>> & {
  readonly venues: readonly string[]
}

/** `taken` is the cohort that has this code already, in whatever case. Refuses `cohort-exists` and `day-twice`. */
export function createCohort(
  { code, name, template, start, days, about }: NewCohort,
  taken: string | undefined,
): EventBodies['cohort'] {
  if (taken !== undefined) refuse({ code: 'cohort-exists', cohort: taken })
  const chosen = days ?? (start === undefined ? [] : usualDays(template, start))
  const twice = chosen.find((day, index) => chosen.indexOf(day) !== index)
  if (twice !== undefined) refuse({ code: 'day-twice', day: twice })
  return { code, name, template, ...about, days: plannedDays(chosen) }
}
