import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import type { Session } from './session.ts'
import { shownSession } from './till-session.ts'
import { type Statement, statementText } from './till-statement.ts'
import { statementJson } from './till-statement-json.ts'
import { openStatement } from './till-z.ts'
import { withTraining } from './training.ts'

/** What the open till has taken so far. It changes nothing: no number, no event, as often as one likes. */
export const tillX = command({
  options: { day: FLAGS.day },
  run: async (session, { options }) => {
    const statement = statementNow(session, options.day)
    const json = withTraining(session, statementJson(statement))
    await printOne(session, json, () => statementText(session, statement))
  },
})

/** The statement of the open session that is meant. */
export const statementNow = (session: Session, typedDay?: string): Statement =>
  openStatement(session, shownSession(session, session.ledger(), typedDay))
