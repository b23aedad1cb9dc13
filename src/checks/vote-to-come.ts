import { dayOf } from '../domain/kernel/instant.ts'
import { check } from './check.ts'

/** The group's vote is given with the close; until then its absence is only said. */
export const voteToCome = check({
  name: 'vote-to-come',
  level: 'warning',
  of: 'period',
  look: ({ choices, facts, moment }) => {
    if (choices.vote !== undefined) return undefined
    const [today, { until }] = [dayOf(moment), facts.period]
    return { code: 'vote-to-come', on: today < until ? today : until }
  },
})
