import { unratedProducts } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** Every product sold has a VAT rate. */
export const vatRateMissing = check({
  name: 'vat-rate-missing',
  level: 'blocking',
  of: 'period',
  look: unratedProducts,
})
