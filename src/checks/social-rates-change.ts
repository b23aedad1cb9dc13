import { ratesFor } from '../domain/closing/close-choices.ts'
import { ratesInForce } from '../domain/closing/pay.ts'
import { addDays } from '../domain/kernel/day.ts'
import { check } from './check.ts'

/** One table serves the whole period, that of its last day: a newer one that begins inside it is told. */
export const socialRatesChange = check({
  name: 'social-rates-change',
  level: 'warning',
  of: 'period',
  look: ({ facts, choices }) => {
    const { from } = facts.period
    const validFrom = ratesFor(facts, choices)?.validFrom
    if (validFrom === undefined || validFrom <= from) return undefined
    const first = ratesInForce(facts.rateTables, addDays(validFrom, -1)) === undefined
    return { code: 'social-rates-change', validFrom, first }
  },
})
