import { canonicalText } from '../canonical.ts'
import { run } from '../sql.ts'
import { settleStatus } from './cohort-status.ts'
import type { Projectors } from './projector.ts'

export const closingProjectors: Projectors<'close'> = {
  close: {
    apply: (db, { stall, seq, body }) => {
      run(
        db,
        'INSERT INTO closing (cohort, period, from_day, until_day, stall, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [body.cohort, body.period, body.from, body.until, stall, seq, canonicalText(body)],
      )
      settleStatus(db, body.cohort)
    },
  },
}
