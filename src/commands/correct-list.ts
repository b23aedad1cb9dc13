import { refuse } from '../domain/journal/refusal.ts'
import { amendmentList } from '../reports/amendment.ts'
import { closedPeriod, cohortCorrections, correctionsOf } from '../store/queries/correction.ts'
import { command } from './command.ts'
import { correctWords, periodFrom, printAmendment } from './correct-amendment.ts'
import { FLAGS, PAPER_FLAGS } from './flags.ts'
import { isPaper, printReport } from './output.ts'
import { integerFrom } from './values.ts'

/** Every amendment of the cohort, or of one period. */
export const correctList = command({
  options: { period: FLAGS.period },
  lists: true,
  run: async (session, { options }) => {
    const { db } = session.ledger()
    const cohort = session.cohort().code
    const period = periodFrom(options.period)
    if (period !== undefined) closedPeriod(db, cohort, period)
    const found =
      period === undefined ? cohortCorrections(db, cohort) : correctionsOf(db, { cohort, period })
    await printReport(session, amendmentList(found.map((each) => each.body)))
    if (found.length === 0) session.say(correctWords(session).empty)
  },
})

/** One amendment as it was given. */
export const correctShow = command({
  arguments: '<number>',
  options: { ...PAPER_FLAGS, period: FLAGS.period },
  run: async (session, { words, options }) => {
    const number = integerFrom(words[0] ?? '', '<number>', { from: 1, to: 999_999 })
    const { db } = session.ledger()
    const cohort = session.cohort().code
    const { body: close } = closedPeriod(db, cohort, periodFrom(options.period))
    const { period } = close
    const all = correctionsOf(db, { cohort, period })
    const found = all.find((each) => each.body.number === number)
    if (found === undefined)
      return refuse({ code: 'unknown-amendment', number, period, made: all.length })
    if (!isPaper(session)) return printAmendment(session, { close, ...found }, 'recorded')
    const { amendmentPaper } = await import('./amendment-paper.ts')
    return amendmentPaper(session, { close, ...found })
  },
})
