import { earningsText } from '../formats/close-text.ts'
import { correctedEarnings } from '../formats/corrected-text.ts'
import { accountDocument } from '../formats/statement-account.ts'
import { correctedAnswer, correctedStatement } from '../reports/amendment.ts'
import { resultAnswer } from '../reports/close-answer.ts'
import { incomeStatementReport } from '../reports/closing-report.ts'
import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { shownFigures } from './closing-shown.ts'
import { command } from './command.ts'
import { correctWords } from './correct-amendment.ts'
import { FLAGS } from './flags.ts'
import { printReport, readerOf } from './output.ts'

/** The income statement of a period: frozen by its close, else as things stand. */
export const reportResult = command({
  options: { until: FLAGS.until, period: FLAGS.period },
  lists: true,
  run: async (session, { options }) => {
    const { figures, closedOn, corrected } = shownFigures(session, options)
    const { name: cohortName, code: cohort } = session.cohort()
    const { hostName: host } = session.settings()
    const report = corrected
      ? correctedStatement(corrected.closed.incomeStatement, figures.incomeStatement)
      : incomeStatementReport(figures.incomeStatement)
    const reader = readerOf(session)
    const notes =
      corrected === undefined ? [] : [correctWords(session).corrected(corrected.corrections.length)]
    await printReport(session, report, {
      json: { ...resultAnswer(figures), ...(corrected ? correctedAnswer(corrected) : {}) },
      text: () =>
        corrected
          ? correctedEarnings({ ...corrected, amendments: corrected.corrections.length }, reader)
          : earningsText(figures, closedOn, reader),
      document: () =>
        accountDocument(figures, { host, cohort, cohortName, closedOn, notes }, reader),
    })
    if (closedOn === undefined) session.say(inLanguage(session.language(), { en, fr }).provisional)
  },
})
