import { costOf } from '../../domain/closing/corrected-cost.ts'
import { canonicalText } from '../canonical.ts'
import { run } from '../sql.ts'
import { writeCost } from './cost.ts'
import { eventName, orNull, type Projectors } from './projector.ts'

export const correctionProjectors: Projectors<'correction'> = {
  correction: {
    apply: (db, event) => {
      const { stall, seq, body } = event
      const { cohort, period, number, day, fact } = body
      run(
        db,
        'INSERT INTO correction (cohort, period, number, day, stall, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [cohort, period, number, day, stall, seq, canonicalText(body)],
      )
      if (fact.kind === 'cost') writeCost(db, costOf(body, fact), period)
      if (fact.kind === 'void-cost')
        run(db, 'UPDATE cost SET voided_by = ?, void_reason = ?, corrects = ? WHERE number = ?', [
          eventName(event),
          orNull(body.reason),
          period,
          fact.cost,
        ])
    },
  },
}
