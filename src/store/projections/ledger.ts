import type { Change } from '../../domain/journal/event.ts'
import { canonicalText } from '../canonical.ts'
import { type Db, run } from '../sql.ts'
import type { Projectors } from './projector.ts'

function writeSetting(db: Db, key: string, value: Change['to']): void {
  if (value === undefined) run(db, 'DELETE FROM setting WHERE key = ?', [key])
  else {
    run(
      db,
      'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, String(value)],
    )
  }
}

function writeSide(db: Db, changes: readonly Change[], side: 'from' | 'to'): void {
  for (const change of changes) writeSetting(db, change.field, change[side])
}

export const ledgerProjectors: Projectors<
  'init' | 'join' | 'merge' | 'host' | 'rates' | 'import' | 'clock-anomaly'
> = {
  init: {
    apply: (db, { at, body }) => {
      const { coop, training, operator } = body
      run(db, 'INSERT INTO ledger (id, coop, created_at, training) VALUES (1, ?, ?, ?)', [
        coop,
        at,
        training ? (operator ?? '') : null,
      ])
      // The file that begins a cooperative is its first till's; one that joins it says who it is before.
      run(db, 'INSERT INTO device (id, till) VALUES (1, ?) ON CONFLICT DO NOTHING', [body.till])
      writeSetting(db, 'name', body.host)
      writeSetting(db, 'siren', body.siren)
      writeSetting(db, 'language', body.language)
      writeSetting(db, 'csv_profile', body.csvProfile)
    },
  },
  join: { apply: () => undefined },
  merge: { apply: () => undefined },
  host: {
    apply: (db, { body }) => writeSide(db, body.changes, 'to'),
    revert: (db, { body }) => writeSide(db, body.changes, 'from'),
  },
  rates: {
    apply: (db, { body }) =>
      run(
        db,
        `INSERT INTO rate_table (valid_from, body) VALUES (?, ?)
         ON CONFLICT (valid_from) DO UPDATE SET body = excluded.body`,
        [body.validFrom, canonicalText(body)],
      ),
  },
  import: {
    apply: (db, { seq, body }) => {
      run(
        db,
        `INSERT INTO import (cohort, kind, digest, seq, rows, added) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
        [body.cohort, body.kind, body.digest, seq, body.rows, body.added],
      )
      for (const { till, number, reference } of body.matched ?? []) {
        run(
          db,
          'UPDATE sale SET reference = ? WHERE stall = ? AND number = ? AND reference IS NULL',
          [reference, till, number],
        )
      }
    },
  },
  'clock-anomaly': {
    apply: (db, { stall, seq, body: { before, after } }) =>
      run(db, 'INSERT INTO clock_step (stall, seq, before, after) VALUES (?, ?, ?, ?)', [
        stall,
        seq,
        before,
        after,
      ]),
  },
}
