import { impossibleSplit } from '../domain/closing/obstacle.ts'
import type { Check } from './check.ts'

/** There is somebody to share with, and no more kept in reserve than there is. */
export const splitPossible: Check = { level: 'blocking', look: impossibleSplit }
