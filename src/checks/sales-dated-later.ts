import { check } from './check.ts'

/** Sales after the period stay out of it, and out of every share until another close. */
export const salesDatedLater = check({
  name: 'sales-dated-later',
  level: 'warning',
  of: 'period',
  look: ({ facts }) => facts.later.sales && { code: 'sales-dated-later', from: facts.later.sales },
})
