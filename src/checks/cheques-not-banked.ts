import { check } from './check.ts'

/** Cheques are at the bank. */
export const chequesNotBanked = check({
  name: 'cheques-not-banked',
  level: 'warning',
  of: 'cohort',
  look: (around) => {
    const amountCents = around.leftToDeposit('cheque')
    return amountCents > 0 ? { code: 'cheques-not-banked', amountCents } : undefined
  },
})
