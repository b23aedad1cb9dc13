import { canonicalText } from '../canonical.ts'
import { run } from '../sql.ts'
import { bit, orNull, type Projectors } from './projector.ts'
import { fixRates } from './sale.ts'

export const tillProjectors: Projectors<'till-open' | 'till-cash' | 'till-count' | 'till-z'> = {
  'till-open': {
    apply: (db, { stall, body }) =>
      run(
        db,
        `INSERT INTO till_session (number, stall, cohort, day, opened_at, float_cents, venue, after_z)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          body.session,
          stall,
          body.cohort,
          body.day,
          body.happenedAt,
          body.floatCents,
          orNull(body.venue),
          bit(body.afterZ),
        ],
      ),
    revert: (db, { body }) => run(db, 'DELETE FROM till_session WHERE number = ?', [body.session]),
  },
  'till-cash': {
    apply: (db, { seq, body }) =>
      run(
        db,
        'INSERT INTO cash_move (session, seq, at, direction, amount_cents, reason) VALUES (?, ?, ?, ?, ?, ?)',
        [body.session, seq, body.happenedAt, body.direction, body.amountCents, body.reason],
      ),
    revert: (db, { seq, body }) =>
      run(db, 'DELETE FROM cash_move WHERE session = ? AND seq = ?', [body.session, seq]),
  },
  'till-count': {
    apply: (db, { seq, body }) =>
      run(
        db,
        `INSERT INTO cash_count (session, seq, at, expected_cents, counted_cents, difference_cents, reason, pieces,
           tenders, last_ticket)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          body.session,
          seq,
          body.happenedAt,
          body.expectedCents,
          body.countedCents,
          body.differenceCents,
          orNull(body.reason),
          body.pieces === undefined ? null : canonicalText(body.pieces),
          body.tenders === undefined ? null : canonicalText(body.tenders),
          orNull(body.lastTicket),
        ],
      ),
    revert: (db, { seq, body }) =>
      run(db, 'DELETE FROM cash_count WHERE session = ? AND seq = ?', [body.session, seq]),
  },
  'till-z': {
    apply: (db, { stall, seq, body }) => {
      run(
        db,
        'INSERT INTO z (number, stall, session, cohort, day, seq, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [body.number, stall, body.session, body.cohort, body.day, seq, canonicalText(body)],
      )
      fixRates(db, body)
      run(db, 'UPDATE till_session SET z = ? WHERE number = ?', [body.number, body.session])
    },
  },
}
