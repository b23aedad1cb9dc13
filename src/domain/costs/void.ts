import type { EventBodies } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'

/** A cost as far as voiding it goes. */
export type VoidableCost = {
  readonly cohort: string
  readonly number: number
  readonly day: Day
  readonly voided: boolean
  /** The Z of the till session that paid it, once that is sealed. */
  readonly z: number | undefined
}

/**
 * Takes a cost out of all figures; it stays in the list, marked. Refuses a cost that is out already, and one that a sealed till paid: its Z counts that cash as gone.
 * The caller has looked at the period.
 */
export function voidCost(
  { cohort, number, day, voided, z }: VoidableCost,
  reason: string,
): EventBodies['cost-void'] {
  if (voided) refuse({ code: 'cost-voided', number })
  if (z !== undefined) refuse({ code: 'cost-sealed', number, day, z })
  return { cohort, number, reason }
}
