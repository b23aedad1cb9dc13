import { changesBetween } from '../journal/change.ts'
import type { EventBodies, Half, PlannedDay } from '../journal/event.ts'
import { refuse } from '../journal/refusal.ts'
import type { Day } from '../kernel/day.ts'
import { labelAmong } from './plan.ts'
import type { DayUse } from './refusal.ts'

type ProgrammeDay = PlannedDay & { readonly cancelled: boolean }

/** A cohort's days in their order, and how far a close covers them. */
export type Programme = {
  readonly cohort: string
  readonly days: readonly ProgrammeDay[]
  readonly closedUntil: Day | undefined
}

export type Minutes = { readonly amMinutes: number; readonly pmMinutes: number }

/** Refuses `period-closed`, `day-exists`, `day-without-half`. */
export function addDay(programme: Programme, day: Day, minutes: Minutes): EventBodies['day'] {
  checkOpen(programme, day)
  checkFree(programme, day)
  checkHalves(day, minutes)
  const { cohort, days } = programme
  const label = labelAmong(
    days.map((each) => each.day),
    day,
  )
  return { cohort, day, label, ...minutes }
}

export type DayEdit = Partial<Minutes> & { readonly cancelled?: boolean | undefined }

/** A day and what is recorded on it; `marked` are the half-days whose attendance is filled in. */
export type HeldDay = {
  readonly day: ProgrammeDay
  readonly uses: readonly DayUse[]
  readonly marked: readonly Half[]
}

/**
 * Minutes of a half-day, or the whole day cancelled (`X` for all) or held after all. A half-day that was filled in is
 * not taken away. Refuses `period-closed`, `nothing-to-change`, `day-without-half`, `half-day-marked`.
 */
export function editDay(
  programme: Programme,
  { day, marked }: HeldDay,
  { amMinutes = day.amMinutes, pmMinutes = day.pmMinutes, cancelled = day.cancelled }: DayEdit,
): EventBodies['day-edit'] {
  checkOpen(programme, day.day)
  const before = {
    amMinutes: day.amMinutes,
    pmMinutes: day.pmMinutes,
    cancelled: day.cancelled,
  }
  const changes = changesBetween(before, { amMinutes, pmMinutes, cancelled })
  if (changes.length === 0) refuse({ code: 'nothing-to-change' })
  checkHalves(day.day, { amMinutes, pmMinutes })
  const minutes = { am: amMinutes, pm: pmMinutes }
  const dropped = marked.find((half) => minutes[half] === 0)
  if (dropped !== undefined) refuse({ code: 'half-day-marked', day: day.day, half: dropped })
  return { cohort: programme.cohort, day: day.day, changes }
}

/** Refuses `period-closed`, `day-exists`, and `day-in-use` for what happened on that day and nowhere else. */
export function moveDay(
  programme: Programme,
  { day: { day: from }, uses }: HeldDay,
  to: Day,
): EventBodies['day-move'] {
  checkOpen(programme, from)
  checkOpen(programme, to)
  checkFree(programme, to)
  checkUnused(from, uses, ['attendance', 'sales', 'till'])
  return { cohort: programme.cohort, from, to }
}

/** Refuses `period-closed` and `day-in-use`. The event keeps the day, so that an undo can put it back. */
export function removeDay(
  programme: Programme,
  { day: { cancelled, ...planned }, uses }: HeldDay,
): EventBodies['day-remove'] {
  checkOpen(programme, planned.day)
  checkUnused(planned.day, uses, ['attendance', 'costs', 'sales', 'till'])
  return { cohort: programme.cohort, ...planned, ...(cancelled ? { cancelled } : {}) }
}

function checkOpen({ cohort, closedUntil }: Programme, day: Day): void {
  if (closedUntil !== undefined && day <= closedUntil) {
    refuse({ code: 'period-closed', cohort, until: closedUntil })
  }
}

function checkFree({ cohort, days }: Programme, day: Day): void {
  if (days.some((each) => each.day === day)) refuse({ code: 'day-exists', cohort, day })
}

function checkHalves(day: Day, { amMinutes, pmMinutes }: Minutes): void {
  if (amMinutes === 0 && pmMinutes === 0) refuse({ code: 'day-without-half', day })
}

function checkUnused(day: Day, uses: readonly DayUse[], forbidden: readonly DayUse[]): void {
  const found = uses.filter((use) => forbidden.includes(use))
  if (found.length > 0) refuse({ code: 'day-in-use', day, uses: found })
}
