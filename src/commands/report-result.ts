import { earningsText } from '../formats/close-text.ts'
import { accountDocument } from '../formats/statement-account.ts'
import { resultAnswer } from '../reports/close-answer.ts'
import { incomeStatementReport } from '../reports/closing-report.ts'
import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { shownFigures } from './closing-shown.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printReport, readerOf } from './output.ts'

/** The income statement of a period: frozen by its close, else as things stand. */
export const reportResult = command({
  options: { until: FLAGS.until, period: FLAGS.period },
  lists: true,
  run: async (session, { options }) => {
    const { figures, closedOn } = shownFigures(session, options)
    const { name: cohortName, code: cohort } = session.cohort()
    const { hostName: host } = session.settings()
    await printReport(session, incomeStatementReport(figures.incomeStatement), {
      json: resultAnswer(figures),
      text: () => earningsText(figures, closedOn, readerOf(session)),
      document: () =>
        accountDocument(figures, { host, cohort, cohortName, closedOn }, readerOf(session)),
    })
    if (closedOn === undefined) session.say(inLanguage(session.language(), { en, fr }).provisional)
  },
})
