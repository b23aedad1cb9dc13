import { check } from './check.ts'

/** A day was sealed though nobody counted its cash: a difference would not be known. */
export const cashNotCounted = check({
  name: 'cash-not-counted',
  level: 'warning',
  of: 'period',
  look: ({ facts }) =>
    facts.uncounted.length === 0 ? undefined : { code: 'cash-not-counted', tills: facts.uncounted },
})
