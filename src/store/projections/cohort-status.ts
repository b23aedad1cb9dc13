import { type Db, run } from '../sql.ts'

/**
 * A cohort is closed when a close was made and nothing is left to close: no programme day, till session, recap or cost
 * later on. A day planned after its last close opens its next period. Archived cohorts stay so.
 */
const SETTLE = `UPDATE cohort SET status = CASE
    WHEN EXISTS (SELECT 1 FROM cohort_day WHERE cohort = :cohort AND day > last.until AND cancelled = 0)
      OR EXISTS (SELECT 1 FROM till_session WHERE cohort = :cohort AND day > last.until)
      OR EXISTS (SELECT 1 FROM sale
        WHERE cohort = :cohort AND day > last.until AND session IS NULL AND voided_by IS NULL)
      OR EXISTS (SELECT 1 FROM cost WHERE cohort = :cohort AND day > last.until AND voided_by IS NULL
        AND corrects IS NULL)
    THEN 'open' ELSE 'closed' END
  FROM (SELECT max(until_day) AS until FROM closing WHERE cohort = :cohort) AS last
  WHERE code = :cohort AND status <> 'archived' AND last.until IS NOT NULL`

export const settleStatus = (db: Db, cohort: string): void => run(db, SETTLE, { cohort })
