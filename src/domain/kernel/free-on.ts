import type { Day } from './day.ts'
import { invariant } from './defect.ts'
import { type Cents, cents, ZERO } from './money.ts'

/** Money that came (above zero) or went (below zero) on a day. */
export type Movement = { readonly day: Day; readonly amountCents: Cents }

/**
 * The most that may go on a day so that what stands is never below zero, that evening or on any later one. It may be
 * below zero itself, where more went than came.
 */
export function freeOn(movements: readonly Movement[], on: Day): Cents {
  const standing = (evening: Day): Cents =>
    movements.reduce(
      (sum, { day, amountCents }) => (day <= evening ? cents(sum + amountCents) : sum),
      ZERO,
    )
  const evenings = [on, ...movements.map(({ day }) => day).filter((day) => day > on)]
  const free = cents(Math.min(...[...new Set(evenings)].map(standing)))
  invariant(free <= standing(on), 'no more is free than stands there')
  return free
}
