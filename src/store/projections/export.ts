import { run } from '../sql.ts'
import type { Projectors } from './projector.ts'

export const exportProjectors: Projectors<'export'> = {
  export: {
    apply: (db, { stall, seq, at, actor, body }) =>
      run(
        db,
        `INSERT INTO export
           (stall, seq, at, actor, cohort, format, from_day, until_day, entries, rows, digest, file)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          stall,
          seq,
          at,
          actor,
          body.cohort,
          body.format,
          body.from,
          body.until,
          body.entries,
          body.rows,
          body.digest,
          body.file ?? null,
        ],
      ),
  },
}
