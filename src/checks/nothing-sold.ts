import { check } from './check.ts'

export const nothingSold = check({
  name: 'nothing-sold',
  level: 'warning',
  of: 'period',
  look: ({ facts }) => (facts.ticketCount === 0 ? { code: 'nothing-sold' } : undefined),
})
