import { unacceptedLoss } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** A loss is accepted aloud. */
export const lossNotAccepted: Check = { level: 'blocking', look: unacceptedLoss }
