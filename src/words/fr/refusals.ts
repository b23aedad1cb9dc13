import type { Refusal } from '../../domain/journal/refusal.ts'
import type { RefusalWords } from '../en/refusals.ts'
import { cohortRefusals } from './cohort-refusals.ts'

export const refusals: RefusalWords<Refusal> = { ...cohortRefusals }
