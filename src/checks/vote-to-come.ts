import type { Check } from './check.ts'

/** The group's vote is given with the close; until then its absence is only said. */
export const voteToCome: Check = {
  level: 'warning',
  look: ({ choices }) => (choices.vote === undefined ? { code: 'vote-to-come' } : undefined),
}
