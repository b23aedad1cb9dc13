import { canonicalText } from '../canonical.ts'
import { run } from '../sql.ts'
import type { Projectors } from './projector.ts'

/** A cohort is closed when nothing is left to close: no programme day, till session, recap or cost later on. */
const CLOSE_COHORT = `UPDATE cohort SET status = 'closed' WHERE code = :cohort
  AND NOT EXISTS (SELECT 1 FROM cohort_day WHERE cohort = :cohort AND day > :until AND cancelled = 0)
  AND NOT EXISTS (SELECT 1 FROM till_session WHERE cohort = :cohort AND day > :until)
  AND NOT EXISTS (SELECT 1 FROM sale
    WHERE cohort = :cohort AND day > :until AND session IS NULL AND voided_by IS NULL)
  AND NOT EXISTS (SELECT 1 FROM cost
    WHERE cohort = :cohort AND day > :until AND voided_by IS NULL)`

export const closingProjectors: Projectors<'close'> = {
  close: {
    apply: (db, { stall, seq, body }) => {
      run(
        db,
        'INSERT INTO closing (cohort, period, from_day, until_day, stall, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [body.cohort, body.period, body.from, body.until, stall, seq, canonicalText(body)],
      )
      run(db, CLOSE_COHORT, { cohort: body.cohort, until: body.until })
    },
  },
}
