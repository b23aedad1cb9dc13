import { openTills } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** Every till session of the period has its Z. */
export const tillsNotSealed = check({
  name: 'tills-not-sealed',
  level: 'blocking',
  of: 'period',
  look: openTills,
})
