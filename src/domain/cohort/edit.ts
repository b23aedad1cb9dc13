import { changesBetween, type Wanted } from '../journal/change.ts'
import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'

/** What may be said anew about a cohort at any time, after its close too: none of it enters the computation. */
type Described = {
  readonly name: string
  readonly place: string | undefined
  readonly sector: string | undefined
  readonly productLine: string | undefined
  readonly public: string | undefined
}

export type CohortEdit = Wanted<Described> & { readonly venues?: readonly string[] | undefined }

/** Venues are replaced as a whole. Refuses `nothing-to-change`. */
export function editCohort(
  { code, venues, described }: Standing,
  { venues: wantedVenues, ...wanted }: CohortEdit,
): EventBodies['cohort-edit'] {
  const changes = changesBetween(described, wanted)
  const moved = wantedVenues !== undefined && !sameTexts(venues, wantedVenues)
  if (changes.length === 0 && !moved) refuse({ code: 'nothing-to-change' })
  return {
    cohort: code,
    changes,
    ...(moved ? { venues: { from: venues, to: wantedVenues } } : {}),
  }
}

type Standing = {
  readonly code: string
  readonly venues: readonly string[]
  readonly described: Described
}

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, index) => text === other[index])
