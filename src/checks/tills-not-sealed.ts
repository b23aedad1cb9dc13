import { openTills } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** Every till session of the period has its Z. */
export const tillsNotSealed: Check = { level: 'blocking', look: openTills }
