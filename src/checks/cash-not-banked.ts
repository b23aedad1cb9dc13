import { check } from './check.ts'

/** The cash of sealed tills is at the bank. */
export const cashNotBanked = check({
  name: 'cash-not-banked',
  level: 'warning',
  of: 'cohort',
  look: (around) => {
    const amountCents = around.leftToDeposit('cash')
    return amountCents > 0 ? { code: 'cash-not-banked', amountCents } : undefined
  },
})
