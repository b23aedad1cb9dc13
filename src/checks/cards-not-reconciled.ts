import { check } from './check.ts'

/** Card takings are matched with what the bank paid out. */
export const cardsNotReconciled = check({
  name: 'cards-not-reconciled',
  level: 'warning',
  of: 'cohort',
  look: (around) => {
    const amountCents = around.leftToDeposit('card')
    return amountCents > 0 ? { code: 'cards-not-reconciled', amountCents } : undefined
  },
})
