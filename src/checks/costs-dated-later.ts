import type { Check } from './check.ts'

/** Costs after the period stay out of it. */
export const costsDatedLater: Check = {
  level: 'warning',
  look: ({ facts }) =>
    facts.later.costs && { code: 'dated-later', from: facts.later.costs, what: 'costs' },
}
