import { refuse } from '../domain/journal/refusal.ts'
import type { CohortRow } from '../store/queries/cohort.ts'
import type { Session } from './session.ts'

/** The cohort to write about; people and attendance may change after a close, but not in the archive. */
export function liveCohort(session: Session): CohortRow {
  const cohort = session.cohort()
  if (cohort.status === 'archived') refuse({ code: 'cohort-archived', cohort: cohort.code })
  return cohort
}
