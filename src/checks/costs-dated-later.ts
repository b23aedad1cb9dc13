import { check } from './check.ts'

/** Costs after the period stay out of it. */
export const costsDatedLater = check({
  name: 'costs-dated-later',
  level: 'warning',
  of: 'period',
  look: ({ facts }) => facts.later.costs && { code: 'costs-dated-later', from: facts.later.costs },
})
