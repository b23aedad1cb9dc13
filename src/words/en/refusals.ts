import type { Refusal } from '../../domain/journal/refusal.ts'
import type { Said } from '../said.ts'
import { cohortRefusals } from './cohort-refusals.ts'

export type RefusalWords<R extends { readonly code: string }> = {
  readonly [C in R['code']]: (facts: Extract<R, { readonly code: C }>) => Said
}

export const refusals: RefusalWords<Refusal> = { ...cohortRefusals }
