import { unratedRecaps } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** Takings from paper say their VAT rate, or a product that has one. */
export const recapRateMissing: Check = { level: 'blocking', look: unratedRecaps }
