import type { EventBodies } from '../../domain/journal/event.ts'
import { type Db, first } from '../sql.ts'

export type ImportKind = EventBodies['import']['kind']

/** Whether the very same bytes were imported into this cohort before. */
export const isImported = (
  db: Db,
  {
    cohort,
    kind,
    digest,
  }: { readonly cohort: string; readonly kind: ImportKind; readonly digest: string },
): boolean =>
  first(db, 'SELECT 1 AS known FROM import WHERE cohort = ? AND kind = ? AND digest = ?', [
    cohort,
    kind,
    digest,
  ]) !== undefined
