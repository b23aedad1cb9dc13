import { unratedRecaps } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** Takings from paper say their VAT rate, or a product that has one. */
export const recapRateMissing = check({
  name: 'recap-rate-missing',
  level: 'blocking',
  of: 'period',
  look: unratedRecaps,
})
