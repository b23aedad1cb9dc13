import { unratedProducts } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** Every product sold has a VAT rate. */
export const vatRateMissing: Check = { level: 'blocking', look: unratedProducts }
