import type { EventBodies, Half } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { present } from '../kernel/present.ts'

/** A half-day on which somebody was there: P, R or D. */
export type Presence = { readonly day: Day; readonly half: Half }

/** From the day somebody joined to the last day present; an absent end is open. */
type Stay = { readonly joinedOn: Day | undefined; readonly leftOn: Day | undefined }

/** Refuses a stay that ends before it begins, or that leaves out a half-day on which the person was present. */
export function checkStay(
  participant: string,
  { joinedOn, leftOn }: Stay,
  presences: readonly Presence[],
): void {
  if (joinedOn !== undefined && leftOn !== undefined && leftOn < joinedOn)
    refuse({ code: 'left-before-joined', participant, joinedOn, leftOn })
  const outside = presences.find(
    ({ day }) =>
      (joinedOn !== undefined && day < joinedOn) || (leftOn !== undefined && day > leftOn),
  )
  if (outside !== undefined)
    refuse({ code: 'present-outside-stay', participant, day: outside.day, half: outside.half })
}

type Leaving = {
  readonly cohort: string
  readonly code: string
  readonly stay: Stay
  readonly presences: readonly Presence[]
}

/** `on` is the last day present; undefined when that is recorded already. Refuses as {@link checkStay}. */
export function leaveCohort(
  { cohort, code, stay, presences }: Leaving,
  on: Day,
): EventBodies['participant-leave'] | undefined {
  if (stay.leftOn === on) return undefined
  checkStay(code, { joinedOn: stay.joinedOn, leftOn: on }, presences)
  return { cohort, code, on, ...present({ before: stay.leftOn }) }
}
