import { refuse } from '../domain/journal/refusal.ts'
import { closedUntil, cohortByCode, unknownCohort } from '../store/queries/cohort.ts'
import { afterwards } from './afterwards.ts'
import { cohortWords } from './cohort.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'

/** Puts a cohort away: it is shown in reports, and nothing more is recorded about it until it is restored. */
export const cohortArchive = command({
  arguments: '[code]',
  options: { restore: FLAGS.restore },
  writes: true,
  run: async (session, { words, options }) => {
    const code = session.record(({ db, append }) => {
      const [typed] = words
      const cohort =
        typed === undefined
          ? session.cohort()
          : (cohortByCode(db, typed) ?? unknownCohort(db, typed))
      const { status: from } = cohort
      const to = options.restore
        ? closedUntil(db, cohort.code) === undefined
          ? 'open'
          : 'closed'
        : 'archived'
      if (from === 'archived' && !options.restore)
        refuse({ code: 'cohort-archived', cohort: cohort.code })
      if (from !== 'archived' && options.restore) refuse({ code: 'nothing-to-change' })
      append('cohort-edit', { cohort: cohort.code, changes: [{ field: 'status', from, to }] })
      return cohort.code
    })
    const say = cohortWords(session)
    await printOne(session, { cohort: code, archived: !options.restore }, () =>
      options.restore ? say.restored(code) : say.archived(code),
    )
    afterwards(session, say.next.status)
  },
})
