import { missingSocialRates } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** The host has social rates for the period, unless pay is left to it. */
export const socialRatesMissing = check({
  name: 'social-rates-missing',
  level: 'blocking',
  of: 'period',
  look: missingSocialRates,
})
