import { unacceptedLoss } from '../domain/closing/obstacle.ts'
import { check } from './check.ts'

/** A loss is accepted aloud. */
export const lossNotAccepted = check({
  name: 'loss-not-accepted',
  level: 'blocking',
  of: 'period',
  look: unacceptedLoss,
})
