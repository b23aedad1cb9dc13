import { costsByCategory, costsByPayer, isPerson } from '../reports/costs.ts'
import type { Cell } from '../reports/report.ts'
import { costsOf } from '../store/queries/cost.ts'
import { advancesOf } from '../store/queries/settlement.ts'
import { command } from './command.ts'
import { costWords, regimes } from './cost-text.ts'
import { FLAGS } from './flags.ts'
import { isForPrograms, printReport } from './output.ts'
import { sayNext } from './say-next.ts'
import type { Session } from './session.ts'
import { choiceFrom } from './values.ts'

/**
 * What was spent, by category or by payer. On a screen the activity, the programme and who paid stand apart; in a
 * file it is one table, with a column that tells activity and programme apart.
 */
export const reportCosts = command({
  options: { by: FLAGS.costsBy },
  lists: true,
  run: async (session, { options }) => {
    const by = choiceFrom(options.by ?? 'category', '--by', ['category', 'payer'])
    const { db } = session.ledger()
    const cohort = session.cohort().code
    const costs = costsOf(db, cohort)
    const advances = advancesOf(db, cohort)
    const regimeOf = regimes(session)
    if (by === 'payer') return printReport(session, costsByPayer(costs, advances))
    if (options.by !== undefined || isForFile(session))
      return printReport(session, costsByCategory(costs, regimeOf))
    const { empty, next, report: titles } = costWords(session)
    const payers = costsByPayer(costs, advances)
    const advanced = payers.rows.some((row) => isAdvance(row.paidBy))
    const tables = [
      [titles.activity, costsByCategory(costs, regimeOf, 'activity')],
      [titles.programme, costsByCategory(costs, regimeOf, 'programme')],
      ...(advanced ? [[titles.payers, payers] as const] : []),
    ] as const
    let before = ''
    for (const [title, report] of tables.filter(([, { rows }]) => rows.length > 0)) {
      session.print(`${before}${title}\n`)
      await printReport(session, report)
      before = '\n'
    }
    if (payers.rows.length > 0) return
    session.say(empty)
    sayNext(session, next.add)
  },
})

const isAdvance = (payer: Cell | undefined): boolean => typeof payer === 'string' && isPerson(payer)

const isForFile = (session: Session): boolean =>
  isForPrograms(session) ||
  session.output.format !== undefined ||
  session.output.output !== undefined
