import { expectedCash, takenOf } from '../domain/till/takings.ts'
import { zName } from '../domain/till/z-name.ts'
import { column, columns } from '../reports/column.ts'
import type { Row } from '../reports/report.ts'
import { allSessions, type SessionRow } from '../store/queries/till.ts'
import { sumsOf } from '../store/queries/till-sums.ts'
import { zBody } from '../store/queries/z.ts'
import type { Db } from '../store/sql.ts'
import { command } from './command.ts'
import { printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import { namedCohort } from './till-session.ts'
import { tillWords } from './till-words.ts'

const COLUMNS = [
  ...columns('session', 'till', 'day', 'cohort', 'opened', 'float', 'tickets', 'takings', 'tips'),
  ...columns('expected', 'counted', 'difference', 'reason', 'z'),
  column('state', { unit: 'word', words: 'session' }),
]

/** Every session of every till that is here, the oldest day first; of one cohort when it is named. */
export const tillList = command({
  options: {},
  lists: true,
  run: async (session) => {
    const { db } = session.ledger()
    const cohort = namedCohort(session)
    const sessions = allSessions(db).filter((row) => cohort === undefined || row.cohort === cohort)
    const rows = sessions.map((row) => ({ till: row.till, ...sessionRow(db, row.till, row) }))
    await printReport(session, { name: 'till-list', columns: COLUMNS, rows })
    if (rows.length > 0) return
    const { empty, next } = tillWords(session)
    session.say(empty)
    sayNext(session, next.open)
  },
})

function sessionRow(db: Db, stall: string, row: SessionRow): Row {
  const known = { session: row.number, day: row.day, cohort: row.cohort, opened: row.openedAt }
  const z = row.z === undefined ? undefined : zBody(db, stall, row.z)
  if (z !== undefined) {
    return {
      ...known,
      float: z.floatCents,
      tickets: z.ticketCount,
      takings: takenOf(z),
      tips: z.tipsCents,
      expected: z.expectedCents,
      counted: z.countedCents ?? null,
      difference: z.countedCents === undefined ? null : z.differenceCents,
      reason: z.reason ?? null,
      z: zName(z.number),
      state: 'sealed',
    }
  }
  const { tickets, cash, count } = sumsOf(db, row)
  const expected = expectedCash(cash)
  return {
    ...known,
    float: row.floatCents,
    tickets: tickets.ticketCount,
    takings: takenOf(tickets),
    tips: tickets.tipsCents,
    expected,
    counted: count?.countedCents ?? null,
    difference: count === undefined ? null : count.countedCents - expected,
    reason: count?.reason ?? null,
    z: null,
    state: 'open',
  }
}
