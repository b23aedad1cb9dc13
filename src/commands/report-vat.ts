import { reportTable } from '../formats/table.ts'
import { vatByRate, vatReport } from '../reports/closing-report.ts'
import { close as en } from '../words/en/close.ts'
import { close as fr } from '../words/fr/close.ts'
import { inLanguage } from '../words/said.ts'
import { shownFigures } from './closing-shown.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printReport, readerOf } from './output.ts'

/** VAT by day, till and rate, and for people the totals per rate below. */
export const reportVat = command({
  options: { until: FLAGS.until, period: FLAGS.period },
  lists: true,
  run: async (session, { options }) => {
    const { figures, closedOn } = shownFigures(session, options)
    const reader = readerOf(session)
    await printReport(session, vatReport(figures.vat), {
      text: () => {
        const rates = vatByRate(figures.vat)
        const tables = [vatReport(figures.vat), ...(rates.rows.length > 1 ? [rates] : [])]
        return tables.map((report) => reportTable(report, reader)).join('\n')
      },
    })
    if (closedOn === undefined) session.say(inLanguage(session.language(), { en, fr }).provisional)
  },
})
