import { ratesFor } from '../domain/closing/close-choices.ts'
import { check } from './check.ts'

/** Social rates change with the year (practice: decrees of 1 January): those of an earlier one are looked at again. */
export const socialRatesOld = check({
  name: 'social-rates-old',
  level: 'warning',
  of: 'period',
  look: ({ facts, choices }) => {
    const { until } = facts.period
    const validFrom = ratesFor(facts, choices)?.validFrom
    if (validFrom === undefined || validFrom.slice(0, 4) === until.slice(0, 4)) return undefined
    return { code: 'social-rates-old', validFrom, until }
  },
})
