import { refuse } from '../domain/journal/refusal.ts'
import { closedUntil } from '../store/queries/cohort.ts'
import { chosenCohort, cohortWords } from './cohort.ts'
import { command } from './command.ts'
import { FLAGS } from './flags.ts'
import { printOne } from './output.ts'
import { sayNext } from './say-next.ts'

/** Puts a cohort away: it is shown in reports, and nothing more is recorded about it until it is restored. */
export const cohortArchive = command({
  arguments: '[code]',
  options: { restore: FLAGS.restore },
  writes: true,
  run: async (session, { words, options }) => {
    const code = session.record(({ db, append }) => {
      const { code: cohort, status: from } = chosenCohort(session, words[0])
      if (from === 'archived' && !options.restore) refuse({ code: 'cohort-archived', cohort })
      if (from !== 'archived' && options.restore) refuse({ code: 'nothing-to-change' })
      const restored = closedUntil(db, cohort) === undefined ? 'open' : 'closed'
      const to = options.restore ? restored : 'archived'
      append('cohort-edit', { cohort, changes: [{ field: 'status', from, to }] })
      return cohort
    })
    const say = cohortWords(session)
    await printOne(session, { cohort: code, archived: !options.restore }, () =>
      options.restore ? say.restored(code) : say.archived(code),
    )
    sayNext(session, say.next.status)
  },
})
