import type { Check } from './check.ts'

/** Sales after the period stay out of it, and out of every share until another close. */
export const salesDatedLater: Check = {
  level: 'warning',
  look: ({ facts }) =>
    facts.later.sales && { code: 'dated-later', from: facts.later.sales, what: 'sales' },
}
