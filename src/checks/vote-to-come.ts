import { check } from './check.ts'

/** The group's vote is given with the close; until then its absence is only said. */
export const voteToCome = check({
  name: 'vote-to-come',
  level: 'warning',
  of: 'period',
  look: ({ choices }) => (choices.vote === undefined ? { code: 'vote-to-come' } : undefined),
})
