import { distributionText } from '../formats/close-text.ts'
import { correctedShares } from '../formats/corrected-text.ts'
import { wordText } from '../formats/vocabulary-words.ts'
import { correctedDistribution } from '../reports/amendment.ts'
import { distributionReport } from '../reports/closing-report.ts'
import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { SHARING_OPTIONS, sharingFrom } from './close-options.ts'
import { shownShares } from './closing-shown.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printReport, readerOf } from './output.ts'

/** Who gets what: frozen by the close, else as the options would share the result as it stands. */
export const reportDistribution = command({
  options: { ...SHARING_OPTIONS, until: FLAGS.until, period: FLAGS.period },
  lists: true,
  run: async (session, { options }) => {
    const choices = sharingFrom(session, options)
    const shown = shownShares(session, options, choices)
    const { corrected, ...plain } = shown
    const report = corrected
      ? correctedDistribution(distributionReport(shown.view), corrected)
      : distributionReport(shown.view)
    const reader = readerOf(session)
    await printReport(session, report, {
      text: () =>
        distributionText({ ...plain, headCode: undefined }, reader) +
        (corrected
          ? `\n${correctedShares({ ...corrected, amendments: corrected.corrections.length }, reader)}`
          : ''),
    })
    const language = session.language()
    const words = inLanguage(language, { en, fr })
    if (shown.closedOn === undefined)
      session.say(words.provisionalShares(wordText('rule', choices.rule, language)))
    else if (options.rule !== undefined || options.weights !== undefined || options.reserve)
      session.say(words.frozen)
  },
})
