import { type AttendanceDay, type Attendee, halfDayKey, heldHalves } from './half-day.ts'
import { compareHalfDays, type HalfDay, isWithin } from './weight.ts'

export type MissingHalfDay = HalfDay & { readonly label: string; readonly participant: string }

type Recorded = HalfDay & { readonly participant: string }

/**
 * Half-days up to and with `until` that took place and are not filled in for somebody concerned, in the order of
 * days, halves and people. They block a close (choice).
 */
export function missingHalfDays(
  {
    days,
    members,
    presences,
  }: {
    readonly days: readonly AttendanceDay[]
    readonly members: readonly Attendee[]
    readonly presences: readonly Recorded[]
  },
  until: HalfDay,
): readonly MissingHalfDay[] {
  const filled = new Set(presences.map((each) => halfDayKey(each, each.participant)))
  return days.flatMap((on) =>
    heldHalves(on).flatMap((half) => {
      const at = { day: on.day, half }
      if (compareHalfDays(at, until) > 0) return []
      return members
        .filter(
          (member) => isWithin(on.day, member) && !filled.has(halfDayKey(at, member.participant)),
        )
        .map(({ participant }) => ({ ...at, label: on.label, participant }))
    }),
  )
}
