import type { PlannedDay } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import { type Day, parseDay } from '../kernel/day.ts'
import { fold } from '../kernel/name.ts'

/** What naming a day needs: read from the ledger or planned. */
export type NamedDay = Pick<PlannedDay, 'day' | 'label'>

const TODAY: readonly string[] = ['today', "aujourd'hui", 'aujourd’hui', 'aujourdhui']

/** `2026-06-17`, `17/06/2026`, `today` or `aujourd'hui` → the day; `undefined` for a label or anything else. */
export function dayTyped(typed: string, today: Day): Day | undefined {
  const folded = fold(typed.trim())
  return TODAY.includes(folded) ? today : parseDay(folded)
}

/** `J3`, `2026-06-17`, `17/06/2026`, `today` or `aujourd'hui`: which of the cohort's days; `undefined` when none. */
export function findDay<D extends NamedDay>(
  days: readonly D[],
  typed: string,
  today: Day,
): D | undefined {
  const on = dayTyped(typed, today)
  const label = fold(typed.trim())
  return days.find((each) => (on === undefined ? fold(each.label) === label : each.day === on))
}

/** As {@link findDay}, refusing what is no day of the cohort. */
export function theDay<D extends NamedDay>(
  { cohort, days }: { readonly cohort: string; readonly days: readonly D[] },
  typed: string,
  today: Day,
): D {
  return (
    findDay(days, typed, today) ??
    refuse({
      code: 'unknown-day',
      cohort,
      typed,
      on: dayTyped(typed, today),
      days: days.map(({ label, day }) => ({ label, day })),
    })
  )
}
