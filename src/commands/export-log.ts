import { columns } from '../reports/column.ts'
import { exportsOf } from '../store/queries/export.ts'
import { command } from './command.ts'
import { exportWords } from './export-file.ts'
import { printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import { namedCohort } from './till-session.ts'

const COLUMNS = [
  ...columns('exported', 'cohort', 'format', 'from', 'until', 'entries', 'rows'),
  ...columns('file', 'actor', 'digest'),
]

/** What left for other software, the oldest first; of one cohort when it is named. */
export const exportLog = command({
  options: {},
  lists: true,
  run: async (session) => {
    const exports = exportsOf(session.ledger().db, namedCohort(session))
    const rows = exports.map(({ at, file, ...row }) => ({
      exported: at,
      ...row,
      file: file ?? null,
    }))
    await printReport(session, { name: 'export-log', columns: COLUMNS, rows })
    if (rows.length > 0) return
    const { empty, next } = exportWords(session)
    session.say(empty)
    sayNext(session, next.fec)
  },
})
