import { sumCents } from '../domain/kernel/money.ts'
import { columns } from '../reports/column.ts'
import { cohortsWithFigures } from '../store/queries/cohort-figures.ts'
import { rowOf } from './cohort.ts'
import { command } from './command.ts'
import { printReport } from './output.ts'

const COLUMNS = columns('code', 'name', 'place', 'start', 'end', 'participants', 'takings')

/** The cohorts of this ledger side by side, in the order of their creation. */
export const reportCohorts = command({
  options: {},
  lists: true,
  run: (session) => {
    const cohorts = cohortsWithFigures(session.ledger().db)
    const totals = {
      code: 'total',
      participants: cohorts.reduce((sum, cohort) => sum + cohort.participants, 0),
      takings: sumCents(cohorts.map((cohort) => cohort.takingsCents)),
    }
    return printReport(session, {
      name: 'cohorts',
      columns: COLUMNS,
      rows: cohorts.map(rowOf),
      totals,
    })
  },
})
