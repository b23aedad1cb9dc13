import { missingSocialRates } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** The host has social rates for the period, unless pay is left to it. */
export const socialRatesMissing: Check = { level: 'blocking', look: missingSocialRates }
