import { check } from './check.ts'

/** What people advanced was given back to them: it is owed in full, outside the shares. */
export const advancesNotRefunded = check({
  name: 'advances-not-refunded',
  level: 'warning',
  of: 'cohort',
  look: (around) => {
    const owed = around.advances().filter((each) => each.owedCents > 0)
    return owed.length === 0 ? undefined : { code: 'advances-not-refunded', owed }
  },
})
