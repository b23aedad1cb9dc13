import type { PlannedDay } from '../journal/event.ts'
import { type Day, parseDay } from '../kernel/day.ts'
import { fold } from '../kernel/name.ts'

/** What naming a day needs: read from the ledger or planned. */
export type NamedDay = Pick<PlannedDay, 'day' | 'label'>

const TODAY: readonly string[] = ['today', "aujourd'hui", 'aujourdhui', 'aujourd’hui']

/** `J3`, `2026-06-17`, `17/06/2026`, `today` or `aujourd'hui`: which of the cohort's days; `undefined` when none. */
export function findDay<D extends NamedDay>(
  days: readonly D[],
  typed: string,
  today: Day,
): D | undefined {
  const folded = fold(typed.trim())
  const on = TODAY.includes(folded) ? today : parseDay(folded)
  return days.find((each) =>
    on === undefined ? each.label.toLowerCase() === folded : each.day === on,
  )
}

/** The first of the cohort's days that is not before `today`: the one to prepare or to live. */
export const nextDay = <D extends NamedDay>(days: readonly D[], today: Day): D | undefined =>
  days.find((each) => each.day >= today)
