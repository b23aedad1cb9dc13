import type { Check } from './check.ts'

export const nothingSold: Check = {
  level: 'warning',
  look: ({ facts }) => (facts.ticketCount === 0 ? { code: 'nothing-sold' } : undefined),
}
